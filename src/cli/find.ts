import type { Ledger } from '../ledger/ledger.ts';
import type { Store } from '../store/store.ts';
import type { Story } from '../stories/story.ts';
import { UsageError } from './command.ts';

/** The one story whose id begins so. @throws UsageError where there is none or more than one */
export const storyNamed = (store: Store, prefix: string): Story =>
  only(
    'story',
    prefix,
    store.stories().filter(({ id }) => id.startsWith(prefix)),
    'hearsay story list',
  );

/** The one article of the story whose id begins so, or that was found under this file name. */
export const articleNamed = (store: Store, { articles }: Story, name: string): string =>
  only(
    'article of the story',
    name,
    articles.filter((id) => id.startsWith(name) || store.files(id).includes(name)).map((id) => ({ id })),
    'hearsay story list',
  ).id;

/** A claim and the ledger that it is in. */
export interface Found {
  readonly id: string;
  readonly ledger: Ledger;
}

/** The one claim named by the beginning of its id, or by file and place as "hearsay show QUESTION" prints them. */
export function claimNamed(store: Store, name: string): Found {
  const found = store.stories().flatMap(({ id: story }) => {
    const ledger = store.ledger(story);
    return ledger.entries
      .filter(({ id, file, figure }) => id.startsWith(name) || `${file}:${figure.start}` === name)
      .map(({ id }) => ({ id, ledger }));
  });
  return only('claim', name, found, 'hearsay show QUESTION');
}

function only<T extends { readonly id: string }>(
  what: string,
  name: string,
  found: readonly T[],
  where: string,
): T {
  const [one] = found;
  if (!one) throw new UsageError(`there is no ${what} ${JSON.stringify(name)}; "${where}" lists them`);
  if (found.length > 1)
    throw new UsageError(
      `${found.length} answer to ${what} ${JSON.stringify(name)}: ${found
        .slice(0, 5)
        .map(({ id }) => id.slice(0, 12))
        .join(', ')}; give more of the id`,
    );
  return one;
}
