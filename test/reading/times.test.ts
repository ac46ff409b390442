import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sentenceStarts } from '../../src/language/split.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import { lengthOf, parsePattern } from '../../src/reading/times/pattern.ts';
import { readTimes, weekdayMentions } from '../../src/reading/times.ts';
import { isDay } from '../../src/text/interval.ts';

/** A Thursday. */
const PUBLISHED = '2021-05-20';

/** Sentences without tags and trees: what the words alone tell. */
const sentencesOf = (text: string) => {
  const words = tokenize(text, 0, text.length);
  const starts = sentenceStarts(text, words);
  return starts.map((from, index) => ({
    index,
    start: words[from]!.start,
    end: words[(starts[index + 1] ?? words.length) - 1]!.end,
    paragraph: 0,
    headline: false,
    tokens: [],
  }));
};

/** Each time as `words | type | value | days`; one day once, an open or unknown end empty. */
const read = (text: string, published: string | null = PUBLISHED): string[] =>
  readTimes(text, sentencesOf(text), published).map((time) => {
    const days = time.from === time.to ? (time.from ?? '') : `${time.from ?? ''}..${time.to ?? ''}`;
    return `${time.text} | ${time.type} | ${time.value} | ${days}`;
  });

function table(
  name: string,
  cases: Readonly<Record<string, string | readonly string[]>>,
  published: string | null = PUBLISHED,
) {
  for (const [text, times] of Object.entries(cases))
    test(`${name}: ${text}`, () =>
      assert.deepEqual(read(text, published), typeof times === 'string' ? [times] : times));
}

table('weekdays', {
  'The bridge fell on Monday.': 'Monday | DATE | 2021-05-17 | 2021-05-17',
  'The bridge fell on Thursday.': 'Thursday | DATE | 2021-05-20 | 2021-05-20',
  'The bridge fell on Friday.': 'Friday | DATE | 2021-05-14 | 2021-05-14',
  'The bridge will open on Monday.': 'Monday | DATE | 2021-05-24 | 2021-05-24',
  'The court is due to rule on Friday.': 'Friday | DATE | 2021-05-21 | 2021-05-21',
  'The mine closed last Thursday.': 'last Thursday | DATE | 2021-05-13 | 2021-05-13',
  'The mine opens next Thursday.': 'next Thursday | DATE | 2021-05-27 | 2021-05-27',
  'The mine closed on Tuesday last week.': 'Tuesday last week | DATE | 2021-05-11 | 2021-05-11',
  'Crews left late Wednesday.': 'late Wednesday | DATE | 2021-05-19 | 2021-05-19',
  'Crews meet on Mondays.': 'Mondays | SET | XXXX-WXX-1 | ',
  'They fled on Monday and Tuesday.': [
    'Monday | DATE | 2021-05-17 | 2021-05-17',
    'Tuesday | DATE | 2021-05-18 | 2021-05-18',
  ],
});

