import type { Sentence, Token } from '../language/sentence.ts';
import type { Claim, Measure } from './claim.ts';
import { type Parts, readClaims } from './claims.ts';
import type { Figure } from './figure.ts';
import { isPersonNoun, personTables } from './figures/persons.ts';

/** What may befall one person who is told of without a number, so that a report of it counts. */
const BEFALLS: readonly Measure[] = ['killed', 'wounded', 'killed-or-wounded'];

/**
 * Claims of people whom the article names one by one, without a number: "a man was shot", "the driver died", "a man and a woman" for
 * two. The ledger turns to them only where a story has no figure. An article that has figures of its own for all gives none.
 */
export function readSingles(parts: Omit<Parts, 'figures'>, claims: readonly Claim[]): readonly Claim[] {
  const open = BEFALLS.filter((measure) => !claims.some((claim) => claim.measure === measure));
  if (!open.includes('killed') && !open.includes('wounded')) return [];
  const figures = parts.sentences.flatMap((sentence) => singlesOf(parts.article.text, sentence));
  if (!figures.length) return [];
  return readClaims({ ...parts, figures })
    .filter(({ measure }) => open.includes(measure))
    .map((claim) => ({ ...claim, single: true }));
}

/**
 * Nouns for persons in a sentence, those that "and" joins together; the number of each is the number of its nouns. Of nouns in a row
 * ("the victim teacher") the first counts.
 */
export function singlesOf(text: string, sentence: Sentence): readonly Figure[] {
  const { tokens } = sentence;
  const nouns = tokens.filter((token) => isSingle(token, sentence));
  const alone = nouns.filter((token) => !nouns.some((other) => isJoined(token, other)));
  const heads = alone.filter(
    (head, i) => !alone.slice(0, i).some((other) => firstOf(other, tokens) === firstOf(head, tokens)),
  );
  return heads.map((head) => {
    const group = nouns.filter((token) => token === head || isJoined(token, head));
    const start = tokens[firstOf(head, tokens)]!.start;
    const end = group.at(-1)!.end;
    return {
      start,
      end,
      text: text.slice(start, end),
      low: group.length,
      high: group.length,
      bound: 'exact',
      unit: 'person',
      per: null,
      change: null,
      counted: isYearOld(head, tokens)
        ? null
        : { start: head.start, end: head.end, text: text.slice(head.start, head.end) },
    };
  });
}

const isJoined = (token: Token, head: Token): boolean => token.deprel === 'conj' && token.head === head.index;

/** A noun for one person behind an article or "his", "the 10-year-old", or a name with an age: "Ann Low, 29,". */
function isSingle(token: Token, sentence: Sentence): boolean {
  const { tokens, headline } = sentence;
  if (token.deprel === 'compound' || token.deprel === 'amod' || isDenied(token, tokens)) return false;
  if (token.xpos === 'NNP') return isAged(token, tokens);
  const noun = token.text.toLowerCase();
  const person = token.xpos === 'NN' && isPersonNoun(noun) && !personTables().notOne.has(noun);
  if (!person && !isYearOld(token, tokens)) return false;
  const first = firstOf(token, tokens);
  return LEADER.test(tokens[first]!.xpos)
    ? ONE.test(tokens[first]!.text)
    : headline && token.index - first < 2;
}

/** "The driver was not hurt." */
const isDenied = ({ head }: Token, tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.head === head && /^(?:not|n['’]t|never)$/i.test(token.text));

const LEADER = /^(?:DT|PRP\$)$/;
const ONE = /^(?:a|an|another|the|his|her|their|its|my|your|our)$/i;

const isYearOld = ({ text, index }: Token, tokens: readonly Token[]): boolean =>
  text.toLowerCase() === 'old' && tokens[index - 2]?.text === 'year';

/** Whether an age is set off behind the name. */
function isAged({ index, deprel }: Token, tokens: readonly Token[]): boolean {
  if (deprel === 'flat') return false;
  let after = index + 1;
  while (tokens[after]?.xpos === 'NNP') after++;
  const [comma, age, end] = tokens.slice(after, after + 3);
  return comma?.text === ',' && /^[1-9]\d?$/.test(age?.text ?? '') && /^(?:,|of)$/.test(end?.text ?? '');
}

/** The first token of the words that lead up to a noun, the article where there is one. */
function firstOf(noun: Token, tokens: readonly Token[]): number {
  let first = noun.index;
  while (first > 0 && noun.index - first < LONGEST && LEADS.test(tokens[first - 1]!.xpos)) {
    first--;
    if (LEADER.test(tokens[first]!.xpos)) break;
  }
  return first;
}

const LEADS = /^(?:DT|PRP\$|JJ.*|NN|NNP|CD|HYPH|VB[NG]|RB)$/;

/** Most words before a noun: "a 19-year-old Dorn college student". */
const LONGEST = 8;
