/** What a verb's form can be; `-ed` forms of regular verbs are both `past` and `participle`. */
export type VerbForm = 'base' | 's' | 'ing' | 'past' | 'participle';

/**
 * Forms of a verb written `base` or `base/past/participle`. Verbs that may double their last letter get both
 * spellings, since a wrong one stands in no text.
 */
export function verbForms(verb: string): ReadonlyMap<string, ReadonlySet<VerbForm>> {
  const [base = '', past, participle] = verb.split('/');
  const forms = new Map<string, Set<VerbForm>>();
  const add = (word: string, form: VerbForm) => {
    forms.set(word, (forms.get(word) ?? new Set<VerbForm>()).add(form));
  };
  add(base, 'base');
  add(withS(base), 's');
  for (const stem of stems(base)) {
    add(`${stem}ing`, 'ing');
    if (past !== undefined) continue;
    for (const form of ['past', 'participle'] as const) add(withEd(stem, base), form);
  }
  if (past !== undefined) add(past, 'past');
  if (past !== undefined) add(participle ?? past, 'participle');
  return forms;
}

/** A noun and its regular plural, and the irregular ones of people. */
export function nounForms(noun: string): readonly string[] {
  if (noun.endsWith('man')) return [noun, `${noun.slice(0, -3)}men`];
  if (noun === 'life') return ['life', 'lives'];
  return [noun, withS(noun)];
}

/** The singular that `word` is most likely the plural of; `word` itself where it looks like none. */
export function singular(word: string): string {
  if (word.endsWith('men')) return `${word.slice(0, -3)}man`;
  if (!word.endsWith('s')) return word;
  if (word === 'lives') return 'life';
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('ss') || word.endsWith('us') ? word : word.slice(0, -1);
}

function withS(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** What `-ing` and `-ed` are added to. */
function stems(base: string): readonly string[] {
  if (/ie$/.test(base)) return [`${base.slice(0, -2)}y`];
  if (/[^aeo]e$/.test(base)) return [base.slice(0, -1)];
  return /[^aeiou][aeiou][bdglmnprt]$/.test(base) ? [base, base + base.at(-1)] : [base];
}

function withEd(stem: string, base: string): string {
  if (/(?:ie|ee|oe)$/.test(base)) return `${base}d`;
  if (/[^aeiou]y$/.test(stem)) return `${stem.slice(0, -1)}ied`;
  return `${stem}ed`;
}
