import type { Hidden } from '../../src/language/hidden.ts';
import { newKernel } from '../../src/language/kernel.ts';
import { type Lexeme, lexemes, normalised, type Vocabulary } from '../../src/language/lexeme.ts';
import { featureRows, type Weights } from '../../src/language/linear.ts';
import {
  DOUBT,
  lookAt,
  NOWHERE,
  SECOND_TEMPLATES,
  TAG_INPUTS,
  TAG_SLOTS,
  TAG_TEMPLATES,
  TAG_WORDS,
  type Tagger,
  tag,
  taggerOf,
  tagSlots,
  tagWords,
} from '../../src/language/tagger.ts';
import { type Vectors, vectorsIn } from '../../src/language/vectors.ts';
import { randomFrom, shuffled } from '../random.ts';
import { averaged, drop, type Learner, learner, remember, step } from './adagrad.ts';
import { UNCHAINED } from './chains.ts';
import {
  activateSome,
  averagedHidden,
  type HiddenLearner,
  type HiddenSize,
  hiddenLearner,
  rememberHidden,
  someOutOf,
  stepIn,
  stepOut,
} from './hidden.ts';
import { tableOf } from './pack.ts';
import { gradientsOf } from './softmax.ts';
import type { Gold } from './treebank.ts';

/** Settings of the tagger's training; a change changes the weights. */
const BITS = 18;
const RATE = 0.05;
const DROPOUT = 0.3;
const EPOCHS = 6;
/** Taggers that only tag what others learn from are trained for less long. */
const FOLD_EPOCHS = 4;
/** The weights that count are the average from the third epoch on, taken up after every so many sentences. */
const OFTEN = 4000;
const UNITS = 64;
const INPUT_BITS = 13;
const HIDDEN_RATE = 0.03;
const FREQUENT = 12;
const OPEN = 25;

/** A tagged sentence as numbers. */
export interface Tagged {
  readonly words: readonly Lexeme[];
  readonly tags: Uint8Array;
}

/** All tags, the most frequent first. */
export function tagNames(golds: readonly Gold[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { tags } of golds) for (const name of tags) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 2)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name]) => name);
}

/** Tags of the frequent words. */
export function tagDictionary(
  golds: readonly Gold[],
  names: readonly string[],
): ReadonlyMap<string, Uint8Array> {
  const counts = new Map<string, Map<number, number>>();
  for (const { forms, tags } of golds)
    for (const [i, form] of forms.entries()) {
      const number = names.indexOf(tags[i]!);
      if (number < 0) continue;
      const of = counts.get(normalised(form)) ?? new Map<number, number>();
      counts.set(normalised(form), of.set(number, (of.get(number) ?? 0) + 1));
    }
  const total = (of: ReadonlyMap<number, number>): number => [...of.values()].reduce((a, b) => a + b, 0);
  return new Map(
    [...counts]
      .filter(([, of]) => total(of) >= FREQUENT)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([form, of]) => [
        form,
        Uint8Array.from(
          [...of]
            .filter(([, n]) => n > total(of) / 1000)
            .map(([number]) => number)
            .sort((a, b) => a - b),
        ),
      ]),
  );
}

/** Tags that many different words have. */
export function openTags(golds: readonly Gold[], names: readonly string[]): Uint8Array {
  const forms = new Map<string, Set<string>>();
  for (const gold of golds)
    for (const [i, name] of gold.tags.entries())
      forms.set(name, (forms.get(name) ?? new Set()).add(normalised(gold.forms[i]!)));
  return Uint8Array.from(names.flatMap((name, i) => ((forms.get(name)?.size ?? 0) >= OPEN ? [i] : [])));
}

/** The sentences as numbers; a tag too rare to have one becomes the first. */
export function taggedOf(
  golds: readonly Gold[],
  names: readonly string[],
  look: (form: string) => Lexeme,
): readonly Tagged[] {
  const numbers = new Map(names.map((name, i) => [name, i]));
  return golds.map(({ forms, tags }) => ({
    words: forms.map(look),
    tags: Uint8Array.from(tags, (name) => numbers.get(name) ?? 0),
  }));
}

const sizeFor = (classes: number): HiddenSize => ({
  width: UNITS,
  classes,
  bits: INPUT_BITS,
  places: TAG_WORDS.length,
  joints: 0,
  chainWidth: 0,
  chainBits: 0,
});

/** What a tagger has learned. */
export interface TaughtTagger extends Pick<Tagger, 'openTags' | 'doubt'> {
  readonly weights: Weights;
  readonly hidden: Hidden;
}

/** The tagger at work. */
export function workingTagger({ weights, hidden, openTags, doubt }: TaughtTagger): Tagger {
  const kernel = newKernel();
  const vectors = vectorsIn(kernel, hidden.vectors);
  return taggerOf(kernel, tableOf(kernel, weights), hidden, vectors, { openTags, doubt });
}

/**
 * A tagger learned from the sentences, the same each time. Where `said` has tags of theirs, by taggers that have not seen them, it
 * learns to look again: half of the time a sentence's words after the one in question have those.
 */
