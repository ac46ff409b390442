import { madeOf } from '../../text/lexicon.ts';
import { literal } from '../../text/literal.ts';
import type { Hedge } from '../claim.ts';
import type { Draft } from './draft.ts';
import { isPresupposed, standsApart } from './presupposed.ts';
import { speechVerbs } from './spoken.ts';
import type { View } from './view.ts';

interface HedgeFile {
  readonly near?: Readonly<Record<string, readonly string[]>>;
  readonly cue?: Readonly<Record<string, readonly string[]>>;
  readonly speaker?: Readonly<Record<string, readonly string[]>>;
  readonly article?: Readonly<Record<string, readonly string[]>>;
  readonly notEvidence?: readonly string[];
}

interface Hedges {
  readonly near: readonly (readonly [Hedge, RegExp])[];
  /** Any cue of `near`. */
  readonly any: RegExp;
  readonly cues: ReadonlyMap<string, Hedge>;
  readonly speaker: readonly (readonly [Hedge, RegExp])[];
  readonly article: readonly (readonly [Hedge, RegExp])[];
  readonly notEvidence: RegExp;
  /** The longest word of each cue of `speaker` and `article`: a sentence with none of them has none of the cues. */
  readonly rare: RegExp;
}

const ORDER: readonly Hedge[] = [
  'unverified',
  'no-evidence',
  'anonymous',
  'estimate',
  'alleged',
  'preliminary',
  'conditional',
  'denied',
];
/** How far from a figure and its measuring word a hedge may stand, in UTF-16 units. */
const BEFORE = 70;
const AFTER = 45;
/** A possibility must stand closer to the verb, in tokens. */
const CLOSE = 6;
/** How many sentences a "could not verify" reaches back to a claim in nobody's word. */
const REACH = 3;

/** The hedges in a figure's own clause and in the verb by which it is said. */
export function hedgesNear(draft: Omit<Draft, 'hedges'>, view: View, text: string): ReadonlySet<Hedge> {
  const { near, any, cues } = hedges();
  const found = new Set<Hedge>();
  const clause = clauseOf(draft, view, text, BEFORE, AFTER);
  const wide = clauseOf(draft, view, text, 2 * BEFORE, 2 * AFTER);
  const close = `${verbWords(draft, withoutReported(view))} | ${modalsOver(draft, view)}`;
  const seen = (hedge: Hedge): string =>
    hedge === 'conditional' ? close : hedge === 'estimate' || hedge === 'preliminary' ? wide : clause;
  const reaches = (hedge: Hedge, cue: RegExp): boolean =>
    hedge === 'conditional'
      ? !isPresupposed(view, draft.phrase)
      : !ATTACHED.has(hedge) || !standsApart(view, draft, cue);
  if (any.test(`${clause} | ${wide} | ${close}`))
    for (const [hedge, cue] of near) if (cue.test(seen(hedge)) && reaches(hedge, cue)) found.add(hedge);
  for (const { cueLemma } of draft.voice.statements) {
    const hedge = cues.get(cueLemma);
    if (hedge) found.add(hedge);
  }
  return found;
}

/** Hedges that hold within their own clause only. */
const ATTACHED = new Set<Hedge>(['alleged', 'estimate', 'unverified']);

/** Each draft with the hedges that reach it from elsewhere in the article, in the contract's order. */
export function hedgesOfAll(
  drafts: readonly Draft[],
  views: readonly View[],
  text: string,
): readonly (readonly Hedge[])[] {
  const sets = drafts.map(({ hedges: own }) => new Set(own));
  const open = drafts.map(({ view, phrase }) => !isPresupposed(views[view]!, phrase));
  for (const [at, view] of views.entries()) {
    const words = text.slice(view.sentence.start, view.sentence.end);
    const lower = words.toLowerCase();
    if (!hedges().rare.test(lower)) continue;
    for (const [hedge, cue] of hedges().speaker) if (cue.test(lower)) reachSpeaker(hedge, at, drafts, sets);
    for (const [hedge, cue] of hedges().article) {
      if (!cue.test(lower) || (hedge === 'no-evidence' && hedges().notEvidence.test(lower))) continue;
      reachBack(hedge, at, view, drafts, sets);
    }
  }
  return sets.map((set, i) =>
    ORDER.filter((hedge) => set.has(hedge) && (open[i] || drafts[i]!.hedges.has(hedge))),
  );
}

