import type { Draft } from './draft.ts';
import { runOf } from './draft.ts';
import { CLOSES, INSIDE, OPENS, type Passage, type Run } from './passage.ts';
import { findSource, sourceAfter } from './source-rules.ts';
import { headKinds, listed } from './speakers.ts';
import { type VerbForm, verbForm, wordSet } from './verbs.ts';

const CERTAIN = 0.9;

/**
 * Statements that the lexicon alone is sure of: a verb of speech with its subject, "according to", and the colon of a
 * headline. They hold in any kind of text, so they stand guard where the learned reader has seen nothing alike.
 */
export function ruleDrafts(passage: Passage): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const sentence of passage.sentences) {
    for (let i = sentence.from; i < sentence.to; i++) {
      const draft = accordingTo(passage, sentence, i) ?? verbDraft(passage, sentence, i);
      if (draft) drafts.push(draft);
    }
    const colon = headlineColon(passage, sentence) ?? quotedColon(passage, sentence);
    if (colon) drafts.push(colon);
  }
  return drafts;
}

/** Source and content of a cue by the shape of its sentence alone. */
export function ruleSpans(passage: Passage, cue: Run, form: VerbForm): Omit<Draft, 'confidence'> | null {
  const sentence = passage.sentences[passage.sentenceOf[cue.from]!]!;
  const found = findSource(passage, sentence, cue);
  if (!found) return null;
  const content = found.trailing
    ? trailingContent(passage, sentence, found.source, cue)
    : leadingContent(passage, sentence, Math.max(cue.to, found.source.to), form);
  return content.length ? { source: [found.source], cue: found.cue, content } : null;
}

function verbDraft(passage: Passage, sentence: Run, i: number): Draft | null {
  const form = verbForm(passage.words[i]!);
  if (!form || passage.quoted[i] === INSIDE) return null;
  if (form.shape === 'ing' && !form.classes.includes('speech')) return null;
  if (form.shape === 'base' && passage.words[i - 1] === 'to' && i > sentence.from) return null;
  const strength = strengthOf(passage, i, form);
  if (!strength) return null;
  const spans = ruleSpans(passage, { from: i, to: i + 1 }, form);
  return spans && { ...spans, confidence: strength };
}

/** How sure a verb is before its surroundings are known: words above thoughts, thoughts only before "that" or "to". */
function strengthOf(passage: Passage, i: number, form: VerbForm): number {
  const next = passage.words[i + 1];
  const opened = passage.quoted[i + 1] === OPENS || next === 'that';
  if (form.classes.includes('speech'))
    return opened ? CERTAIN : form.lemma === 'say' || form.lemma === 'tell' ? CERTAIN : 0.6;
  if (form.classes.includes('attitude')) return next === 'that' ? 0.5 : 0;
  return opened ? 0.6 : 0;
}

function accordingTo(passage: Passage, sentence: Run, i: number): Draft | null {
  if (passage.words[i] !== 'according' || passage.words[i + 1] !== 'to') return null;
  const source = sourceAfter(passage, sentence, i + 2);
  if (!source) return null;
  const before = runOf(sentence.from, trimEnd(passage, sentence.from, i));
  const after = runOf(source.to + 1, trimEnd(passage, source.to + 1, sentence.to));
  const content = i - sentence.from > 1 ? before : after;
  return content.length
    ? { source: [source], cue: { from: i, to: i + 2 }, content, confidence: CERTAIN }
    : null;
}

/** "At least 12 hurt: police" and "Police: at least 12 hurt", in headlines only. */
function headlineColon(passage: Passage, sentence: Run): Draft | null {
  if (!passage.paragraphs[passage.paragraphOf[sentence.from]!]!.headline) return null;
  const colon = colonIn(passage, sentence);
  if (colon < 0 || colon >= sentence.to - 1 || colon === sentence.from) return null;
  const left = { from: sentence.from, to: colon };
  const right = { from: colon + 1, to: trimEnd(passage, colon + 1, sentence.to) };
  const cue = { from: colon, to: colon + 1 };
  const [source, content] = right.to - right.from < left.to - left.from ? [right, left] : [left, right];
  if (!namesSpeaker(passage, source) || !isKnown(passage, source)) return null;
  return { source: [source], cue, content: [content], confidence: 0.7 };
}

/** The first colon of a sentence; -1 for none. */
function colonIn({ words }: Passage, { from, to }: Run): number {
  for (let i = from; i < to; i++) if (words[i] === ':') return i;
  return -1;
}

/** Whether the last word is a kind of speaker, a state, or a name that the body writes with a capital, too. */
function isKnown(passage: Passage, { to }: Run): boolean {
  const { words, tokens, paragraphs, paragraphOf } = passage;
  const word = words[to - 1]!;
  if (headKinds(word).length || KNOWN.some((list) => listed(list, word))) return true;
  let capital = false;
  for (let i = 0; i < words.length; i++) {
    if (words[i] !== word || paragraphs[paragraphOf[i]!]!.headline) continue;
    if (!/^\p{Lu}/u.test(tokens[i]!.text)) return false;
    capital = true;
  }
  return capital || /^\p{Lu}{2,5}$/u.test(tokens[to - 1]!.text);
}

const KNOWN = ['countries', 'capitals', 'mediaNames', 'agencyNames'] as const;

