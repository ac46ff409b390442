import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SpeakerKind } from '../reading/statement.ts';
import { lexiconFiles } from '../text/lexicon.ts';

/** How `best` is drawn from the assertions that stand. `none`: the codebook draws no best. */
export type BestRule = 'latest-best-placed' | 'lowest-unless-corroborated' | 'none';

/** A named set of coding rules, as `lexicon/codebooks/<name>.json` holds them. */
export interface Codebook {
  readonly name: string;
  readonly title: string;
  /** Where the rules are published. */
  readonly source: string;
  /** Vague words and the numbers between which they count; words that it lacks are taken from `plain`. */
  readonly vague: Readonly<Record<string, readonly [number, number]>>;
  /** The same for questions in which another assertion reaches `from`. */
  readonly large?: {
    readonly from: number;
    readonly vague: Readonly<Record<string, readonly [number, number]>>;
  };
  /** What "casualties" alone surely says: how many of them count as killed. `null`: nothing is said of it. */
  readonly casualtiesKilled: number | null;
  readonly best: BestRule;
  /** Kinds of speakers from the best placed to the worst; kinds in one list are equals. */
  readonly placed: readonly (readonly SpeakerKind[])[];
  /** Kinds whose figures draw low and high only where no other kind gives any. */
  readonly unreliable: readonly SpeakerKind[];
  /** What the rules are called where a number names its rule. */
  readonly rules: Readonly<Record<'low' | 'best' | 'high' | 'single', string>>;
  /** Whether questions are graded by originators, as Airwars does. */
  readonly graded: boolean;
}

/** The codebook used where none is asked for. */
export const DEFAULT_CODEBOOK = 'plain';

/**
 * A codebook by name: a shipped one, or one of a lexicon folder that the user added.
 * @throws Error listing the shipped names where there is none of that name
 */
export function loadCodebook(name: string): Codebook {
  if (!/^[\w-]+$/.test(name)) throw unknown(name);
  try {
    return lexiconFiles<Codebook>(`codebooks/${name}`).at(-1)!;
  } catch (error) {
    if (/^no lexicon file/.test((error as Error).message)) throw unknown(name);
    throw error;
  }
}

/** Names of the shipped codebooks, the default first. */
export function codebookNames(): readonly string[] {
  const folder = fileURLToPath(new URL('../../lexicon/codebooks/', import.meta.url));
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.json') ? file.slice(0, -5) : []));
  return [DEFAULT_CODEBOOK, ...names.filter((name) => name !== DEFAULT_CODEBOOK).sort()];
}

const unknown = (name: string): Error =>
  new Error(`no codebook ${JSON.stringify(name)}; choose one of ${codebookNames().join(', ')}`);