table('dates', {
  'Rain fell on May 14 and 15.': [
    'May 14 | DATE | 2021-05-14 | 2021-05-14',
    '15 | DATE | 2021-05-15 | 2021-05-15',
  ],
  'Rain fell between April 14 and 16.': [
    'April 14 | DATE | 2021-04-14 | 2021-04-14',
    '16 | DATE | 2021-04-16 | 2021-04-16',
  ],
  'Rain fell on 14-15 April 2020.': [
    '14 | DATE | 2020-04-14 | 2020-04-14',
    '15 April 2020 | DATE | 2020-04-15 | 2020-04-15',
  ],
  'The dam broke on Dec. 20.': 'Dec. 20 | DATE | 2020-12-20 | 2020-12-20',
  'The dam broke on 21 November.': '21 November | DATE | 2020-11-21 | 2020-11-21',
  'The dam broke on Friday, March 6, 2015, at last.':
    'Friday, March 6, 2015 | DATE | 2015-03-06 | 2015-03-06',
  'The dam broke on the 3rd of June 1999.': 'the 3rd of June 1999 | DATE | 1999-06-03 | 1999-06-03',
  'The dam broke on April 9. It was repaired on the 21st.': [
    'April 9 | DATE | 2021-04-09 | 2021-04-09',
    'the 21st | DATE | 2021-04-21 | 2021-04-21',
  ],
  'Filed 2020-02-29, closed 3/14/2020.': [
    '2020-02-29 | DATE | 2020-02-29 | 2020-02-29',
    '3/14/2020 | DATE | 2020-03-14 | 2020-03-14',
  ],
  'The deadline was extended to June 30.': 'June 30 | DATE | 2021-06-30 | 2021-06-30',
  'The harvest failed in November last year.': 'November last year | DATE | 2020-11 | 2020-11-01..2020-11-30',
  'It rained in August 2019 and in early March.': [
    'August 2019 | DATE | 2019-08 | 2019-08-01..2019-08-31',
    'early March | DATE | 2021-03 | 2021-03-01..2021-03-10',
  ],
  'It rained in December.': 'December | DATE | 2020-12 | 2020-12-01..2020-12-31',
  'The talks ended in May.': 'May | DATE | 2021-05 | 2021-05-01..2021-05-31',
  'The talks failed at the end of April.': 'the end of April | DATE | 2021-04 | 2021-04-15..2021-04-30',
});

table('parts of months', {
  'Rain fell in the first week of March.':
    'the first week of March | DATE | 2021-W09 | 2021-03-01..2021-03-07',
  'Rain fell in the last week of April 2019.':
    'the last week of April 2019 | DATE | 2019-W17 | 2019-04-24..2019-04-30',
  'Rain fell in the second half of March.':
    'the second half of March | DATE | 2021-03 | 2021-03-16..2021-03-31',
});

table('years and their parts', {
  'The 2018-19 season was short.': '2018-19 | DATE | 2018 | 2018-01-01..2019-12-31',
  'Between 2011 and 2016 it stood empty.': [
    '2011 | DATE | 2011 | 2011-01-01..2011-12-31',
    '2016 | DATE | 2016 | 2016-01-01..2016-12-31',
  ],
  'The war began in 1998.': '1998 | DATE | 1998 | 1998-01-01..1998-12-31',
  'The 1996 elections were close.': '1996 | DATE | 1996 | 1996-01-01..1996-12-31',
  'The war began in nineteen ninety-eight.': 'nineteen ninety-eight | DATE | 1998 | 1998-01-01..1998-12-31',
  'Mines closed in the 1990s.': 'the 1990s | DATE | 199X | 1990-01-01..1999-12-31',
  'Mines closed in the late 19th century.': 'the late 19th century | DATE | 18XX | 1867-09-02..1900-12-31',
  'Sales fell in the third quarter of 2020.':
    'the third quarter of 2020 | DATE | 2020-Q3 | 2020-07-01..2020-09-30',
  'Sales fell in the fourth quarter.': 'the fourth quarter | DATE | 2020-Q4 | 2020-10-01..2020-12-31',
  'Sales fell in fiscal 2019.': 'fiscal 2019 | DATE | 2019 | 2019-01-01..2019-12-31',
  'Fires raged last summer.': 'last summer | DATE | 2020-SU | 2020-06-01..2020-08-31',
  'Fires raged in the winter of 2018.': 'the winter of 2018 | DATE | 2018-WI | 2018-12-01..2019-02-28',
  'Prices rose in the second half of 2020.':
    'the second half of 2020 | DATE | 2020-H2 | 2020-07-01..2020-12-31',
});

