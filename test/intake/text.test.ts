import assert from 'node:assert/strict';
import test from 'node:test';
import { articleFromText } from '../../src/intake/text.ts';
import type { Article } from '../../src/text/article.ts';
import { assertCovered, assertLines, captureOf, type Line } from './captures.ts';

const take = (text: string): Article => articleFromText(text, { file: 'capture.txt', id: 'a' });

const FLOOD: readonly Line[] = [
  [
    '+',
    'At least twelve people drowned when the river Orle burst its banks near Tamsk, the rescue service said.',
  ],
  [
    '+',
    'Divers searched the river for four more villagers who were swept from the bridge at Tamsk on Sunday.',
  ],
  [
    '+',
    'The rescue service moved 300 villagers from the river banks into schools, its spokeswoman said on Monday.',
  ],
  ['+', 'Rescue boats from the capital reached the flooded villages along the Orle before dawn.'],
];

const CASES: Readonly<Record<string, readonly Line[]>> = {
  'chrome before and after': [
    ['-', 'Skip to content', 'site navigation'],
    ['-', 'Your cart is empty', 'shop furniture'],
    ['+', 'River Orle floods Tamsk, at least twelve drown', 'headline'],
    ['-', 'River Orle floods Tamsk, at least twelve drown', 'headline repeated'],
    ['-', 'March 3, 2021 4:10 PM', 'date line'],
    ['-', '3 min read', 'read time'],
    ['-', 'This audio is created by a machine', 'audio or video player'],
    ...FLOOD,
    ['-', '(Reporting by Ilse Marn; Editing by Tom Okoro)', 'credit line'],
    ['-', 'Read more', 'link to more'],
    ['-', '#2 Liquid error (layout/theme line 12): Could not find asset', 'template or script error'],
  ],
  'lists of other stories': [
    ...FLOOD,
    ['-', 'Most popular', 'list of other stories'],
    ['-', 'Five ways to cook a pumpkin'],
    ['-', "Editors' Picks"],
    ['-', 'Did the minister lie about the $2 billion tunnel, and who pays for it now?'],
    [
      '-',
      'A minister is accused of hiding the costs of a tunnel under the mountains, which the country cannot…',
    ],
  ],
  'a teaser without a heading': [
    ...FLOOD,
    ['-', 'Striking pilots ground 40 flights in Belmora, airline confirms'],
    ['-', 'Pilots in Belmora walked out at noon, and the airline grounded 40 flights, its chief confirmed.'],
  ],
  'a section of the story under its own heading': [
    ...FLOOD,
    ['+', 'How the river rose'],
    [
      '+',
      'Rain had fallen on the villages along the Orle for nine days before the river rose over its banks.',
    ],
    ['+', 'The rescue service had warned villagers on Friday, its spokeswoman said.'],
  ],
  'links between paragraphs': [
    FLOOD[0]!,
    ['-', 'RELATED: Why dams fail', 'link to another story'],
    FLOOD[1]!,
    ['-', 'VIDEO: Drone flies over the valley', 'link to another story'],
    FLOOD[2]!,
    ['-', 'Advertisement', 'advertisement'],
    FLOOD[3]!,
  ],
  captions: [
    [
      '-',
      'PHOTO CAPTION: Illustrative photo of a rescue boat on the river in June 2019. AGENCE/Ana Petrov',
      'caption',
    ],
    ...FLOOD,
    [
      '+',
      'Villagers leave Tamsk by boat after the river Orle burst its banks. (Photo: Lia Brandt)',
      'caption of the story',
    ],
    ['-', 'A bakery in the old town (Photo: Lia Brandt)', 'caption'],
    ['+', 'The mayor of Tamsk asked the capital for more boats and for blankets, his office said.'],
    ['-', FLOOD[3]![1], 'paragraph repeated'],
  ],
  'notices behind the story': [
    ...FLOOD,
    ['-', 'Copyright 2021 The Tamsk Courier. All rights reserved.', 'rights notice'],
    ['-', 'Sign up for our newsletter', 'newsletter or app notice'],
    ['-', 'We use cookies to improve your visit.', 'cookie notice'],
    ['-', 'editor@tamskcourier.example', 'contact'],
    ['-', 'Additional sources • AP', 'credit line'],
  ],
  'words that only look like furniture': [
    ['+', '“Subscribe to the idea that nobody is coming to help us,” a villager told reporters on Monday.'],
    [
      '+',
      'Related losses in the valley came to 4 million crowns, the insurer said in a statement on Tuesday.',
    ],
    ['+', 'More on Tuesday: the court will hear 30 witnesses who saw the dam give way, its clerk said.'],
    ['+', 'Facebook said it had taken down 40 pages that asked for donations to the wrong account.'],
  ],
  'a list that the story announces': [
    ...FLOOD,
    ['+', 'The dead were named on Monday as:'],
    ['+', 'Anna Held, 41, of Tamsk'],
    ['+', 'Jon Held, 12, of Tamsk'],
  ],
  'a single line': [['+', 'Advertisement']],
};

