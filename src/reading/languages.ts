import type { Article } from '../text/article.ts';
import { lexiconFiles } from '../text/lexicon.ts';

interface LanguagesFile {
  readonly read: readonly string[];
}

/** Whether there is a reader for an article's language; one that is too short to tell is read. */
export const isRead = ({ language }: Article): boolean =>
  language === 'und' || lexiconFiles<LanguagesFile>('languages').some(({ read }) => read.includes(language));
