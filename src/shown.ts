import type { Codebook } from './ledger/codebook.ts';
import type { Ledger } from './ledger/ledger.ts';
import { ledgerOf } from './pipeline.ts';
import type { Store } from './store/store.ts';

/** A story's ledger by a codebook: as stored for `plain`, drawn anew from the stored claims for any other. */
export function shownLedger(store: Store, story: string, codebook: Codebook): Ledger {
  const stored = store.ledger(story);
  if (stored.questions.every((question) => question.codebook === codebook.name)) return stored;
  return ledgerOf(
    stored.story,
    stored.story.articles.map((id) => store.article(id)),
    stored,
    codebook,
  );
}
