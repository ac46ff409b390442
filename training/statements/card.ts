import { PARTS, type Score, type Scores } from './scores.ts';

/** What a training run came to. */
export interface TrainingFacts {
  readonly documents: number;
  readonly attributions: number;
  readonly settings: Readonly<Record<string, number>>;
  readonly bytes: number;
  /** Documents that were kept from training, and the scores on them; `null` where the corpus has none. */
  readonly measured: { readonly documents: number; readonly scores: Scores } | null;
}

/** The card of the shipped model, in Markdown. */
export function cardOf({ documents, attributions, settings, bytes, measured }: TrainingFacts): string {
  const told = Object.entries(settings)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
  return `# The statements model

\`statements.bin\` marks who is said to have said what: linear-chain conditional random fields, two for cues and two for
the source and content of a given cue: one of few features that looks at every token, and one of all for what that leaves in doubt.
Signed bytes by hashed feature, compressed; ${(bytes / 1e6).toFixed(2)} MB. It sees the tags
and trees of the language model that is shipped beside it, and must be trained anew when that changes.

## Data

${documents} annotated documents with ${attributions.toLocaleString('en')} attributions in PolNeAR's format: news of the United States' presidential
campaign of 2015 and 2016 from seven outlets. PolNeAR states no licence: its texts are the outlets', its annotations are
published for research. No sentence of it is in the model, which holds a weight for each mixed number of a feature
that at least two documents have. Any corpus of that format trains the model as well.

## Command

\`\`\`
npm run train -- statements --data FOLDER
\`\`\`

FOLDER holds \`train/\` and, for the scores below, \`dev/\`, each with \`text/\` and \`attributions/\`. Settings: ${told}.

## Scores

${measured ? scoresShown(measured.documents, measured.scores) : 'None: the corpus has no `dev/`.'}

## Limits

English news. Verbs of speech are found best; nouns ("his long support for …") and verbs that are no speech are often
missed. The confidence of a statement is the chance of its cue times the mean chance of its labels.
`;
}

function scoresShown(documents: number, scores: Scores): string {
  const row = (name: string, { precision, recall, f1 }: Score): string =>
    `| ${name} | ${precision.toFixed(1)} | ${recall.toFixed(1)} | ${f1.toFixed(1)} |`;
  return [
    `On the ${documents} documents of \`dev/\`, percent; a span is right where both of its edges are, marks at the edges aside:`,
    '',
    '| part | precision | recall | F1 |',
    '| --- | --- | --- | --- |',
    ...PARTS.map((part) => row(part, scores[part])),
    row('whole attribution, half of the tokens of each part', scores.whole),
  ].join('\n');
}
