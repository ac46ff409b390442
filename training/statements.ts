import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChainModel, packModels, unpackModels } from '../src/reading/statements/model.ts';
import { cardOf, type TrainingFacts } from './statements/card.ts';
import { readCorpus } from './statements/corpus.ts';
import { cueExamples, type Example, type Prepared, prepare, spanExamples } from './statements/examples.ts';
import { COUNT_BITS, frequentOnly } from './statements/frequent.ts';
import { learn } from './statements/learner.ts';
import { scoresOf } from './statements/scores.ts';

/** What a training run was told. */
export interface StatementOptions {
  /** Folder with text/ and attributions/, or with train/ that has them. */
  readonly data: string;
  readonly out: string;
  readonly epochs: number;
  /** First step size. */
  readonly rate: number;
  /** Share of features left out at each step. */
  readonly dropout: number;
}

const BITS = 22;
/** Least number of documents that a feature must be seen in. */
const LEAST = 2;

/** The settings of the shipped model. */
export const STATEMENT_SETTINGS = { epochs: 8, rate: 0.04, dropout: 0.4 } as const;

/**
 * Learns the cue chain and the span chain from a corpus in PolNeAR's format and writes them as one file, with a card of
 * the same name beside it.
 * @throws Error where the folder has no such corpus
 */
export function trainStatements(options: StatementOptions): void {
  const { data, out } = options;
  const train = join(data, 'train');
  const prepared = readCorpus(existsSync(train) ? train : data).map(prepare);
  console.log(`${prepared.length} documents`);
  const models = [
    trained('cue', 3, prepared, cueExamples, options),
    trained('span', 6, prepared, spanExamples, options),
  ];
  const file = packModels(models);
  writeFileSync(out, file);
  const card = cardOf({
    documents: prepared.length,
    attributions: prepared.reduce((sum, { marked }) => sum + marked.length, 0),
    settings: { epochs: options.epochs, rate: options.rate, dropout: options.dropout },
    bytes: file.length,
    measured: measure(join(data, 'dev'), unpackModels(file)),
  });
  writeFileSync(out.replace(/(?:\.bin)?$/, '.md'), card);
  console.log(card);
}

/** The packed models' scores on the documents of a folder, each with its first annotator; `null` without a folder. */
function measure(folder: string, models: readonly ChainModel[]): TrainingFacts['measured'] {
  if (!existsSync(folder)) return null;
  const texts = new Set<string>();
  const documents = readCorpus(folder).filter(({ text }) => !texts.has(text) && texts.add(text));
  const scores = scoresOf(documents.map(prepare), new Map(models.map((model) => [model.name, model])));
  return { documents: documents.length, scores };
}

function trained(
  name: string,
  labels: number,
  prepared: readonly Prepared[],
  examplesOf: (document: Prepared, bits: number) => readonly Example[],
  { epochs, rate, dropout }: StatementOptions,
): ReturnType<typeof learn> {
  const all = prepared.map((document) =>
    examplesOf(document, COUNT_BITS).filter((example) => example.labels.length > 0),
  );
  const examples = frequentOnly(all, LEAST, BITS);
  console.log(`${name}: ${examples.length} sequences`);
  const onEpoch = (epoch: number, loss: number): void =>
    console.log(`${name} epoch ${epoch + 1}: loss ${loss.toFixed(0)}`);
  return learn(examples, { name, labels, bits: BITS, epochs, rate, dropout, onEpoch });
}
