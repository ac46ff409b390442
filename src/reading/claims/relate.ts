import {
  between,
  type Gap,
  gapOf,
  groupStart,
  hasOwnSubject,
  hasVerbal,
  isAmong,
  isContainer,
  isPassive,
  ofHead,
  prepositionBefore,
  previousWord,
  relativeAfter,
  startsFinite,
  startsObject,
  takesObject,
  unreal,
} from './clause.ts';
import { clauses } from './clauses.ts';
import type { Pattern } from './lexicon.ts';
import type { Trigger } from './triggers.ts';
import type { Phrase, View } from './view.ts';

/** How a trigger stands to a figure. `inner`: it only describes the counted ("30 freed girls", "girls freed last year"). */
export type Relation = 'governs' | 'inner' | 'self' | 'value';

/** A relation with its strength: 100 where words leave no doubt, below `LEAST` where they are too far apart. */
export interface Related {
  readonly relation: Relation;
  readonly strength: number;
}

/** Weaker relations are none. */
export const LEAST = 42;

/** The relation of one reading of a trigger to a figure; `null` for none. */
export function relate(view: View, phrase: Phrase, trigger: Trigger, pattern: Pattern): Related | null {
  const related = place(view, phrase, trigger, pattern);
  return related && related.strength >= LEAST ? related : null;
}

function place(view: View, phrase: Phrase, trigger: Trigger, pattern: Pattern): Related | null {
  if (isNoun(view, phrase, trigger, pattern)) return null;
  if (trigger.start >= phrase.first && trigger.verbEnd <= phrase.end) return within(phrase, trigger, pattern);
  if (endsInOf(view, phrase, trigger, pattern)) return { relation: 'self', strength: 90 };
  if (trigger.verbEnd < phrase.first) return before(view, phrase, trigger, pattern);
  if (trigger.start > phrase.end) return after(view, phrase, trigger, pattern);
  return null;
}

/** "three counts of": the noun is counted, and its pattern ends past the phrase. */
const endsInOf = (view: View, phrase: Phrase, { start, end }: Trigger, { role }: Pattern): boolean =>
  role === 'event' &&
  start > phrase.last &&
  start <= phrase.end &&
  end === phrase.end + 1 &&
  view.words[end] === 'of';

