import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseText } from '../../src/language/analyse.ts';
import { readTimes } from '../../src/reading/times.ts';

/** A Thursday. */
const PUBLISHED = '2021-05-20';

/** Values of the times by the trees of the sentences. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  'The minister resigned on Friday.': ['2021-05-14'],
  'The minister said here Friday that she will stay.': ['2021-05-14'],
  'The minister could not be reached on Friday.': ['2021-05-14'],
  'The offer had been due to expire on Friday.': ['2021-05-14'],
  'Among the first two states to join on Friday was Ostrelia.': ['2021-05-14'],
  'On Friday, the government planned to pay the claims.': ['2021-05-21'],
  'Nine of the 12 April 3 rioters were held.': ['2021-04-03'],
  'They voted on Election Day.': ['2020-11-03'],
  'The mayor was shot last June 23.': ['2020-06-23'],
  'He came here in his 30s.': [],
  'The minister will resign on Friday.': ['2021-05-21'],
  'The minister plans to resign on Friday.': ['2021-05-21'],
  'The minister said on Tuesday that she would resign on Friday.': ['2021-05-18', '2021-05-21'],
  'A hearing is scheduled for Monday.': ['2021-05-24'],
  'The vote had been scheduled for Monday.': ['2021-05-17'],
  'The council voted on Monday to close the port.': ['2021-05-17'],
  'Officials decided to close the port on Monday.': ['2021-05-24'],
  'The deadline was extended to July 2.': ['2021-07-02'],
  'The deadline passed on Sept. 2.': ['2020-09-02'],
  'The port closed in November.': ['2020-11'],
  'The port will close in November.': ['2021-11'],
  'They hope to reopen it in February.': ['2022-02'],
  'They managed to reopen it in early February.': ['2021-02'],
  'It could open as early as Saturday.': ['2021-05-22'],
  'The council renewed the ban, effective July 1.': ['2021-07-01'],
  'The court gave the owners until noon Monday to leave.': ['2021-05-24T12:00'],
  'The curfew lasted until Monday.': ['2021-05-17'],
  'Officials postponed until Friday morning the hearing on the ferry.': ['2021-05-21TMO'],
  'Rules to be published in late June will settle it.': ['2021-06'],
  'A fair set for Halvik in August may draw thousands.': ['2021-08'],
  'The dairy agreed to sell the mill in October.': ['2021-10'],
  'A vote due this March was put off.': ['2021-03'],
  'The two ministers meet Friday.': ['2021-05-21'],
  'Aides worried about the planned visit in September.': ['2021-09'],
  'The talks come ahead of Friday’s debate.': ['2021-05-21'],
  'The raid was on May 3, police said Wednesday. The next day 12 were held.': [
    '2021-05-03',
    '2021-05-19',
    '2021-05-04',
  ],
  'On April 18 he bought a gun. Police said Monday that it was found three weeks later.': [
    '2021-04-18',
    '2021-05-17',
    '2021-W18',
  ],
  'The mayor praised Saturday’s search.': ['2021-05-15'],
  'Divers will return at the weekend, after they found nothing over the weekend.': [
    '2021-W20-WE',
    '2021-W19-WE',
  ],
};

for (const [text, values] of Object.entries(CASES))
  test(`times look the way of their verb: ${text}`, () => {
    const times = readTimes(text, analyseText(text), PUBLISHED);
    assert.deepEqual(
      times.map(({ value }) => value),
      values,
    );
  });
