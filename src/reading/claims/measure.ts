import type { Scope } from '../claim.ts';
import { isPassive } from './clause.ts';
import { clauses } from './clauses.ts';
import { singular } from './inflect.ts';
import {
  type FixedPhrase,
  type MeasureEntry,
  type Measures,
  type Pattern,
  type Role,
  unionKey,
} from './lexicon.ts';
import { nationsOf } from './nations.ts';
import { type Related, relate } from './relate.ts';
import { relateByTree } from './tree.ts';
import { type Trigger, triggersOf } from './triggers.ts';
import type { Phrase, View } from './view.ts';

/** What a figure measures, and the words that tell. */
export interface Measured {
  /** A name of the lexicon's, or `other`. */
  readonly name: string;
  /** Verb or noun where the name is `other`. */
  readonly predicate: string | null;
  /** `inherited`: of an earlier figure of the sentence; `carried`: of one elsewhere in the article. */
  readonly role: Role | 'phrase' | 'unit' | 'inherited' | 'carried' | 'none';
  /** First token of the telling words; -1 where there are none. */
  readonly at: number;
  readonly scope: Scope | null;
  /** The earlier figure of the sentence that this one is a part, or an echo, of. */
  readonly of: Phrase | null;
}

interface Candidate extends Related {
  readonly trigger: Trigger;
  readonly pattern: Pattern;
}

const AREA_UNITS = new Set(['km2', 'm2', 'mi2', 'ha', 'acre', 'ac', 'hectare', 'sqmi', 'ft2']);
const PART = new Set([
  'including',
  'among',
  'whom',
  'them',
  'which',
  'includes',
  'included',
  'include',
  'those',
  'plus',
]);

/** What each figure of a sentence measures, in the order of its phrases. */
export function measuresOf(view: View, lexicon: Measures): readonly Measured[] {
  const triggers = view.phrases.length ? triggersOf(view, lexicon) : [];
  const read: Measured[] = [];
  for (const phrase of view.phrases) read.push(measureOf(view, phrase, triggers, lexicon, read));
  return read.map((own, i) => (own.role === 'none' ? (memberOf(view, i, read) ?? own) : own));
}

/** "four of his relatives were among the six who died": what the group to which they belong measures. */
function memberOf(view: View, i: number, read: readonly Measured[]): Measured | null {
  const next = view.phrases[i + 1];
  const whole = read[i + 1];
  if (!next || !whole || whole.role === 'none' || whole.name === 'money') return null;
  const words = view.words.slice(view.phrases[i]!.end + 1, next.first);
  const among = words.indexOf('among');
  const linked = words.every((word, at) =>
    at < among ? clauses().link.has(word) || clauses().adverb.has(word) : at === among || ARTICLE.test(word),
  );
  return among >= 0 && linked ? { ...whole, role: 'inherited', of: next } : null;
}

const ARTICLE = /^(?:the|those|these|at|least|all)$/;

function measureOf(
  view: View,
  phrase: Phrase,
  triggers: readonly Trigger[],
  lexicon: Measures,
  earlier: readonly Measured[],
): Measured {
  const { unit, tally } = phrase.figure;
  if (tally) return plain('vote', 'unit', -1);
  if (/^[A-Z]{3}$/.test(unit)) return plain('money', 'unit', -1);
  const classes = classesOf(view, phrase, lexicon) ?? earlierClasses(view, phrase, lexicon);
  const best = bestOf(view, phrase, triggers, classes);
  const fixed = fixedPhraseOf(view, phrase, lexicon, classes);
  if (fixed && (!best || best.relation === 'inner' || best.strength < 75 || isFramed(fixed)))
    return plain(fixed.entry.measure, 'phrase', phrase.first);
  const part = partOf(view, phrase, earlier);
  if (part && (!best || best.strength < 60)) return part;
  const companions = !best || best.pattern.role === 'who' ? accompanied(view, phrase, triggers) : null;
  if (companions) return measured(view, companions, triggers, lexicon, phrase);
  if (best) return measured(view, best, triggers, lexicon, phrase);
  return echoOf(view, phrase, earlier) ?? thereIs(view, phrase, classes, lexicon) ?? other(view, phrase);
}