/** "the fire", "a strike": a word that could be a verb's present form, used as a noun. */
function isNoun(
  { words, tokens }: View,
  phrase: Phrase,
  { start, end }: Trigger,
  { forms }: Pattern,
): boolean {
  if (!forms.has('base') && !forms.has('s')) return false;
  if (/^(?:the|a|an|this|that|his|her|its|their|our|of|'s|no)$/.test(words[start - 1] ?? '')) return true;
  if (phrase.head < 0 && start === phrase.end + 1) return false;
  return phrase.first !== end + 1 && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[start]!.upos);
}

function within(phrase: Phrase, trigger: Trigger, { role, forms }: Pattern): Related | null {
  if (role === 'who') return trigger.end === phrase.end ? { relation: 'inner', strength: 52 } : null;
  if (role === 'event' && trigger.end === phrase.end) return { relation: 'self', strength: 100 };
  if (role === 'state' && trigger.end === phrase.end) return { relation: 'self', strength: 92 };
  if (role === 'state' || (role === 'did' && forms.has('participle')))
    return { relation: 'inner', strength: 46 };
  return null;
}

function before(view: View, phrase: Phrase, trigger: Trigger, pattern: Pattern): Related | null {
  if (trigger.end > trigger.verbEnd && phrase.first > trigger.end) return null;
  const gap = gapOf(view, trigger.verbEnd + 1, phrase.first, phrase);
  switch (pattern.role) {
    case 'did':
    case 'owned':
      return objectOf(view, phrase, trigger, pattern, gap);
    case 'event':
      return nounBefore(view, phrase, trigger, pattern, gap);
    case 'toll':
      return tollBefore(view, phrase, trigger, gap);
    case 'state':
      return stateBefore(view, phrase, trigger, gap);
    case 'who':
    case 'was':
      return isAmong(view, trigger.start, phrase.first) && gap.length < 12
        ? { relation: 'governs', strength: 70 }
        : null;
  }
}

/** "killed five officers and two civilians"; not "were killed in three raids". */
function objectOf(
  view: View,
  phrase: Phrase,
  trigger: Trigger,
  { forms, rest }: Pattern,
  gap: Gap,
): Related | null {
  const passive = (forms.has('participle') || forms.has('past')) && isPassive(view, trigger.start);
  if (passive)
    return isAmong(view, trigger.start, phrase.first) ? { relation: 'governs', strength: 72 } : null;
  if (gap.breaks || gap.relative || onlyJoined(view, trigger, phrase)) return null;
  if (forms.has('ing') && view.words[trigger.verbEnd + 1] === ':') return null;
  if (
    view.words[phrase.first - 1] === ',' &&
    !view.phrases.some(({ first }) => first > trigger.start && first < phrase.first)
  )
    return null;
  const preposition = prepositionBefore(view, phrase.first);
  const own = rest.at(-1) === preposition?.word && preposition?.at === trigger.end;
  if (preposition && !own && !isContainer(view, preposition.at)) return null;
  const strength = 92 - 2 * gap.length - 30 * gap.strangers - 30 * gap.finite;
  return { relation: 'governs', strength: strength - unreal(view, trigger.start) };
}

/** "six killed and 22 wounded": the second number begins anew. */
function onlyJoined(view: View, { verbEnd }: Trigger, { first }: Phrase): boolean {
  const words = between(view, verbEnd + 1, first);
  return words.length > 0 && words.length <= 3 && words.every((word) => /^(?:and|or|but|,|&|\/)$/.test(word));
}

/** "the deaths of 20 people and displacement of 300 others", "fatalities rose to 12", "Arrests: 12". */
function nounBefore(
  view: View,
  phrase: Phrase,
  trigger: Trigger,
  { rest }: Pattern,
  gap: Gap,
): Related | null {
  if (gap.breaks || gap.finite > 1) return null;
  const next = view.words[trigger.end + 1] ?? '';
  if (/^includ(?:ed?|es)$/.test(next) && gap.length < 5) return { relation: 'governs', strength: 82 };
  const of = next === 'of' || rest.at(-1) === 'of' || (next === 'for' && gap.length < 3);
  const part = between(view, trigger.end + 2, phrase.first).includes('of') ? 25 : 0;
  const penalty = 2 * gap.length + 30 * gap.strangers + part + unreal(view, trigger.start);
  if (of && !hasVerbal(view, trigger.end + 1, phrase.first))
    return { relation: 'governs', strength: 86 - penalty };
  const including = next === 'including' || (next === ',' && view.words[trigger.end + 2] === 'including');
  if (next === ':' || including || next === '-') return { relation: 'governs', strength: 72 - penalty };
  if (isAmong(view, trigger.start, phrase.first)) return { relation: 'governs', strength: 74 - penalty };
  const link = between(view, trigger.end + 1, phrase.first).some(
    (word) => clauses().toll.has(word) && word !== 'of' && word !== 'from' && word !== 'as',
  );
  return link && isPlural(view, trigger) && phrase.head < 0
    ? { relation: 'value', strength: 66 - penalty }
    : null;
}

const isPlural = (view: View, trigger: Trigger) =>
  /s$|dead|wounded|injured|missing/.test(view.words[trigger.end] ?? '');

/** "the death toll from Monday's blast rose to 31": the number is the noun's value. */
function tollBefore(view: View, phrase: Phrase, trigger: Trigger, gap: Gap): Related | null {
  const words = between(view, trigger.end + 1, phrase.first);
  if (!words.some((word) => clauses().toll.has(word))) return null;
  if (phrase.head >= 0 && prepositionBefore(view, phrase.first)?.word === 'in') return null;
  return { relation: 'value', strength: 95 - 2 * gap.length - 12 * gap.strangers - 30 * gap.breaks };
}

/** "dead: 12", "left dead 12", "among the injured were 12 children". */
function stateBefore(view: View, phrase: Phrase, trigger: Trigger, gap: Gap): Related | null {
  if (isAmong(view, trigger.start, phrase.first) && gap.length < 8)
    return { relation: 'governs', strength: 80 };
  if (/^(?::|includ(?:ed?|es))$/.test(view.words[trigger.end + 1] ?? '') && gap.length < 5)
    return { relation: 'governs', strength: 70 };
  const coordinated = view.phrases.some(({ end }) => end + 1 === trigger.start);
  return !coordinated &&
    gap.length === 0 &&
    phrase.head >= 0 &&
    clauses().link.has(view.words[trigger.start - 1] ?? '')
    ? { relation: 'governs', strength: 60 }
    : null;
}

function after(view: View, phrase: Phrase, trigger: Trigger, pattern: Pattern): Related | null {
  if (isMember(view, phrase, trigger, pattern)) return { relation: 'governs', strength: 84 };
  if (isShare(view, phrase, trigger, pattern)) return { relation: 'inner', strength: 60 };
  const gap = gapOf(view, phrase.end + 1, groupStart(view, trigger.start), phrase);
  switch (pattern.role) {
    case 'did':
      return participleAfter(view, phrase, trigger, pattern, gap);
    case 'was':
      return subjectOf(view, phrase, trigger, pattern, gap);
    case 'state':
      return stateAfter(view, phrase, trigger, gap);
    case 'event':
    case 'who':
      return nounAfter(view, phrase, trigger, gap);
    default:
      return null;
  }
}

/** "two of the dead": a share of those whom the word names. */
function isShare(view: View, phrase: Phrase, trigger: Trigger, { role }: Pattern): boolean {
  if (role !== 'state' && role !== 'event') return false;
  const words = between(view, phrase.end + 1, trigger.start);
  return words.length === 2 && words[0] === 'of' && (words[1] === 'the' || words[1] === 'those');
}

/** "ten Canadians among the dead", "three children were among the 14 killed". */
function isMember(view: View, phrase: Phrase, trigger: Trigger, { role, forms }: Pattern): boolean {
  if (role === 'was' || role === 'toll' || (role === 'did' && !forms.has('participle'))) return false;
  const words = between(view, phrase.end + 1, trigger.start);
  const among = words.indexOf('among');
  if (among < 0 || words.length > 8) return false;
  const linked = words
    .slice(0, among)
    .every((word) => clauses().link.has(word) || clauses().adverb.has(word));
  const rest = words.slice(among + 1);
  return (
    linked &&
    rest.length <= 3 &&
    rest.every((word) =>
      /^(?:the|those|at|least|more|than|dead|\d[\d,]*|[a-z]+teen|ten|eleven|twelve|[a-z]+ty|people)$/.test(
        word,
      ),
    )
  );
}

/** "five officers were killed", "girls kidnapped in April", "those who were freed", "girls that militants seized". */
function participleAfter(
  view: View,
  phrase: Phrase,
  trigger: Trigger,
  { forms }: Pattern,
  gap: Gap,
): Related | null {
  const relative = relativeAfter(view, phrase, trigger);
  const passive = isPassive(view, trigger.start);
  if (passive && !relative && hasOwnSubject(view, phrase.end, trigger)) return null;
  if (!passive && relativeObject(view, phrase, trigger)) return { relation: 'inner', strength: 62 };
  if (!forms.has('participle')) return null;
  if (!passive && takesObject(view, trigger)) return null;
  const far = 0.8 * gap.length + 34 * gap.strangers + 16 * gap.breaks;
  if (passive && relative) return { relation: 'inner', strength: 76 - far };
  if (passive)
    return {
      relation: 'governs',
      strength: 90 - far - 12 * gap.finite - unreal(view, trigger.start) - ofHead(view, phrase),
    };
  const near = between(view, phrase.end + 1, trigger.start).every(
    (word) => clauses().adverb.has(word) || clauses().list.has(word) || word === '"',
  );
  if (!near && !coordinatedParticiple(view, phrase, trigger)) return null;
  return { relation: 'inner', strength: 74 - far - 20 * gap.finite };
}

/** "girls, aged 16 to 18, that militants seized": the clause has a subject of its own. */
function relativeObject(view: View, phrase: Phrase, trigger: Trigger): boolean {
  for (let i = trigger.start - 2; i > phrase.end && i >= trigger.start - 6; i--) {
    if (startsFinite(view, i)) return false;
    if (/^(?:that|whom|which)$/.test(view.words[i]!)) return !hasVerbal(view, phrase.end + 1, i);
  }
  return false;
}

/** "were shot and killed", "killed and wounded": the second participle shares the first's auxiliary. */
function coordinatedParticiple(view: View, phrase: Phrase, trigger: Trigger): boolean {
  const words = between(view, phrase.end + 1, trigger.start);
  return (
    words.length <= 4 &&
    ['and', 'or', ','].includes(words.at(-1) ?? '') &&
    !words.some((word) => clauses().relative.has(word))
  );
}

/** "43,000 soldiers have died", "57 who escaped". */
function subjectOf(view: View, phrase: Phrase, trigger: Trigger, pattern: Pattern, gap: Gap): Related | null {
  const verb = pattern.lemma.split(' ')[0] === 'be' || !isPassive(view, trigger.start);
  if (!verb) return null;
  if (
    pattern.forms.has('ing') &&
    !pattern.forms.has('past') &&
    !clauses().be.has(previousWord(view, trigger.start)) &&
    gap.length > 1
  )
    return null;
  const relative = relativeAfter(view, phrase, trigger);
  if (!relative && hasOwnSubject(view, phrase.end, trigger)) return null;
  const strength =
    (relative ? 78 : 86) - 1.2 * gap.length - 34 * gap.strangers - 20 * gap.breaks - 18 * gap.finite;
  const of = relative ? 0 : ofHead(view, phrase);
  if (describesByIng(view, trigger, pattern)) return { relation: 'inner', strength: Math.min(strength, 66) };
  return { relation: relative ? 'inner' : 'governs', strength: strength - of - unreal(view, trigger.start) };
}

/** "people fleeing the flood drowned": the participle only describes them. */
const describesByIng = (view: View, { start }: Trigger, { forms }: Pattern): boolean =>
  forms.has('ing') && !clauses().be.has(previousWord(view, start));

/** "12 are still missing", "12 people dead", "the 197 who remain captive". */
function stateAfter(view: View, phrase: Phrase, trigger: Trigger, gap: Gap): Related | null {
  if (startsObject(view, trigger)) return null;
  const words = between(view, phrase.end + 1, trigger.start);
  const plain = words.every(
    (word) =>
      clauses().link.has(word) ||
      clauses().adverb.has(word) ||
      clauses().relative.has(word) ||
      clauses().have.has(word) ||
      clauses().list.has(word),
  );
  const bare = !words.some((word) => clauses().link.has(word));
  const far = 3 * words.length + 34 * gap.strangers;
  if (plain)
    return bare ? { relation: 'inner', strength: 76 - far } : { relation: 'governs', strength: 90 - far };
  if (isLeft(view, phrase, trigger)) return { relation: 'governs', strength: 70 };
  const linked = clauses().link.has(previousWord(view, trigger.start)) && !gap.breaks;
  return linked
    ? {
        relation: 'governs',
        strength: 76 - gap.length - 34 * gap.strangers - 20 * Math.max(0, gap.finite - 1),
      }
    : null;
}

/** "left four others — ages 14 to 18 — injured": only what is set off stands between. */
function isLeft({ words }: View, { first, end }: Phrase, { start }: Trigger): boolean {
  const off = /^[,(—–-]+$/;
  return (
    /^(?:left|leaves?|leaving)$/.test(words[first - 1] ?? '') &&
    off.test(words[end + 1] ?? '') &&
    /^[,)—–-]+$/.test(words[start - 1] ?? '')
  );
}

/** "197 girls remain captives". */
function nounAfter(view: View, phrase: Phrase, trigger: Trigger, gap: Gap): Related | null {
  const words = between(view, phrase.end + 1, trigger.start);
  const copula = words.some(
    (word) => clauses().be.has(word) || word === 'remain' || word === 'remained' || word === 'became',
  );
  const plain = words.every(
    (word) =>
      clauses().link.has(word) ||
      clauses().adverb.has(word) ||
      ['the', 'a', 'among', 'confirmed'].includes(word),
  );
  return copula && plain ? { relation: 'governs', strength: 80 - 3 * gap.length } : null;
}
