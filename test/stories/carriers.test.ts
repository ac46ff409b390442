import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleFromText } from '../../src/intake/text.ts';
import { copyOf } from '../../src/stories/copies.ts';
import { type Profile, profileOf } from '../../src/stories/profile.ts';

const BODY = `Twelve people drowned when a ferry sank near the port of Orle on Monday, the coastguard said.

Divers found the wreck at a depth of forty metres and brought up the bell of the ship before dark.

The owner of the ferry said that it had passed its inspection in May and was not overloaded.`;

const profile = (id: string, text: string, outlet?: string): Profile =>
  profileOf(
    articleFromText(text, { file: `${id}.txt`, id, published: '2021-03-03', ...(outlet && { outlet }) }),
    [],
  );

test('the bare text of an agency is the first carrier of it, whatever its id', () => {
  const wire = profile('b', `ORLE, March 3 (Reuters) - ${BODY}`);
  const paper = profile('a', `(Reuters) - ${BODY}`, 'The Tamsk Courier');
  for (const copy of [copyOf(wire, paper), copyOf(paper, wire)])
    assert.deepEqual([copy?.from, copy?.to, copy?.kind], ['b', 'a', 'wire']);
});

test('without an agency the earlier is first', () => {
  const late = { ...profile('a', BODY, 'The Tamsk Courier'), published: '2021-03-05' };
  const early = profile('b', BODY, 'Orle Radio');
  assert.deepEqual([copyOf(late, early)?.from, copyOf(early, late)?.from], ['b', 'b']);
});

test('a bare wire text comes before a copy that names no agency', () => {
  const wire = { ...profile('b', `ORLE (Reuters) - ${BODY}`), published: null };
  const blog = profile('a', BODY, 'Orle Notes');
  assert.deepEqual([copyOf(wire, blog)?.from, copyOf(blog, wire)?.from], ['b', 'b']);
});