/** "the pilot died along with two passengers": they share the verb over them, where it says what befell its subject. */
function accompanied(
  view: View,
  { first, last, head }: Phrase,
  triggers: readonly Trigger[],
): Candidate | null {
  if (!WITH.test(view.words.slice(Math.max(0, first - 3), first).join(' '))) return null;
  let at = head >= 0 ? head : last;
  for (let steps = 0; at >= 0 && steps < 4 && view.tokens[at]!.upos !== 'VERB'; steps++)
    at = view.tokens[at]!.head;
  const trigger = triggers.find(({ start, verbEnd }) => start <= at && at <= verbEnd);
  const pattern = trigger?.patterns.find(
    ({ role, forms }) =>
      role === 'was' || (role === 'did' && forms.has('participle') && isPassive(view, trigger.start)),
  );
  return trigger && pattern ? { relation: 'governs', strength: 70, trigger, pattern } : null;
}

const WITH = /(?:along with|together with|as well as|in addition to|besides)(?: the| his| her| their)?$/;

/** Words on both sides leave no doubt: "the loss of * lives". */
const isFramed = ({ before, after }: FixedPhrase): boolean => before.length > 1 && after.length > 0;

const plain = (name: string, role: Measured['role'], at: number): Measured => ({
  name,
  predicate: null,
  role,
  at,
  scope: null,
  of: null,
});

/** The classes of what a figure counts; `null` where no noun says. */
export function classesOf(view: View, phrase: Phrase, lexicon: Measures): ReadonlySet<string> | null {
  const { unit } = phrase.figure;
  if (AREA_UNITS.has(unit)) return new Set(['area']);
  const noun = phrase.head >= 0 ? singular(view.words[phrase.head]!) : null;
  const own = (noun && lexicon.classes.get(noun)) || NONE;
  if (unit === 'percent' || unit === 'fraction' || unit === '%')
    return new Set(['percent', ...own, ...ofClasses(view, phrase, lexicon)]);
  if (noun === null && unit !== 'person') return null;
  const national =
    phrase.head >= 0 &&
    nationsOf(view.words.slice(Math.max(phrase.last + 1, phrase.head - 1), phrase.head + 1)).length > 0 &&
    /s$/.test(noun !== null ? view.words[phrase.head]! : '');
  return new Set([
    unit === 'person' ? 'person' : 'item',
    ...(isDoer(noun, own) || isPeoples(view, phrase) ? ['person'] : []),
    ...own,
    ...(noun ? [noun] : []),
    ...(national ? ['national'] : []),
  ]);
}

/** A bare number counts what the figure before it in the sentence does: "17 guns at the hotel and 18 more". */
function earlierClasses(view: View, phrase: Phrase, lexicon: Measures): ReadonlySet<string> | null {
  const before = view.phrases.findLast(({ first, head }) => first < phrase.first && head >= 0);
  if (!before || !/^(?:more|others?|of)$/.test(view.words[phrase.last + 1] ?? '')) return null;
  return classesOf(view, before, lexicon);
}

const NONE: ReadonlySet<string> = new Set();

/** Nouns such as "welders" and "pianists" are people, where the lexicon knows them as nothing else. */
const isDoer = (noun: string | null, own: ReadonlySet<string>): boolean =>
  noun !== null && own.size === 0 && /(?:er|or|ist|man|ee|ian|ant)$/.test(noun);

/** "63 Democrats", "six Iraqis": a capitalised plural after a number names people. */
const isPeoples = ({ tokens }: View, { head, last }: Phrase): boolean =>
  head > last && /^\p{Lu}\p{Ll}+s$/u.test(tokens[head]!.text) && /^NNP/.test(tokens[head]!.xpos);

