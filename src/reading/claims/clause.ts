import { clauses } from './clauses.ts';
import type { Trigger } from './triggers.ts';
import type { Phrase, View } from './view.ts';

/** What lies between a figure's phrase and a trigger. */
export interface Gap {
  /** Other figures in between that are no members of one list with it. */
  readonly strangers: number;
  readonly breaks: number;
  readonly finite: number;
  readonly length: number;
  readonly relative: boolean;
}

/** Where the verb group of a participle begins: its auxiliaries and their adverbs. */
export function groupStart({ words }: View, at: number): number {
  const { be, have, modal, adverb } = clauses();
  let start = at;
  for (let i = at - 1; i >= 0; i--) {
    const word = words[i]!;
    if (be.has(word) || have.has(word) || (modal.has(word) && word !== 'to')) start = i;
    else if (!adverb.has(word)) break;
  }
  return start;
}

export const between = (view: View, from: number, to: number) => view.words.slice(from, Math.max(from, to));

export const previousWord = (view: View, at: number): string => {
  let i = at - 1;
  while (i >= 0 && clauses().adverb.has(view.words[i]!) && !clauses().be.has(view.words[i]!)) i--;
  return view.words[i] ?? '';
};

/** Whether a form of "be" or "get" governs the participle at `at`; adverbs and a first participle may stand between. */
export function isPassive(view: View, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 8; i--) {
    const word = view.words[i]!;
    if (clauses().be.has(word)) return true;
    const skips = clauses().adverb.has(word) || ['and', 'or', ',', '/'].includes(word) || word.endsWith('ly');
    if (skips || /ed$|shot|hurt|beaten|taken/.test(word)) continue;
    return false;
  }
  return false;
}

/** "friends over because he was picked up": a verb with a subject of its own in another clause says nothing of them. */
export function hasOwnSubject({ tokens, words }: View, after: number, { start }: Trigger): boolean {
  let apart = false;
  for (let i = after + 1; i < start; i++) {
    const word = words[i]!;
    if (clauses().break.has(word) || word === 'whose') apart = true;
    if (/^(?:he|she|it|i|we|you)$/.test(word)) return true;
    const { head, deprel, upos } = tokens[i]!;
    const subject = head === start && /^nsubj/.test(deprel) && /^(?:NOUN|PROPN)$/.test(upos);
    if (apart && subject) return true;
  }
  return false;
}

/** Whether the verb has an object of its own: then the figure before it is who did it. */
export function takesObject(view: View, trigger: Trigger): boolean {
  const object = view.tokens.findIndex(({ head, deprel }) => head === trigger.start && deprel === 'obj');
  if (object > trigger.end && object <= trigger.end + 3 && view.tokens[object]!.upos === 'NOUN') return true;
  let i = trigger.end + 1;
  while (clauses().adverb.has(view.words[i] ?? '') && view.words[i] !== 'people') i++;
  const word = view.words[i] ?? '';
  if (
    /^(?:a|an|the|his|her|its|their|our|this|these|those|them|him|us|people|civilians|soldiers|dozens|hundreds|thousands)$/.test(
      word,
    )
  )
    return true;
  const joined = /^(?:and|or|but|,|&|\/)$/.test(word);
  const phrase = view.phrases.find(({ first }) => first === i || (first === i + 1 && !joined));
  return phrase !== undefined && !/^[,.]$/.test(view.words[trigger.end + 1] ?? '');
}

/** A figure follows at once: "displaced 2 million", so the word is a verb of its own. */
export const startsObject = (view: View, { end }: Trigger): boolean =>
  view.phrases.some(
    ({ first }) =>
      first === end + 1 ||
      (first === end + 2 && /^(?!(?:and|or|but)$)\p{L}/u.test(view.words[end + 1] ?? '')),
  );

/** A relative pronoun opens the clause in which the trigger stands. */
export function relativeAfter(view: View, phrase: Phrase, trigger: Trigger): boolean {
  const next = view.words[phrase.end + 1] === ',' ? phrase.end + 2 : phrase.end + 1;
  if (
    !clauses().relative.has(view.words[next] ?? '') &&
    !(view.words[next] === 'of' && clauses().relative.has(view.words[next + 1] ?? ''))
  )
    return false;
  let finite = 0;
  for (let i = next + 1; i < trigger.start; i++) if (startsFinite(view, i)) finite++;
  return finite <= 1;
}

