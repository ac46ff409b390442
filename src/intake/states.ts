import type { State } from '../text/article.ts';
import { lexiconFiles } from '../text/lexicon.ts';
import { bodyPassages, type Labelled } from './blocks.ts';
import { type JsonObject, metaOf, type PageFacts } from './page-facts.ts';
import { countIn, folded, type Passage } from './passage.ts';

interface Words {
  readonly titles?: readonly string[];
  readonly words?: readonly string[];
  readonly tiers?: readonly string[];
}
type StatesFile = Readonly<Partial<Record<State, Words>>>;

interface Rules {
  readonly titles: ReadonlyMap<string, State>;
  readonly words: Readonly<Record<State, readonly string[]>>;
  readonly tiers: ReadonlySet<string>;
}

/** A report of more words, in what is kept as body, is none of these, and is no stub from so many words on. */
const SHORT = 120;
const LONGEST_STUB = 300;
/** So few words beside those of a wall or an error tell nothing. */
const NOTHING_ELSE = 40;
/** Pages for subscribers say so, or break off, or show less than this share of the words that they state. */
const SHOWN = 0.8;
const LONGEST_LINE = 600;

let rules: Rules | null = null;

/**
 * Whether a capture is no report but an error page or a wall before one, or only a report's beginning; `null` for whole reports.
 * @param facts what the page's markup states; `null` for plain text
 */
export function stateOf(labelled: Labelled, facts: PageFacts | null): State | null {
  const { passages, title } = labelled;
  rules ??= compile(lexiconFiles<StatesFile>('intake-states'));
  const body = bodyPassages(labelled);
  const words = countIn(body);
  if (words > LONGEST_STUB) return null;
  if (words <= SHORT) {
    const named = titlesOf(passages, title, facts)
      .map((one) => rules!.titles.get(one))
      .find(Boolean);
    if (named) return named;
    for (const state of ['error', 'wall'] as const)
      if (isAllOf(passages, body, rules.words[state])) return state;
  }
  return isStub(passages, body, words, facts, rules) ? 'stub' : null;
}

/** The titles and their parts, and a plain text's first line, as the lexicon has them. */
function titlesOf(passages: readonly Passage[], title: string | null, facts: PageFacts | null): string[] {
  const first = passages.find(({ heading }) => heading) ?? (facts ? undefined : passages[0]);
  return [title, facts?.title, first?.words.slice(0, 200)].flatMap((words) =>
    words ? [words, ...words.split(/\s*(?:[|–—•·]|\s-\s)\s*/)].map(plain) : [],
  );
}

const plain = (words: string): string => folded(words).replace(/\d+/g, '#');

const says = ({ words, count }: Passage, phrases: readonly string[]): boolean => {
  if (count > 80 || words.length > LONGEST_LINE) return false;
  const own = plain(words);
  return phrases.some((phrase) => own.includes(phrase));
};

/** Whether lines of a page say one of the phrases, and the body says hardly anything else. */
function isAllOf(
  passages: readonly Passage[],
  body: readonly Passage[],
  phrases: readonly string[],
): boolean {
  const said = new Set(passages.filter((passage) => says(passage, phrases)));
  if (!said.size) return false;
  const others = countIn(body.filter((passage) => !said.has(passage)));
  return others < NOTHING_ELSE && others <= countIn([...said]) * 2;
}

function isStub(
  passages: readonly Passage[],
  body: readonly Passage[],
  words: number,
  facts: PageFacts | null,
  { words: phrases, tiers }: Rules,
): boolean {
  if (!words) return false;
  const told = passages.some((passage) => says(passage, phrases.stub));
  if (facts === null || !isLocked(facts, tiers)) return told && breaksOff(body);
  return told || breaksOff(body) || words < countStated(facts) * SHOWN;
}

/** Whether the last paragraph ends before its sentence does. */
const breaksOff = (body: readonly Passage[]): boolean => {
  const last = body.at(-1);
  return last !== undefined && (last.cut || !last.closed);
};

/** Whether the metadata says that the text is not for everybody. */
function isLocked(facts: PageFacts, tiers: ReadonlySet<string>): boolean {
  const closed = ({ isAccessibleForFree: free }: JsonObject): boolean =>
    free === false || (typeof free === 'string' && /false$/i.test(free.trim()));
  return facts.linked.some(closed) || tiers.has(metaOf(facts, 'article:content_tier')?.toLowerCase() ?? '');
}

const countStated = ({ linked }: PageFacts): number =>
  Math.max(0, ...linked.slice(0, 50).map(({ wordCount }) => Number(wordCount) || 0));

function compile(files: readonly StatesFile[]): Rules {
  const of = (state: State, part: keyof Words): readonly string[] =>
    files.flatMap((file) => file[state]?.[part] ?? []);
  return {
    titles: new Map(
      (['error', 'wall'] as const).flatMap((state) =>
        of(state, 'titles').map((title) => [plain(title.replaceAll('#', '0')), state] as const),
      ),
    ),
    words: { error: of('error', 'words'), wall: of('wall', 'words'), stub: of('stub', 'words') },
    tiers: new Set(of('stub', 'tiers')),
  };
}