/** "a fifth of which", "20% of the territory": the classes of the nouns near a share. */
function ofClasses(view: View, phrase: Phrase, lexicon: Measures): ReadonlySet<string> {
  const found = new Set<string>();
  const near = view.words.slice(phrase.last + 1, phrase.last + 6);
  for (const word of near) for (const name of lexicon.classes.get(singular(word)) ?? []) found.add(name);
  if (near[0] === 'of' && near[1] === 'which') found.add('ground');
  return found;
}

function fits({ counts, role }: Pattern, classes: ReadonlySet<string> | null): boolean {
  if (role === 'toll') return true;
  if (classes === null) return !counts.includes('area');
  return counts.some((name) => classes.has(name));
}

/** "the murder of six Jesuits": a noun that no class has is of people where the words speak of nothing else. */
const isPlainPeople = (
  { patterns }: Trigger,
  { entry }: Pattern,
  classes: ReadonlySet<string> | null,
): boolean =>
  classes !== null &&
  classes.size === 2 &&
  classes.has('item') &&
  entry.persons === true &&
  patterns.every((other) => other.entry === entry);

const stronger = (a: Related | null, b: Related | null): Related | null =>
  a && b ? (a.strength >= b.strength ? a : b) : (a ?? b);

function bestOf(
  view: View,
  phrase: Phrase,
  triggers: readonly Trigger[],
  classes: ReadonlySet<string> | null,
): Candidate | null {
  let best: Candidate | null = null;
  for (const trigger of triggers)
    for (const pattern of trigger.patterns) {
      const related = stronger(
        relate(view, phrase, trigger, pattern),
        relateByTree(view, phrase, trigger, pattern),
      );
      const fit =
        related?.relation === 'self' || fits(pattern, classes) || isPlainPeople(trigger, pattern, classes);
      if (!related || !fit) continue;
      const strength = related.strength + preference(pattern, classes);
      if (!best || strength > best.strength) best = { ...related, strength, trigger, pattern };
    }
  return best;
}

/** Where two measures share a verb, the one that counts exactly such things goes first: "fired 30 missiles". */
function preference({ counts }: Pattern, classes: ReadonlySet<string> | null): number {
  if (!classes) return 0;
  const first = counts.findIndex((name) => classes.has(name));
  return first < 0
    ? 0
    : Math.max(0, 1.5 - 0.2 * first) + (counts[0] === 'troop' && classes.has('troop') ? 2 : 0);
}

function measured(
  view: View,
  best: Candidate,
  triggers: readonly Trigger[],
  lexicon: Measures,
  phrase: Phrase,
): Measured {
  const { entry, role, lemma } = best.pattern;
  const name = unionOf(view, best, triggers, lexicon, phrase) ?? raised(view, best.trigger, entry);
  return { name, predicate: lemma, role, at: best.trigger.start, scope: entry.scope ?? null, of: null };
}

/** "fatally shot", "shot several people dead": a word of death next to a wound makes it a killing. */
function raised(view: View, trigger: Trigger, entry: MeasureEntry): string {
  if (entry.measure !== 'wounded' && entry.measure !== 'killed-or-wounded') return entry.measure;
  const before = view.words[trigger.start - 1];
  return before === 'fatally' || before === 'mortally' || view.words[trigger.end + 1] === 'fatally'
    ? 'killed'
    : entry.measure;
}

/** "killed or wounded", "killed, injured", "dead and wounded": both, with no figure and no new noun between. */
function unionOf(
  view: View,
  best: Candidate,
  triggers: readonly Trigger[],
  lexicon: Measures,
  phrase: Phrase,
): string | null {
  for (const trigger of triggers) {
    if (trigger === best.trigger || !coordinated(view, best.trigger, trigger)) continue;
    for (const { entry } of trigger.patterns) {
      if (byMeans(view, best.trigger, trigger))
        return best.pattern.entry.measure === 'killed' ? 'killed' : entry.measure;
      const union = lexicon.unions.get(unionKey(entry.measure, best.pattern.entry.measure));
      if (union && !ownFigure(view, best.trigger, trigger, phrase)) return union;
    }
  }
  return null;
}

