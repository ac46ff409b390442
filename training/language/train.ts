import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { lexemes, type Vocabulary } from '../../src/language/lexeme.ts';
import { clusterMap, modelOf, VECTOR_FILE } from '../../src/language/model.ts';
import { relationsOf, tagKinds } from '../../src/language/relations.ts';
import { type WordVectors, wordVectorsOf } from '../../src/language/vectors.ts';
import { cardOf } from './card.ts';
import { learnClusters, readClusters, writeClusters } from './clusters.ts';
import { plainTexts } from './corpus.ts';
import { learnMorphology } from './morphology.ts';
import { bytesOf, zipped } from './pack.ts';
import { parsedOf, relationNames, type TaughtParser, trainParser } from './parsing.ts';
import { jackknifed, openTags, type TaughtTagger, tagDictionary, tagNames, trainTagger } from './tagging.ts';
import { type Gold, readTreebank } from './treebank.ts';
import { writeVectors } from './vectors.ts';

/** Sentences that a tagger has not seen get its tags for the parser to learn from; so many taggers are trained for that. */
const FOLDS = 3;
/** Word classes, learned from more text than the treebanks have: `npm run train -- clusters` renews them. */
const CLUSTERS = fileURLToPath(new URL('../../models/language-clusters.json', import.meta.url));
const VERBS = fileURLToPath(new URL('../../lexicon/verbs.json', import.meta.url));
const NAME_TAGS = ['PROPN|NNP', 'PROPN|NNPS'];

/** How many of the largest weights of each linear table are kept: as many as the size allowed has room for. */
const KEPT = { tags: 1_300_000, structure: 2_400_000, labels: 1_100_000 };

/**
 * Trains the language model on the train parts of EWT and GUM in the folder `data`, writes it to `out` and its card beside it.
 * The same data gives the same bytes.
 * @throws Error where a treebank is missing
 */
export function trainLanguage(data: string, out: string, say: (line: string) => void): void {
  const material = materialFrom(data);
  say(`${material.golds.length} sentences`);
  const { golds, tags, open, vocabulary, words } = material;
  const said = jackknifed(golds, tags, open, vocabulary, words.vectors, FOLDS);
  say('sentences tagged');
  const tagger = trainTagger(golds, tags, open, vocabulary, words.vectors, 1, said);
  say('tagger trained');
  const parser = parserFor(material, said, say);
  const bytes = packedModel(material, tagger, parser);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, bytes);
  say(`${out}: ${(bytes.length / 1e6).toFixed(1)} MB`);
  const card = out.replace(/\.bin\.gz$|$/, '.md');
  writeFileSync(card, cardOf(data, modelOf(gunzipSync(bytes), words), bytes.length));
  say(card);
}

/** What is learned from, and the names and numbers that go with it. */
export interface Material {
  readonly golds: readonly Gold[];
  readonly clusters: readonly string[];
  readonly words: WordVectors;
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly open: Uint8Array;
  readonly vocabulary: Vocabulary;
}

export function materialFrom(data: string): Material {
  const golds = ['ewt-train', 'gum-train'].flatMap((name) => readTreebank(data, name));
  const clusters = readClusters(CLUSTERS);
  const words = wordVectorsOf(gunzipSync(readFileSync(VECTOR_FILE)));
  const tags = tagNames(golds);
  const vocabulary = {
    tags: tagDictionary(golds, tags),
    clusters: clusterMap(clusters),
    vectors: words.numbers,
    nameTags: Uint8Array.from(NAME_TAGS.map((name) => tags.indexOf(name))),
  };
  return {
    golds,
    clusters,
    words,
    tags,
    relations: relationNames(golds),
    open: openTags(golds, tags),
    vocabulary,
  };
}

/** A parser that has learned from the sentences with the tags given. */
function parserFor(
  { golds, vocabulary, relations, tags, words }: Material,
  said: readonly Uint8Array[],
  say: (line: string) => void,
): TaughtParser {
  const look = lexemes(vocabulary);
  const lessons = golds.map((gold, i) =>
    parsedOf(gold, { words: gold.forms.map(look), tags: said[i]! }, relations),
  );
  return trainParser(
    lessons,
    relationsOf(relations),
    relations.indexOf('root'),
    tagKinds(tags),
    words.vectors,
    3,
    (epoch) => say(`parser: epoch ${epoch + 1} done`),
  );
}

/** Verbs that have forms of their own: base, past and participle of each. */
const irregularVerbs = (): readonly string[] =>
  (JSON.parse(readFileSync(VERBS, 'utf8')) as { readonly irregular: readonly string[] }).irregular;

/** The model file's bytes. */
export function packedModel(material: Material, tagger: TaughtTagger, parser: TaughtParser): Uint8Array {
  const { golds, tags, relations, open, clusters, vocabulary, words } = material;
  const header = {
    tags,
    relations,
    nameTags: [...vocabulary.nameTags],
    openTags: [...open],
    wordTags: Object.fromEntries([...vocabulary.tags].map(([form, can]) => [form, [...can]])),
    clusters,
    labelsOf: Object.fromEntries([...parser.labelsOf].map(([pair, of]) => [pair, [...of]])),
    morphology: learnMorphology(golds, words.numbers.keys(), irregularVerbs()),
  };
  const tables = [
    { name: 'tags', weights: tagger.weights, keep: KEPT.tags },
    { name: 'structure', weights: parser.structure, keep: KEPT.structure },
    { name: 'labels', weights: parser.labels, keep: KEPT.labels },
  ];
  return zipped(bytesOf(header, tables, { tagger: tagger.hidden, parser: parser.hidden }));
}

/** Learns word classes from the plain texts of the folder `data`, and writes them to `out`. */
export function trainClusters(data: string, out: string, say: (line: string) => void): void {
  const clusters = learnClusters(plainTexts(data));
  writeClusters(out, clusters);
  say(`${out}: ${clusters.size} words`);
}

/** Learns word vectors from the plain texts of the folder `data`, and writes them to `out`. */
export function trainVectors(data: string, out: string, say: (line: string) => void): void {
  say(`${out}: ${writeVectors(plainTexts(data), out)} vectors`);
}
