import test from 'node:test';
import { articleFromText } from '../../src/intake/text.ts';
import { assertLines, captureOf, type Line } from './captures.ts';

const STORY: readonly Line[] = [
  ['+', 'River Orle floods Tamsk'],
  [
    '+',
    'At least twelve people drowned when the river Orle burst its banks near Tamsk, the rescue service said.',
  ],
  [
    '+',
    'Divers searched the river for four more villagers who were swept from the bridge at Tamsk on Sunday.',
  ],
];
const END: Line = [
  '+',
  'The rescue service moved 300 villagers from the river banks into schools, its spokeswoman said.',
];

const CAPTURES: Readonly<Record<string, readonly Line[]>> = {
  'a gallery about something else': [
    ...STORY,
    [
      '-',
      'The opera house at 90 Built by hand The house went up in 1934, when 400 masons worked for nothing but bread.',
      'caption of a gallery',
    ],
    [
      '-',
      'The opera house at 90 A tenor for a season Ilse Marn sang here 70 times before she went to the coast.',
      'caption of a gallery',
    ],
    [
      '-',
      'The opera house at 90 “Never again” The roof burned in 1951, and two thousand people came to carry water.',
      'caption of a gallery',
    ],
    END,
  ],
  'a gallery about the story': [
    ...STORY,
    [
      '+',
      'Flood in the valley Tamsk under water The river Orle burst its banks near Tamsk and swept villagers from the bridge.',
      'caption of the story',
    ],
    [
      '+',
      'Flood in the valley In the river Divers searched the river Orle at Tamsk for villagers swept from the bridge on Sunday.',
      'caption of the story',
    ],
    [
      '-',
      'Flood in the valley The opera A tenor from the coast opens his season with songs that nobody has heard.',
      'caption of a gallery',
    ],
    END,
  ],
  'paragraphs that begin alike': [
    ...STORY,
    [
      '+',
      'The rescue service said on Monday that the river had risen by two metres in a single night at Tamsk.',
    ],
    [
      '+',
      'The rescue service said on Tuesday that the river was falling and that the bridge could be crossed again.',
    ],
    [
      '+',
      'The rescue service said on Friday that the villagers might go home to Tamsk before the week was over.',
    ],
    END,
  ],
  'a speaker named before each answer': [
    ...STORY,
    [
      '+',
      'Minister Ilse Marn Orlova: The river has taken the bridge, and we will build it again before the winter.',
    ],
    [
      '+',
      'Minister Ilse Marn Orlova: Tamsk has schools enough for all villagers, and nobody sleeps in the cold.',
    ],
    [
      '+',
      'Minister Ilse Marn Orlova: I will not speak of the dam before the divers have come back from the river.',
    ],
    END,
  ],
  'two lines alike': [
    ...STORY,
    [
      '+',
      'Town of Tamsk Rescue The service at Tamsk has forty divers, who searched the river for the villagers.',
    ],
    [
      '+',
      'Town of Tamsk Mayor The mayor of Tamsk thanked the divers who searched the river for the villagers.',
    ],
    END,
  ],
};

for (const [name, lines] of Object.entries(CAPTURES))
  test(`galleries: ${name}`, () =>
    assertLines(articleFromText(captureOf(lines), { file: 'a.txt', id: 'a' }), lines));