table('days near publication', {
  'Crews left yesterday.': 'yesterday | DATE | 2021-05-19 | 2021-05-19',
  'Crews leave tomorrow morning.': 'tomorrow morning | TIME | 2021-05-21TMO | 2021-05-21',
  'Shells fell last night.': 'last night | TIME | 2021-05-19TNI | 2021-05-19',
  'Shells fell overnight.': 'overnight | TIME | 2021-05-19TNI | 2021-05-19..2021-05-20',
  'A ship sank on May 3. The next day divers came.': [
    'May 3 | DATE | 2021-05-03 | 2021-05-03',
    'The next day | DATE | 2021-05-04 | 2021-05-04',
  ],
  'A ship sank on May 3, and a tug a day earlier.': [
    'May 3 | DATE | 2021-05-03 | 2021-05-03',
    'a day earlier | DATE | 2021-05-02 | 2021-05-02',
  ],
  'Divers searched over the weekend.': 'the weekend | DATE | 2021-W19-WE | 2021-05-15..2021-05-16',
  'Divers will search at the weekend.': 'the weekend | DATE | 2021-W20-WE | 2021-05-22..2021-05-23',
  'Crews are now home.': 'now | DATE | PRESENT_REF | 2021-05-20',
  'Crews recently came home.': 'recently | DATE | PAST_REF | 2021-05-17..2021-05-20',
});

table('quotations', {
  '"We freed five today," she said on Monday.': [
    'today | DATE | 2021-05-17 | 2021-05-17',
    'Monday | DATE | 2021-05-17 | 2021-05-17',
  ],
  '“Yesterday we lost the bridge,” he said on Tuesday.': [
    'Yesterday | DATE | 2021-05-17 | 2021-05-17',
    'Tuesday | DATE | 2021-05-18 | 2021-05-18',
  ],
  'She said on Monday that it happens today.': [
    'Monday | DATE | 2021-05-17 | 2021-05-17',
    'today | DATE | 2021-05-20 | 2021-05-20',
  ],
});

table('weeks, months and years from publication', {
  'Nine ships have sunk so far this year.': 'this year | DATE | 2021 | 2021-01-01..2021-05-20',
  'The first ship sank in 2019. That year two more burned.': [
    '2019 | DATE | 2019 | 2019-01-01..2019-12-31',
    'That year | DATE | 2019 | 2019-01-01..2019-12-31',
  ],
  'The ferry ran aground last week.': 'last week | DATE | 2021-W19 | 2021-05-10..2021-05-16',
  'The ferry ran aground earlier this week.': 'earlier this week | DATE | 2021-W20 | 2021-05-17..2021-05-20',
  'The ferry ran aground earlier this month.': 'earlier this month | DATE | 2021-05 | 2021-05-01..2021-05-20',
  'The ferry sails later this year.': 'later this year | DATE | 2021 | 2021-05-20..2021-12-31',
  'The ferry sank last year.': 'last year | DATE | 2020 | 2020-01-01..2020-12-31',
  'It was built early last year.': 'early last year | DATE | 2020 | 2020-01-01..2020-04-30',
  'The ferry sank three weeks ago.': 'three weeks ago | DATE | 2021-W17 | 2021-04-26..2021-05-02',
  'The ferry sank two days ago.': 'two days ago | DATE | 2021-05-18 | 2021-05-18',
  'The ferry sank more than a decade ago.': 'more than a decade ago | DATE | 2011 | 2011-01-01..2011-12-31',
  'The ferry sank years ago.': 'years ago | DATE | PAST_REF | ',
  'Profit rose in the first quarter from a year earlier.': [
    'the first quarter | DATE | 2021-Q1 | 2021-01-01..2021-03-31',
    'a year earlier | DATE | 2020-Q1 | 2020-01-01..2020-03-31',
  ],
});

