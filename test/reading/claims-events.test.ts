import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimsOf } from './claims/table.ts';

/** A text of Friday, 16 May 2031, and the day and place of the claims in it, in order. */
type Row = readonly [
  text: string,
  ...claims: readonly (readonly [from: string, to: string, place?: string | null])[],
];

const DAYS: readonly Row[] = [
  [
    'ALDER - A blast killed at least three men and wounded two boys near Birch late Monday.',
    ['2031-05-12', '2031-05-12', 'Birch'],
    ['2031-05-12', '2031-05-12', 'Birch'],
  ],
  [
    'Ostrelia said on Tuesday that its units sustained losses of 30 soldiers killed or wounded around Birch over the weekend.',
    ['2031-05-10', '2031-05-11', 'Birch'],
  ],
  [
    'The general staff on Tuesday put Ostrelian losses in the weekend battle in Birch at 40.',
    ['2031-05-10', '2031-05-11', 'Birch'],
  ],
  [
    'A bridge collapsed in Birch on Sunday. At least 12 people were killed, officials said as dawn broke Tuesday.',
    ['2031-05-11', '2031-05-11', 'Birch'],
  ],
  [
    'A bridge collapsed in Birch on Sunday. As of Tuesday, 12 people were dead.',
    ['2031-05-11', '2031-05-11', 'Birch'],
  ],
  [
    'Officers say 27 people were hurt in Birch.\n\nThe ferry hit a pier in Birch on Sunday evening.\n\nA tug took the crew home.\n\nFour people were freed in Birch on Tuesday morning.',
    ['2031-05-11', '2031-05-11', 'Birch'],
    ['2031-05-13', '2031-05-13', 'Birch'],
  ],
  [
    'Oscar Brun pleaded guilty to his role in the July 22 shootout that wounded 17 people in Birch.',
    ['2030-07-22', '2030-07-22', 'Birch'],
  ],
  [
    'Suspects jailed for the shooting in Birch took plea deals on Monday.\nHalf of the men wept.\nTheir lawyers left.\nThey went home.\nToday, five men entered pleas in Birch.',
    ['2031-05-12', '2031-05-12', 'Birch'],
    ['2031-05-16', '2031-05-16', 'Birch'],
  ],
  ['He bought three pistols in Birch within the last year.', ['2030-05-16', '2031-05-16', 'Birch']],
];

const ASIDE: readonly Row[] = [
  [
    'A ferry sank off Birch on Sunday, killing 12 people. In March 2024 another ferry sank near Alder. Four people survived that sinking.',
    ['2031-05-11', '2031-05-11', 'Birch'],
    ['2024-03-01', '2024-03-31', 'Alder'],
  ],
  [
    'A gunman killed 12 people in Birch on Sunday.\nAlder mill: nine dead\nA worker opens fire at a mill in Alder in March 2024 and kills nine people.',
    ['2031-05-11', '2031-05-11', 'Birch'],
    ['2024-03-01', '2024-03-31', 'Alder'],
    ['2024-03-01', '2024-03-31', 'Alder'],
  ],
];

for (const [text, ...claims] of [...DAYS, ...ASIDE])
  test(`day and place: ${text}`, () => {
    const found = claimsOf(text).map(({ when, place }) => [when?.from, when?.to, place?.name ?? null]);
    assert.deepEqual(
      found,
      claims.map(([from, to, place]) => [from, to, place ?? null]),
    );
  });

test('a figure takes the place that it has elsewhere', () => {
  const claims = claimsOf(
    'Militants freed 21 girls on Thursday, officials said in Alder. Ministers in Alder were glad. The 21 girls were freed in Birch.',
  );
  assert.deepEqual(
    claims.map(({ place }) => place?.name),
    ['Birch', 'Birch'],
  );
});

const STANDS: readonly (readonly [text: string, place: string | undefined, scope: string])[] = [
  ['Iceland imports a third of its food.', 'Iceland', 'state'],
  ['Danish police arrested 14 foreigners on Sunday.', 'Denmark', 'incident'],
  ['A boat sank off the Danish coast on Sunday and 12 people drowned.', 'Danish coast', 'incident'],
  ['The bus crashed into Orlo river on Sunday, killing 12 people.', 'Orlo river', 'incident'],
  ["Thousands marched along Orlo's seaside boulevard on Sunday.", "Orlo's seaside boulevard", 'incident'],
  ['About 300 Danes, 40 Norwegians and 12 Swedes are in Alder.', 'Alder', 'state'],
  ['Some 4,000 fans fled the hall in Alder.', 'Alder', 'incident'],
  ['Two families are mourned in Alder.', 'Alder', 'incident'],
  ['Six people are in custody.', undefined, 'state'],
];
for (const [text, place, scope] of STANDS)
  test(`place and scope: ${text}`, () => {
    const [claim] = claimsOf(text);
    assert.deepEqual([claim?.place?.name, claim?.scope], [place, scope]);
  });

test('a total that began long before the main event is of no one place of it', () => {
  const claims = claimsOf(
    'A raid killed 12 people in Alder on Sunday. The revolt has claimed 900 lives since 2024.',
  );
  assert.deepEqual(
    claims.map(({ place }) => place?.name),
    ['Alder', undefined],
  );
});

test('a noun with "the" points to the place that is named with it', () => {
  const text =
    'Shells fell in Norland on Sunday, and Norland was tense. Fires burned near the Alder refugee camp. One shell hit a school in the camp, where 12 people died.';
  assert.equal(claimsOf(text).at(-1)?.place?.name, 'Alder refugee camp');
});

const POINTED: readonly (readonly [text: string, place: string])[] = [
  [
    'Norwegian police said on Sunday that they had arrested 14 foreigners. The 14 foreigners, six Danes and eight Swedes, had no reason to be in the country.',
    'Norway',
  ],
  [
    'Aid was flown out on Wednesday after the attacks on two mills in Alder. The bombings in March 2024 killed 259 people.',
    'Alder',
  ],
  ['About 200 Danes left Norway on Sunday.', 'Norway'],
];
for (const [text, place] of POINTED)
  test(`place told before: ${text}`, () =>
    assert.deepEqual(new Set(claimsOf(text).map((claim) => claim.place?.name)), new Set([place])));

test('where the events of the claims are weighs for the story', () => {
  const text =
    'Talks were held in Birch on Sunday. A fire burned in Birch. Nine people died near Alder. Three boys were hurt near Alder. Two girls were freed near Alder. Five men were rescued near Alder. Six women were killed near Alder. Seven men were wounded near Alder. In all 30 people were hurt.';
  assert.equal(claimsOf(text).at(-1)?.place?.name, 'Alder');
});
