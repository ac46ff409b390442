import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../src/language/analyse.ts';
import type { Statement } from '../../src/reading/statement.ts';
import { readStatements } from '../../src/reading/statements.ts';
import type { Time } from '../../src/reading/time.ts';
import { articleOf } from './article.ts';

const read = (text: string, headline = '', times: readonly Time[] = []): readonly Statement[] => {
  const article = articleOf(text, headline);
  return readStatements(article, analyse(article), times);
};

const wordsOf = (text: string, spans: Statement['source']): string =>
  spans.map(({ start, end }) => text.slice(start, end).replace(/^[\s"“”,.]+|[\s"“”,.]+$/g, '')).join(' … ');

/** Text, then of its last statement with the cue: source, content. */
const SPANS: readonly (readonly [text: string, cue: string, source: string, content: string])[] = [
  ['The harbour master said four barges had sunk.', 'said', 'The harbour master', 'four barges had sunk'],
  ['Four barges had sunk, the harbour master said.', 'said', 'the harbour master', 'Four barges had sunk'],
  ['“Four barges sank overnight,” said Mira Talbot.', 'said', 'Mira Talbot', 'Four barges sank overnight'],
  [
    '“Four barges sank,” Mira Talbot said. “Two more are adrift.”',
    'said',
    'Mira Talbot',
    'Four barges sank … Two more are adrift',
  ],
  [
    'According to the water board, 12 wells ran dry in May.',
    'According to',
    'the water board',
    '12 wells ran dry in May',
  ],
  [
    'Twelve wells ran dry in May, according to the water board.',
    'according to',
    'the water board',
    'Twelve wells ran dry in May',
  ],
  [
    'The council welcomes the release of 82 girls that were seized by the rebels in 2014, a spokesman said on Monday.',
    'said',
    'a spokesman',
    'The council welcomes the release of 82 girls that were seized by the rebels in 2014',
  ],
  [
    'The council welcomes the release of 82 girls that were seized by the rebels in 2014, said a clerk here on Monday.',
    'said',
    'a clerk',
    'The council welcomes the release of 82 girls that were seized by the rebels in 2014',
  ],
  [
    'It was the first such count, several weeks after Ostrelia announced that 4,000 men had come.',
    'announced',
    'Ostrelia',
    'that 4,000 men had come',
  ],
  [
    'The disclosure comes weeks after Ostrelian and western sources confirmed that 4,000 men had come.',
    'confirmed',
    'Ostrelian and western sources',
    'that 4,000 men had come',
  ],
  [
    'The nurse who stood there before the crowd said that nine men were hurt.',
    'said',
    'The nurse who stood there before the crowd',
    'that nine men were hurt',
  ],
  [
    'Three people were hurt, the mayor said as he left the hall.',
    'said',
    'the mayor',
    'Three people were hurt',
  ],
  [
    'On Friday, police said after the storm hit the town 12 people were missing.',
    'said',
    'police',
    'after the storm hit the town 12 people were missing',
  ],
  [
    'A nurse who saw the children after their release said all but four were ill.',
    'said',
    'A nurse who saw the children after their release',
    'all but four were ill',
  ],
  [
    'The union told reporters that 300 miners were still underground.',
    'told',
    'The union',
    'that 300 miners were still underground',
  ],
  [
    'The minister announced that 40 schools would close.',
    'announced',
    'The minister',
    'that 40 schools would close',
  ],
];

