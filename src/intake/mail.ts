import PostalMime, { type Email } from 'postal-mime';
import type { ByteReader } from './byte-reader.ts';
import { problemAt, type Taken, takeCapture } from './capture.ts';
import type { Known, Place } from './source.ts';

const LONGEST_LINE = 1_000_000;
const MOST_BYTES = 64_000_000;
/** The line that parts the messages of an mbox (RFC 4155). */
const PARTING = /^From \S+.*\d{4}\s*$/;

/** The messages of an mbox, one at a time: alerts, newsletters, reports sent by mail. */
export async function* readMailbox(reader: ByteReader, place: Place): AsyncGenerator<Taken> {
  let number = 0;
  for (;;) {
    const { offset } = reader;
    if (!(await reader.line(LONGEST_LINE)).length) return;
    number++;
    const bytes = await messageIn(reader);
    const where = `record ${number}, byte ${offset}`;
    if (bytes === null)
      yield problemAt(
        place.file,
        where,
        `is a message of more than ${MOST_BYTES / 1_000_000} MB; no report is`,
      );
    else yield* takeMessage(bytes, { ...place, file: `${place.file}#${number}` }, where, place.file);
  }
}

/** The lines up to the next parting, their quoting (">From") undone; `null` where they are too many. */
async function messageIn(reader: ByteReader): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let line = await reader.line(LONGEST_LINE); line.length; line = await reader.line(LONGEST_LINE)) {
    const words = line.length < 300 ? Buffer.from(line).toString('latin1') : '';
    if (PARTING.test(words)) {
      reader.unread(line);
      break;
    }
    size += line.length;
    if (size > MOST_BYTES) parts.length = 0;
    else parts.push(/^>+From /.test(words) ? line.subarray(1) : line);
  }
  return size > MOST_BYTES ? null : Buffer.concat(parts);
}

/** The article of one message, or of a page saved as one (MHTML). */
export async function* takeMessage(
  bytes: Uint8Array,
  place: Place,
  where: string | null = null,
  file: string = place.file,
): AsyncGenerator<Taken> {
  let email: Email;
  try {
    email = await PostalMime.parse(bytes, { maxNestingDepth: 64, maxHeadersSize: 1_000_000 });
  } catch (error) {
    return yield problemAt(file, where, `is no mail that can be read: ${(error as Error).message}`);
  }
  const { html, text } = email;
  const words = html ?? text;
  if (!words?.trim()) return yield problemAt(file, where, 'is a mail without words');
  const capture = new TextEncoder().encode(words);
  const known: Known = { ...place.known, ...knownOf(email), charset: 'utf-8' };
  for (const taken of takeCapture(capture, place.file, place.given, html ? 'html' : 'text', known))
    yield taken.kind === 'article'
      ? taken
      : { ...taken, problem: { ...taken.problem, file, place: where ?? taken.problem.place } };
}

/** What the message's headers state; a saved page has its address and its own title. */
function knownOf({ subject, from, date, headers }: Email): Known {
  const at = date && !Number.isNaN(Date.parse(date)) ? date : null;
  const address = headers.find(({ key }) => key === 'snapshot-content-location')?.value;
  if (address) return { url: address, at };
  const sender = from?.name?.trim() || from?.address?.split('@')[1] || null;
  return { title: subject?.trim() || null, outlet: sender, published: at, at };
}
