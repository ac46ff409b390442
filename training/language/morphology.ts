import {
  edited,
  isName,
  type LemmaRules,
  LONGEST_ENDING,
  type Morphology,
} from '../../src/language/lemma.ts';
import type { Gold } from './treebank.ts';

/**
 * Lemma rules and features of every joint tag, learned by counting. Where a rule would make a word that nobody has met of a form
 * in `met`, words that have been are tried; verbs in `irregular` ("steal stole stolen") have their own forms.
 */
export function learnMorphology(
  golds: readonly Gold[],
  met: Iterable<string>,
  irregular: readonly string[],
): Morphology {
  const lemmas = new Map<string, Map<string, Counts>>();
  const feats = new Map<string, Map<string, Counts>>();
  for (const gold of golds)
    for (const [i, form] of gold.forms.entries()) {
      const tag = gold.tags[i]!;
      const plain = isName(tag) ? form : form.toLowerCase();
      count(lemmas, tag, plain, gold.lemmas[i]!);
      count(feats, tag, form.toLowerCase(), withoutAgreement(tag, gold.feats[i]!));
    }
  const rules = new Map(
    [...lemmas].sort(byName).map(([tag, of]) => [tag, lemmaRules(of, isName(tag))] as const),
  );
  teachVerbs(rules, lemmas, new Set(met), irregular);
  return {
    lemmas: Object.fromEntries(rules),
    feats: Object.fromEntries([...feats].sort(byName).map(([tag, of]) => [tag, usualFeats(of)])),
  };
}

const PAST = 'VERB|VBD';
const PARTICIPLE = 'VERB|VBN';
const INFLECTED = [
  [PAST, 'ed'],
  [PARTICIPLE, 'ed'],
  ['VERB|VBG', 'ing'],
] as const;

/** Adds words of their own to the rules of inflected verbs. */
function teachVerbs(
  rules: ReadonlyMap<string, LemmaRules>,
  counts: ReadonlyMap<string, ReadonlyMap<string, Counts>>,
  met: ReadonlySet<string>,
  irregular: readonly string[],
): void {
  const bases = new Set([...(counts.get('VERB|VB')?.keys() ?? [])]);
  for (const [tag, ending] of INFLECTED) {
    const of = rules.get(tag);
    if (!of) continue;
    const words: Record<string, string> = { ...of.words };
    for (const form of met) {
      if (!form.endsWith(ending) || counts.get(tag)?.has(form)) continue;
      const lemma = baseOf(form.slice(0, -ending.length), edited(form, of.endings), bases, met);
      if (lemma !== null) words[form] = lemma;
    }
    for (const verb of irregular) {
      const [lemma, past, participle] = verb.split(' ');
      if (tag === PAST) words[past!] ??= lemma!;
      if (tag === PARTICIPLE) words[participle!] ??= lemma!;
    }
    Object.assign(of.words, words);
  }
}

/** The base of a regular verb, which the stem, with an e or with its double letter undone, is known to be; else null. */
function baseOf(
  stem: string,
  said: string,
  bases: ReadonlySet<string>,
  met: ReadonlySet<string>,
): string | null {
  const candidates = [
    stem,
    `${stem}e`,
    ...(/(?<letter>[^aeiou])\k<letter>$/.test(stem) ? [stem.slice(0, -1)] : []),
  ];
  for (const known of [bases, met]) {
    if (known.has(said) && candidates.includes(said)) return null;
    const found = candidates.find((candidate) => candidate.length > 2 && known.has(candidate));
    if (found !== undefined) return found;
  }
  return null;
}

type Counts = Map<string, number>;

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

function count(of: Map<string, Map<string, Counts>>, tag: string, form: string, value: string): void {
  const forms = of.get(tag) ?? new Map<string, Counts>();
  const values = forms.get(form) ?? new Map<string, number>();
  values.set(value, (values.get(value) ?? 0) + 1);
  of.set(tag, forms.set(form, values));
}

/** Person and number of a verb in the past are its subject's, and a participle's voice is its auxiliary's: not the word's. */
function withoutAgreement(tag: string, feats: string): string {
  const kept = /\|VB[DP]$/.test(tag)
    ? feats.split('|').filter((feat) => !/^(Number|Person)=/.test(feat))
    : feats.split('|').filter((feat) => !feat.startsWith('Voice='));
  return kept.join('|') || '_';
}

const most = (values: Counts): string =>
  [...values].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];

function usualFeats(of: ReadonlyMap<string, Counts>): { usual: string; words: Record<string, string> } {
  const all: Counts = new Map();
  for (const values of of.values())
    for (const [value, n] of values) all.set(value, (all.get(value) ?? 0) + n);
  const usual = most(all);
  const words = [...of]
    .map(([form, values]) => [form, most(values)] as const)
    .filter(([, value]) => value !== usual);
  return { usual, words: Object.fromEntries(words.sort(byName)) };
}

function lemmaRules(of: ReadonlyMap<string, Counts>, name: boolean): LemmaRules {
  const lemmaOfForm = [...of].map(([form, values]) => [form, most(values)] as const);
  const byEnding = new Map<string, Counts>();
  for (const [form, lemma] of lemmaOfForm) {
    const edit = editOf(form, lemma);
    if (edit === null) continue;
    for (let length = 0; length <= Math.min(LONGEST_ENDING, form.length); length++) {
      const ending = form.slice(form.length - length).toLowerCase();
      const edits = byEnding.get(ending) ?? new Map<string, number>();
      byEnding.set(ending, edits.set(edit, (edits.get(edit) ?? 0) + 1));
    }
  }
  const endings: Record<string, string> = {};
  for (const [ending, edits] of [...byEnding].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))) {
    const edit = most(edits);
    const shorter = shorterEdit(ending, endings);
    if (ending === '' || (edit !== shorter && edits.get(edit)! > 1)) endings[ending] = edit;
  }
  const own = lemmaOfForm.filter(
    ([form, lemma]) => !(name && lemma === form) && edited(form, endings) !== lemma,
  );
  return {
    endings,
    words: Object.fromEntries(own.map(([form, lemma]) => [form.toLowerCase(), lemma] as const).sort(byName)),
  };
}

function shorterEdit(ending: string, endings: Readonly<Record<string, string>>): string | undefined {
  for (let from = 1; from <= ending.length; from++) {
    const edit = endings[ending.slice(from)];
    if (edit !== undefined) return edit;
  }
  return undefined;
}

/** The edit that turns a form into its lemma, `null` where they share too little. */
function editOf(form: string, lemma: string): string | null {
  let same = 0;
  while (same < form.length && form[same] === lemma[same]) same++;
  return form.length - same > LONGEST_ENDING || (same === 0 && form.length > 1)
    ? null
    : `${form.length - same},${lemma.slice(same)}`;
}
