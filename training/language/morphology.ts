import {
  edited,
  isName,
  type LemmaRules,
  LONGEST_ENDING,
  type Morphology,
} from '../../src/language/lemma.ts';
import type { Gold } from './treebank.ts';

/** Lemma rules and features of every joint tag, learned by counting. */
export function learnMorphology(golds: readonly Gold[]): Morphology {
  const lemmas = new Map<string, Map<string, Counts>>();
  const feats = new Map<string, Map<string, Counts>>();
  for (const gold of golds)
    for (const [i, form] of gold.forms.entries()) {
      const tag = gold.tags[i]!;
      const plain = isName(tag) ? form : form.toLowerCase();
      count(lemmas, tag, plain, gold.lemmas[i]!);
      count(feats, tag, form.toLowerCase(), withoutAgreement(tag, gold.feats[i]!));
    }
  return {
    lemmas: Object.fromEntries(
      [...lemmas].sort(byName).map(([tag, of]) => [tag, lemmaRules(of, isName(tag))]),
    ),
    feats: Object.fromEntries([...feats].sort(byName).map(([tag, of]) => [tag, usualFeats(of)])),
  };
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
