import assert from 'node:assert/strict';
import test from 'node:test';
import { dayIn, dayLine } from '../../src/intake/days.ts';
import { dayInUrl, dayOfStamp } from '../../src/intake/published.ts';

const WRITTEN: readonly (readonly [string, string | null])[] = [
  ['December 26, 2024 3:37 PM', '2024-12-26'],
  ['26 December 2024', '2024-12-26'],
  ['26th of December, 2024', '2024-12-26'],
  ['Thu, Dec. 26, 2024', '2024-12-26'],
  ['2024-12-26', '2024-12-26'],
  ['2024/12/26', '2024-12-26'],
  ['12/26/2024', '2024-12-26'],
  ['26/12/2024', '2024-12-26'],
  ['03/04/2020', '2020-03-04'],
  ['3.4.2020', '2020-04-03'],
  ['2024 Dec 26', '2024-12-26'],
  ['31 February 2024', null],
  ['December 2024', null],
  ['12/26', null],
  ['call 020 2012 2024', null],
];
for (const [words, day] of WRITTEN) test(`day in ${words}`, () => assert.equal(dayIn(words), day));

const LINES: readonly (readonly [string, boolean])[] = [
  ['December 26, 2024 3:37 PM', true],
  ['Published: Monday, July 6, 2015 at 8:52 AM EDT', true],
  ['Updated 3 hours ago', true],
  ['6:05 p.m.', true],
  ['On December 26 the river rose.', false],
  ['+81 158-23-2012', false],
  ['In 2012', false],
  ['May', false],
];
for (const [words, is] of LINES)
  test(`${is ? 'a' : 'no'} date line: ${words}`, () => assert.equal(dayLine(words), is));

const ADDRESSES: readonly (readonly [string, string | null])[] = [
  ['https://example.org/2024/12/26/flood', '2024-12-26'],
  ['https://example.org/world/2024/dec/26/flood', '2024-12-26'],
  ['https://example.org/news-20241226.html', '2024-12-26'],
  ['https://example.org/2024/12/flood', null],
  ['https://example.org/item-12345678', null],
];
for (const [url, day] of ADDRESSES) test(`day in ${url}`, () => assert.equal(dayInUrl(url), day));

const STAMPS: readonly (readonly [string, string | null])[] = [
  ['2024-12-26T23:30:00-08:00', '2024-12-26'],
  ['20241226', '2024-12-26'],
  ['Thu, 26 Dec 2024 10:00:00 GMT', '2024-12-26'],
  ['yesterday', null],
  ['', null],
];
for (const [stamp, day] of STAMPS) test(`day of ${stamp}`, () => assert.equal(dayOfStamp(stamp), day));
