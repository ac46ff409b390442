import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyseText } from '../../src/language/analyse.ts';
import { readFigures } from '../../src/reading/figures.ts';

/** A figure in short: its words, bound where not exact, low–high, unit, `/per`, `+` or `-` for a change. */
function short(text: string): string[] {
  return readFigures(text, analyseText(text)).map((figure) => {
    const { low, high, bound, unit, per, change } = figure;
    const value = low === high ? `${low}` : `${low ?? ''}–${high ?? ''}`;
    const rate = per ? `/${per}` : '';
    const sign = change ? { up: ' up', down: ' down' }[change] : '';
    return `${figure.text} = ${bound === 'exact' ? '' : `${bound} `}${value} ${unit}${rate}${sign}`;
  });
}

/** One line a case: the sentence, then its figures in short. */
function table(cases: readonly (readonly [string, ...string[]])[]): void {
  for (const [text, ...figures] of cases) it(text, () => assert.deepEqual(short(text), figures));
}

describe('bounds', () =>
  table([
    ['At least 14 miners died in the shaft.', 'At least 14 = at-least 14– person'],
    ['No fewer than nine villages were flooded.', 'No fewer than nine = at-least 9– item'],
    ['More than 6,500 families fled the valley.', 'More than 6,500 = more-than 6500– item'],
    ['Up to 40 passengers were aboard the ferry.', 'Up to 40 = at-most –40 person'],
    ['As many as 75 hostages may be inside.', 'As many as 75 = at-most –75 person'],
    ['Fewer than 20 nurses turned up.', 'Fewer than 20 = less-than –20 person'],
    ['An estimated 310 tonnes of grain was lost.', 'An estimated 310 tonnes = about 310 t'],
    ['The clinic treated 60 or so patients.', '60 or so = about 60 person'],
    ['A dozen or more houses burned down.', 'A dozen or more = at-least 12– item'],
    ['Nearly 90 divers joined the search.', 'Nearly 90 = about 90 person'],
    ['Some 450 rockets were fired.', 'Some 450 = about 450 item'],
  ]));

describe('numbers in words', () =>
  table([
    ['One hundred and twenty-three sailors were saved.', 'One hundred and twenty-three = 123 person'],
    ['Half a dozen tanks were burning.', 'Half a dozen = 6 item'],
    ['Two dozen students were arrested.', 'Two dozen = 24 person'],
    ['The mine employs 1.4 million workers.', '1.4 million = 1400000 person'],
  ]));

describe('vague words', () =>
  table([
    ['Dozens of hikers are missing.', 'Dozens = vague 24–99 person'],
    ['Several hundred settlers left.', 'Several hundred = vague 300–900 person'],
    ['Tens of thousands of marchers filled the square.', 'Tens of thousands = vague 20000–99999 person'],
  ]));

describe('ranges', () =>
  table([
    ['Between 300 and 350 rebels hold the fort.', 'Between 300 and 350 = range 300–350 person'],
    ['The slide buried 10 to 15 huts.', '10 to 15 = range 10–15 item'],
    ['The slide buried 10-15 huts.', '10-15 = range 10–15 item'],
  ]));

describe('units', () =>
  table([
    ['About 30% of the harvest failed.', 'About 30% = about 30 percent'],
    ['The repair cost £2.5m.', '£2.5m = 2500000 GBP'],
    ['It covers around 900 square kilometers.', 'around 900 square kilometers = about 900 km2'],
    ['The army loses 800 soldiers a day.', '800 = 800 person/day'],
    ['Nearly a quarter of the city has no water.', 'Nearly a quarter = about 25 percent'],
    ['One in five voters stayed at home.', 'One in five = 20 percent'],
  ]));

describe('no figures', () =>
  table([
    ['The attack of 14 March 2019 shook the town.'],
    ['She was born on Nov. 3, 1988, at 9 p.m.'],
    ['The 47-year-old farmer, aged 47, was unhurt.'],
    ['The 82nd brigade flew an Su-34 and a Boeing 747-400.'],
    ['Call 0161 496 0000 or see section 4.'],
    ['The hosts won 3-1 at home.'],
    ['At one point no one answered.'],
    ['A man was seen near the bridge.'],
  ]));
