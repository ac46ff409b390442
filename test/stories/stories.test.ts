import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { happenedOn } from '../../src/stories/calendar.ts';
import { copyOf } from '../../src/stories/copies.ts';
import { groupStories } from '../../src/stories/group.ts';
import { type Profile, profileOf } from '../../src/stories/profile.ts';
import type { Article } from '../../src/text/article.ts';
import { dayNumber, dayOf } from '../../src/text/interval.ts';
import { articleOf } from '../reading/article.ts';

const BODY = [
  'A cable car stopped above the Orvel gorge on Thursday evening with nineteen people in it, the mountain rescue said.',
  'Crews lowered most of them to a ledge by rope before dark, while two older passengers waited in the cabin.',
  'The operator, Orvel Lifts, said a worn bearing had been due for change in the spring and blamed a late delivery.',
  'Mayor Hedda Quist asked the canton to close the line until an inspector from Varn has looked at every pylon.',
];
const OTHER = [
  'Farmers in the Tessen valley poured milk onto the market square of Harl on Monday against a new levy on barns.',
  'Their union counted four hundred tractors; the police put the number at less than half of that.',
  'A spokesman for the dairy board called the levy a mistake that a committee would soon look at again.',
];
const report = (id: string, lines: readonly string[], more: Partial<Article> = {}): Profile => {
  const article = articleOf(lines.join('\n\n'), 'Cable car stops above Orvel gorge', `${id} Post`);
  return profileOf({ ...article, id, ...more }, []);
};

describe('copies', () => {
  test('the same text cut and lightly edited is a copy, from the earlier one', () => {
    const first = report('b', BODY, { published: '2031-03-05' });
    const later = report('a', [BODY[0]!.replace('Thursday evening', 'Thursday'), ...BODY.slice(1, 3)], {
      published: '2031-03-06',
    });
    const copy = copyOf(later, first);
    assert.deepEqual([copy?.kind, copy?.from, copy?.to, copy?.revision], ['near-duplicate', 'b', 'a', false]);
    assert.deepEqual(copyOf(first, later), copy);
  });

  test('an outlet’s own update is a revision', () => {
    const one = report('a', BODY, { outlet: 'The Post' });
    const two = report('b', [...BODY, OTHER[1]!], { outlet: 'The Post' });
    assert.equal(copyOf(one, two)?.revision, true);
  });

  test('a third of a text is an excerpt, and of one agency’s text a wire copy', () => {
    const mixed = [BODY[0]!, ...OTHER];
    assert.equal(copyOf(report('a', BODY), report('b', mixed))?.kind, 'excerpt');
    const wire = { credits: [{ name: 'Norwire', role: 'wire' }] } as const;
    assert.equal(
      copyOf(report('a', BODY, wire), report('b', [BODY[0]!, BODY[1]!, OTHER[2]!], wire))?.kind,
      'wire',
    );
  });

  test('independent reports, and the same long quotation in both, are no copies', () => {
    assert.equal(copyOf(report('a', BODY), report('b', OTHER)), null);
    const quotation = `“${BODY.join(' ')}”`;
    assert.equal(
      copyOf(report('a', [OTHER[0]!, quotation]), report('b', [OTHER[1]!, OTHER[2]!, quotation])),
      null,
    );
  });
});

describe('groups', () => {
  const LINKS = [
    { a: 'a', b: 'b', weight: 0.9 },
    { a: 'b', b: 'u', weight: 0.8 },
    { a: 'c', b: 'u', weight: 0.8 },
  ];
  const bakers = articleOf(
    'The bakers of Marle voted on Monday to strike.',
    'Bakers vote to strike',
    'Marle Post',
  );
  const elsewhere = profileOf({ ...bakers, published: '2031-03-05' }, []);
  const profiles = [
    report('a', BODY, { published: '2031-03-05' }),
    report('b', BODY, { published: '2031-03-06' }),
    { ...elsewhere, id: 'c' },
    report('u', OTHER, { published: null, publishedBasis: null }),
  ];
  const grouped = (some: readonly Profile[], links: typeof LINKS): string =>
    groupStories(some, links, [])
      .map(({ articles }) => articles.join(' '))
      .toSorted()
      .join(' | ');

  test('an undated article joins one story and bridges none', () => {
    assert.equal(grouped(profiles, LINKS), 'a b u | c');
  });

  test('any order gives the same stories', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray(profiles, { minLength: profiles.length }),
        fc.shuffledSubarray(LINKS, { minLength: LINKS.length }),
        (some, links) => assert.equal(grouped(some, links), grouped(profiles, LINKS)),
      ),
    ));
});

const TOLD: readonly (readonly [string, readonly string[]])[] = [
  ['When the lift stopped on 2 March, 21 people were in it.', ['2031-03-02']],
  ['The lift stopped on March 2, 2031, with 21 people in it.', ['2031-03-02']],
  ['The lift stopped on March 2 and 3.', ['2031-03-02', '2031-03-03']],
];
for (const [text, days] of TOLD)
  test(`the days of “${text}”`, () => {
    const { mentions } = report('a', [text]);
    const told = [...happenedOn(dayNumber('2031-03-05'), mentions)].map(dayOf);
    assert.deepEqual(told.toSorted(), days);
  });