table('lengths', {
  'The dispute began in the past three years.':
    'the past three years | DURATION | P3Y | 2018-05-20..2021-05-20',
  'Rain is likely over the next few days.': 'the next few days | DURATION | PXD | 2021-05-20..2021-05-23',
  'The port has been shut for two weeks.': 'two weeks | DURATION | P2W | 2021-05-06..2021-05-20',
  'The port was shut for two weeks.': 'two weeks | DURATION | P2W | ',
  'It followed nearly three years of war.': 'nearly three years | DURATION | P3Y | ',
  'They waited for months.': 'months | DURATION | PXM | ',
  'A 14-day truce took two and a half hours to sign.': [
    '14-day | DURATION | P14D | ',
    'two and a half hours | DURATION | PT2H30M | ',
  ],
  'It took two to three weeks.': 'two to three weeks | DURATION | P2W | ',
  'A weeklong search ended.': 'weeklong | DURATION | P1W | ',
  'Help came within hours.': 'hours | DURATION | PTXH | ',
  'Twenty-four hours later it sank.': 'Twenty-four hours | DURATION | PT24H | ',
});

table('clock times', {
  'The siren sounded at 3:37 p.m. on Tuesday.': '3:37 p.m. on Tuesday | TIME | 2021-05-18T15:37 | 2021-05-18',
  'The siren sounded on Tuesday at 7 a.m. local time.':
    'Tuesday at 7 a.m. local time | TIME | 2021-05-18T07:00 | 2021-05-18',
  'It sank on May 3. Help came at noon.': [
    'May 3 | DATE | 2021-05-03 | 2021-05-03',
    'noon | TIME | 2021-05-03T12:00 | 2021-05-03',
  ],
  'It sank at 14:05 GMT.': '14:05 GMT | TIME | 2021-05-20T14:05 | 2021-05-20',
  'It sank around 12:10am.': 'around 12:10am | TIME | 2021-05-20T00:10 | 2021-05-20',
  'It sank in the early hours of Friday.': 'the early hours of Friday | TIME | 2021-05-14TMO | 2021-05-14',
  'It sank on May 3. Crews had left the night before.': [
    'May 3 | DATE | 2021-05-03 | 2021-05-03',
    'the night before | TIME | 2021-05-02TNI | 2021-05-02',
  ],
  'It sank on Sunday night.': 'Sunday night | TIME | 2021-05-16TNI | 2021-05-16',
  'May 19, 2021 3:37 PM': 'May 19, 2021 3:37 PM | TIME | 2021-05-19T15:37 | 2021-05-19',
});

table('what stands beside a time', {
  'It burned the day before last Tuesday.': 'the day before last Tuesday | DATE | 2021-05-17 | 2021-05-17',
  'He left two days after April 3.': [
    'two days | DURATION | P2D | 2021-04-05',
    'April 3 | DATE | 2021-04-03 | 2021-04-03',
  ],
  'It burned the day before the vote.': [],
  'It burned two day before Christmas.': [
    'two day | DURATION | P2D | 2020-12-23',
    'Christmas | DATE | 2020-12-25 | 2020-12-25',
  ],
  'Profit fell in the quarter ended Jan. 31.': [
    'the quarter | DATE | 2020-Q4 | 2020-10-01..2020-12-31',
    'Jan. 31 | DATE | 2021-01-31 | 2021-01-31',
  ],
  'Sales rose in the fiscal year ended March 31.': [
    'the fiscal year | DURATION | P1Y | ',
    'March 31 | DATE | 2021-03-31 | 2021-03-31',
  ],
  'Work goes on for the next 12 to 18 months.':
    'the next 12 to 18 months | DURATION | P12M | 2021-05-20..2022-05-20',
  'It rained in the past three summers.': [],
});

table('holidays', {
  'The market shut for Easter week.': 'Easter week | DATE | 2021-W13 | 2021-03-29..2021-04-04',
  'Shops closed on Christmas Eve.': 'Christmas Eve | DATE | 2020-12-24 | 2020-12-24',
  'Shops closed at Easter.': 'Easter | DATE | 2021-04-04 | 2021-04-04',
  'Shops closed on Thanksgiving 2019.': 'Thanksgiving 2019 | DATE | 2019-11-28 | 2019-11-28',
  'Shops will close on Memorial Day.': 'Memorial Day | DATE | 2021-05-31 | 2021-05-31',
});

