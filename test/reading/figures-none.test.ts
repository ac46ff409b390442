import { describe } from 'node:test';
import { type FigureCase, figureTable } from './figures-table.ts';

/** Texts with numbers or number words that count nothing. */
const nothingIn = (texts: readonly string[]): void => figureTable(texts.map((text): FigureCase => [text]));

describe('dates and clock times are no figures', () =>
  nothingIn([
    'The attack of 14 March 2019 shook the town.',
    'She was born on Nov. 3, 1988, at 9 p.m.',
    'They met on 12 and 13 May.',
    'The strike hit at around 10 on Tuesday.',
    'It began at 03:14 local time and ended by 5pm.',
    'The 2018 drought was worse than that of 1976.',
    'It was founded in 1890 and closed in the 1970s.',
    'The fort dates from 300 BC.',
  ]));

describe('ages are no figures', () =>
  nothingIn([
    'The 47-year-old farmer, aged 47, was unhurt.',
    'Marta Ruiz, 21, of Leeds',
    'Marta Ruiz (21)',
    'Marta Ruiz - 21 - Spain',
    'Marta (21) and Jens (38) died.',
    'She, 44, and he, 51, were married.',
    'Their son (12) survived.',
    'The woman, 44, was unhurt.',
    'Children aged between five and 12 were hurt.',
    'A boy of 12 died.',
    'Girls as young as 10 were taken.',
    'He turned 40 last year.',
    'People over 65 get the jab.',
    'Under-16s may not enter.',
    'Ruiz, a 21-year old student, died.',
  ]));

describe('names, labels and codes are no figures', () =>
  nothingIn([
    'The 82nd brigade flew an Su-34 and a Boeing 747-400.',
    'Room 12 on the third floor caught fire.',
    'See section 4, page 17 or phase two.',
    'Photo 3 of 12',
    'Flight 214 took off from gate 9.',
    'Radio 4 and Channel 9 carried the Big Three debate.',
    'Call 1-800-555-0134 for details.',
    'Call 0161 496 0000 at once.',
    'The museum, at 45 Harbour Road, is shut.',
    'Version 2.0.13 fixes it.',
    'Covid-19 and the G7 were discussed.',
    'A magnitude 6.4 earthquake struck.',
  ]));

describe('idioms, scores and pronouns are no figures', () =>
  nothingIn([
    'The hosts won 3-1 at home.',
    'The council chairman watched the team win 3-1.',
    'He scored twice in a 4-2 win.',
    'At one point no one answered.',
    'Not a single house was left standing.',
    'A man was seen near the bridge.',
    'One another is all they have.',
    'Both drivers died.',
    'It was the 1,000th day of the war.',
    'Test scores fell sharply.',
    'Nobody was hurt, and no one has claimed responsibility.',
    'Critics zeroed in on the first half.',
    'A third man was held; a second fled.',
    'A four-door car on a two-way street.',
    'They work 24/7 and nine to five.',
    'All their work came to naught.',
  ]));
