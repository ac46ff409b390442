import { type Article, isReport } from '../text/article.ts';
import { lexiconFiles } from '../text/lexicon.ts';

interface LanguagesFile {
  readonly read: readonly string[];
}

/** Whether there is a reader for an article's language; one that is too short to tell is read. */
export const knowsLanguage = ({ language }: Article): boolean =>
  language === 'und' || lexiconFiles<LanguagesFile>('languages').some(({ read }) => read.includes(language));

/** Whether an article is read for claims: it is a report, and in a language that there is a reader for. */
export const isRead = (article: Article): boolean => isReport(article) && knowsLanguage(article);
