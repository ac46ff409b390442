/** Where things stand: inside the one file of a report, or at the addresses of the server. */
export interface Links {
  readonly story: (story: string) => string | null;
  readonly article: (article: string) => string;
  /** The words of a claim in its article. */
  readonly claim: (article: string, claim: string) => string;
  /** An assertion that is not on the page. */
  readonly assertion: (assertion: string) => string;
  /** Where an assertion is put right; `null` where that cannot be done. */
  readonly correct: (assertion: string) => string | null;
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
  correct: () => null,
  originator: () => null,
  outlet: () => null,
};

/** Links between the pages of the server. */
export const SITE: Links = {
  story: (story) => `/story/${story}`,
  article: (article) => `/article/${article}`,
  claim: (article, claim) => `/article/${article}#c-${claim}`,
  assertion: (assertion) => `/assertion/${assertion}`,
  correct: (assertion) => `/correct/assertion/${assertion}`,
  originator: (name) => `/search?${new URLSearchParams({ originator: name })}`,
  outlet: (name) => `/search?${new URLSearchParams({ outlet: name })}`,
};
