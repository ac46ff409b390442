import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lexemes } from '../../src/language/lexeme.ts';
import { clusterMap } from '../../src/language/model.ts';
import { relationsOf, tagKinds } from '../../src/language/relations.ts';
import { learnClusters, readClusters, writeClusters } from './clusters.ts';
import { plainTexts } from './corpus.ts';
import { learnMorphology } from './morphology.ts';
import { bytesOf, zipped } from './pack.ts';
import { parsedOf, relationNames, trainParser } from './parsing.ts';
import { jackknifed, openTags, tagDictionary, tagNames, trainTagger } from './tagging.ts';
import { readTreebank } from './treebank.ts';

/** Sentences that a tagger has not seen get its tags for the parser to learn from; so many taggers are trained for that. */
const FOLDS = 4;
/** Word classes, learned from more text than the treebanks have: `npm run train -- clusters` renews them. */
const CLUSTERS = fileURLToPath(new URL('../../models/language-clusters.json', import.meta.url));
const NAME_TAGS = ['PROPN|NNP', 'PROPN|NNPS'];

/**
 * Trains the language model on the train parts of EWT and GUM in the folder `data`, and writes it to `out`. The same
 * data gives the same bytes.
 * @throws Error where a treebank is missing
 */
export function trainLanguage(data: string, out: string, say: (line: string) => void): void {
  const golds = ['ewt-train', 'gum-train'].flatMap((name) => readTreebank(data, name));
  say(`${golds.length} sentences`);
  const clusters = readClusters(CLUSTERS);
  const tags = tagNames(golds);
  const open = openTags(golds, tags);
  const wordTags = tagDictionary(golds, tags);
  const nameTags = Uint8Array.from(NAME_TAGS.map((name) => tags.indexOf(name)));
  const vocabulary = {
    tags: wordTags,
    clusters: clusterMap(clusters),
    vectors: new Map<string, number>(),
    nameTags,
  };
  const tagger = trainTagger(golds, tags, open, vocabulary, 1);
  say('tagger trained');
  const said = jackknifed(golds, tags, open, vocabulary, FOLDS);
  say('sentences tagged');
  const relations = relationNames(golds);
  const look = lexemes(vocabulary);
  const lessons = golds.map((gold, i) =>
    parsedOf(gold, { words: gold.forms.map(look), tags: said[i]! }, relations),
  );
  const parser = trainParser(
    lessons,
    relationsOf(relations),
    relations.indexOf('root'),
    tagKinds(tags),
    3,
    (_, epoch) => say(`parser: epoch ${epoch + 1} done`),
  );
  const header = {
    tags,
    relations,
    nameTags: [...nameTags],
    openTags: [...open],
    wordTags: Object.fromEntries([...wordTags].map(([form, can]) => [form, [...can]])),
    clusters,
    morphology: learnMorphology(golds),
  };
  const bytes = zipped(
    bytesOf(header, [
      { name: 'tags', weights: tagger.weights, least: 0.02, grain: 3 },
      { name: 'structure', weights: parser.structure, least: 0.005, grain: 3 },
      { name: 'labels', weights: parser.labels, least: 0.02, grain: 3 },
    ]),
  );
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, bytes);
  say(`${out}: ${(bytes.length / 1e6).toFixed(1)} MB`);
}

/** Learns word classes from the plain texts of the folder `data`, and writes them to `out`. */
export function trainClusters(data: string, out: string, say: (line: string) => void): void {
  const clusters = learnClusters(plainTexts(data));
  writeClusters(out, clusters);
  say(`${out}: ${clusters.size} words`);
}