/** 'Ada Moreno, the mayor: "We found …"': a line that gives a speaker, a colon and the words. */
function quotedColon(passage: Passage, sentence: Run): Draft | null {
  const paragraph = passage.paragraphs[passage.paragraphOf[sentence.from]!]!;
  if (paragraph.headline || paragraph.from !== sentence.from) return null;
  const colon = colonIn(passage, sentence);
  if (colon < 0 || passage.quoted[colon + 1] !== OPENS) return null;
  const source = { from: sentence.from, to: colon };
  if (!startsWithName(passage, source)) return null;
  const content = runOf(colon + 1, quoteEnd(passage, colon + 1, paragraph.to));
  return { source: [source], cue: { from: colon, to: colon + 1 }, content, confidence: CERTAIN };
}

/** Up to twelve words without verb, of which the first is a name's. */
function startsWithName({ tokens }: Passage, { from, to }: Run): boolean {
  if (from === to || to - from > 12 || !/^\p{Lu}/u.test(tokens[from]!.text)) return false;
  for (let i = from; i < to; i++) if (/^(?:VERB|AUX|SCONJ|NUM)$/.test(tokens[i]!.upos)) return false;
  return tokens[from]!.upos === 'PROPN';
}

/** One to five words without verb or number. */
function namesSpeaker(passage: Passage, { from, to }: Run): boolean {
  if (to - from > 5) return false;
  for (let i = from; i < to; i++) {
    const { upos } = passage.tokens[i]!;
    if (/\d/.test(passage.words[i]!) || wordSet('boundaries').has(passage.words[i]!)) return false;
    if (upos === 'X' ? verbForm(passage.words[i]!)?.shape === 'ing' : /^(?:VERB|AUX|PRON|NUM)$/.test(upos))
      return false;
  }
  return true;
}

/** What stands before ", the ministry said", and what goes on after it in quotation marks. */
function trailingContent(passage: Passage, sentence: Run, source: Run, cue: Run): readonly Run[] {
  const start = Math.min(source.from, cue.from);
  const quote = quoteStart(passage, start);
  const before = runOf(
    Math.min(quote ?? sentence.from, sentence.from),
    trimEnd(passage, sentence.from, start),
  );
  const end = Math.max(source.to, cue.to);
  return [...before, ...resumed(passage, sentence, end)];
}

/** The opening mark of the quotation that ends just before a token, in the same paragraph. */
function quoteStart(passage: Passage, before: number): number | null {
  const { from } = passage.paragraphs[passage.paragraphOf[before]!]!;
  for (let i = before - 1; i >= from && i >= before - 2; i--)
    if (passage.quoted[i] === CLOSES)
      for (let j = i; j >= from; j--) if (passage.quoted[j] === OPENS) return j;
  return null;
}

function resumed(passage: Passage, sentence: Run, end: number): readonly Run[] {
  const { to } = passage.paragraphs[passage.paragraphOf[sentence.from]!]!;
  for (let i = end; i < to && i < end + 14; i++) {
    if (passage.quoted[i] === OPENS) return runOf(i, quoteEnd(passage, i, to));
    if (verbForm(passage.words[i]!)) return [];
  }
  return [];
}

function quoteEnd(passage: Passage, open: number, to: number): number {
  for (let i = open + 1; i < to; i++) if (passage.quoted[i] === CLOSES) return i + 1;
  return to;
}

function leadingContent(passage: Passage, sentence: Run, end: number, form: VerbForm): readonly Run[] {
  const from = contentStart(passage, sentence, end, form);
  if (from === null) return [];
  const { to } = passage.paragraphs[passage.paragraphOf[sentence.from]!]!;
  const open = passage.quoted[from] === OPENS;
  if (open) return runOf(from, Math.max(quoteEnd(passage, from, to), sentence.to > to ? to : from));
  return runOf(from, trimEnd(passage, from, sentence.to));
}

/** The first word of the content after its verb: behind addressee and time, at "that", a mark, or the next word. */
function contentStart(passage: Passage, sentence: Run, end: number, form: VerbForm): number | null {
  const limit = Math.min(sentence.to, end + 14);
  for (let i = end; i < limit; i++) {
    if (passage.words[i] === 'that' || passage.quoted[i] === OPENS) return i;
    if (verbForm(passage.words[i]!) || passage.words[i] === ',') break;
    if (passage.words[i] === ':') return i + 1 < sentence.to ? i + 1 : null;
  }
  const at = afterTime(passage, sentence, end);
  const told = form.lemma === 'tell' ? at + 1 : at;
  return told < sentence.to - 1 && /[\p{L}\p{N}]/u.test(passage.words[told]!) ? told : null;
}

function afterTime(passage: Passage, sentence: Run, end: number): number {
  const times = wordSet('times');
  let i = end;
  while (i < sentence.to && (times.has(passage.words[i]!) || /^\d+$|^[a-z]{3}\.$/.test(passage.words[i]!)))
    i++;
  return i;
}

/** The end of a run without the marks at its edge. */
function trimEnd(passage: Passage, from: number, to: number): number {
  let end = to;
  while (end > from && !/[\p{L}\p{N}%)$]/u.test(passage.words[end - 1]!)) end--;
  return end;
}
