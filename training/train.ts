import { parseArgs } from 'node:util';
import { trainClusters, trainLanguage, trainVectors } from './language/train.ts';
import { STATEMENT_SETTINGS, trainStatements } from './statements.ts';
import { trainStories } from './stories.ts';

const USAGE = `usage: npm run train -- language --data FOLDER [--out FILE]
       npm run train -- clusters --data FOLDER [--out FILE]
       npm run train -- vectors --data FOLDER [--out FILE]
       npm run train -- statements --data FOLDER [--out FILE]
       npm run train -- stories --data FOLDER [--out FOLDER]`;

/** What can be trained, each from the folder that --data names. */
const TRAINERS: Readonly<Record<string, (data: string, out: string | undefined) => void>> = {
  language: (data, out = 'models/language.bin.gz') => trainLanguage(data, out, console.log),
  clusters: (data, out = 'models/language-clusters.json') => trainClusters(data, out, console.log),
  vectors: (data, out = 'models/language-vectors.bin.gz') => trainVectors(data, out, console.log),
  statements: (data, out = 'models/statements.bin') => trainStatements({ data, out, ...STATEMENT_SETTINGS }),
  stories: (data, out = 'models') => trainStories(data, out, console.log),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, out: { type: 'string' } },
});
const trainer = TRAINERS[positionals[0] ?? ''];
if (!trainer || values.data === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  trainer(values.data, values.out);
}
