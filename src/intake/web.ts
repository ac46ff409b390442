import { type Fetched, type FetchOptions, fetchAddress, type NotFetched, type Unchanged } from './fetch.ts';
import { ANYTHING, NOTHING, type Robots, robotsOf } from './robots.ts';

/** A polite way to the web: one request at a time a host, with a pause, as its robots.txt asks. */
export interface Web {
  /** Never throws; what robots.txt forbids, and a host that asked to be left alone, is not asked. */
  get(
    url: string,
    options?: Pick<FetchOptions, 'etag' | 'lastModified'>,
  ): Promise<Fetched | Unchanged | NotFetched>;
}

export interface WebOptions extends Pick<FetchOptions, 'allowPrivate' | 'timeout' | 'mostBytes' | 'signal'> {
  /** Milliseconds between two requests to a host, unless robots.txt asks for more; 1,000 where not given. */
  readonly pause?: number;
  /** The time in milliseconds, and a way to wait; the system's where not given. */
  readonly clock?: Clock;
}

/** Where the time comes from. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** What is known of a host while we ask it. */
interface Host {
  /** The last request's end, for the next one to wait for. */
  queue: Promise<unknown>;
  free: number;
  robots: Robots | null;
  robotsUntil: number;
  /** Not to be asked before this time. */
  closedUntil: number;
}

const AGENT = 'hearsay';
const DAY = 86_400_000;
const LONGEST_DELAY = 60_000;
/** A host in trouble is left alone for this long, unless it says for how long. */
const TROUBLE = 300_000;

/** Opens the way; hosts and their robots.txt are remembered as long as it is used. */
export function openWeb(options: WebOptions = {}): Web {
  const hosts = new Map<string, Host>();
  const clock = options.clock ?? SYSTEM_CLOCK;
  return {
    async get(url, asked = {}) {
      const { origin, pathname, search } = URL.canParse(url)
        ? new URL(url)
        : { origin: '', pathname: '', search: '' };
      const host = hosts.get(origin) ?? newHost();
      hosts.set(origin, host);
      const turn = host.queue.then(async () => {
        if (clock.now() < host.closedUntil) return closed(host, clock);
        await learnRobots(origin, host, options, clock);
        if (!host.robots!.allows(pathname + search)) return refused(host);
        return ask(url, host, { ...options, ...asked }, options.pause ?? 1000, clock);
      });
      host.queue = turn;
      return turn;
    },
  };
}

const newHost = (): Host => ({
  queue: Promise.resolve(),
  free: 0,
  robots: null,
  robotsUntil: 0,
  closedUntil: 0,
});

async function ask(url: string, host: Host, options: FetchOptions, pause: number, clock: Clock) {
  const wait = host.free - clock.now();
  if (wait > 0 && !options.signal?.aborted) await clock.sleep(wait);
  if (options.signal?.aborted) return failed('was not asked for, as the watch was ended');
  const found = await fetchAddress(url, options);
  const asked = Math.min((host.robots?.delay ?? 0) * 1000, LONGEST_DELAY);
  host.free = clock.now() + Math.max(pause, asked);
  if (found.kind === 'failed' && (found.status === 429 || found.status === 503))
    host.closedUntil = clock.now() + Math.min((found.retryAfter ?? TROUBLE / 1000) * 1000, DAY);
  return found;
}

async function learnRobots(origin: string, host: Host, options: WebOptions, clock: Clock): Promise<void> {
  if (host.robots && clock.now() < host.robotsUntil) return;
  host.robots = null;
  const found = await ask(`${origin}/robots.txt`, host, options, options.pause ?? 1000, clock);
  const gone = found.kind === 'failed' && found.status !== null && found.status >= 400 && found.status < 500;
  host.robots =
    found.kind === 'fetched'
      ? robotsOf(new TextDecoder().decode(found.bytes), AGENT)
      : gone && found.status !== 429
        ? ANYTHING
        : NOTHING;
  host.robotsUntil = clock.now() + (host.robots === NOTHING ? TROUBLE : DAY);
}

const failed = (reason: string, retryAfter: number | null = null): NotFetched => ({
  kind: 'failed',
  reason,
  status: null,
  retryAfter,
});

const refused = ({ robots }: Host): NotFetched =>
  robots === NOTHING
    ? failed('is not asked for, as its robots.txt cannot be had; it is tried again later', TROUBLE / 1000)
    : { ...failed('may not be fetched by programs, says its robots.txt'), status: 403 };

function closed({ closedUntil }: Host, clock: Clock): NotFetched {
  const seconds = Math.ceil((closedUntil - clock.now()) / 1000);
  return failed(`asked to be left alone for ${seconds} seconds more`, seconds);
}
