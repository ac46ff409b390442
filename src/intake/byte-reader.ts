const EMPTY = new Uint8Array();
const LINE_FEED = 10;

/** Reads a stream of bytes piece by piece, looking ahead where need be; holds little more than what was asked for. */
export class ByteReader {
  /** Of the next byte, from the stream's beginning. */
  offset = 0;
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Uint8Array = EMPTY;
  #done = false;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#source = chunks[Symbol.asyncIterator]();
  }

  /** The next `least` bytes or more, without taking them; fewer where the stream ends. */
  async peek(least: number): Promise<Uint8Array> {
    const parts = [this.#held];
    let size = this.#held.length;
    while (size < least && !this.#done) {
      const next = await this.#source.next();
      if (next.done) this.#done = true;
      else if (next.value.length) {
        parts.push(next.value);
        size += next.value.length;
      }
    }
    if (parts.length > 1)
      this.#held = parts[0]!.length || parts.length > 2 ? Buffer.concat(parts) : parts[1]!;
    return this.#held;
  }

  /** Some bytes, at most `most`; none at the end. */
  async take(most: number): Promise<Uint8Array> {
    const held = await this.peek(1);
    const taken = held.subarray(0, most);
    this.#held = held.subarray(taken.length);
    this.offset += taken.length;
    return taken;
  }

  /** The next `count` bytes; fewer where the stream ends. */
  async read(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let size = 0;
    while (size < count) {
      const part = await this.take(count - size);
      if (!part.length) break;
      parts.push(part);
      size += part.length;
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }

  /** Passes over `count` bytes; how many there were. */
  async skip(count: number): Promise<number> {
    let passed = 0;
    while (passed < count) {
      const part = await this.take(count - passed);
      if (!part.length) break;
      passed += part.length;
    }
    return passed;
  }

  /** The next line with its end, cut at `most` bytes; empty at the stream's end. */
  async line(most: number): Promise<Uint8Array> {
    for (let least = 1; ; ) {
      const held = await this.peek(least);
      const end = held.indexOf(LINE_FEED) + 1;
      if (end > 0 || held.length < least || held.length >= most) return this.take(end || most);
      least = held.length + 1;
    }
  }

  /** Puts bytes that were taken back, to be read again. */
  unread(bytes: Uint8Array): void {
    this.#held = this.#held.length ? Buffer.concat([bytes, this.#held]) : bytes;
    this.offset -= bytes.length;
  }

  /** All that follows. */
  async *rest(): AsyncGenerator<Uint8Array> {
    for (let part = await this.take(1 << 20); part.length; part = await this.take(1 << 20)) yield part;
  }

  /** Lets the source go. */
  async close(): Promise<void> {
    this.#done = true;
    this.#held = EMPTY;
    await this.#source.return?.();
  }
}
