import { html } from 'hono/html';
import { documentOf } from '../pages/document.ts';
import type { Context } from './site.ts';

/** What can go wrong with a request. */
export type Code =
  | 'bad-request'
  | 'not-allowed'
  | 'forbidden'
  | 'not-found'
  | 'too-large'
  | 'too-busy'
  | 'internal';

const STATUS = {
  'bad-request': 400,
  'not-allowed': 401,
  forbidden: 403,
  'not-found': 404,
  'too-large': 413,
  'too-busy': 503,
  internal: 500,
} as const satisfies Record<Code, number>;

const TITLES: Readonly<Record<Code, string>> = {
  'bad-request': 'That cannot be asked',
  'not-allowed': 'A token is needed',
  forbidden: 'Not from there',
  'not-found': 'Not here',
  'too-large': 'Too large',
  'too-busy': 'Busy',
  internal: 'Something broke',
};

/** A request that is refused; its message quotes the offending value and says what to do. */
export class Refused extends Error {
  readonly code: Code;
  constructor(code: Code, message: string) {
    super(message);
    this.code = code;
  }
}

/** The one shape of an error of the API. */
export interface ApiError {
  readonly error: { readonly status: number; readonly code: Code; readonly message: string };
}

/** The one map from what was thrown to what is answered: a page for people, {@link ApiError} below `/api`. */
export function answerError(error: unknown, context: Context, onError: (error: unknown) => void): Response {
  const code = error instanceof Refused ? error.code : 'internal';
  if (code === 'internal') onError(error);
  const message =
    error instanceof Refused ? error.message : 'the server failed on this request; its log has the reason';
  const status = STATUS[code];
  context.header('Cache-Control', 'no-store');
  if (context.req.path.startsWith('/api')) {
    const body: ApiError = { error: { status, code, message } };
    return context.json(body, status);
  }
  const body = html`<h1>${TITLES[code]}</h1><p class="lead">${message}</p><p><a href="/">All stories</a></p>`;
  return context.html(documentOf({ title: TITLES[code], body }), status);
}
