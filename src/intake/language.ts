import { eld } from 'eld/small';

/** Enough to tell a language; more takes time and adds nothing. */
const SAMPLE = 1200;
/** Fewer letters than this are told by nobody. */
const LEAST = 20;

/** The ISO 639-1 code of the language that a text is in, `und` where it cannot be told. */
export function languageOf(text: string): string {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < LEAST) return 'und';
  const result = eld.detect(sample);
  return result.language && (result.isReliable() || sample.length > 60) ? result.language : 'und';
}