/** Text, headline, cue, the speaker's name and kind. */
const NAMES: readonly (readonly [text: string, cue: string, name: string, kind: string])[] = [
  [
    'Interior Minister Ada Moreno said ten people were hurt.\nMoreno added that two were children.',
    'added',
    'Ada Moreno',
    'person',
  ],
  [
    'Governor Luis Pratt visited the camp on Friday.\nHe said 900 tents had arrived.',
    'said',
    'Luis Pratt',
    'person',
  ],
  [
    'A senior port official said nine cranes had fallen.\nThe official added that nobody was hurt.',
    'added',
    'senior port official',
    'official',
  ],
  [
    'The Office of Water Safety (OWS) said 12 wells were closed.\nOWS added that tests would go on.',
    'added',
    'Office of Water Safety (OWS)',
    'government',
  ],
  ['Residents said the wall fell at dawn.', 'said', 'Residents', 'witness'],
  ['Mayor Ada Moreno of Port Alder said 30 people were hurt.', 'said', 'Ada Moreno', 'person'],
  [
    'Rabbi Jon Lusk of the Alder Congregation said four had died.\n“They were kind,” he said.',
    'said',
    'Jon Lusk',
    'person',
  ],
  [
    'The Cardia Company said nine planes flew. It said that the review went on, and it added that no seats were lost.',
    'added',
    'Cardia Company',
    'organisation',
  ],
  [
    'Mira Talbot met two doctors at the clinic in Ostrel, both of whom said nine had died.',
    'said',
    'two doctors',
    'unnamed',
  ],
  ['The health ministry said 31 people had died.', 'said', 'health ministry', 'government'],
  [
    'Two sources close to the talks said the price had doubled.',
    'said',
    'Two sources close to the talks',
    'unnamed',
  ],
  ['Moscow said 14 drones had been shot down.', 'said', 'Moscow', 'government'],
  ['Nine barges sank, Harbour Minister Ilva Crane told parliament.', 'told', 'Ilva Crane', 'official'],
  [
    'Talks with the Union of Rope Makers failed, it said. The company said 90 people had left.',
    'said',
    'company',
    'organisation',
  ],
  [
    'Nine wells are dry, according to the Ostrel Water Defense Authority.',
    'according',
    'Ostrel Water Defense Authority',
    'government',
  ],
  [
    'The ferry general staff said nine boats sank.\nIt added that two were old.',
    'added',
    'ferry general staff',
    'organisation',
  ],
];

const EMPTY: readonly string[] = [
  'The bridge collapsed on Tuesday.',
  'Forty boats left the harbour at noon.',
  'The river rose by two metres overnight.',
  '',
  '"""""',
];

const cued = (text: string, statements: readonly Statement[], cue: string): Statement | undefined =>
  statements.findLast((statement) => wordsOf(text, statement.cue).toLowerCase().includes(cue.toLowerCase()));

test('source and content', () => {
  for (const [text, cue, source, content] of SPANS) {
    const found = cued(text, read(text), cue);
    assert.ok(found, `no ${cue} in ${text}`);
    assert.equal(wordsOf(text, found.source), source, text);
    assert.equal(wordsOf(text, found.content), content, text);
  }
});

test('names and kinds', () => {
  for (const [text, cue, name, kind] of NAMES) {
    const found = cued(text, read(text), cue);
    assert.ok(found, `no ${cue} in ${text}`);
    assert.equal(found.name, name, text);
    assert.ok(
      found.kind === kind || (kind === 'person' && found.kind === 'official'),
      `${text}: ${found.kind}, not ${kind}`,
    );
  }
});

test('a headline names its speaker behind a colon', () => {
  const headline = 'At least 12 hurt in ferry fire: coastguard';
  const found = read('Boats came to help.', headline).find(({ cueLemma }) => cueLemma === ':');
  assert.equal(found?.name, 'coastguard');
});

test('in a headline those between a comma and the verb speak', () => {
  const headline = 'Twenty-one dead in Birch ferry disaster, passengers say alarms never rang';
  const found = read('Boats came to help.', headline).find(({ cueLemma }) => cueLemma === 'say');
  assert.equal(found?.name, 'passengers');
});

test('a headline whose colon has no speaker before it says nothing', () => {
  for (const headline of ['Deadliest flood in years: 58 drown', 'Harbour strike: hundreds walk out'])
    assert.equal(read('The flood came at night. A strike began.', headline).length, 0, headline);
});

test('text without speakers yields nothing', () => {
  for (const text of EMPTY) assert.deepEqual(read(text), [], text);
});

test('a time beside the cue dates the statement', () => {
  const text = 'The harbour master said on Monday that four barges had sunk.';
  const start = text.indexOf('on Monday') + 3;
  const day = { from: '2031-03-03', to: '2031-03-03' };
  const time: Time = {
    start,
    end: start + 6,
    text: 'Monday',
    type: 'DATE',
    value: '2031-03-03',
    relation: null,
    ...day,
  };
  assert.deepEqual(read(text, '', [time])[0]?.on, day);
  assert.equal(read(text)[0]?.on, null);
});

test('any text gives spans that lie within it', () => {
  const words = fc.constantFrom(
    'said',
    'the mayor',
    '“',
    '”',
    ':',
    ',',
    '.',
    '\n',
    'that',
    'according to',
    'he',
    '12',
    'told',
    'Ana Ruiz',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 40 }), (parts) => {
      const text = parts.join(' ');
      for (const { source, cue, content, confidence } of read(text)) {
        for (const { start, end } of [...source, ...cue, ...content])
          assert.ok(start >= 0 && start < end && end <= text.length);
        assert.ok(confidence >= 0 && confidence <= 1);
      }
    }),
    { numRuns: 60 },
  );
});