/** Minus for a figure that stands after "of" and so heads no clause, unless what holds it is transparent. */
export function ofHead(view: View, phrase: Phrase): number {
  const preposition = prepositionBefore(view, phrase.first);
  if (!preposition || preposition.word === 'after' || preposition.word === 'before') return 0;
  return preposition.word === 'of' && isContainer(view, preposition.at) ? 0 : 45;
}

/** The preposition under which a figure stands, with its place. */
export function prepositionBefore(
  view: View,
  first: number,
): { readonly word: string; readonly at: number } | null {
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    const word = view.words[i]!;
    if (clauses().preposition.has(word)) return { word, at: i };
    if (
      !/^(?:the|a|an|these|those|its|their|our|his|her|other|first|last|another|additional|further|more|some|as|many|much|least|estimated|record|total|"|“)$/.test(
        word,
      )
    )
      return null;
  }
  return null;
}

export const isContainer = (view: View, preposition: number) =>
  view.words[preposition] === 'of' && clauses().container.has(view.words[preposition - 1] ?? '');

/** "Among the dead were 12 children": the subject comes last. */
export function isAmong(view: View, from: number, to: number): boolean {
  const opened = view.words
    .slice(Math.max(0, from - 6), from)
    .some((word) => word === 'among' || word === 'including' || word === 'included');
  return (
    opened &&
    between(view, from, to).some(
      (word) => clauses().be.has(word) || word === 'included' || word === 'include' || word === ':',
    )
  );
}

/** What a plan, wish or possibility takes from a verb, so that words on what has happened win. */
export function unreal(view: View, at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    if (clauses().modal.has(view.words[i]!)) return 20;
    if (/^[,;.:]$/.test(view.words[i]!)) return 0;
  }
  return 0;
}

export function gapOf(view: View, from: number, to: number, own: Phrase): Gap {
  let strangers = 0;
  let breaks = 0;
  let finite = 0;
  let relative = false;
  for (let i = from; i < to; i++) {
    const word = view.words[i]!;
    const other = view.phrases.find((phrase) => phrase.first === i && phrase.counts);
    if (other && other !== own) {
      if (!inList(view, other.end + 1, own.first) && !inList(view, own.end + 1, other.first)) strangers++;
      i = Math.max(i, Math.min(other.end, to - 1));
      continue;
    }
    if (
      clauses().break.has(word) &&
      !(word === 'as' && /^(?:many|much|well|a)$/.test(view.words[i + 1] ?? ''))
    )
      breaks++;
    if (clauses().relative.has(word)) relative = true;
    if (startsFinite(view, i)) finite++;
  }
  return { strangers, breaks, finite, relative, length: Math.max(0, to - from) };
}

/** A finite verb group begins here: an auxiliary, or a verb tagged as finite. One a group. */
export function startsFinite(view: View, i: number): boolean {
  const word = view.words[i]!;
  const auxiliary =
    clauses().be.has(word) || clauses().have.has(word) || (clauses().modal.has(word) && word !== 'to');
  const tagged = /^VB[DPZ]$/.test(view.tokens[i]?.xpos ?? '');
  if (!auxiliary && !tagged) return false;
  const before = view.words[i - 1] ?? '';
  return !clauses().be.has(before) && !clauses().have.has(before) && !clauses().modal.has(before);
}

export function hasVerbal(view: View, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (startsFinite(view, i) || clauses().relative.has(view.words[i]!)) return true;
  return false;
}

/** Whether only a list's own words stand there, its other numbers aside: "nine officers[, two clerks and ]two civilians". */
function inList(view: View, from: number, to: number): boolean {
  if (to < from) return false;
  let plain = 0;
  for (let i = from; i < to; i++) {
    const member = view.phrases.find(({ first }) => first === i);
    if (member) i = Math.max(i, member.end);
    else if (!clauses().list.has(view.words[i]!) || ++plain > 4) return false;
  }
  return true;
}
