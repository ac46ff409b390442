import { type Taken, takeCapture } from './capture.ts';
import { takeRecord } from './records.ts';
import { kindOf } from './sniff.ts';
import type { Source } from './source.ts';

/**
 * Takes a capture that was kept, as the present version does; the article's id is the one that it had.
 * @param file the name under which the article is known
 */
export function retake(
  { bytes, source: kept }: { readonly bytes: Uint8Array; readonly source: Source | null },
  file: string,
): Taken[] {
  const source = kept ?? sourceFor(bytes, file);
  if (source.form !== 'record') return takeCapture(bytes, file, source.given, source.form, source.known);
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return takeRecord(value, file, 'the record', bytes, file, source.given);
}

/** What is known of a capture that was kept before sources were: what its name and bytes tell. */
function sourceFor(bytes: Uint8Array, file: string): Source {
  const kind = /#[\d.]+$/.test(file) ? 'json' : kindOf(file, bytes);
  return { form: kind === 'json' ? 'record' : kind, known: {}, given: {} };
}
