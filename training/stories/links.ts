import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signsOf } from '../../src/stories/likeness.ts';
import { type Profile, profileOf } from '../../src/stories/profile.ts';
import { incidentsOf } from './corpus.ts';
import { chanceOf, type Example, logistic } from './logistic.ts';

/** Every fifth incident is kept for the scores on the card. */
const KEPT_BACK = 5;
/** Own sentences below which a capture holds no report. */
const LEAST = 3;
interface Report {
  readonly incident: number;
  readonly profile: Profile;
}

/** Learns from the incidents under `folder` whether two reports tell of the same happenings; writes the weights to `out`. */
export function trainLinks(folder: string, out: string, log: (line: string) => void): void {
  const reports = incidentsOf(join(folder, 'ltqa/articles.jsonl.gz')).flatMap(({ articles }, incident) =>
    articles
      .map((article): Report => ({ incident, profile: profileOf(article, []) }))
      .filter(({ profile }) => profile.lengths.length >= LEAST),
  );
  const part = (kept: boolean) => reports.filter(({ incident }) => (incident % KEPT_BACK === 0) === kept);
  const training = examplesOf(part(false));
  const weights = logistic(training);
  writeFileSync(out, `${JSON.stringify({ weights }, null, 1)}\n`);
  log(`${training.length} pairs: ${scored(training, weights)}`);
  log(`kept back: ${scored(examplesOf(part(true)), weights)} → ${out}`);
}

/** Pairs of one incident, and pairs of two that a store would compare. */
function examplesOf(some: readonly Report[]): readonly Example[] {
  const holders = new Map<string, Report[]>();
  const examples: Example[] = [];
  some.forEach((report, i) => {
    const others = new Set(report.profile.keys.flatMap((key) => holders.get(key) ?? []));
    for (const other of some.slice(Math.max(0, i - 10), i))
      if (other.incident === report.incident) others.add(other);
    for (const other of others)
      examples.push({
        signs: signsOf(report.profile, other.profile),
        right: other.incident === report.incident,
      });
    for (const key of report.profile.keys) holders.set(key, [...(holders.get(key) ?? []), report]);
  });
  return examples;
}

function scored(examples: readonly Example[], weights: Readonly<Record<string, number>>): string {
  const said = examples.filter((example) => chanceOf(example, weights) >= 0.5);
  const right = said.filter((example) => example.right).length;
  const all = examples.filter((example) => example.right).length;
  const share = (a: number, b: number) => ((100 * a) / b).toFixed(1);
  return `${all} of one story, precision ${share(right, said.length)}, recall ${share(right, all)}`;
}
