import type { Assertion, Ledger } from '../ledger/ledger.ts';
import { type Article, nameOfFile } from '../text/article.ts';
import type { Day } from '../text/interval.ts';

/** An originator of a story with who carries it. */
export interface Voice {
  readonly name: string;
  readonly kind: Assertion['kind'];
  readonly assertions: number;
  /** By outlet: how many of its assertions that outlet carries. */
  readonly outlets: ReadonlyMap<string, number>;
  readonly first: Day | null;
}

/** An outlet of a story: what it says in its own voice, and what it carries of others. */
export interface Relay {
  readonly name: string;
  readonly articles: number;
  readonly own: number;
  readonly relayed: number;
  /** How many of its articles take their text from another. */
  readonly copies: number;
}

const countBy = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(names, (name) => name)].map(([name, some]) => [name, some.length]));

/** Every originator, those carried by most outlets first. */
export function voicesIn({ assertions }: Pick<Ledger, 'assertions'>): readonly Voice[] {
  return [...Map.groupBy(assertions, ({ originator }) => originator)]
    .map(
      ([name, own]): Voice => ({
        name,
        kind: own[0]!.kind,
        assertions: own.length,
        outlets: countBy(own.flatMap(({ outlets }) => outlets)),
        first: own.flatMap(({ on }) => on?.from ?? on?.to ?? []).sort()[0] ?? null,
      }),
    )
    .sort(
      (a, b) => b.outlets.size - a.outlets.size || b.assertions - a.assertions || (a.name < b.name ? -1 : 1),
    );
}

/** Every outlet, those that relay most first. */
export function relaysIn(
  { assertions, copies }: Pick<Ledger, 'assertions' | 'copies'>,
  articles: readonly Article[],
): readonly Relay[] {
  const taken = new Set(copies.filter(({ revision }) => !revision).map(({ to }) => to));
  const ownVoice = ({ originator, kind }: Assertion, name: string): boolean =>
    kind === 'outlet' && originator === name;
  return [...Map.groupBy(articles, ({ outlet, file }) => outlet ?? nameOfFile(file))]
    .map(([name, some]): Relay => {
      const carried = assertions.filter(({ outlets }) => outlets.includes(name));
      const own = carried.filter((assertion) => ownVoice(assertion, name)).length;
      return {
        name,
        articles: some.length,
        own,
        relayed: carried.length - own,
        copies: some.filter(({ id }) => taken.has(id)).length,
      };
    })
    .sort((a, b) => b.relayed - a.relayed || b.articles - a.articles || (a.name < b.name ? -1 : 1));
}