table('what comes back', {
  'Trains run on Monday and Tuesday nights.': [
    'Monday | SET | XXXX-WXX-1TNI | ',
    'Tuesday nights | SET | XXXX-WXX-2TNI | ',
  ],
  'The daily tally rose.': 'daily | SET | P1D | ',
  'They meet twice a year.': 'a year | SET | P1Y | ',
  'They vote every two years.': 'every two years | SET | P2Y | ',
});

table(
  'no day of publication',
  {
    'It fell on Monday.': 'Monday | DATE | XXXX-WXX-1 | ',
    'It fell on Dec. 20.': 'Dec. 20 | DATE | XXXX-12-20 | ',
    'It fell on Dec. 20, 2018.': 'Dec. 20, 2018 | DATE | 2018-12-20 | 2018-12-20',
    'It fell last week.': 'last week | DATE | XXXX-WXX | ',
    'It fell yesterday.': 'yesterday | DATE | XXXX-XX-XX | ',
    'It fell at 5 p.m. on Monday.': '5 p.m. on Monday | TIME | XXXX-WXX-1T17:00 | ',
  },
  null,
);

table('clock times with a part of the day', {
  'It fell at 1:21 on Tuesday afternoon.': '1:21 on Tuesday afternoon | TIME | 2021-05-18T13:21 | 2021-05-18',
  'It fell at 2 on Tuesday, in the rain.': 'Tuesday | DATE | 2021-05-18 | 2021-05-18',
  'Before Christmas, it fell.': 'Christmas | DATE | 2020-12-25 | 2020-12-25',
});

table('lists, parts and lengths', {
  'Men were hurt on May 2, 3 and 4.': [
    'May 2 | DATE | 2021-05-02 | 2021-05-02',
    '3 | DATE | 2021-05-03 | 2021-05-03',
    '4 | DATE | 2021-05-04 | 2021-05-04',
  ],
  'Rain fell on the 1st, 2nd and 5th of March 2020.': [
    'the 1st | DATE | 2020-03-01 | 2020-03-01',
    '2nd | DATE | 2020-03-02 | 2020-03-02',
    '5th of March 2020 | DATE | 2020-03-05 | 2020-03-05',
  ],
  'By May 2, 31 had died.': 'May 2 | DATE | 2021-05-02 | 2021-05-02',
  'It opened last Sunday, May 16.': 'last Sunday, May 16 | DATE | 2021-05-16 | 2021-05-16',
  'The toll of the first six months of 2019 was 40.': [
    'the first six months | DURATION | P6M | 2019-01-01..2019-06-30',
    '2019 | DATE | 2019 | 2019-01-01..2019-12-31',
  ],
  'It rained in the last two weeks of April.': [
    'the last two weeks | DURATION | P2W | 2021-04-17..2021-04-30',
    'April | DATE | 2021-04 | 2021-04-01..2021-04-30',
  ],
  'Two years ago this week the dam broke.':
    'Two years ago this week | DATE | 2019-W21 | 2019-05-20..2019-05-26',
  'A week ago Tuesday the dam broke.': 'A week ago Tuesday | DATE | 2021-05-11 | 2021-05-11',
  'The dam broke on March 3, and in the following weeks nine died.': [
    'March 3 | DATE | 2021-03-03 | 2021-03-03',
    'the following weeks | DURATION | PXW | 2021-03-03..2021-03-24',
  ],
  'In recent weeks nine died.': 'recent weeks | DATE | PAST_REF | 2021-04-29..2021-05-20',
  'They waited two and a half years.': 'two and a half years | DURATION | P2Y6M | ',
  'A minute and a half later it fell.': 'A minute and a half | DURATION | PT1M30S | ',
  'On March 3 it rained; later in the day it fell.': [
    'March 3 | DATE | 2021-03-03 | 2021-03-03',
    'later in the day | DATE | 2021-03-03 | 2021-03-03',
  ],
  'The May election and the third-quarter loss hurt.': [
    'May | DATE | 2021-05 | 2021-05-01..2021-05-31',
    'third-quarter | DATE | 2020-Q3 | 2020-07-01..2020-09-30',
  ],
});

