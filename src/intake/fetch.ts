import { type LookupAddress, lookup } from 'node:dns';
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isPublic } from './addresses.ts';

/** What a server gave for an address. */
export interface Fetched {
  readonly kind: 'fetched';
  /** The address that answered, after redirects. */
  readonly url: string;
  /** As decoded from the transfer: never compressed. */
  readonly bytes: Uint8Array;
  /** The media type in lower case, without parameters; `null` where none is stated. */
  readonly type: string | null;
  /** The encoding that the server states. */
  readonly charset: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** When it was fetched, as an ISO timestamp. */
  readonly at: string;
}

/** The server has nothing newer than what `etag` and `lastModified` name. */
export interface Unchanged {
  readonly kind: 'unchanged';
}

/** Why there is nothing, in plain words and with what to do. */
export interface NotFetched {
  readonly kind: 'failed';
  readonly reason: string;
  /** The HTTP status, where a server answered. */
  readonly status: number | null;
  /** Seconds that the server asks to be left alone for. */
  readonly retryAfter: number | null;
}

export interface FetchOptions {
  /** Also fetch from loopback, private and link-local addresses. */
  readonly allowPrivate?: boolean;
  /** Larger answers are not read, in bytes once unpacked; 64 MB where not given. */
  readonly mostBytes?: number;
  /** For the whole of it, redirects included, in milliseconds; 30,000 where not given. */
  readonly timeout?: number;
  /** Ask only for what is newer. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly signal?: AbortSignal;
}

/** How Hearsay names itself to servers; robots.txt may address `hearsay`. */
export const AGENT = 'hearsay/0.1 (news reader; one request at a time)';
const MOST_REDIRECTS = 8;
const MOST_BYTES = 64_000_000;
const TIMEOUT = 30_000;
const ACCEPT =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/** A request that was not made or not answered as hoped; becomes a {@link NotFetched}. */
class Refusal extends Error {
  readonly status: number | null;
  readonly retryAfter: number | null;
  constructor(reason: string, status: number | null = null, retryAfter: number | null = null) {
    super(reason);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/**
 * Fetches an address by GET. Never throws. Only http and https; never from an address that is not of the public internet,
 * whether named by number, by a host's DNS entry (checked as the connection is made, so that a second answer cannot differ) or
 * reached by a redirect, unless `allowPrivate`. Size and time are bounded, compressed answers by their unpacked size. Sends
 * no cookies, no credentials and no referrer.
 */
export async function fetchAddress(
  address: string,
  options: FetchOptions = {},
): Promise<Fetched | Unchanged | NotFetched> {
  const timeout = options.timeout ?? TIMEOUT;
  const limit = AbortSignal.timeout(timeout);
  const signal = options.signal ? AbortSignal.any([limit, options.signal]) : limit;
  try {
    return await follow(address, options, signal);
  } catch (error) {
    if (error instanceof Refusal)
      return { kind: 'failed', reason: error.message, status: error.status, retryAfter: error.retryAfter };
    const reason = limit.aborted
      ? `did not answer in full within ${Math.round(timeout / 1000)} seconds; try again later`
      : reasonOf(error as NodeJS.ErrnoException);
    return { kind: 'failed', reason, status: null, retryAfter: null };
  }
}

async function follow(
  address: string,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Fetched | Unchanged> {
  let url = urlOf(address);
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    const answer = await ask(url, options, signal);
    const { statusCode = 0, headers } = answer;
    if (statusCode >= 300 && statusCode < 400 && statusCode !== 304 && headers.location) {
      answer.destroy();
      url = urlOf(headers.location, url);
      continue;
    }
    if (statusCode === 304) {
      answer.destroy();
      return { kind: 'unchanged' };
    }
    if (statusCode !== 200) {
      answer.destroy();
      throw new Refusal(statusReason(statusCode), statusCode, secondsOf(headers['retry-after']));
    }
    return fetched(url, answer, options.mostBytes ?? MOST_BYTES);
  }
  throw new Refusal(`redirects more than ${MOST_REDIRECTS} times; give the address that it ends at`);
}

/** @throws Refusal where the words are no address of the web */
function urlOf(words: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(words, base);
  } catch {
    throw new Refusal(`${JSON.stringify(words.slice(0, 200))} is no address; give http://… or https://…`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Refusal(
      `leads to ${JSON.stringify(url.href.slice(0, 200))}; only http and https addresses are fetched`,
    );
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

function ask(url: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!options.allowPrivate && isIP(host) && !isPublic(host)) throw closedTo(url.hostname, host);
  const settings: RequestOptions = {
    agent: false,
    signal,
    headers: {
      'user-agent': AGENT,
      accept: ACCEPT,
      'accept-encoding': 'gzip, deflate, br',
      ...(options.etag && { 'if-none-match': options.etag }),
      ...(options.lastModified && { 'if-modified-since': options.lastModified }),
    },
    ...(!options.allowPrivate && { lookup: lookupPublic }),
  };
  return new Promise((resolve, reject) => {
    (url.protocol === 'https:' ? requestHttps : requestHttp)(url, settings, resolve)
      .on('error', reject)
      .end();
  });
}

/** As `dns.lookup`, but a host of which any address is not public has none. */
const lookupPublic: NonNullable<RequestOptions['lookup']> = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return done(error, '', 4);
    const closed = found.find(({ address }) => !isPublic(address));
    if (closed) return done(closedTo(host, closed.address), '', 4);
    if (options.all) return done(null, found);
    return done(null, found[0]!.address, found[0]!.family);
  });
};

const closedTo = (host: string, ip: string): Refusal =>
  new Refusal(
    `${JSON.stringify(host)} is ${ip === host ? 'an address' : `at ${ip}`} of a private network, from which nothing is fetched`,
  );

async function fetched(url: URL, answer: IncomingMessage, most: number): Promise<Fetched> {
  const { headers } = answer;
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((one) => /^\s*charset\s*=\s*"?([\w-]+)/.exec(one)?.[1]).find(Boolean);
  return {
    kind: 'fetched',
    url: url.href,
    bytes: await bodyOf(answer, most),
    type: type.trim() || null,
    charset: charset ?? null,
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    at: new Date().toISOString(),
  };
}

async function bodyOf(answer: IncomingMessage, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const body = unpacked(answer);
  answer.on('error', (error) => body.destroy(error));
  for await (const part of body as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > most) {
      answer.destroy();
      throw new Refusal(`is larger than ${Math.round(most / 1_000_000)} MB; no report is`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function unpacked(answer: IncomingMessage): Readable {
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return answer;
  if (encoding === 'gzip' || encoding === 'x-gzip') return answer.pipe(createGunzip());
  if (encoding === 'deflate') return answer.pipe(createInflate());
  if (encoding === 'br') return answer.pipe(createBrotliDecompress());
  answer.destroy();
  throw new Refusal(`is packed as ${JSON.stringify(encoding)}, which was not asked for`);
}

function secondsOf(words: string | undefined): number | null {
  if (!words) return null;
  const seconds = Number(words);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const until = Date.parse(words);
  return Number.isNaN(until) ? null : Math.max(0, Math.round((until - Date.now()) / 1000));
}

function statusReason(status: number): string {
  if (status === 404 || status === 410) return `is gone (status ${status}); look for it in a web archive`;
  if (status === 401 || status === 402 || status === 403)
    return `may not be read (status ${status}); save it from a browser`;
  if (status === 429) return 'asks for fewer requests (status 429); try again later';
  return status >= 500
    ? `has a server in trouble (status ${status}); try again later`
    : `was not given (status ${status})`;
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  const reasons: Record<string, string> = {
    ENOTFOUND: 'has a host that does not exist; check the address',
    EAI_AGAIN: 'has a host whose name cannot be looked up now; check the network',
    ECONNREFUSED: 'has a host that refuses the connection; check the address',
    ECONNRESET: 'was cut off by its server; try again later',
    ABORT_ERR: 'was given up',
  };
  return reasons[code ?? ''] ?? `cannot be fetched: ${message}`;
}
