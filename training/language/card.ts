import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '../../src/language/model.ts';
import { scoresOf } from './scores.ts';

/** Treebanks that the model is not trained on but that choices were made by. */
const DEVELOPMENT = ['ewt-dev', 'gum-dev'];

/** The model's card in Markdown: what it was made of and how right it is on those treebanks that the folder has. */
export function cardOf(data: string, model: Model, bytes: number): string {
  const tables = DEVELOPMENT.flatMap((name) => {
    const file = [`${name}.conllu`, `${name}.conllu.gz`].map((end) => join(data, end)).find(existsSync);
    return file === undefined ? [] : [`### ${name}\n\n${scoresOf(file, model)}`];
  });
  return `# Card of the language model

\`language.bin.gz\` (${(bytes / 1e6).toFixed(2)} MB) tags and parses English by the rules of Universal Dependencies. \`docs/language.md\`
says how. Made by

    npm run train -- language --data FOLDER

where FOLDER has \`ewt-train.conllu.gz\` and \`gum-train.conllu.gz\`; the same data gives the same bytes, in a quarter
of an hour on one core.

## Made of

| what | licence | what of it is in the files |
| --- | --- | --- |
| Universal Dependencies English EWT, train part | CC BY-SA 4.0 | weights, words with their tags, lemmas and features |
| Universal Dependencies English GUM, train part | its open genres alone: academic and court CC BY 4.0, interview and news CC BY 2.5, bio and voyage CC BY-SA 3.0; annotations CC BY 4.0 | the same |
| \`language-clusters.json\`: classes of words counted in the two and in news (PolNeAR, AQUAINT, TimeBank, LTQA, MUC-4) | derived counts; no text is kept | classes of words |
| \`language-vectors.bin.gz\`: word vectors of our own, learned from the same texts by \`npm run train -- vectors\` | derived numbers; no text is kept | vectors of words |

## Scores

On the development parts, by which choices were made, so that other texts score a little lower. UPOS, UAS and LAS are of the treebank's
own tokens, with the tagger's tags, repairs included; LAS leaves subtypes of relations out.

${tables.join('\n\n')}

## Limits

Edited English. Prepositional phrases, conjuncts, appositions and relative clauses are the weakest relations: ask \`margin\`, or the
repairs. Verse, code and chat are not what it was made for.
`;
}
