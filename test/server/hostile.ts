import type { Assertion, Entry, Question } from '../../src/ledger/ledger.ts';
import type { Told } from '../../src/pages/report.ts';
import type { Article } from '../../src/text/article.ts';
import { idOf } from '../../src/text/id.ts';
import { ROWS, type Row, told } from '../pages/told.ts';

/** What a capture may try: to act, to leave its place, to turn the line around. */
export const HOSTILE =
  '<script>document.title="owned"</script><img src=x onerror="document.title=\'owned\'"></title></textarea>"\'>&amp; \u202etxet desrever\u2066 {{7*7}}';

/** An invented ledger in which every captured text is hostile. */
export function hostileStory(): Told {
  const rows = ROWS.map((row): Row => ({ ...row, originator: HOSTILE, words: `12 ${HOSTILE}` }));
  const { ledger, articles } = told(HOSTILE, rows, [
    { from: 'a1', to: 'a0', kind: 'updates', why: HOSTILE },
    { from: 'a2', to: 'a0', kind: 'differs', why: HOSTILE },
  ]);
  return renamed({
    ledger: {
      ...ledger,
      questions: ledger.questions.map((question) => ({
        ...question,
        group: HOSTILE,
        place: HOSTILE,
        rule: HOSTILE,
      })),
      responses: ledger.responses.map((response) => ({ ...response, name: HOSTILE })),
    },
    articles: articles.map((article) => ({
      ...article,
      title: HOSTILE,
      outlet: HOSTILE,
      byline: HOSTILE,
      dateline: HOSTILE,
      url: 'javascript:document.title="owned"',
      file: `${HOSTILE}.html`,
      credits: [{ name: HOSTILE, role: 'wire' as const }],
      blocks: [
        { start: 0, end: article.text.length, kind: 'furniture' as const, kept: false, reason: HOSTILE },
      ],
    })),
  });
}

/** One article of a single paragraph of five million characters, a figure near its end. */
export function longStory(): Told {
  const { ledger, articles } = told('A very long paragraph', ROWS.slice(0, 2));
  const filler = 'word '.repeat(1_000_000);
  const [article, ...others] = articles as [Article, ...Article[]];
  const shift = filler.length;
  return renamed(
    {
      ledger: {
        ...ledger,
        entries: ledger.entries.map((entry) =>
          entry.article === article.id
            ? {
                ...entry,
                figure: { ...entry.figure, start: entry.figure.start + shift, end: entry.figure.end + shift },
                sentence: { start: 0, end: entry.sentence.end + shift },
              }
            : entry,
        ),
        responses: [],
      },
      articles: [{ ...article, text: filler + article.text }, ...others],
    },
    'long',
  );
}

/** One story of a thousand questions. */
export function wideStory(): Told {
  const { ledger, articles } = told('A thousand questions', ROWS);
  const asked = Array.from({ length: 1000 }, (_, i) => i);
  const of = <T extends { readonly id: string }>(
    some: readonly T[],
    change: (one: T, i: number) => T,
  ): readonly T[] => asked.flatMap((i) => some.map((one) => change({ ...one, id: `${one.id}-${i}` }, i)));
  return renamed(
    {
      articles,
      ledger: {
        ...ledger,
        questions: of(ledger.questions, (question: Question, i) => ({
          ...question,
          group: `group ${i}`,
          assertions: question.assertions.map((id) => `${id}-${i}`),
        })),
        assertions: of(ledger.assertions, (assertion: Assertion, i) => ({
          ...assertion,
          question: `q-${i}`,
          claims: assertion.claims.map((id) => `${id}-${i}`),
        })),
        entries: of(ledger.entries, (entry: Entry, i) => ({
          ...entry,
          question: `q-${i}`,
          assertion: `${entry.assertion}-${i}`,
        })),
        responses: [],
      },
    },
    'wide',
  );
}

/** The same with ids as the product makes them. */
function renamed(story: Told, salt = 'hostile'): Told {
  const json = JSON.stringify(story).replace(
    /"(id|story|question|assertion|article|from|to)":"([a-z]\d*(?:-\d+)?)"/g,
    (_, name, id) => `"${name}":"${idOf(salt, id)}"`,
  );
  const lists = json.replace(
    /"(claims|articles|assertions)":\[((?:"[a-z]\d+(?:-\d+)?",?)+)\]/g,
    (_, name, ids: string) => `"${name}":[${ids.replace(/[a-z]\d+(?:-\d+)?/g, (id) => idOf(salt, id))}]`,
  );
  return JSON.parse(lists) as Told;
}