/** All that the speaker of that sentence says is hedged; "the official" is the official of the same article. */
function reachSpeaker(hedge: Hedge, at: number, drafts: readonly Draft[], sets: readonly Set<Hedge>[]): void {
  const here = drafts.filter((draft) => draft.view === at && draft.voice.chain.length);
  const anchor =
    here.at(-1) ?? drafts.findLast((draft) => draft.view < at && at - draft.view <= REACH && unnamed(draft));
  if (!anchor) return;
  const head = headOf(anchor.voice.originator);
  for (const [i, draft] of drafts.entries()) {
    const same =
      draft.voice.originator === anchor.voice.originator ||
      (unnamed(draft) &&
        headOf(draft.voice.originator) === head &&
        !(draft.view > anchor.view && isNew(draft)));
    if (same && draft.voice.chain.length && !draft.headline) sets[i]!.add(hedge);
  }
}

/** "a senior official", told after another one, is somebody else. */
const isNew = ({ voice }: Draft): boolean => /^an?\s/i.test(voice.chain.at(-1)?.text ?? '');

const headOf = (name: string) => name.toLowerCase().split(/\s+/).at(-1) ?? '';
const unnamed = ({ voice }: Draft) =>
  voice.chain.length > 0 && /^(?:unnamed|official|witness|military|government)$/.test(voice.originatorKind);

/** The claims before it by the speaker who was last heard, or those of the event that the sentence names. */
function reachBack(
  hedge: Hedge,
  at: number,
  view: View,
  drafts: readonly Draft[],
  sets: readonly Set<Hedge>[],
): void {
  const named = namedMeasures(view, drafts);
  if (named.size) {
    for (const [i, draft] of drafts.entries())
      if (named.has(draft.measured.name) && draft.voice.chain.length) sets[i]!.add(hedge);
    return;
  }
  const last = drafts.findLast(
    (draft) => draft.view <= at && !draft.headline && draft.voice.chain.length > 0,
  );
  const near = last !== undefined && at - last.view <= 2 * REACH + 1;
  for (const [i, draft] of drafts.entries()) {
    const spoken = near && draft.voice.originator === last.voice.originator && draft.view <= at;
    const unspoken = !near && draft.view <= at && at - draft.view <= REACH;
    const heading = draft.headline && near && draft.measured.name === last.measured.name;
    if (spoken || unspoken || heading) sets[i]!.add(hedge);
  }
}

/** Measures of the article's claims whose nouns a sentence uses: "the girls' release has not been verified". */
function namedMeasures(view: View, drafts: readonly Draft[]): ReadonlySet<string> {
  const words = new Set(view.words);
  const found = new Set<string>();
  for (const { measured, events } of drafts)
    if (events.some((noun) => words.has(noun))) found.add(measured.name);
  return found;
}

/** The words by which a verb may be unreal: those right before it, with it, and those right before the figure. */
function verbWords({ phrase, measured }: Omit<Draft, 'hedges'>, { words }: View): string {
  const before = words.slice(Math.max(0, phrase.first - 3), phrase.last + 1);
  const sure = measured.at >= 0 && measured.role !== 'none' && measured.role !== 'unit';
  const verb = sure ? words.slice(Math.max(0, measured.at - CLOSE), measured.at + 1) : [];
  const own = verb.slice(verb.findLastIndex((word) => /^[,;:]$/.test(word)) + 1);
  return `${own.join(' ')} | ${before.join(' ')}`;
}

/** The sentence without each "would" that only is the "will" of what somebody said: "the firm said it would cut 900 jobs". */
function withoutReported(view: View): View {
  const { tokens, words } = view;
  if (!words.includes('would') || words.includes('if')) return view;
  const isSaid = (at: number) =>
    at >= 0 && tokens[at]!.xpos === 'VBD' && speechVerbs().has(tokens[at]!.lemma);
  const isReported = (verb: number) =>
    verb >= 0 &&
    ((tokens[verb]!.deprel === 'ccomp' && isSaid(tokens[verb]!.head)) ||
      tokens.some(({ head, deprel }, i) => head === verb && deprel === 'parataxis' && isSaid(i)));
  return {
    ...view,
    words: words.map((word, i) => (word === 'would' && isReported(tokens[i]!.head) ? '' : word)),
  };
}

