import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siblingsOf, type Weighed, type Weights, weigh } from '../../src/stories/dates.ts';
import { type Profile, profileOf } from '../../src/stories/profile.ts';
import type { Article } from '../../src/text/article.ts';
import { dayNumber } from '../../src/text/interval.ts';
import { datedOf, incidentsOf } from './corpus.ts';

/** A report whose day was hidden: the days weighed for it, and which is right. */
interface Case {
  readonly weighed: readonly Weighed[];
  readonly right: number;
}

const EPOCHS = 40;
const RATE = 0.05;
const DECAY = 0.0005;
/** Every fifth incident is kept for the scores on the card. */
const KEPT_BACK = 5;
/** A line that states the publication day, which a hidden one would not have. */
const STATES =
  /\b(?:posted|updated|published|modified|created|copyright|©)\b|\d{1,2}\/\d{1,2}\/\d{2,4}|^\W*\w+\W+\d{1,2},? \d{4}\W*$/iu;

/** What is so by the meaning of the words and is seldom seen in training. */
const CERTAIN: Weights = { 'tomorrow is that weekday: true': 1.5, 'tomorrow is that weekday: false': -1.5 };

/** Learns from the reports under `folder`, their days hidden, on what day one was published; writes the weights to `out`. */
export function trainDates(folder: string, out: string, log: (line: string) => void): void {
  const incidents = incidentsOf(join(folder, 'ltqa/articles.jsonl.gz')).filter(
    ({ articles }) => articles.length > 1,
  );
  const cases = incidents.map(({ articles }) =>
    casesOf(articles.map((article) => profileOf(withoutDay(article), []))),
  );
  const general = datedOf(folder).flatMap(generalCase);
  const training = [...cases.flatMap((some, i) => (i % KEPT_BACK ? some : [])), ...general];
  const kept = cases.flatMap((some, i) => (i % KEPT_BACK ? [] : some));
  const weights = train(training);
  writeFileSync(out, `${JSON.stringify({ weights }, null, 1)}\n`);
  log(`${training.length} reports: ${scored(training, weights)}`);
  log(`kept back ${kept.length}: ${scored(kept, weights)} → ${out}`);
  log(`nearest sibling's day alone: ${scored(kept, { 'copy 0': 3, 'close 0': 3, 'alike 0': 3 })}`);
}

function withoutDay(article: Article): Article {
  const text = article.text
    .split('\n')
    .map((line) => (STATES.test(line) && line.length < 200 ? '' : line))
    .join('\n');
  const [head, body] = article.blocks;
  const start = Math.min(head!.end, text.indexOf('\n'));
  return {
    ...article,
    text,
    blocks: [
      { ...head!, end: start },
      { ...body!, start, end: text.length },
    ],
  };
}

/** Each report twice: all its siblings dated, and the one least like it alone. */
function casesOf(profiles: readonly Profile[]): readonly Case[] {
  const days = new Map(profiles.map(({ id, published }) => [id, dayNumber(published!)]));
  return profiles.flatMap((profile) => {
    const all = siblingsOf(profile, profiles, days);
    const alone = all.map((sibling, i) => (i === all.length - 1 ? sibling : { ...sibling, day: null }));
    return (all.length > 1 ? [all, alone] : [all]).flatMap((siblings) => {
      const weighed = weigh({ ...profile, published: null }, siblings, {});
      const right = weighed.findIndex(({ day }) => day === days.get(profile.id));
      return right < 0 || !profile.lengths.length ? [] : [{ weighed, right }];
    });
  });
}

/** A report without siblings, among the days around one that lies anywhere within ten days of its own. */
function generalCase(article: Article, index: number): readonly Case[] {
  const day = dayNumber(article.published!);
  const profile = profileOf({ ...withoutDay(article), published: null, publishedBasis: null }, []);
  const weighed = weigh(profile, [], {}, [day + (index % 21) - 10]);
  const right = weighed.findIndex((one) => one.day === day);
  return profile.mentions.length ? [{ weighed, right }] : [];
}

/** Multinomial logistic regression over the days, by stochastic gradient ascent in a fixed order. */
function train(some: readonly Case[]): Weights {
  const weights: Record<string, number> = { ...CERTAIN };
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const { weighed, right } of some) {
      const chances = chancesOf(weighed, weights);
      weighed.forEach(({ signs }, i) => {
        const step = RATE * ((i === right ? 1 : 0) - chances[i]!) * (1 - epoch / EPOCHS);
        for (const [sign, strength] of signs)
          weights[sign] = (weights[sign] ?? 0) * (1 - DECAY * RATE) + step * strength;
      });
    }
  return Object.fromEntries(
    Object.entries(weights)
      .sort()
      .map(([sign, weight]) => [sign, Math.round(weight * 1000) / 1000]),
  );
}

function scoreOf({ signs }: Weighed, weights: Weights): number {
  return signs.reduce((sum, [sign, strength]) => sum + strength * (weights[sign] ?? 0), 0);
}

function chancesOf(weighed: readonly Weighed[], weights: Weights): readonly number[] {
  const scores = weighed.map((one) => scoreOf(one, weights));
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

function scored(some: readonly Case[], weights: Weights): string {
  const off = some.map(({ weighed, right }) => {
    const best = weighed.reduce((a, b) => (scoreOf(b, weights) > scoreOf(a, weights) ? b : a));
    return Math.abs(best.day - weighed[right]!.day);
  });
  const share = (most: number) => ((100 * off.filter((days) => days <= most).length) / off.length).toFixed(1);
  return `${share(0)} % right, ${share(1)} % within a day`;
}
