/** How a tag's lemmas are made: the longest ending's edit ("2,y": take two letters off, add y), and words of their own. */
export interface LemmaRules {
  readonly endings: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
}

/** Lemmas and features by joint tag, as learned from treebanks. */
export interface Morphology {
  readonly lemmas: Readonly<Record<string, LemmaRules>>;
  readonly feats: Readonly<
    Record<string, { readonly usual: string; readonly words: Readonly<Record<string, string>> }>
  >;
}

/** Longest ending that a rule looks at. */
export const LONGEST_ENDING = 5;

/** The lemma of a word form with a joint tag; of a name, the form itself. */
export function lemmaOf(form: string, tag: string, { lemmas }: Morphology): string {
  const rules = lemmas[tag];
  const plain = isName(tag) ? form : form.toLowerCase();
  if (!rules) return plain;
  const own = rules.words[form.toLowerCase()];
  return own !== undefined && Object.hasOwn(rules.words, form.toLowerCase())
    ? own
    : edited(plain, rules.endings);
}

/** What the endings alone make of a form. */
export function edited(plain: string, endings: LemmaRules['endings']): string {
  for (let length = Math.min(LONGEST_ENDING, plain.length); length >= 0; length--) {
    const ending = plain.slice(plain.length - length).toLowerCase();
    const edit = Object.hasOwn(endings, ending) ? endings[ending] : undefined;
    if (edit !== undefined) return applied(plain, edit);
  }
  return plain;
}

function applied(plain: string, edit: string): string {
  const comma = edit.indexOf(',');
  const lemma = plain.slice(0, plain.length - Number(edit.slice(0, comma))) + edit.slice(comma + 1);
  return lemma || plain;
}

/** UD features of a word form with a joint tag, `_` for none. */
export function featsOf(form: string, tag: string, { feats }: Morphology): string {
  const known = feats[tag];
  if (!known) return '_';
  const lower = form.toLowerCase();
  return Object.hasOwn(known.words, lower) ? known.words[lower]! : known.usual;
}

export const isName = (tag: string): boolean =>
  tag.startsWith('PROPN') || tag.startsWith('X|') || tag.endsWith('|NNP');

/** What a word form is by its joint tag. */
export interface Reading {
  /** The joint tag itself. */
  readonly tag: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
}

/** Reads word forms by joint tags. */
export const readings =
  (morphology: Morphology) =>
  (form: string, tag: string): Reading => {
    const bar = tag.indexOf('|');
    return {
      tag,
      lemma: lemmaOf(form, tag, morphology),
      upos: tag.slice(0, bar),
      xpos: tag.slice(bar + 1),
      feats: featsOf(form, tag, morphology),
    };
  };
