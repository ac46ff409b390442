import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { ServerType } from '@hono/node-server';
import { openReaders } from '../readers.ts';
import { openStore } from '../store/store.ts';
import { type Call, type Command, type Status, UsageError } from './command.ts';
import { emit } from './output.ts';
import { CODEBOOK, codebookOf, DB } from './read.ts';
import { LEXICON, useLexicon } from './stages.ts';

const PORT = 4747;
/** Threads that read what is added, so that pages keep coming meanwhile. */
const THREADS = 2;

export const SERVE: Command = {
  name: 'serve',
  operands: '',
  summary: 'Show the store as pages in a browser, and add to it there',
  takes: [0, 0],
  options: [
    DB,
    { name: 'port', value: 'N', help: `where it listens; ${PORT} where not given, 0 for any that is free` },
    {
      name: 'host',
      value: 'ADDRESS',
      help: 'the network address it listens at; 127.0.0.1 where not given. Any other needs a token',
    },
    {
      name: 'token',
      value: 'WORDS',
      help: 'what visitors must bring; made up and printed where --host needs one and none is given',
    },
    CODEBOOK,
    LEXICON,
  ],
  examples: ['hearsay serve', 'hearsay serve --db quake.db --port 8080', 'hearsay serve --host 0.0.0.0'],
  run: async (call) => {
    useLexicon(call);
    const codebook = codebookOf(call).name;
    const [port, host] = [portOf(call), call.options.get('host') ?? '127.0.0.1'];
    const token = tokenOf(call, host);
    // Loaded here, so that other commands start without them.
    const [{ serve }, { serverApp, warm }] = await Promise.all([
      import('@hono/node-server'),
      import('../server/app.ts'),
    ]);
    const store = openStore(call.options.get('db') ?? 'hearsay.db');
    const readers = openReaders(THREADS, call.options.get('lexicon'), 0);
    const chance = (): string => randomBytes(12).toString('hex');
    const app = serverApp({
      store,
      token,
      codebook,
      now: () => new Date().toISOString(),
      chance,
      reader: readers.read,
      onError: (error) => process.stderr.write(`hearsay: ${(error as Error)?.stack ?? String(error)}\n`),
    });
    return listening(serve({ fetch: app.fetch, port, hostname: host }), token, warm).finally(async () => {
      await readers.close();
      store.close();
    });
  },
};

/** Says where the site is, and waits until it is asked to stop. */
async function listening(server: ServerType, token: string | null, warm: () => void): Promise<Status> {
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw unheard(error);
  });
  const { address, port, family } = server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${address}]` : address;
  await emit(
    `Hearsay at http://${name}:${port}/${token ? `?token=${encodeURIComponent(token)}` : ''}\nStop with Ctrl+C.\n`,
  );
  setImmediate(warm);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  server.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
  return 0;
}

function unheard({ code, message }: NodeJS.ErrnoException): Error {
  if (code === 'EADDRINUSE') return new Error(`cannot listen: ${message}; give another --port, or 0 for any`);
  return new Error(`cannot listen: ${message}; --host is an address of this machine`);
}

/** @throws UsageError quoting a port that is none */
function portOf({ options }: Call): number {
  const words = options.get('port') ?? String(PORT);
  const port = Number(words);
  if (!/^\d{1,5}$/.test(words) || port > 65_535)
    throw new UsageError(`--port is a number from 0 to 65535, not ${JSON.stringify(words)}`);
  return port;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;
const LEAST_TOKEN = 12;

/** @throws UsageError for a token that is too easily guessed */
function tokenOf({ options }: Call, host: string): string | null {
  const given = options.get('token');
  if (given !== undefined && given.length < LEAST_TOKEN)
    throw new UsageError(
      `--token has at least ${LEAST_TOKEN} characters, not ${given.length}; leave it out to have one made`,
    );
  return given ?? (LOOPBACK.test(host) ? null : randomBytes(18).toString('base64url'));
}
