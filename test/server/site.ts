import { readBytes, readInputs } from '../../src/intake/inputs.ts';
import type { Told } from '../../src/pages/report.ts';
import { readInto } from '../../src/pipeline.ts';
import { serverApp } from '../../src/server/app.ts';
import type { Site } from '../../src/server/site.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { profileOf } from '../../src/stories/profile.ts';

/** An answer of the API; the tests themselves say what it must be. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Json = any;

/** Ids of additions count up, so that tests know them. */
let ids = 0;

export const BASE = 'http://127.0.0.1:4747';

/** A site over a store in memory, its clock stopped. */
export function siteOf(store: Store, more: Partial<Site> = {}) {
  const errors: unknown[] = [];
  const site: Site = {
    store,
    token: null,
    codebook: 'plain',
    now: () => '2026-03-20T10:00:00Z',
    chance: () => (0xabc00000 + ids++).toString(16),
    onError: (error) => errors.push(error),
    ...more,
  };
  const app = serverApp(site);
  const ask = async (
    path: string,
    init: RequestInit & { headers?: Record<string, string> } = {},
  ): Promise<Response> =>
    app.request(`${BASE}${path}`, { ...init, headers: { host: '127.0.0.1:4747', ...init.headers } });
  const text = async (path: string): Promise<string> => (await ask(path)).text();
  const json = async (
    path: string,
    init: RequestInit & { headers?: Record<string, string> } = {},
  ): Promise<Json> => (await ask(path, init)).json();
  return { app, ask, text, json, errors, store };
}

/** A store of the three invented stories of `examples/`. */
export async function exampleStore(): Promise<Store> {
  const store = openStore(':memory:');
  await readInto(store, readInputs(['examples']));
  return store;
}

/** A store of the texts, each a capture of that name. */
export async function storeOf(captures: Readonly<Record<string, string>>): Promise<Store> {
  const store = openStore(':memory:');
  async function* taken() {
    for (const [name, text] of Object.entries(captures))
      yield* readBytes(new TextEncoder().encode(text), name);
  }
  await readInto(store, taken());
  return store;
}

/** A form as a browser of this site sends it. */
export function formOf(
  fields: Readonly<Record<string, string | readonly string[]>>,
): RequestInit & { headers: Record<string, string> } {
  const body = new FormData();
  for (const [name, values] of Object.entries(fields))
    for (const value of typeof values === 'string' ? [values] : values) body.append(name, value);
  return { method: 'POST', body, headers: { origin: BASE, 'sec-fetch-site': 'same-origin' } };
}

/** Puts an invented ledger into a store as if it had been read. */
export function shelve(store: Store, { ledger, articles }: Told): void {
  store.transaction(() => {
    for (const article of articles) {
      const claims = ledger.entries.filter((entry) => entry.article === article.id);
      const responses = ledger.responses.filter((response) => response.article === article.id);
      store.add({ article, claims, responses }, profileOf(article, claims), {
        bytes: new Uint8Array(),
        source: null,
      });
      store.addCapture(article.file, article.id);
    }
    store.settle(
      articles.map(({ id }) => id),
      [ledger],
    );
  });
}
