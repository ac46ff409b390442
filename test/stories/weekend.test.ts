import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleFromText } from '../../src/intake/text.ts';
import { datesFor } from '../../src/stories/dates.ts';
import { type Profile, profileOf } from '../../src/stories/profile.ts';

const profile = (id: string, published: string | null, text: string): Profile =>
  profileOf(articleFromText(text, { file: `${id}.txt`, id, ...(published && { published }) }), []);

test('a weekend is dated by the days that another report gives to the same losses', () => {
  const later = profile(
    'a',
    '2021-03-26',
    'Cardian rebels are suffering losses around Ostrel and Lindow, the general staff said on Thursday.',
  );
  const dated = profile(
    'b',
    null,
    'Cardia said on Monday that at least 30 rebels were killed.\n\n"On March 13 and 14, rebel units suffered significant losses near the villages of Ostrel and Lindow: at least 30 were killed or wounded," its general staff said.',
  );
  const weekend = profile(
    'c',
    null,
    'Cardia said on Monday that rebel units sustained losses of at least 30 killed or wounded near the villages of Ostrel and Lindow over the weekend.',
  );
  const days = datesFor([later, dated, weekend]);
  for (const id of ['b', 'c'])
    assert.ok(days.get(id)! >= '2021-03-15' && days.get(id)! <= '2021-03-18', `${id}: ${days.get(id)}`);
});
