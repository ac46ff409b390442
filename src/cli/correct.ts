import { CORRECTION_WORDS } from '../ledger/correction-words.ts';
import {
  joinOriginators,
  mergeStories,
  partOriginator,
  splitStory,
  type Wish,
  wrongClaim,
} from '../ledger/propose.ts';
import { dayWords, intervalWords } from '../ledger/words.ts';
import { correct, undo } from '../pipeline.ts';
import type { Store } from '../store/store.ts';
import type { Correction } from '../text/correction.ts';
import { type Call, type Command, type Option, type Status, UsageError } from './command.ts';
import { articleNamed, claimNamed, storyNamed } from './find.ts';
import { emit } from './output.ts';
import { plain } from './paint.ts';
import { DB, withStore } from './read.ts';

const NOTE: Option = { name: 'note', value: 'TEXT', help: 'why, for those who read it later' };
const AT: Option = { name: 'at', value: 'TIME', help: 'when you said so; now where not given' };

type Work = (store: Store, words: readonly string[], call: Call) => Promise<void>;

export const STORY: Command = {
  name: 'story',
  operands: 'list|merge|split [ID…]',
  summary:
    'List the stories with their articles, make several one, or take articles out into a story of their own; kept when more arrives',
  takes: [1, Number.POSITIVE_INFINITY],
  options: [DB, NOTE, AT],
  examples: [
    'hearsay story list',
    'hearsay story merge 0b3f2a91 77c01d5e --note "one storm"',
    'hearsay story split 0b3f2a91 captures/late.txt',
  ],
  run: (call) => dispatch(call, { list: listStories, merge, split }),
};

export const CORRECT: Command = {
  name: 'correct',
  operands: 'list|wrong|join|part|undo [ID…]',
  summary:
    'Mark a claim wrong, make the originators of claims one, give claims to another originator, undo a correction, or list them all',
  takes: [1, Number.POSITIVE_INFINITY],
  options: [DB, NOTE, AT],
  examples: [
    'hearsay correct wrong captures/wire.txt:412 --note "a bus number"',
    'hearsay correct join 1d44ab02 9f30c7e1',
    'hearsay correct part captures/wire.txt:88',
    'hearsay correct list',
    'hearsay correct undo 5ac3',
  ],
  run: (call) => dispatch(call, { list: listCorrections, wrong, join, part, undo: undoOne }),
};

function dispatch(call: Call, works: Readonly<Record<string, Work>>): Promise<Status> {
  const [name = '', ...words] = call.paths;
  const work = Object.hasOwn(works, name) ? works[name] : undefined;
  if (!work) throw new UsageError(`use ${Object.keys(works).join(', ')}, not ${JSON.stringify(name)}`);
  return withStore(call, async (store) => {
    await work(store, words, call);
    return 0;
  });
}

const merge: Work = (store, words, call) => {
  need(words, 2, 'merge needs two stories or more');
  return make(store, call, () => mergeStories(words.map((word) => storyNamed(store, word))));
};

const split: Work = (store, [name, ...words], call) => {
  need(words, 1, 'split needs a story and the articles that leave it');
  const story = storyNamed(store, name!);
  return make(store, call, () =>
    splitStory(
      story,
      words.map((word) => articleNamed(store, story, word)),
    ),
  );
};

const wrong: Work = (store, words, call) => {
  need(words, 1, 'wrong needs a claim');
  return make(store, call, () => wrongClaim(claimNamed(store, words[0]!)));
};

const join: Work = (store, words, call) => {
  need(words, 2, 'join needs two claims or more');
  return make(store, call, () => joinOriginators(...together(store, words)));
};

const part: Work = (store, words, call) => {
  need(words, 1, 'part needs the claims that are somebody else’s');
  return make(store, call, () => partOriginator(...together(store, words)));
};

const undoOne: Work = async (store, words, call) => {
  need(words, 1, 'undo needs a correction');
  const found = store.corrections().filter(({ id }) => id.startsWith(words[0]!));
  if (found.length !== 1)
    throw new UsageError(
      `${found.length || 'no'} corrections begin with ${JSON.stringify(words[0])}; "hearsay correct list" shows them`,
    );
  await emit(correctionText(undo(store, found[0]!.id, timeOf(call))));
};

function need(words: readonly string[], least: number, what: string): void {
  if (words.length < least) throw new UsageError(what);
}

/** The claims named, which must be of one story. */
function together(store: Store, words: readonly string[]) {
  const found = words.map((word) => claimNamed(store, word));
  const { ledger } = found[0]!;
  const other = found.find((one) => one.ledger.story.id !== ledger.story.id);
  if (other)
    throw new UsageError(
      `claim ${JSON.stringify(other.id)} is of another story; originators are one within a story`,
    );
  return [ledger, found.map(({ id }) => id)] as const;
}

async function make(store: Store, call: Call, wish: () => Wish): Promise<void> {
  const proposed = { ...asked(wish), note: call.options.get('note') ?? '', at: timeOf(call) };
  await emit(correctionText(correct(store, proposed)));
}

/** What cannot be asked for is wrong usage. */
function asked(wish: () => Wish): Wish {
  try {
    return wish();
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message);
  }
}

/** When the user says so: a fact of the correction, not of any result. */
function timeOf({ options }: Call): string {
  const given = options.get('at');
  if (given === undefined) return new Date().toISOString();
  if (Number.isNaN(Date.parse(given)))
    throw new UsageError(`--at wants a time as 2024-12-26T09:30:00Z, not ${JSON.stringify(given)}`);
  return given;
}

async function listStories(store: Store): Promise<void> {
  for (const { id, title, from, to, articles } of store.stories()) {
    await emit(`${id.slice(0, 12)}  ${plain(title)}  ${intervalWords({ from, to }) || 'undated'}\n`);
    for (const article of articles) {
      const { outlet, published } = store.article(article).article;
      const files = store.files(article).map(plain).join(', ');
      await emit(`  ${article.slice(0, 12)}  ${dayWords(published)}  ${plain(outlet ?? '–')}  ${files}\n`);
    }
  }
}

const listCorrections: Work = async (store) => {
  for (const correction of store.corrections()) await emit(correctionText(correction));
};

function correctionText({ id, kind, targets, note, at, undone }: Correction): string {
  const ids = targets.map(
    (group) =>
      group
        .slice(0, 4)
        .map((one) => one.slice(0, 12))
        .join(' ') + (group.length > 4 ? ` and ${group.length - 4} more` : ''),
  );
  const state = undone === null ? '' : `  undone ${plain(undone)}`;
  return `${id.slice(0, 12)}  ${plain(at)}  ${CORRECTION_WORDS[kind]}: ${ids.join(' | ')}${note ? `  (${plain(note)})` : ''}${state}\n`;
}
