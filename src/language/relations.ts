import type { TagKinds } from './look.ts';
import type { Relation } from './state.ts';

/** Relations that later decisions look for among a word's dependants, grouped; the place gives the bit. */
const GROUPS: readonly (readonly string[])[] = [
  ['nsubj', 'csubj', 'expl'],
  ['nsubj:pass', 'csubj:pass'],
  ['obj'],
  ['iobj'],
  ['ccomp'],
  ['xcomp'],
  ['aux'],
  ['aux:pass'],
  ['cop'],
  ['mark'],
  ['case'],
  ['det', 'nmod:poss'],
  ['amod', 'nummod', 'compound'],
  ['cc'],
  ['conj'],
  ['obl', 'obl:agent', 'advcl'],
  ['nmod', 'acl', 'acl:relcl', 'appos'],
  ['advmod'],
  ['punct'],
  ['flat', 'fixed', 'goeswith'],
];

/** What each relation does to the state of a parse, by its number. */
export const relationsOf = (names: readonly string[]): readonly Relation[] =>
  names.map((name, number) => {
    const group = GROUPS.findIndex((members) => members.includes(name));
    return { number, group: group < 0 ? 0 : 1 << group, marks: name === 'case' || name === 'mark' };
  });

/** What the parser asks of each joint tag (UPOS|XPOS), by its number. */
export function tagKinds(names: readonly string[]): TagKinds {
  const coarse = [...new Set(names.map(uposOf))].sort();
  const flags = (is: (name: string) => boolean): Uint8Array =>
    Uint8Array.from(names, (name) => (is(name) ? 1 : 0));
  return {
    coarse: Uint8Array.from(names, (name) => coarse.indexOf(uposOf(name))),
    isVerb: flags((name) => uposOf(name) === 'VERB' || uposOf(name) === 'AUX'),
    isComma: flags((name) => name === 'PUNCT|,'),
    isMark: flags((name) => uposOf(name) === 'PUNCT' && name !== 'PUNCT|,' && name !== 'PUNCT|HYPH'),
    isConjunction: flags((name) => uposOf(name) === 'CCONJ'),
  };
}

const uposOf = (name: string): string => name.slice(0, name.indexOf('|'));
