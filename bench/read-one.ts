import { join } from 'node:path';
import { readInputs } from '../src/intake/inputs.ts';
import { readInto } from '../src/pipeline.ts';
import { openStore } from '../src/store/store.ts';

/** Reads one folder's `reports` into a new store beside them and prints one line of JSON; run by bench/read.ts. */
const folder = process.argv[2]!;
const store = openStore(join(folder, 'bench.db'));
const began = performance.now();
const { added } = await readInto(store, readInputs([join(folder, 'reports')]));
const seconds = (performance.now() - began) / 1000;
console.log(
  JSON.stringify({
    articles: added,
    perSecond: Math.round(added / seconds),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    stories: store.counts().stories,
  }),
);
