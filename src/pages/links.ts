/** Where things stand: inside the one file of a report, or at the addresses of the server. */
export interface Links {
  readonly story: (story: string) => string | null;
  readonly article: (article: string) => string;
  /** The words of a claim in its article. */
  readonly claim: (article: string, claim: string) => string;
  /** An assertion that is not on the page. */
  readonly assertion: (assertion: string) => string;
  /** All that an originator says; `null` where there is no such page. */
  readonly originator: (name: string) => string | null;
  readonly outlet: (name: string) => string | null;
}

/** Links within one file. */
export const WITHIN: Links = {
  story: () => null,
  article: (article) => `#r-${article}`,
  claim: (_article, claim) => `#c-${claim}`,
  assertion: (assertion) => `#a-${assertion}`,
  originator: () => null,
  outlet: () => null,
};
