import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readArticle } from '../../src/reading/read.ts';
import { articleOf, claimsOf, PUBLISHED } from './claims/table.ts';

/** The only claim of a text. */
function claimOf(text: string) {
  const claims = claimsOf(text);
  assert.equal(claims.length, 1, claims.map(({ figure }) => figure.text).join(' | '));
  return claims[0]!;
}

test('the originator is the last of the chain', () => {
  const claim = claimOf('At least 30 miners were killed, the interior ministry said on Monday.');
  assert.match(claim.originator, /ministry/);
  assert.equal(claim.chain.at(-1)?.name, claim.originator);
  assert.deepEqual(claim.on, { from: '2031-05-12', to: '2031-05-12' });
});

test('without a speaker the outlet speaks, on its day', () => {
  const claim = claimOf('A landslide killed 14 farmers.');
  assert.deepEqual(claim.chain, []);
  assert.equal(claim.originator, 'The Daily Ferry');
  assert.deepEqual(claim.on, { from: PUBLISHED, to: PUBLISHED });
});

test('a wire agency speaks where no outlet is known', () => {
  const [claim] = claimsOf('A landslide killed 14 farmers.', {
    outlet: null,
    credits: [{ name: 'Wire One', role: 'wire' }],
  });
  assert.equal(claim?.originator, 'Wire One');
});

test('a headline takes the source of the body', () => {
  const [head, body] = claimsOf(
    'Landslide kills 14 farmers\n\nA landslide killed 14 farmers near Ostrel, the mayor said.',
  );
  assert.equal(head?.headline, true);
  assert.equal(body?.headline, false);
  assert.equal(head?.originator, body?.originator);
  assert.match(head?.originator ?? '', /mayor/);
});

test('those who say something else in a headline are not the source of its number', () => {
  const [head, body] = claimsOf(
    'Twenty-one dead in mine blaze, survivors say alarms never rang\n\nAt least 21 people died near Ostrel, the mayor said.',
  );
  assert.equal(head?.figure.low, 21);
  assert.equal(head?.originator, body?.originator);
});

const ORIGINATORS: readonly (readonly [text: string, originator: string])[] = [
  ['The coastguard on Thursday lowered the death toll of the ferry to 20.', 'coastguard'],
  ['The ministry put the number of dead miners at 31.', 'ministry'],
  ["The flood killed at least 40 people, by the council's count.", 'council'],
  [
    'The radio station said 12 miners were killed, citing rescue workers at the pit.',
    'rescue workers at the pit',
  ],
  ['The paper quoted a doctor in Ostrel as saying that 12 miners were killed.', 'doctor in Ostrel'],
  ['Mira Talbot said she met three nurses, all of whom said that 12 miners were killed.', 'three nurses'],
  [
    'The guide met five aid workers in the Alder camp, all of whom said that 12 men were killed.',
    'five aid workers',
  ],
  ['Another driver, citing the coastguard, said two ferries had sunk with 40 people aboard.', 'coastguard'],
  ['The union now speaks of more than 300 miners killed since the spring.', 'union'],
  ['The mayor spoke of her sons on Monday, and 40 people came.', 'The Daily Ferry'],
  ['The drought has claimed more than 400 lives and displaced 20,000 people.', 'The Daily Ferry'],
  [
    'Cardia, which foreign officials estimate has sent at least 4,000 soldiers, denies it.',
    'foreign officials',
  ],
  ['“We mourn,” Pell told envoys of 30 countries in Ostrel, who came to sign the book.', 'The Daily Ferry'],
  [
    'The operator insists that 152 people were on board, while the police force says that it has accounted for 157.',
    'police force',
  ],
  ['State television reported 40 deaths.', 'State television'],
  ['The firm reported sales of $4 million.', 'firm'],
  ['The number of dead miners was put at 40 by the union.', 'union'],
  ['The toll was revised to 40 by the ministry.', 'ministry'],
  ['Damage was put at $4 million.', 'The Daily Ferry'],
  ['Alder put 40,000 troops under arms.', 'The Daily Ferry'],
  ["The ministry's latest count of the dead rose to 40 on Monday.", 'ministry'],
  ["The mayor's estimate was wrong, and 40 people died.", 'The Daily Ferry'],
  ['Organizers said 40,000 people marched, but police put the number at 9,000.', 'police'],
  ['Citing the governor, state radio said 40 people were killed.', 'governor'],
  ['The radio, which cited the governor, said 40 people were killed.', 'governor'],
  ['The toll, said Mayor Ada Moreno, was at least 40 killed.', 'Ada Moreno'],
  ['A fire, said to be the worst, killed 40 people.', 'The Daily Ferry'],
  ['One survivor, Mira Talbot, said she saw 40 bodies.', 'Mira Talbot'],
  ['Pell said the army had lost 40 men. Another nine were missing, he added.', 'Pell'],
  ['Asked how many had died, the mayor answered: “Forty people were killed.”', 'mayor'],
  ['The driver hit a wall, killing 40 people, and the army estimated nothing.', 'The Daily Ferry'],
  ['The governor was quoted by state radio as saying 40 people were killed.', 'governor'],
  ['It was announced by the governor that 40 people were killed.', 'governor'],
  ["The army rejected the rebels' claim that 40 soldiers were killed.", 'rebels'],
  ['The claim by the rebels that 40 soldiers were killed could not be checked.', 'rebels'],
  ['The claim that 40 soldiers were killed could not be checked.', 'The Daily Ferry'],
  ['The army released figures showing 40 soldiers were killed.', 'army'],
  ['The army sent a column numbering 40 soldiers.', 'The Daily Ferry'],
  ['There were, the operator said, 40 people on board.', 'operator'],
  ['The agency said the ministry had told it 40 people were killed.', 'ministry'],
  [
    "A statement by the governor's office put the number of dead at 40.",
    "statement by the governor's office",
  ],
  ['Forty people were killed, per the ministry.', 'ministry'],
  ['Pell vowed to spend $4 million on wells.', 'The Daily Ferry'],
  ['The mayor said 40 people were hurt, including five children.', 'mayor'],
  ['Nine people drowned and more than 30 were hurt, officials said as night fell on Sunday.', 'officials'],
  ['A nurse who saw the men after their rescue said all but four were hurt.', 'nurse'],
  ['The landslide killed 12 miners, but the company denies any part in it.', 'The Daily Ferry'],
  ['“It was dark,” said Mira Talbot, a clerk who lost two brothers in the flood.', 'The Daily Ferry'],
  ['Ada Moreno, head of the rescue service: “We have found 12 people dead.”', 'Ada Moreno'],
  [
    '“The road is gone,” Mayor Ada Moreno said.\n“Today 12 people were killed there. Nobody warned us.”',
    'Ada Moreno',
  ],
];

