import { type Correction, standing } from '../text/correction.ts';
import type { Link } from './links.ts';

type Group = readonly string[];

/**
 * Groups of article ids as the user wants them. Corrections are applied to what the grouping found, in the order in
 * which they were made, so that articles that arrive later first find their own group and then follow it.
 */
export function correctedGroups(
  groups: readonly Group[],
  links: readonly Link[],
  corrections: readonly Correction[],
): readonly Group[] {
  return standing(corrections).reduce((now, { kind, targets }) => {
    if (kind === 'merge-stories') return merged(now, targets);
    return kind === 'split-story' ? split(now, targets[0]!, targets[1]!, links) : now;
  }, groups);
}

/** The groups that hold most of each target, as one. */
function merged(groups: readonly Group[], targets: readonly Group[]): readonly Group[] {
  const chosen = new Set(targets.map((target) => holderOf(groups, target)).filter((group) => group !== null));
  if (chosen.size < 2) return groups;
  return [...groups.filter((group) => !chosen.has(group)), [...chosen].flat().sort()];
}

/** The group that holds most of the articles; the one with the least article between equals. */
function holderOf(groups: readonly Group[], target: Group): Group | null {
  const wanted = new Set(target);
  let best: Group | null = null;
  let most = 0;
  for (const group of groups) {
    const held = group.filter((id) => wanted.has(id)).length;
    if (held > most || (held === most && held > 0 && best && least(group) < least(best))) {
      best = group;
      most = held;
    }
  }
  return best;
}

const least = (group: Group): string => group.toSorted()[0]!;

/** Every group that holds articles of both sides in two; an article of neither goes to the side that it is closer to. */
function split(
  groups: readonly Group[],
  leave: Group,
  stay: Group,
  links: readonly Link[],
): readonly Group[] {
  const [leaving, staying] = [new Set(leave), new Set(stay)];
  return groups.flatMap((group) => {
    const [out, kept] = [group.filter((id) => leaving.has(id)), group.filter((id) => staying.has(id))];
    if (!out.length || !kept.length) return [group];
    const near = closeness(links);
    const isOut = (id: string): boolean =>
      leaving.has(id) || (!staying.has(id) && near(id, out) > near(id, kept));
    return [group.filter(isOut), group.filter((id) => !isOut(id))];
  });
}

/** Mean probability of one story between an article and others. */
function closeness(links: readonly Link[]): (id: string, others: Group) => number {
  const weights = new Map(
    links.flatMap(({ a, b, weight }) => [
      [`${a} ${b}`, weight],
      [`${b} ${a}`, weight],
    ]),
  );
  return (id, others) =>
    others.reduce((sum, other) => sum + (weights.get(`${id} ${other}`) ?? 0), 0) / others.length;
}
