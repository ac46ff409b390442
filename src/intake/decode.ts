/** Text as decoded from bytes. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** Where the first byte stands that the encoding does not allow; `null` where all are sound. */
  readonly brokenAt: number | null;
}

const REPLACEMENT = '\ufffd';
/** A sample of this many bytes tells UTF-16 and binary from text. */
const SAMPLE = 4096;

/**
 * Decodes a capture. A BOM decides, then the encoding declared (HTTP header or HTML meta), then the bytes: UTF-16 by its
 * zero bytes, UTF-8 where valid, windows-1252 otherwise. UTF-8 with few broken bytes stays UTF-8, each broken
 * sequence replaced by U+FFFD. The BOM is no part of the text.
 * @param declared a label such as `iso-8859-1`; unknown labels are passed over
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const encoding = byteOrderMark(bytes) ?? utf16ByZeros(bytes);
  if (encoding) return decodeAs(bytes, encoding);
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', brokenAt: null };
  const label = known(declared);
  if (label && label !== 'utf-8') return decodeAs(bytes, label);
  const loose = decodeAs(bytes, 'utf-8');
  const broken = countOf(loose.text, REPLACEMENT);
  const sound = multibyteCount(loose.text) - broken;
  if (label === 'utf-8' || sound > broken) return loose;
  return decodeAs(bytes, 'windows-1252');
}

/** The encoding that an HTML page declares of itself in its first bytes. */
export function declaredInHtml(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SAMPLE));
  return /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head)?.[1] ?? null;
}

/** Whether the bytes are no text: control bytes that no text encoding uses, in number. */
export function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  if (byteOrderMark(sample) || utf16ByZeros(sample)) return false;
  let controls = 0;
  for (const byte of sample)
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) controls++;
  return controls * 50 > sample.length;
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a BOM: Latin letters have a zero byte at every other place, and at no other. */
function utf16ByZeros(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.length < 4) return null;
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2] = zeros[i % 2]! + 1;
  const half = sample.length / 2;
  const [even, odd] = zeros as [number, number];
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.1) return 'utf-16be';
  return null;
}

function known(label: string | null): string | null {
  if (!label) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const text = decoded(bytes, encoding);
  const broken = text.indexOf(REPLACEMENT);
  const genuine = broken < 0 || strictly(bytes, encoding) !== null;
  return { text, encoding, brokenAt: genuine ? null : byteOffset(bytes, text, broken, encoding) };
}

/** Some runtimes decode windows-1252 as Latin-1: its marks from 0x80 to 0x9F are then set right here. */
function decoded(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes);
  return encoding === 'windows-1252'
    ? text.replace(/[\x80-\x9f]/g, (mark) => WINDOWS[mark.charCodeAt(0) - 128]!)
    : text;
}

/** What windows-1252 has from 0x80 to 0x9F; its five gaps stay the controls that they are. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The byte at which the character at `index` begins. */
function byteOffset(bytes: Uint8Array, text: string, index: number, encoding: string): number {
  const mark = byteOrderMark(bytes) ? (encoding === 'utf-8' ? 3 : 2) : 0;
  const before = text.slice(0, index);
  return (
    mark +
    (encoding === 'utf-8'
      ? Buffer.byteLength(before)
      : before.length * (encoding.startsWith('utf-16') ? 2 : 1))
  );
}

const countOf = (text: string, mark: string): number => text.split(mark).length - 1;

function multibyteCount(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) count++;
  return count;
}