const POSSIBLE = new Set(['may', 'might', 'could']);
/** What a verb may hang on that makes it a possibility: "likely to demand billions". */
const TOWARDS = new Set(['likely', 'expected', 'projected', 'threatened']);

/** The words of possibility with the verb that the tree puts over the figure, and the "if" of a clause that it stands in. */
function modalsOver({ phrase }: Omit<Draft, 'hedges'>, { tokens, words }: View): string {
  let at = phrase.last;
  for (let steps = 0; steps < CLOSE && at >= 0 && tokens[at]!.upos !== 'VERB'; steps++) at = tokens[at]!.head;
  if (at < 0) return '';
  const { deprel, head } = tokens[at]!;
  const modals = words.filter((word, i) => tokens[i]!.head === at && POSSIBLE.has(word));
  const over = deprel === 'xcomp' && TOWARDS.has(words[head] ?? '') ? [`${words[head]} to`] : [];
  const isIf = deprel === 'advcl' && words.some((word, i) => word === 'if' && tokens[i]!.head === at);
  return [...modals, ...over, ...(isIf ? ['if'] : [])].join(' ');
}

/** The text around a figure and its measuring word, within its sentence and not past a semicolon. */
function clauseOf(
  { phrase, measured }: Omit<Draft, 'hedges'>,
  view: View,
  text: string,
  before: number,
  after: number,
): string {
  const { sentence, tokens } = view;
  const at = measured.at >= 0 && measured.role !== 'none' ? (tokens[measured.at] ?? null) : null;
  const first = Math.min(phrase.figure.start, at?.start ?? phrase.figure.start);
  const last = Math.max(phrase.figure.end, at?.end ?? phrase.figure.end);
  const left = text.slice(Math.max(sentence.start, first - before), first);
  const right = text.slice(last, Math.min(sentence.end, last + after));
  const from = Math.max(left.lastIndexOf(';'), left.lastIndexOf('. '), left.lastIndexOf(', and ')) + 1;
  const to = right.search(/;|\. |, (?:and|but|while) /);
  return `${left.slice(from)}${text.slice(first, last)}${to < 0 ? right : right.slice(0, to)}`.toLowerCase();
}

const hedges = madeOf('hedges', compile);

function compile(files: readonly HedgeFile[]): Hedges {
  const group = (name: 'near' | 'speaker' | 'article') =>
    ORDER.map((hedge) => [hedge, files.flatMap((file) => file[name]?.[hedge] ?? [])] as const)
      .filter(([, words]) => words.length)
      .map(([hedge, words]) => [hedge, anyOf(words)] as const);
  const cues = files.flatMap((file) =>
    Object.entries(file.cue ?? {}).flatMap(([hedge, words]) =>
      words.map((word) => [word, hedge as Hedge] as const),
    ),
  );
  const far = files.flatMap(({ speaker, article }) =>
    [speaker, article].flatMap((lists) => Object.values(lists ?? {}).flat()),
  );
  return {
    near: group('near'),
    any: anyOf(files.flatMap((file) => Object.values(file.near ?? {}).flat())),
    cues: new Map(cues),
    speaker: group('speaker'),
    article: group('article'),
    notEvidence: anyOf(files.flatMap((file) => file.notEvidence ?? [])),
    rare: far.length ? new RegExp(escaped(new Set(far.map(longestWord))).join('|')) : NEVER,
  };
}

const longestWord = (words: string): string =>
  words.split(' ').reduce((longest, word) => (word.length > longest.length ? word : longest));

/** Matches any of the words as whole words; nothing where there are none. */
const anyOf = (words: readonly string[]): RegExp =>
  words.length
    ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped(words).join('|')})(?![\\p{L}\\p{N}])`, 'u')
    : NEVER;

const NEVER = /(?!)/;

const escaped = (words: Iterable<string>): readonly string[] =>
  Array.from(words, (word) => literal(word.toLowerCase()));
