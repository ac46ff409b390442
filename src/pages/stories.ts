import { html } from 'hono/html';
import type { Question } from '../ledger/ledger.ts';
import { byWeight } from '../ledger/order.ts';
import { estimateWords, intervalWords, MEASURE_WORDS } from '../ledger/words.ts';
import type { Story } from '../stories/story.ts';
import { steps } from './document.ts';
import type { Html } from './html.ts';
import { count, named, titled } from './shown.ts';

/** A story in the list of all. */
export interface Listed {
  readonly story: Story;
  readonly outlets: number;
  readonly originators: number;
  readonly questions: readonly Question[];
}

/** How many of a story's questions stand in the list. */
const LEADING = 3;

/** All stories, the latest first. */
export function storiesBody({
  stories,
  total,
  page,
  more,
}: {
  readonly stories: readonly Listed[];
  readonly total: number;
  /** From one. */
  readonly page: number;
  readonly more: boolean;
}): Html {
  if (!total)
    return html`<h1>No story yet</h1><p class="lead">Nothing has been read into this store. <a href="/add">Add a report</a>: paste its text, give its address, or drop files. Or read a folder from the command line:</p><pre>hearsay read captures/</pre>`;
  return html`<h1>Stories</h1><p class="lead quiet">${count(total, 'story').replace(/storys$/, 'stories')}, the latest first</p>
<ol class="stories">${stories.map(storyItem)}</ol>
${steps({ label: 'Stories', previous: page > 1 ? `/?page=${page - 1}` : null, next: more ? `/?page=${page + 1}` : null, words: `Page ${page}` })}`;
}

function storyItem({ story, outlets, originators, questions }: Listed): Html {
  const { id, title, from, to, articles } = story;
  const leading = questions.toSorted(byWeight).slice(0, LEADING);
  return html`<li><div><h2><a href="/story/${id}">${titled(title)}</a></h2>
<p class="quiet">${intervalWords({ from, to }) || 'undated'} · ${count(articles.length, 'article')} · <b>${count(originators, 'originator')}</b> behind <b>${count(outlets, 'outlet')}</b></p></div>
<div>${leading.length ? html`<dl>${leading.map(leadingItem)}</dl>` : html`<p class="quiet">no figures in it</p>`}${questions.length > leading.length ? html`<p class="quiet">and ${questions.length - leading.length} more questions</p>` : ''}</div></li>`;
}

function leadingItem(question: Question): Html {
  const { measure, predicate, group, id, story } = question;
  const asked = measure === 'other' && predicate ? predicate : MEASURE_WORDS[measure];
  return html`<div><dt><a href="/story/${story}#q-${id}">${named(asked, 40)} <span class="quiet">${named(group, 48)}</span></a></dt><dd class="number">${estimateWords(question)}</dd></div>`;
}