const NOTHING: readonly string[] = [
  'They may march again.',
  'She came second on a second attempt at the minute hand.',
  'About 1,200 people lost flight MH370 and 1980 dollars.',
  'The guard, 52 years old, met a 27-year-old nurse.',
  'The 94th brigade took Hill 1914 on Route 66.',
  'Prices spring back, shares fall, soldiers march.',
  'Dawn Miller met April Jones in Easter Island style.',
  'He won 3-2 after trailing 12-10 in the first half.',
  'About a quarter of them, or three-quarters of the men, left.',
  'Call 555-0199 or send 2 copies of form 1040.',
  'It costs $4 million a year and 12 lives a month.',
  'She lived in the 1900 block of Elm Street.',
  'He wrote for the Daily Bugle.',
  'Nurses met Jan Moravec, the third in as many days.',
  '',
];

for (const text of NOTHING) test(`no time in: ${text}`, () => assert.deepEqual(read(text), []));

test('weekdays of an article of unknown day keep their weekday', () => {
  const text = 'The tower burned on Friday. It had opened on Mondays.';
  assert.deepEqual(weekdayMentions(readTimes(text, sentencesOf(text), null)), [
    { start: 20, end: 26, weekday: 5 },
  ]);
});

test('the word before a time is its relation', () => {
  const text = 'Closed since August, it stays shut until Monday, for two weeks.';
  assert.deepEqual(
    readTimes(text, sentencesOf(text), PUBLISHED).map((time) => time.relation),
    ['since', 'until', 'for'],
  );
});

const VOCABULARY =
  'the last next May march Dec. 14 15 and 1998 1,200 3:37 p.m. at noon on Monday , few two twenty five years ago earlier week ’ s early late mid - 1990s summer of quarter third fiscal overnight yesterday tonight Christmas every day minute second since for in a an hour before XXXX é 31 99999 0 now \n . 2024-13-45 2/31/2020 99:99'.split(
    ' ',
  );

test('any text is read, and every time is what its span says', () => {
  const words = fc.array(fc.constantFrom(...VOCABULARY), { maxLength: 40 }).map((list) => list.join(' '));
  const published = fc.constantFrom(
    null,
    '2021-05-20',
    '2020-02-29',
    '0001-01-01',
    '9998-12-31',
    '2024-12-31',
  );
  fc.assert(
    fc.property(fc.oneof(words, fc.string({ unit: 'binary' })), published, (text, day) => {
      if (!text.trim()) return;
      const whole = { index: 0, start: 0, end: text.length, paragraph: 0, headline: false, tokens: [] };
      let last = 0;
      for (const time of readTimes(text, [whole], day)) {
        assert.equal(text.slice(time.start, time.end), time.text);
        assert.ok(time.start >= last && time.end > time.start);
        assert.ok(time.from === null || isDay(time.from), time.from ?? '');
        assert.ok(time.to === null || isDay(time.to), time.to ?? '');
        assert.ok(
          time.from === null || time.to === null || time.from <= time.to,
          `${time.text} ${time.from} ${time.to}`,
        );
        last = time.end;
      }
    }),
    { numRuns: 2000 },
  );
});

test('a million characters on one line take linear time', () => {
  const text = 'Dec. 14 and few twenty five last the 1,000 '.repeat(23_000);
  const whole = { index: 0, start: 0, end: text.length, paragraph: 0, headline: false, tokens: [] };
  const began = performance.now();
  assert.ok(readTimes(text, [whole], PUBLISHED).length > 20_000);
  assert.ok(performance.now() - began < 20_000);
});

test('the longest match of a pattern takes each part that may be left out and the longer of two ways', () => {
  assert.equal(lengthOf(parsePattern('the? (mod dash?)? month dom/ordinal (","? y:year)?')), 7);
  assert.equal(lengthOf(parsePattern('"ago" | "last" (month | "the" year)')), 3);
});
