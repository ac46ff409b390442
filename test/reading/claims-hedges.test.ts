import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimsOf } from './claims/table.ts';

/** Texts, and the hedges of each claim in them, in order. */
const HEDGES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'The firm said it would cut 900 jobs.': [[]],
  'The plan would cut 900 jobs.': [['conditional']],
  'The firm said it would cut 900 jobs if the sale failed.': [['conditional']],
  'Owners are likely to ask a court in Alder for damages of $90 million.': [['conditional']],
  'Six may lose their seats. The bill may pass if it wins over the six senators who opposed it.': [
    ['conditional'],
    [],
  ],
  'Half of the suspects jailed for their alleged part in the raid took plea deals.': [[]],
  'The raid allegedly killed 12 men.': [['alleged']],
  'Forty more boats were hit by the storm than the port initially estimated, officers said.': [[]],
  'Police estimated that 40 people were hurt.': [['estimate']],
  'A police official says the gunman who killed five police officers during a march had a rifle. The official spoke on condition of anonymity.':
    [[]],
  'A police official said 12 people were hurt. The official spoke on condition of anonymity.': [
    ['anonymous'],
  ],
  'A police official said 12 people were hurt, speaking on condition of anonymity. A city official said nine people were missing.':
    [['anonymous'], []],
  'Two people familiar with the matter said the firm had lost $90 million.': [['anonymous']],
};

for (const [text, hedges] of Object.entries(HEDGES))
  test(`hedges: ${text}`, () =>
    assert.deepEqual(
      claimsOf(text).map((claim) => claim.hedges),
      hedges,
    ));