export function trainTagger(
  golds: readonly Gold[],
  names: readonly string[],
  open: Uint8Array,
  vocabulary: Vocabulary,
  vectors: Vectors,
  seed: number,
  said: readonly Uint8Array[] | null,
): TaughtTagger {
  const random = randomFrom(seed);
  const look = lexemes(vocabulary);
  const lesson = {
    linear: learner(BITS, names.length, RATE),
    layer: hiddenLearner(sizeFor(names.length), vectors, seed, HIDDEN_RATE),
    open,
    random,
  };
  const plain = taggedOf(golds, names, look);
  const epochs = said ? EPOCHS : FOLD_EPOCHS;
  let times = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const [i, sentence] of shuffled(
      plain.map((_, n) => n),
      random,
    ).entries()) {
      const gold = golds[sentence]!;
      const recased = random() < RECASED ? recase(gold, random) : null;
      const { words, tags } = plain[sentence]!;
      const after = said && random() < AHEAD ? said[sentence]! : null;
      learnTags(lesson, { words: recased?.map(look) ?? words, tags }, after);
      if (epoch > 1 && i % OFTEN === OFTEN - 1) {
        remember(lesson.linear);
        rememberHidden(lesson.layer);
        times++;
      }
    }
  }
  return {
    weights: averaged(lesson.linear, times),
    hidden: averagedHidden(lesson.layer, times),
    openTags: open,
    doubt: said ? DOUBT : 0,
  };
}

/** How often the words after the one in question have tags. */
const AHEAD = 0.5;
/** How often a sentence is read as a headline would write it. */
export const RECASED = 0.06;

/** The forms in capitals, or each word with one. */
export function recase({ forms }: Gold, random: () => number): readonly string[] {
  if (random() < 0.4) return forms.map((form) => form.toUpperCase());
  return forms.map((form) =>
    form.length > 3 || random() < 0.3 ? form.charAt(0).toUpperCase() + form.slice(1) : form,
  );
}

interface Lesson {
  readonly linear: Learner;
  readonly layer: HiddenLearner;
  readonly open: Uint8Array;
  readonly random: () => number;
}

/** Where the weights of the current features begin, and the rows of the hidden layer's inputs. */
const ROWS = new Int32Array(64);
const INPUTS = new Int32Array(TAG_INPUTS.count);
/** Scores of the tags, and their gradients. */
const SCORES = new Float64Array(256);
const GRADIENTS = new Float64Array(256);
/** Gradients below this are not worth a step. */
const LEAST = 0.003;

/** The words around, and no chains. */
const SEEN = { words: TAG_WORDS, at: NOWHERE, sentence: UNCHAINED };

function learnTags(lesson: Lesson, { words, tags }: Tagged, after: Uint8Array | null): void {
  const { linear, layer, open, random } = lesson;
  const look = lookAt(words);
  const said = new Uint8Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const can = words[i]!.tags.length ? words[i]!.tags : open;
    const right = tags[i]!;
    if (can.length === 1 || !can.includes(right)) {
      said[i] = can.length === 1 ? can[0]! : right;
      continue;
    }
    tagSlots(look, i, said, after);
    const templates = after ? SECOND_TEMPLATES : TAG_TEMPLATES;
    featureRows(templates, TAG_SLOTS, linear.weights.bits, linear.weights.width, ROWS);
    tagWords(look, i);
    featureRows(TAG_INPUTS, TAG_SLOTS, layer.hidden.bits, layer.hidden.width, INPUTS);
    const count = drop(ROWS, templates.count, DROPOUT, random);
    activateSome(layer, INPUTS, TAG_INPUTS.count, SEEN, random);
    said[i] = learnTag(lesson, can, right, count);
    stepIn(layer, INPUTS, TAG_INPUTS.count, SEEN);
  }
}

/** Learns one decision and returns what the tagger would have said. */
function learnTag({ linear, layer }: Lesson, can: Uint8Array, right: number, count: number): number {
  const { values } = linear.weights;
  let top = can[0]!;
  for (const name of can) {
    let score = someOutOf(layer, name);
    for (let i = 0; i < count; i++) score += values[ROWS[i]! + name]!;
    SCORES[name] = score;
    if (score > SCORES[top]!) top = name;
  }
  gradientsOf(SCORES, can, right, LEAST, GRADIENTS);
  for (const name of can) {
    if (GRADIENTS[name] === 0) continue;
    step(linear, ROWS, count, name, GRADIENTS[name]!);
    stepOut(layer, name, GRADIENTS[name]!);
  }
  return top;
}

/** So many sentences in a row, mostly of a text or two, are in the same part: every part has some of each genre. */
const BLOCK = 40;

/** Tags of every sentence by taggers that have not seen it. */
export function jackknifed(
  golds: readonly Gold[],
  names: readonly string[],
  open: Uint8Array,
  vocabulary: Vocabulary,
  vectors: Vectors,
  folds: number,
): readonly Uint8Array[] {
  const look = lexemes(vocabulary);
  const foldOf = (i: number): number => Math.floor(i / BLOCK) % folds;
  const taggers = Array.from({ length: folds }, (_, fold) =>
    workingTagger(
      trainTagger(
        golds.filter((_, i) => foldOf(i) !== fold),
        names,
        open,
        vocabulary,
        vectors,
        11 + fold,
        null,
      ),
    ),
  );
  return golds.map(({ forms }, i) => tag(taggers[foldOf(i)]!, forms.map(look)));
}