/** "shot and killed": how it was done, and what came of it. */
function byMeans({ words }: View, a: Trigger, b: Trigger): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return (
    clauses().means.has(words[first.start]!) &&
    words[first.verbEnd + 1] === 'and' &&
    second.start === first.verbEnd + 2 &&
    second.patterns.some(({ entry, role }) => entry.measure === 'killed' && role === 'did')
  );
}

const JOIN = new Set(['and', 'or', ',', '/', 'and/or', 'been', 'were', 'be', 'either', 'badly', 'seriously']);

function coordinated(view: View, a: Trigger, b: Trigger): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const words = view.words.slice(first.verbEnd + 1, second.start);
  return words.length > 0 && words.length <= 3 && words.every((word) => JOIN.has(word));
}

/** "5 dead, 12 wounded" and "killed and wounded 12 others": the second word has a figure of its own. */
function ownFigure(view: View, a: Trigger, b: Trigger, phrase: Phrase): boolean {
  const second = a.start < b.start ? b : a;
  const first = a.start < b.start ? a : b;
  if (phrase.first > second.end && first.patterns.some(({ role }) => role === 'state'))
    return view.phrases.some(({ end }) => end === first.start - 1);
  const next = view.phrases.find((other) => other.first > second.end);
  const takes =
    next !== undefined &&
    next !== phrase &&
    next.first <= second.end + 2 &&
    !/^[.,;]$/.test(view.words[second.end + 1] ?? '');
  return takes && phrase.end < first.start;
}

function fixedPhraseOf(
  view: View,
  phrase: Phrase,
  lexicon: Measures,
  classes: ReadonlySet<string> | null,
): FixedPhrase | null {
  let best: FixedPhrase | null = null;
  let at = phrase.first - 1;
  while (BEFORE_NUMBER.test(view.words[at] ?? '')) at--;
  for (const fixed of phrasesNear(view, phrase, lexicon, at)) {
    if (best && (best.size > fixed.size || (best.size === fixed.size && best.order <= fixed.order))) continue;
    if (!stands(view, phrase, fixed, at)) continue;
    const fit =
      classes === null || fixed.after.length > 0 || fixed.entry.counts.some((name) => classes.has(name));
    if (fit) best = fixed;
  }
  return best;
}

/** The phrases that the word before a figure, at `at`, or one behind it lets stand there. */
function phrasesNear(
  { words }: View,
  { last, head, end }: Phrase,
  { phrases: { byBefore, byAfter } }: Measures,
  at: number,
): readonly FixedPhrase[] {
  const found = [...(byBefore.get(words[at] ?? '') ?? [])];
  for (const place of new Set([last, head, end]))
    if (place >= 0) found.push(...(byAfter.get(words[place + 1] ?? '') ?? []));
  return found;
}

const BEFORE_NUMBER = /^(?:the|a|an|another|its|their|our|some)$/;

/** The words before end at `at`, before the figure and its articles; those after stand after it or after its noun. */
function stands({ words }: View, phrase: Phrase, { before, after }: FixedPhrase, at: number): boolean {
  if (!before.every((set, i) => set.has(words[at - before.length + 1 + i] ?? ''))) return false;
  if (!after.length) return true;
  return [phrase.last, phrase.head, phrase.end].some(
    (end) => end >= 0 && after.every((set, i) => set.has(words[end + 1 + i] ?? '')),
  );
}

