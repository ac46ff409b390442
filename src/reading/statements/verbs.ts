import { lexiconFiles } from '../../text/lexicon.ts';

/** How a verb attributes. `speech`, `show` and `ask` take content by nature; `attitude` is thought or wish, not word. */
export type VerbClass = 'speech' | 'show' | 'ask' | 'judge' | 'call-for' | 'attitude';

/** A form of an attributing verb. */
export interface VerbForm {
  readonly lemma: string;
  readonly classes: readonly VerbClass[];
  readonly shape: 'base' | 's' | 'past' | 'ing';
}

interface VerbFile {
  readonly verbs: Readonly<Record<VerbClass, string>>;
  readonly forms: Readonly<Record<string, string>>;
}

export interface WordFile {
  readonly auxiliaries: string;
  readonly boundaries: string;
  readonly pronouns: string;
  readonly times: string;
  /** What opens a clause that tells when something was said. */
  readonly meanwhile: string;
  /** What people are who are told of, not heard: "12 dead". */
  readonly silent: string;
  /** Lengths of time, and words for short or long ones, that stand before "after" and "before". */
  readonly spans: string;
  readonly hearsay: string;
  readonly occasions: string;
  readonly phrases: readonly string[];
}

const cached = new WeakMap<readonly unknown[], Map<string, VerbForm>>();
const cachedSets = new WeakMap<readonly unknown[], Map<string, ReadonlySet<string>>>();

/** The attributing verb that a lower-case word is a form of. */
export function verbForm(word: string): VerbForm | undefined {
  return verbTable().get(word);
}

/** The words of one of the lexicon's lists (`auxiliaries`, `boundaries` …). */
export function wordSet(name: keyof Omit<WordFile, 'phrases'>): ReadonlySet<string> {
  const files = lexiconFiles<WordFile>('statements');
  const sets = cachedSets.get(files) ?? new Map<string, ReadonlySet<string>>();
  cachedSets.set(files, sets);
  const set = sets.get(name) ?? new Set(files.flatMap((file) => wordsIn(file[name])));
  sets.set(name, set);
  return set;
}

export const wordsIn = (list: string | undefined): readonly string[] =>
  list ? list.split(' ').filter(Boolean) : [];

function verbTable(): Map<string, VerbForm> {
  const files = lexiconFiles<VerbFile>('statements');
  let table = cached.get(files);
  if (!table) {
    table = new Map();
    for (const file of files) for (const kind of kindsOf(file)) addVerbs(table, file, kind);
    cached.set(files, table);
  }
  return table;
}

const kindsOf = (file: VerbFile): readonly VerbClass[] => Object.keys(file.verbs ?? {}) as VerbClass[];

function addVerbs(table: Map<string, VerbForm>, file: VerbFile, kind: VerbClass): void {
  for (const lemma of wordsIn(file.verbs[kind])) {
    for (const form of [
      lemma,
      ...(wordsIn(file.forms?.[lemma]).length ? wordsIn(file.forms[lemma]) : regular(lemma)),
    ]) {
      const known = table.get(form);
      const classes = known ? [...known.classes, kind] : [kind];
      table.set(form, { lemma: known?.lemma ?? lemma, classes, shape: shapeOf(form, lemma) });
    }
  }
}

function shapeOf(form: string, lemma: string): VerbForm['shape'] {
  if (form === lemma) return 'base';
  if (form.endsWith('ing')) return 'ing';
  return form.endsWith('s') ? 's' : 'past';
}

/** The regular forms of an English verb whose last consonant is not doubled. */
function regular(lemma: string): readonly string[] {
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  if (/[^aeiou]y$/.test(lemma)) {
    const root = lemma.slice(0, -1);
    return [`${root}ies`, `${root}ied`, `${lemma}ing`];
  }
  const s = /(?:s|x|z|ch|sh)$/.test(lemma) ? 'es' : 's';
  return [`${lemma}${s}`, `${stem}ed`, `${lemma.endsWith('ee') ? lemma : stem}ing`];
}
