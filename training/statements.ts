import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cueFeatures } from '../src/reading/statements/cue-features.ts';
import { cueGlance, spanGlance } from '../src/reading/statements/glance-features.ts';
import { type ChainModel, packModels, unpackModels } from '../src/reading/statements/model.ts';
import { spanFeatures } from '../src/reading/statements/span-features.ts';
import { cardOf, type TrainingFacts } from './statements/card.ts';
import { readCorpus } from './statements/corpus.ts';
import { cueExamples, type Example, type Prepared, prepare, spanExamples } from './statements/examples.ts';
import { COUNT_BITS, frequentOnly } from './statements/frequent.ts';
import { learn, type Settings } from './statements/learner.ts';
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
  /** How often each model of all features is learned, in another order; the mean is less a matter of chance. */
  readonly courses: number;
}

/** Bits of the rows of weights: of the models of all features, and of those of few, which have a fifth of the features. */
const BITS = 22;
const GLANCE_BITS = 20;
/** Least number of documents that a feature must be seen in. */
const LEAST = 2;

/** The settings of the shipped model. */
export const STATEMENT_SETTINGS = { epochs: 8, rate: 0.04, dropout: 0.4, courses: 3 } as const;

/**
 * Learns the cue chain and the span chain from a corpus in PolNeAR's format and writes them as one file, with a card of
 * the same name beside it.
 * @throws Error where the folder has no such corpus
 */
export function trainStatements(options: StatementOptions): void {
  const { data, out, ...settings } = options;
  const train = join(data, 'train');
  const prepared = readCorpus(existsSync(train) ? train : data).map(prepare);
  console.log(`${prepared.length} documents`);
  const cues = (features: typeof cueFeatures) => (document: Prepared) =>
    cueExamples(document, COUNT_BITS, features);
  const spans = (features: typeof spanFeatures) => (document: Prepared) =>
    spanExamples(document, COUNT_BITS, features);
  const all = { ...settings, bits: BITS };
  const few = { ...settings, bits: GLANCE_BITS, courses: 1 };
  const models = [
    trained('cue-glance', 3, prepared, cues(cueGlance), { ...few, slight: 0.05 }),
    trained('cue', 3, prepared, cues(cueFeatures), { ...all, slight: 0.02 }),
    trained('span-glance', 6, prepared, spans(spanGlance), { ...few, slight: 0.2 }),
    trained('span', 6, prepared, spans(spanFeatures), { ...all, slight: 0.08 }),
  ];
  const file = packModels(models);
  writeFileSync(out, file);
  const card = cardOf({
    documents: prepared.length,
    attributions: prepared.reduce((sum, { marked }) => sum + marked.length, 0),
    settings,
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
  examplesOf: (document: Prepared) => readonly Example[],
  settings: Omit<Settings, 'name' | 'labels' | 'onEpoch'>,
): ReturnType<typeof learn> {
  const all = prepared.map((document) => examplesOf(document).filter((example) => example.labels.length > 0));
  const examples = frequentOnly(all, LEAST, settings.bits);
  console.log(`${name}: ${examples.length} sequences`);
  const onEpoch = (epoch: number, loss: number): void =>
    console.log(`${name} epoch ${epoch + 1}: loss ${loss.toFixed(0)}`);
  return learn(examples, { ...settings, name, labels, onEpoch });
}
