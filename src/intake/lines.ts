/** One line of a stream, without its end. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly bytes: Uint8Array;
  /** The limit in megabytes that the line exceeds, its bytes then left out; 0 for a line that is whole. */
  readonly tooLong: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * The lines of a stream of bytes, parted at LF or CRLF. Holds one line at a time; of a line longer than `megabytes`
 * it holds nothing.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, megabytes = 64): AsyncGenerator<Line> {
  const most = megabytes * 1_000_000;
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const close = (): Line => {
    const line =
      size > most
        ? { number, bytes: new Uint8Array(), tooLong: megabytes }
        : { number, bytes: joined(parts), tooLong: 0 };
    [parts, size, number] = [[], 0, number + 1];
    return line;
  };
  const add = (part: Uint8Array): void => {
    size += part.length;
    if (size > most) parts = [];
    else parts.push(part);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, at));
      yield close();
      from = at + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (size) yield close();
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  return whole.at(-1) === CARRIAGE_RETURN ? whole.subarray(0, -1) : whole;
}
