import { daysOf } from './facets.ts';
import { groupOf, relate } from './groups.ts';
import type { Assertion, Question, Relation } from './ledger.ts';

interface Asked {
  readonly question: Question;
  readonly assertions: readonly Assertion[];
}

/**
 * The questions, narrower ones with a `part-of` relation from their first assertion to the first of the wider question:
 * the same measure for a narrower group, a shorter time, or in answer to a wider scope. Only the widest is named.
 */
export function partsOf(asked: readonly Asked[]): readonly Question[] {
  return asked.map(({ question, assertions }) => {
    const relations = asked.flatMap((wider) => {
      const why = wider.question.id === question.id ? null : partOf(question, wider.question);
      const [from, to] = [assertions[0], wider.assertions[0]];
      return why && from && to ? [{ from: from.id, to: to.id, kind: 'part-of' as const, why }] : [];
    });
    return relations.length
      ? { ...question, relations: [...question.relations, relations[0] as Relation] }
      : question;
  });
}

/** Why one question is within another, `null` where it is not. */
function partOf(a: Question, b: Question): string | null {
  if (a.measure !== b.measure || a.measure === 'other' || a.unit !== b.unit || a.per !== b.per) return null;
  const [least, most] = [a.best ?? a.low, b.high ?? b.best ?? b.low];
  if (least !== null && most !== null && least > most) return null;
  const [x, y] = [groupOf(a.group), groupOf(b.group)];
  const relation = relate(x, y);
  if (relation === 'apart' || relation === 'rival' || relation === 'wider') return null;
  if (relation === 'narrower') return `${a.group} are among ${b.group}`;
  if (b.scope === 'cumulative' && a.scope === 'incident' && within(a, b))
    return 'one event of the running total';
  if (x.names.size > y.names.size) return `${a.group} are among ${b.group}`;
  return null;
}

function within(a: Question, b: Question): boolean {
  const [inner, outer] = [daysOf(a.when), daysOf(b.when)];
  return !inner || !outer || (outer.from <= inner.from && inner.to <= outer.to);
}
