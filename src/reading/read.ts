import { analyse } from '../language/analyse.ts';
import type { Article } from '../text/article.ts';
import { piecesOf } from '../text/posts.ts';
import type { Span } from '../text/span.ts';
import { readClaims } from './claims.ts';
import { readFigures } from './figures.ts';
import { isRead } from './languages.ts';
import type { Reading } from './reading.ts';
import { withReplaced } from './replaces.ts';
import { withDenials } from './responses/denied.ts';
import { readResponses } from './responses.ts';
import { readSingles } from './singles.ts';
import { readStatements } from './statements.ts';
import { readTimes } from './times.ts';

/**
 * All that one article says, each stage from those before it. A pure function of the article and the lexicons. Each post of a
 * live blog is read as a piece of its own, on its own day. Of a page that is no report, and of an article in a language that has no reader, nothing is read.
 */
export function readArticle(article: Article): Reading {
  if (!isRead(article))
    return { article, sentences: [], figures: [], times: [], statements: [], claims: [], responses: [] };
  const pieces = piecesOf(article);
  if (pieces.length === 1) return readPiece(pieces[0]!);
  const read = pieces.map(readPiece);
  return {
    article,
    sentences: read.flatMap(({ sentences }) => sentences).sort(byStart),
    figures: read.flatMap(({ figures }) => figures).sort(byStart),
    times: read.flatMap(({ times }) => times).sort(byStart),
    statements: read
      .flatMap(({ statements }) => statements)
      .sort((a, b) => a.cue[0]!.start - b.cue[0]!.start),
    claims: read.flatMap(({ claims }) => claims).sort((a, b) => a.figure.start - b.figure.start),
    responses: read.flatMap(({ responses }) => responses).sort(byStart),
  };
}

const byStart = (a: Span, b: Span): number => a.start - b.start;

function readPiece(article: Article): Reading {
  const sentences = analyse(article);
  const figures = readFigures(article.text, sentences);
  const times = readTimes(article.text, sentences, article.published);
  const statements = readStatements(article, sentences, times);
  const stated = withReplaced(readClaims({ article, sentences, figures, times, statements }), article.text);
  const responses = readResponses(article, sentences, statements, stated);
  const figured = withDenials(stated, responses);
  const singles = readSingles({ article, sentences, times, statements }, figured);
  const claims = singles.length
    ? [...figured, ...singles].sort((a, b) => a.figure.start - b.figure.start)
    : figured;
  return { article, sentences, figures, times, statements, claims, responses };
}
