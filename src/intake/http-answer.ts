import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { magicOf } from './sniff.ts';

/** Headers by name in lower case, the first of a name. */
export type Headers = ReadonlyMap<string, string>;

/** Bytes that are no HTTP answer, or one that cannot be read. */
export class BadAnswer extends Error {}

const LONGEST_HEAD = 65_536;

/** An HTTP answer as an archive keeps it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** @throws BadAnswer where the bytes are no HTTP answer */
export function answerIn(bytes: Uint8Array): Answer {
  const head = latin(bytes.subarray(0, LONGEST_HEAD));
  const end = /\r?\n\r?\n/.exec(head);
  const status = /^HTTP\/[\d.]+\s+(\d{3})/.exec(head);
  if (!status || !end) throw new BadAnswer('holds no answer of HTTP');
  const lines = head.slice(0, end.index).split(/\r?\n/).slice(1);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { status: Number(status[1]), headers, body: bytes.subarray(end.index + end[0].length) };
}

/**
 * The body without what the transport did to it; archives often keep the headers and undo the packing.
 * @param most the most bytes that it may come to
 * @throws BadAnswer where it comes to more
 */
export function bodyOf({ headers, body }: Answer, most: number): Uint8Array {
  const whole = /chunked/i.test(headers.get('transfer-encoding') ?? '') ? unchunked(body) : body;
  const packing = headers.get('content-encoding')?.toLowerCase() ?? '';
  const options = { maxOutputLength: most };
  try {
    if (magicOf(whole) === 'compressed with gzip') return gunzipSync(whole, options);
    if (packing === 'br') return brotliDecompressSync(whole, options);
    return packing === 'deflate' ? inflateSync(whole, options) : whole;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new BadAnswer(`unpacks to more than ${most / 1_000_000} MB; no report does`);
    return whole;
  }
}

/** The body of which each chunk has its length before it; the bytes as they are where that is not so. */
function unchunked(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = /^\s*([\da-f]{1,8})[^\n]{0,200}\n/i.exec(latin(bytes.subarray(at, at + 256)));
    if (!size) return parts.length ? Buffer.concat(parts) : bytes;
    const length = Number.parseInt(size[1]!, 16);
    at += size[0].length;
    if (!length) break;
    parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  return Buffer.concat(parts);
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
