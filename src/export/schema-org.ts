import type { Assertion, Question } from '../ledger/ledger.ts';
import { questionWords } from '../ledger/words.ts';
import type { SpeakerKind } from '../reading/statement.ts';
import type { Article } from '../text/article.ts';
import type { Told } from './told.ts';

/**
 * Every assertion as a schema.org Claim in JSON-LD: what is said, by whom, and in which articles it appears, the first
 * carrier apart. No rating and no review: Hearsay gives no verdict.
 */
export function schemaClaims(stories: readonly Told[]): string {
  const graph = stories.flatMap(({ ledger, articles }) => {
    const questions = new Map(ledger.questions.map((question) => [question.id, question]));
    const carriers = new Map(articles.map((article) => [article.id, article]));
    return ledger.assertions.map((assertion) =>
      claim(assertion, questions.get(assertion.question), carriers),
    );
  });
  return `${JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }, null, 2)}\n`;
}

function claim(
  assertion: Assertion,
  question: Question | undefined,
  carriers: ReadonlyMap<string, Article>,
): object {
  const { id, originator, kind, figure, on, articles } = assertion;
  const appearances = articles.flatMap((article) => carriers.get(article) ?? []).map(appearance);
  const said = on?.to ?? on?.from ?? null;
  return {
    '@type': 'Claim',
    '@id': `urn:hearsay:${id}`,
    text: `${figure.texts[0] ?? ''}: ${question ? questionWords(question) : ''}`,
    author: { '@type': authorType(kind), name: originator },
    ...(said && { datePublished: said }),
    ...(question && {
      about: { '@type': 'Event', '@id': `urn:hearsay:${question.story}`, name: questionWords(question) },
    }),
    ...(appearances[0] && { firstAppearance: appearances[0] }),
    appearance: appearances,
  };
}

const authorType = (kind: SpeakerKind): 'Person' | 'Organization' =>
  kind === 'person' || kind === 'witness' ? 'Person' : 'Organization';

const appearance = ({ id, title, url, published, outlet }: Article): object => ({
  '@type': 'NewsArticle',
  '@id': `urn:hearsay:article:${id}`,
  ...(title && { headline: title }),
  ...(url && { url }),
  ...(published && { datePublished: published }),
  ...(outlet && { publisher: { '@type': 'Organization', name: outlet } }),
});
