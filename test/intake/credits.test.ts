import assert from 'node:assert/strict';
import test from 'node:test';
import { articleFromText } from '../../src/intake/text.ts';

const BODY = 'Twelve people drowned near the town on Monday, the rescue service said in a statement.';

/** Captures and the credits that they bear, as "role:name". */
const CASES: readonly (readonly [text: string, credits: readonly string[]])[] = [
  [`(Reuters) -${BODY}`, ['wire:Reuters']],
  [`TAMSK, Dec 26 (Reuters) – ${BODY}`, ['wire:Reuters']],
  [`TAMSK (AP) — ${BODY}`, ['wire:Associated Press']],
  [`TAMSK, Nov. 16 (Xinhua) -- ${BODY}`, ['wire:Xinhua']],
  [`TAMSK (AP) -\n\n${BODY}`, ['wire:Associated Press']],
  [`TAMSK (KXYZ) -- ${BODY}`, []],
  [`A flood\nBy The Associated Press\n${BODY}`, ['wire:Associated Press']],
  [`${BODY} — Agence France-Presse`, ['wire:AFP']],
  [`${BODY}\n— Euronews`, ['origin:Euronews']],
  [`${BODY}\n—Chicago Sun-Times Wire`, ['wire:Sun-Times Media Wire']],
  [`${BODY}\nCopyright 2016 The Associated Press. All rights reserved.`, ['wire:Associated Press']],
  [`${BODY}\nCopyright Associated Press / Channel 6 Tamsk`, ['additional:Associated Press']],
  [`${BODY}\nAdditional sources • AP`, ['additional:Associated Press']],
  [`${BODY}\nThe Associated Press contributed to this report.`, ['additional:Associated Press']],
  [`${BODY}\nWith files from AFP and Reuters`, ['additional:AFP', 'additional:Reuters']],
  [`${BODY}\n(Reporting by Ilse Marn; Editing by Tom Okoro)`, ['byline:Ilse Marn']],
  [`A flood\nBy Ilse Marn and Tom Okoro\n${BODY}`, ['byline:Ilse Marn', 'byline:Tom Okoro']],
  [`${BODY}\nThis article was originally published by The Tamsk Courier.`, ['origin:Tamsk Courier']],
  [`A rescuer told AFP that the river was still rising in the valley.\n${BODY}`, []],
  [`The mayor told The Associated Press on Monday that twelve people had drowned.\n${BODY}`, []],
  [`${BODY}\nVillagers at the bridge on Monday. (AP Photo/Lia Brandt)`, []],
];

for (const [text, credits] of CASES) {
  test(`credits: ${JSON.stringify(text.replace(BODY, '…').slice(0, 80))}`, () => {
    const article = articleFromText(text, { file: 'a', id: 'a' });
    assert.deepEqual(
      article.credits.map(({ role, name }) => `${role}:${name}`),
      credits,
    );
  });
}
