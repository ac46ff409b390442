import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { Refused } from './errors.ts';
import type { Context, Site } from './site.ts';

/** Nothing from elsewhere, nothing inline, no frames: a capture that slips through still cannot act. */
export const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const COOKIE = 'hearsay';

/** Headers that every answer has. */
export const headers: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set('Content-Security-Policy', POLICY);
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'no-referrer');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
};

/**
 * Lets in who may come. Without a token only this machine reaches the server, and only by a name of its own: a page elsewhere whose
 * host name was pointed here is refused. With one, every request brings it, as a bearer token, or once as `?token=` for a cookie.
 */
export const entrance =
  ({ token }: Site): MiddlewareHandler =>
  async (context, next) => {
    if (token === null) {
      const host = hostOf(context);
      if (!LOOPBACK.has(host.replace(/:\d+$/, '')))
        throw new Refused(
          'forbidden',
          `this server answers for this machine alone, not as ${JSON.stringify(host.slice(0, 80))}; start it with --host to serve others`,
        );
      return next();
    }
    const given = context.req.query('token');
    if (given !== undefined && context.req.method === 'GET' && same(given, token)) {
      setCookie(context, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      const url = new URL(context.req.url);
      url.searchParams.delete('token');
      return context.redirect(`${url.pathname}${url.search}`, 303);
    }
    const [, bearer] = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '') ?? [];
    if (same(bearer ?? getCookie(context, COOKIE) ?? '', token)) return next();
    throw new Refused(
      'not-allowed',
      'open the address that "hearsay serve" printed, or send its token as "Authorization: Bearer …"',
    );
  };

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const hostOf = (context: Context): string => (context.req.header('host') ?? '').toLowerCase();

/** Compares without telling by time how much is right. */
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (words: string): Buffer => createHash('sha256').update(words).digest();

const SAFE = new Set(['GET', 'HEAD']);

/**
 * Requests that change something come from this site's own pages, or from no browser at all: browsers say where a request comes
 * from and pages cannot make them lie.
 */
export const sameSite: MiddlewareHandler = async (context, next) => {
  if (SAFE.has(context.req.method)) return next();
  const site = context.req.header('sec-fetch-site');
  const origin = context.req.header('origin');
  const own =
    site !== undefined ? site === 'same-origin' : origin === undefined || isOwn(origin, hostOf(context));
  if (!own)
    throw new Refused(
      'forbidden',
      `a page of ${JSON.stringify((origin ?? site ?? '').slice(0, 120))} may not change anything here; use this site's own forms`,
    );
  return next();
};

function isOwn(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