/** "…, including five children", "two of them": what the earlier figure measures, the last that measures anything. */
function partOf(view: View, phrase: Phrase, earlier: readonly Measured[]): Measured | null {
  const words = view.words.slice(Math.max(0, phrase.first - 3), phrase.first);
  if (!earlier.length || !(words.some((word) => PART.has(word)) || isListed(view, phrase))) return null;
  const sure = earlier.findLastIndex(({ role, name }) => role !== 'none' && name !== 'money');
  const last = sure < 0 ? earlier.length - 1 : sure;
  const whole = earlier[last]!;
  return whole.name === 'money' ? null : { ...whole, role: 'inherited', of: view.phrases[last]! };
}

/** "13 bodies were seen: eight guards, four clerks": a list after a colon takes the whole apart. */
function isListed(view: View, { first }: Phrase): boolean {
  const colon = view.words.lastIndexOf(':', first - 1);
  if (colon < 0 || !view.phrases.some(({ end }) => end < colon)) return false;
  const members = view.phrases.filter((other) => other.first > colon && other.first < first);
  return view.words
    .slice(colon + 1, first)
    .every(
      (word, i) =>
        clauses().list.has(word) ||
        members.some((other) => other.first <= colon + 1 + i && colon + 1 + i <= other.end),
    );
}

/** A bare number after a figure of the same sentence says the same of another: "compared with …, responsible for 6,073". */
function echoOf(view: View, phrase: Phrase, earlier: readonly Measured[]): Measured | null {
  const last = earlier.length - 1;
  if (last < 0 || phrase.head >= 0 || ownVerb(view, phrase)) return null;
  const before = view.phrases[last]!;
  const whole = earlier[last]!;
  if (whole.name === 'money' || before.figure.unit !== phrase.figure.unit) {
    if (phrase.figure.unit !== 'item') return null;
  }
  return whole.name === 'money' ? null : { ...whole, role: 'inherited', of: before };
}

/** A verb follows at once: "and three more are being sought" says something of its own, "11 were foreigners" does not. */
function ownVerb({ tokens, words }: View, { end }: Phrase): boolean {
  const verb = tokens.findIndex(({ xpos }, i) => i > end && i <= end + 3 && /^(?:VB[DPZ]|MD)$/.test(xpos));
  if (verb < 0) return false;
  return (
    !clauses().be.has(words[verb]!) ||
    tokens.slice(verb + 1, verb + 4).some(({ xpos }) => /^VB[NG]$/.test(xpos))
  );
}

/** "There are 11,000 North Koreans in the region", "a force of 300 men". */
function thereIs(
  view: View,
  phrase: Phrase,
  classes: ReadonlySet<string> | null,
  lexicon: Measures,
): Measured | null {
  const words = view.words.slice(Math.max(0, phrase.first - 4), phrase.first);
  if (!words.includes('there') || !classes) return null;
  const entry = lexicon.entries.find(
    ({ there, counts }) => there && counts.some((name) => classes.has(name)),
  );
  return entry ? { ...plain(entry.measure, 'state', phrase.first), scope: 'state' } : null;
}

/** The nearest verb, else the noun itself, says what is counted. */
function other(view: View, phrase: Phrase): Measured {
  const at = verbNear(view, phrase);
  const noun = phrase.head >= 0 ? singular(view.words[phrase.head]!) : null;
  return { ...plain('other', 'none', at), predicate: at >= 0 ? view.tokens[at]!.lemma : noun };
}

/** The verb over the figure's noun in the tree, else the nearest. */
function verbNear(view: View, phrase: Phrase): number {
  const { tokens } = view;
  let up = tokens[phrase.head >= 0 ? phrase.head : phrase.last]!.head;
  for (let steps = 0; up >= 0 && steps < 4; steps++, up = tokens[up]!.head)
    if (tokens[up]!.upos === 'VERB') return up;
  for (let i = phrase.end + 1; i < Math.min(tokens.length, phrase.end + 8); i++)
    if (tokens[i]!.upos === 'VERB') return i;
  for (let i = phrase.first - 1; i >= Math.max(0, phrase.first - 8); i--)
    if (tokens[i]!.upos === 'VERB') return i;
  return -1;
}