for (const [text, originator] of ORIGINATORS)
  test(`originator: ${text}`, () => assert.equal(claimsOf(text).at(-1)?.originator, originator));

test('the time of the event, not of the words', () => {
  const claim = claimOf('Twelve divers died on Sunday, the coast guard said on Wednesday.');
  assert.deepEqual([claim.when?.from, claim.when?.to], ['2031-05-11', '2031-05-11']);
});

test('a running total starts where "since" says and ends when it was said', () => {
  const claim = claimOf('The feud has claimed at least 160 lives since 1991.');
  assert.equal(claim.scope, 'cumulative');
  assert.deepEqual([claim.when?.from, claim.when?.to], ['1991-01-01', PUBLISHED]);
});

const PRICED: readonly (readonly [string, string])[] = [
  ['Copper for July delivery rose 60 cents on Wednesday.', '2031-05-14'],
  ['Wheat for delivery in July rose 60 cents on Wednesday.', '2031-05-14'],
  ['The contracts signed in April cost $4 million.', '2031-04-01'],
];
for (const [sentence, from] of PRICED)
  test(`a contract's month dates no price: ${sentence}`, () =>
    assert.equal(claimOf(sentence).when?.from, from));

const SCOPES: readonly (readonly [string, string])[] = [
  ['The bomb killed 12 people on Monday.', 'incident'],
  ['The army is losing 300 soldiers a day.', 'rate'],
  ['The rebels control 800 square kilometres.', 'state'],
  ['Some 60 hostages remain in captivity.', 'state'],
  ['Thousands have been killed in the fighting.', 'cumulative'],
  ['The storm hit a city of half a million people.', 'state'],
  ['Planes struck a camp of roughly 21,000 refugees.', 'state'],
  ['The valley, home to tens of thousands of fighters, was hit on Monday.', 'state'],
  ['The camp consists of over 24,000 refugees who have fled the war.', 'state'],
  ['At least 15,000 refugees who fled the war are living in the camp.', 'state'],
  ['Tens of thousands are homeless.', 'state'],
  ['A convoy of 40 trucks crossed the border.', 'incident'],
  ['The army lost a fleet of 80 tankers on Monday.', 'incident'],
  ['He returned home to 40 letters.', 'incident'],
  ['Some 40,000 people have fled.', 'cumulative'],
];
for (const [sentence, scope] of SCOPES)
  test(`scope ${scope}: ${sentence}`, () => assert.equal(claimOf(sentence).scope, scope));

