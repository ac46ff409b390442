import type { Answered, Entry } from '../ledger/ledger.ts';
import { chainWords, HEDGE_WORDS, intervalWords, MEASURE_WORDS, STANCE_WORDS } from '../ledger/words.ts';
import type { Article } from '../text/article.ts';
import type { Span } from '../text/span.ts';
import type { Told } from './told.ts';

/** Code points of context on either side of a quotation. */
const CONTEXT = 32;

/**
 * Every claim and response as a W3C Web Annotation (Recommendation of 23 February 2017) on the words that say it, by
 * TextQuoteSelector and TextPositionSelector; one AnnotationPage as JSON-LD. Positions count Unicode code points of the
 * article's text, as the model asks.
 */
export function webAnnotations(stories: readonly Told[]): string {
  const items = stories.flatMap(({ ledger, articles }) => {
    const texts = new Map(articles.map((article) => [article.id, textOf(article)]));
    const on = (id: string): Text | undefined => texts.get(id);
    return [
      ...ledger.entries.flatMap((entry) =>
        annotation(entry.id, entry.figure, on(entry.article), claimWords(entry)),
      ),
      ...ledger.responses.flatMap((response) =>
        annotation(response.id, response, on(response.article), responseWords(response)),
      ),
    ];
  });
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:hearsay:annotations',
    type: 'AnnotationPage',
    items,
  };
  return `${JSON.stringify(page, null, 2)}\n`;
}

interface Text {
  readonly article: Article;
  readonly positionAt: (offset: number) => number;
}

/** An article with the code points before each offset: the same as the offset where no character needs two units. */
function textOf(article: Article): Text {
  const { text } = article;
  const pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(({ index }) => index);
  return {
    article,
    positionAt: (offset) => offset - pairs.filter((at) => at < offset).length,
  };
}

function annotation(
  id: string,
  { start, end }: Span,
  text: Text | undefined,
  words: string,
): readonly object[] {
  if (!text) return [];
  const { article, positionAt } = text;
  const exact = article.text.slice(start, end);
  return [
    {
      id: `urn:hearsay:${id}`,
      type: 'Annotation',
      motivation: 'describing',
      body: {
        type: 'TextualBody',
        value: words,
        format: 'text/plain',
        language: 'en',
        purpose: 'describing',
      },
      target: {
        source: sourceOf(article),
        selector: [
          {
            type: 'TextQuoteSelector',
            exact,
            prefix: [...article.text.slice(Math.max(0, start - 2 * CONTEXT), start)].slice(-CONTEXT).join(''),
            suffix: [...article.text.slice(end, end + 2 * CONTEXT)].slice(0, CONTEXT).join(''),
          },
          { type: 'TextPositionSelector', start: positionAt(start), end: positionAt(end) },
        ],
      },
    },
  ];
}

/** The article's text; where it was published, if that is known, is its source in turn. */
const sourceOf = ({ id, url, language }: Article): object => ({
  id: `urn:hearsay:article:${id}`,
  type: 'Text',
  format: 'text/plain',
  ...(language !== 'und' && { language }),
  ...(url && { 'dcterms:source': url }),
});

function claimWords(entry: Entry): string {
  const { measure, predicate, counted, place, hedges, on, when } = entry;
  const asked = measure === 'other' && predicate ? predicate : MEASURE_WORDS[measure];
  return [
    [asked, counted.group, place?.name].filter(Boolean).join(', '),
    `said by ${chainWords(entry)}${on ? ` (${intervalWords(on)})` : ''}`,
    ...(when ? [`about ${intervalWords(when)}`] : []),
    ...hedges.map((hedge) => HEDGE_WORDS[hedge]),
  ].join('; ');
}

const responseWords = ({ name, stance }: Answered): string => `${name} ${STANCE_WORDS[stance]}`;
