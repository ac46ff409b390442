import { basename } from 'node:path';
import type { Ledger, ReadResult } from '../../src/index.ts';
import type { Interval } from '../../src/text/interval.ts';

/**
 * A ledger in plain lines, all of it but the ids: a heading for each story, a block for each question with its estimate,
 * its assertions, how they stand to each other and why, then the responses.
 */
export function ledgerLines({ ledgers, articles }: Pick<ReadResult, 'ledgers' | 'articles'>): string {
  const fileOf = (id: string): string => basename(articles.get(id)!.file);
  return ledgers.map((ledger) => storyLines(ledger, fileOf).join('\n')).join('\n\n');
}

function storyLines(ledger: Ledger, fileOf: (id: string) => string): readonly string[] {
  const { story, questions, responses } = ledger;
  return [
    `STORY ${story.title} | ${days(story)} | ${story.articles.map(fileOf).sort().join(' ')}`,
    ...questions.flatMap((_, i) => ['', ...questionLines(ledger, i, fileOf)]),
    '',
    ...responses
      .map(
        ({ stance, name, article, question, start }) =>
          `RESPONSE ${fileOf(article)} @${start} ${name}: ${stance}${question ? `, on ${labelOf(ledger, question)}` : ''}`,
      )
      .sort(),
    ...ledger.copies.map(({ from, to, kind }) => `COPY ${fileOf(from)} > ${fileOf(to)} ${kind}`).sort(),
  ];
}

function questionLines(ledger: Ledger, i: number, fileOf: (id: string) => string): readonly string[] {
  const question = ledger.questions[i]!;
  const { low, best, high, unit, per, rule, originators, outlets } = question;
  const own = ledger.assertions.filter((assertion) => assertion.question === question.id);
  const nameOf = new Map(own.map((one, at) => [one.id, String(at + 1)]));
  return [
    `QUESTION ${labelOf(ledger, question.id)} | for ${days(question.when)}`,
    `  ${low ?? '?'} – ${best ?? '?'} – ${high ?? '?'} ${unit}${per ? ` a ${per}` : ''}; ${originators} originators, ${outlets} outlets; ${rule}`,
    ...own.map(({ id, originator, figure, on, when, hedges, articles }) => {
      const parts = [
        `${originator}: ${figure.texts.map((text) => JSON.stringify(text)).join(' ')} (${figure.bound})`,
        `said ${days(on)}`,
        `for ${days(when)}`,
        ...(hedges.length ? [hedges.join(' ')] : []),
        articles.map(fileOf).join(' '),
      ];
      return `  ${nameOf.get(id)} ${parts.join(' | ')}`;
    }),
    ...question.relations.map(
      ({ from, to, kind, why }) =>
        `    ${nameOf.get(from)} ${kind} ${nameOf.get(to) ?? 'another question'}: ${why}`,
    ),
  ];
}

function labelOf({ questions }: Ledger, id: string): string {
  const { measure, predicate, group, place, scope } = questions.find((question) => question.id === id)!;
  return [measure === 'other' ? `other (${predicate})` : measure, group || '-', place ?? '-', scope].join(
    ' | ',
  );
}

const days = (interval: Interval | null): string =>
  interval === null
    ? '?'
    : interval.from === interval.to
      ? String(interval.from)
      : `${interval.from ?? ''}..${interval.to ?? ''}`;