const PLACES: readonly (readonly [string, string | null])[] = [
  ['Shelling killed 12 people in the port of Ostrel on Monday.', 'Ostrel'],
  ['A small plane crashed in the mountains of western Peru, killing 12 people.', 'Peru'],
  ['A fire killed nine people at the Alder refugee camp.', 'Alder refugee camp'],
  ['Nine people were killed.', null],
  ['Nine people were shot near Mr. Moreno on Sunday.', null],
  ['Nine officers were hurt in the F.B.I. on Sunday.', null],
  ['Nine members were hurt in the Senate.', null],
  ['Nine people died in the Orlo Shootings.', 'Orlo'],
  ['NINE PEOPLE WERE SHOT IN ORLO AFTER AN ARGUMENT ENDS.', null],
  ['Nine people were shot in south Orlo - Channel Five News.', 'Orlo'],
];
for (const [sentence, place] of PLACES)
  test(`place: ${sentence}`, () => {
    const found = claimOf(sentence).place;
    if (place === null) assert.equal(found, null);
    else assert.ok(found?.text.includes(place), found?.text);
  });

const HEDGED: readonly (readonly [string, readonly string[]])[] = [
  ['An estimated 40 people were killed.', ['estimate']],
  ['The strike reportedly killed 40 people.', ['alleged']],
  ['Up to 40 people may have been killed.', ['conditional']],
  ['A preliminary count put the dead at 40.', ['preliminary']],
  ['The strike killed 40 people.', []],
];
for (const [sentence, hedges] of HEDGED)
  test(`hedges: ${sentence}`, () => assert.deepEqual(claimOf(sentence).hedges, hedges));

test('"could not verify" reaches the claims of the speaker before it', () => {
  const [first] = claimsOf(
    'The militia said it had killed 40 soldiers. The Daily Ferry could not verify the claim.',
  );
  assert.ok(first?.hedges.includes('unverified'));
});

test('anonymity reaches all that the speaker says', () => {
  const claims = claimsOf(
    'Some 40 soldiers were killed, a military official said. Another 90 were wounded, said the official, who spoke on condition of anonymity.',
  );
  assert.deepEqual(
    claims.map(({ hedges }) => hedges.includes('anonymous')),
    [true, true],
  );
});

test('a denial near by reaches what it is about, but not what the report states itself', () => {
  const hedgesIn = (text: string): readonly string[] => readArticle(articleOf(text)).claims[0]!.hedges;
  const denial = 'The company denied the claim.';
  assert.deepEqual(hedgesIn(`Residents said 12 miners were killed. ${denial}`), ['denied']);
  assert.deepEqual(hedgesIn(`A landslide killed 12 miners. ${denial}`), []);
  assert.deepEqual(hedgesIn('Residents said 12 miners were killed. The company denied a hearing.'), []);
});

test('ids are stable and distinct', () => {
  const text = 'The blast killed 5 people and wounded 12 others.';
  const ids = claimsOf(text).map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(
    claimsOf(text).map(({ id }) => id),
    ids,
  );
});

test('any text is read, and every figure stands where it says', () => {
  const words = fc.constantFrom(
    'killed',
    '12',
    'people',
    ',',
    'and',
    'at least',
    'said',
    '“',
    '\n',
    'of',
    'them',
    '$5m',
    'in',
    'Ostrel',
    '…',
    '\u{1f6a2}',
    'including',
    'Monday',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 40 }), (parts) => {
      const text = parts.join(' ');
      for (const { figure, sentence } of claimsOf(text)) {
        assert.ok(figure.start >= sentence.start && figure.end <= sentence.end);
        assert.equal(text.slice(figure.start, figure.end), figure.text);
      }
    }),
    { numRuns: 60 },
  );
});

test('a long line is read in linear time', () => {
  const timed = (times: number) => {
    const text = 'The blast killed 5 people and wounded 12 others, officials said. '.repeat(times);
    const start = performance.now();
    claimsOf(text);
    return performance.now() - start;
  };
  timed(50);
  const [short, long] = [timed(100), timed(800)];
  assert.ok(
    long < 30 * short + 200,
    `${long.toFixed(0)} ms for eight times what took ${short.toFixed(0)} ms`,
  );
});
