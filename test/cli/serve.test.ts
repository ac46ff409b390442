import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { hearsay, newFolder, ROOT } from './run.ts';

const started: ChildProcess[] = [];
after(() => {
  for (const one of started) one.kill('SIGKILL');
});

/** Starts the server at a free port; the address that it prints. */
async function serving(...words: string[]): Promise<{ address: string; server: ChildProcess }> {
  const db = join(newFolder(), 'serve.db');
  const server = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(ROOT, 'bin/hearsay.js'),
      'serve',
      '--port',
      '0',
      '--db',
      db,
      ...words,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  started.push(server);
  let said = '';
  for await (const chunk of server.stdout!) {
    said += chunk;
    const [, address] = /Hearsay at (\S+)/.exec(said) ?? [];
    if (address) return { address, server };
  }
  throw new Error(`it said ${JSON.stringify(said)}`);
}

describe('hearsay serve', () => {
  test('prints where it is, answers there, and stops when asked', async () => {
    const { address, server } = await serving();
    assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/$/);
    assert.match(await (await fetch(address)).text(), /No story yet/);
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    assert.deepEqual((await ended)[0], 0);
  });

  test('wants the printed token where others can reach it', async () => {
    const { address } = await serving('--host', '0.0.0.0');
    const url = new URL(address);
    url.hostname = '127.0.0.1';
    assert.ok(url.searchParams.get('token')!.length >= 20);
    assert.equal((await fetch(url.origin)).status, 401);
    const headers = { authorization: `Bearer ${url.searchParams.get('token')}` };
    assert.equal((await fetch(url.origin, { headers })).status, 200);
  });

  test('says what is wrong with a port, a token, an address', () => {
    for (const [words, status, said] of [
      [['--port', 'high'], 2, /--port is a number from 0 to 65535, not "high"/],
      [['--token', 'short'], 2, /--token has at least 12 characters, not 5/],
      [['--host', '192.0.2.1', '--port', '0'], 1, /cannot listen: .*--host is an address of this machine/],
    ] as const) {
      const ran = hearsay(['serve', '--db', ':memory:', ...words]);
      assert.equal(ran.status, status, words.join(' '));
      assert.match(ran.said, said);
    }
  });
});
