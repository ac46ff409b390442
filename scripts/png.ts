import { deflateSync, inflateSync } from 'node:zlib';

/** A picture's size and its pixels, red, green and blue a byte each. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/**
 * The PNG with at most 256 colours, the most frequent ones; other pixels take the nearest. Pictures of pages lose nothing that
 * an eye sees and two thirds of their weight.
 * @param png 8-bit RGB or RGBA without interlacing, as browsers take screenshots
 */
export function reduced(png: Uint8Array): Uint8Array {
  const { width, height, rgb } = decoded(png);
  const counts = new Map<number, number>();
  for (let i = 0; i < rgb.length; i += 3) {
    const colour = colourAt(rgb, i);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = [...counts]
    .sort(([a, n], [b, m]) => m - n || a - b)
    .slice(0, 256)
    .map(([colour]) => colour);
  const index = new Map<number, number>();
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 3) {
      const colour = colourAt(rgb, i);
      const known = index.get(colour) ?? nearest(colour, palette);
      index.set(colour, known);
      rows[y * (width + 1) + x + 1] = known;
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const colourAt = (rgb: Uint8Array, i: number): number => (rgb[i]! << 16) | (rgb[i + 1]! << 8) | rgb[i + 2]!;

function nearest(colour: number, palette: readonly number[]): number {
  const far = (other: number): number =>
    ((colour >> 16) - (other >> 16)) ** 2 +
    (((colour >> 8) & 255) - ((other >> 8) & 255)) ** 2 +
    ((colour & 255) - (other & 255)) ** 2;
  let best = 0;
  for (let i = 1; i < palette.length; i++) if (far(palette[i]!) < far(palette[best]!)) best = i;
  return best;
}

function decoded(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png);
  const parts: Buffer[] = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = 8; at < bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 8, at + 8 + size);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    if (kind === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      channels = { 2: 3, 6: 4 }[body[9]!] ?? 0;
      if (body[8] !== 8 || !channels || body[12])
        throw new Error(`a PNG of depth ${body[8]} and kind ${body[9]}; give 8-bit RGB or RGBA`);
    } else if (kind === 'IDAT') parts.push(body);
    at += size + 12;
  }
  return { width, height, rgb: unfiltered(inflateSync(Buffer.concat(parts)), width, height, channels) };
}

/** The filters of the PNG specification, section 9, undone. */
function unfiltered(rows: Buffer, width: number, height: number, channels: number): Uint8Array {
  const stride = width * channels;
  const line = new Uint8Array(stride);
  const above = new Uint8Array(stride);
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const from = y * (stride + 1);
    for (let i = 0; i < stride; i++) {
      const [left, up, corner] = [
        i < channels ? 0 : line[i - channels]!,
        above[i]!,
        i < channels ? 0 : above[i - channels]!,
      ];
      line[i] = rows[from + 1 + i]! + predicted(rows[from]!, left, up, corner);
    }
    above.set(line);
    for (let x = 0; x < width; x++)
      rgb.set(line.subarray(x * channels, x * channels + 3), (y * width + x) * 3);
  }
  return rgb;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function chunk(kind: string, body: Buffer): Buffer {
  const data = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const whole = Buffer.alloc(data.length + 8);
  whole.writeUInt32BE(body.length, 0);
  data.copy(whole, 4);
  whole.writeUInt32BE(checksum(data), data.length + 4);
  return whole;
}

/** CRC-32 as in the PNG specification, annex D. */
function checksum(data: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