for (const [name, lines] of Object.entries(CASES)) {
  test(`blocks: ${name}`, () => {
    const article = take(captureOf(lines));
    assertCovered(article);
    assertLines(article, lines);
  });
}

test('the text is the whole capture, whatever its line ends', () => {
  for (const end of ['\n', '\r\n', '\r', '\n\n', '\n \n']) {
    const text = captureOf(CASES['chrome before and after']!, end);
    const article = take(text);
    assert.equal(article.text, text);
    assertCovered(article);
    assertLines(article, CASES['chrome before and after']!);
  }
});

const HEAD: readonly (readonly [text: string, field: keyof Article, value: unknown])[] = [
  ['TAMSK — Twelve people drowned, the rescue service said on Monday.', 'dateline', 'TAMSK'],
  ['TAMSK, March 3 (Reuters) - Twelve people drowned, the rescue service said.', 'dateline', 'TAMSK'],
  ['Twelve people drowned, the rescue service said on Monday.', 'dateline', null],
  [
    'A flood\nexample.org | 3 March 2021\n\nTwelve people drowned, the rescue service said.',
    'published',
    '2021-03-03',
  ],
  [
    'A flood\nexample.org | 3 March 2021\n\nTwelve people drowned, the rescue service said.',
    'outlet',
    'example.org',
  ],
  [
    'A flood\nThe Tamsk Courier | 2021-03-03\n\nTwelve people drowned, the rescue service said.',
    'outlet',
    'The Tamsk Courier',
  ],
  [
    'A flood\nexample.org | 3 March 2021\n\nTwelve people drowned, the rescue service said.',
    'title',
    'A flood',
  ],
  ['Twelve people drowned on March 3, 2021, the rescue service said.', 'published', null],
  [
    'Twelve people drowned, it said.\nThe Tamsk Courier could not verify the claim.',
    'outlet',
    'Tamsk Courier',
  ],
  ['Twelve people drowned, it said.\nThe ministry could not verify the claim.', 'outlet', null],
  ['TAMSK NEWS - Twelve people drowned, the rescue service said on Monday.', 'outlet', 'Tamsk News'],
  ['NEW TAMSK - Twelve people drowned, the rescue service said on Monday.', 'outlet', null],
  ['Twelve people drowned, the rescue service said.\n© 2021 Tamsk Radio', 'outlet', 'Tamsk Radio'],
  ['Twelve people drowned, the rescue service said. — Euronews', 'outlet', 'Euronews'],
  [
    'Flood\nBy Ilse Marn\nTwelve people drowned near the town, the rescue service said.',
    'byline',
    'Ilse Marn',
  ],
  ['Двенадцать человек утонули, когда река вышла из берегов, сообщили спасатели.', 'language', 'ru'],
  [
    'Zwölf Menschen ertranken, als der Fluss über die Ufer trat, teilte der Rettungsdienst mit.',
    'language',
    'de',
  ],
  ['Twelve people drowned when the river rose, the rescue service said on Monday.', 'language', 'en'],
  ['12 – 14', 'language', 'und'],
];

for (const [text, field, value] of HEAD) {
  test(`${field}: ${text.slice(0, 60)}`, () => assert.equal(take(text)[field], value));
}

test('what the user says wins over what the capture states', () => {
  const given = { published: '2020-01-02', outlet: 'Radio Orle' };
  const origin = { file: 'a', id: 'a', published: '2021-03-03T10:00:00Z', outlet: 'Other', given };
  const { published, publishedBasis, outlet } = articleFromText('Twelve drowned, it said.', origin);
  assert.deepEqual([published, publishedBasis, outlet], ['2020-01-02', 'given', 'Radio Orle']);
});

test('stamps, notices and galleries about a story are told from it', () => {
  const lines: readonly Line[] = [
    ['+', 'River Orle floods Tamsk'],
    ['-', 'by: Ilse Marn, Tamsk Courier Updated: Mar 3, 2021 - 8:00 AM'],
    [
      '-',
      'Photo: Lia Brandt Image 1 of / 3 Caption Close Image 1 of 3 The bridge at Tamsk on Monday. '
        .repeat(9)
        .trim(),
    ],
    ['+', 'Twelve people drowned when the river Orle flooded Tamsk on Monday, the rescue service said.'],
    ['-', 'Ilse Marn/TCN'],
    [
      '+',
      'Updated: The rescue service of Tamsk said late on Monday that it had found two more villagers alive in the school by the river.',
    ],
    ['+', 'The river Orle rose by two metres in the night, and the bridge at Tamsk is closed.'],
    ['-', 'Stay with the Courier both in print and online for more on this story.'],
  ];
  const article = articleFromText(captureOf(lines, '\n\n'), { file: 'a', id: 'a' });
  assertLines(article, lines);
  assert.equal(article.byline, 'Ilse Marn, Tamsk Courier');
});
