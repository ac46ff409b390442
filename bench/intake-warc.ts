/**
 * Memory and speed on a large WARC file, which is made as it is read: pages with pictures between them, as crawls have.
 *
 *   node bench/intake-warc.ts GIGABYTES [--packed] [--damaged]
 *
 * --packed: each record by gzip. --damaged: every thousandth record is broken.
 */
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { readInputs } from '../src/intake/inputs.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { packed: { type: 'boolean' }, damaged: { type: 'boolean' } },
});
const bytes = Number(positionals[0] ?? '1') * 1e9;
const PICTURE = Buffer.alloc(300_000, 'picture ');
const WORDS =
  'police river town people flood bridge water service said night rescue boats school children road rain'.split(
    ' ',
  );

let made = 0;
let records = 0;

/** Numbers that look drawn by lot and are the same each time. */
let state = 1;
function drawn(most: number): number {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return state % most;
}

const sentence = (): string =>
  `${Array.from({ length: 8 + drawn(20) }, () => WORDS[drawn(WORDS.length)]).join(' ')}.`;

function page(number: number): string {
  const links = Array.from(
    { length: 150 },
    (_, i) => `<li class="menu-item"><a href="/${i}">${sentence()}</a></li>`,
  );
  const paragraphs = Array.from({ length: 25 }, () => `<p>On day ${number} ${sentence()} ${sentence()}</p>`);
  return `<html><head><title>Flood ${number}</title><script>${'x=1;'.repeat(8000)}</script></head><body><ul>${links.join('')}</ul>
    <h1>Flood ${number}</h1><article>${paragraphs.join('')}</article></body></html>`;
}

function record(type: string, content: string | Buffer): Buffer {
  const body = Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`),
    Buffer.from(content as string),
  ]);
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://tamsk.example/${records}\r\nContent-Length: ${body.length}\r\n\r\n`;
  const whole = Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')]);
  const out = values.packed ? gzipSync(whole, { level: 1 }) : whole;
  if (values.damaged && records % 1000 === 500) out.fill(0x41, out.length >> 1, (out.length >> 1) + 40);
  return out;
}

async function* archive(): AsyncGenerator<Uint8Array> {
  while (made < bytes) {
    records++;
    const out = records % 3 ? record('image/jpeg', PICTURE) : record('text/html', page(records));
    made += values.packed ? 300_000 : out.length;
    yield out;
  }
}

const began = process.cpuUsage();
let [articles, problems, peak] = [0, 0, 0];
for await (const taken of readInputs(['-'], { stdin: archive() })) {
  if (taken.kind === 'problem') {
    problems++;
    if (problems < 4) console.log(`  ${taken.problem.place ?? ''}: ${taken.problem.reason}`);
  } else if (++articles % 500 === 0) {
    const { rss } = process.memoryUsage();
    peak = Math.max(peak, rss);
    if (articles % 2000 === 0)
      console.log(`  ${articles} articles, ${(made / 1e9).toFixed(2)} GB, ${(rss / 1e6).toFixed(0)} MB`);
  }
}
const { user, system } = process.cpuUsage(began);
const seconds = (user + system) / 1e6;
console.log(
  `${(made / 1e9).toFixed(1)} GB, ${records} records: ${articles} articles, ${problems} problems, at most ${(peak / 1e6).toFixed(0)} MB, ${seconds.toFixed(0)} s of processor time`,
);
