import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimsOf, type Row, shown, table } from './claims/table.ts';

const LISTS: readonly Row[] = [
  ['The losses were six dead and 22 wounded.', 'killed 6 people', 'wounded 22 people'],
  ['Storm over Ostrel: 58 killed, and 527 injured', 'killed 58 people', 'wounded 527 people'],
  ['The blast left at least 50 dead and injured more than 400.', 'killed ≥50 people', 'wounded >400 people'],
  [
    'The mayor and four of his cousins were among the six people who died.',
    'killed 4 cousins',
    'killed 6 people',
  ],
  ['He shot dead 20 pupils, plus six teachers.', 'killed 20 pupils', 'killed 6 teachers'],
  ['Two of its off-duty nurses were wounded.', 'wounded 2 off-duty nurses'],
  ['Nine of the dead were sailors.', 'killed 9 people'],
  ['The barge sank in 1931 with the loss of 63 lives.', 'killed 63 lives'],
];
table('lists and parts', LISTS);

const MEANS: readonly Row[] = [
  ['Three guards were shot and killed.', 'killed 3 guards'],
  ['Police are looking into the wounding of three others.', 'wounded 3 people'],
  ['Four clerks were taken to area hospitals.', 'other:hospitalised 4 clerks'],
  ['The raid left four other boys — ages 14 to 18 — injured.', 'wounded 4 other boys'],
  ['The pilot died along with two passengers.', 'killed 2 passengers'],
  ['His mother and 10 other people fleeing the flood drowned.', 'killed 10 other people'],
  [
    'The 14 foreigners, six Iraqis, six Danes and a Turk, were rounded up.',
    'detained 14 foreigners',
    'detained 6 Iraqis',
    'detained 6 Danes',
  ],
  ['Detectives have questioned more than 100 people.', 'other:questioned >100 people'],
  ['He faces three counts of assault.', 'other:charged 3 counts'],
];
table('how and with whom', MEANS);

const OWNERS: readonly Row[] = [
  ['Ostrelia had lost more than 70 men.', "killed-or-wounded >70 Ostrelia's men"],
  [
    "Ostrelia's losses were six killed and 22 wounded.",
    "killed 6 Ostrelia's losses",
    "wounded 22 Ostrelia's losses",
  ],
  ['The ministry put Ostrelian losses at 40.', 'killed-or-wounded 40 Ostrelian losses'],
  ['Twelve of our soldiers were killed, Ostrelian minister Ana Brek said.', 'killed 12 Ostrelian soldiers'],
];
table('whose losses', OWNERS);

const MONEY: readonly Row[] = [
  [
    'Finance chief Una Carr put repair costs at $1.2bn (€1.03bn).',
    'money 1200000000 repair costs',
    'money 1030000000 repair costs',
  ],
  ['The measures would save $600 million a year.', 'money 600000000 measures'],
];
table('what money is for', MONEY);

const NOTHING: readonly Row[] = [
  ['The two capitals nearly agree on the cost.'],
  ['Several witnesses said that the doors were locked.'],
  ['The ferry sank on Monday, not 21 as first thought.'],
  ['It happened in the 3100 block of Alder Avenue.'],
  ['Police were called to a club at 3704 Fenner.'],
  ['A neighbour called 911.'],
  ['The victims range in age from 17 to 27.'],
  ['Stay with the 21 News for more.'],
  ['The party drew a crowd because he was picked up by a band.'],
];
table('nothing is counted', NOTHING);

const PLACES: readonly (readonly [text: string, place: string | null])[] = [
  ['Brenna lies south of Ostrel, where 12 divers were killed.', 'Ostrel'],
  ['In the neighbouring country of Isola a barge sank and seven people drowned.', 'Isola'],
  ['Thousands of workers at Brenna Motors went on strike.', null],
  ['The barge sank off Brenna last week, killing 20.', 'Brenna'],
];
for (const [text, place] of PLACES)
  test(`place of "${text}"`, () => assert.equal(claimsOf(text)[0]?.place?.name ?? null, place));

/** Published on Friday 16 May 2031. */
const WHENS: readonly (readonly [text: string, from: string | null, to: string])[] = [
  ['Twelve divers were killed on Monday and Tuesday.', '2031-05-12', '2031-05-13'],
  ['The crew beat off three raids between Sunday and Tuesday.', '2031-05-11', '2031-05-13'],
  ['BRENNA, May 15 (Wire One) - Four divers were killed on Monday.', '2031-05-12', '2031-05-12'],
  [
    'Four divers were killed when a barge sank on Monday, the harbour master said.',
    '2031-05-12',
    '2031-05-12',
  ],
  [
    'When a barge sank on Monday, four divers died, the harbour master said at first.',
    '2031-05-12',
    '2031-05-12',
  ],
  ['The yard will cut 400 jobs by the end of 2032.', '2031-05-16', '2032-12-31'],
  ['Dozens were still missing late on Monday.', '2031-05-12', '2031-05-12'],
];
for (const [text, from, to] of WHENS)
  test(`time of "${text}"`, () => {
    const { when } = claimsOf(text)[0]!;
    assert.deepEqual([when?.from, when?.to], [from, to]);
  });

test('a toll that rises on a day is of the day of its event', () => {
  const [, rising] = claimsOf('Four divers died on Monday near Ostrel. The toll rose to six on Thursday.');
  assert.equal(rising?.when?.from, '2031-05-12');
});

test('the same number of the same things is of the same measure', () => {
  const claims = claimsOf('Brenna Motors will cut 4,000 jobs. The union talks of 4,000 jobs, and of greed.');
  assert.deepEqual(claims.map(shown), ['dismissed 4000 jobs', 'dismissed 4000 jobs']);
});

test('a bare number counts persons where its measure does', () => {
  const [, second] = claimsOf('Twelve miners were injured. Later another 14 died.');
  assert.equal(second?.figure.unit, 'person');
});
