import { html } from 'hono/html';
import { CORRECTION_WORDS } from '../ledger/correction-words.ts';
import type { Assertion, Entry, Ledger, Question } from '../ledger/ledger.ts';
import { dayWords, intervalWords, questionWords } from '../ledger/words.ts';
import type { Claim } from '../reading/claim.ts';
import { type Article, nameOfFile } from '../text/article.ts';
import type { Correction } from '../text/correction.ts';
import type { Html } from './html.ts';
import { count, named, shown, titled } from './shown.ts';

/** What the user's corrections say, wherever they bear on something: always marked as the user's. */
export function correctionNotes(corrections: readonly Correction[]): Html | string {
  if (!corrections.length) return '';
  return html`${corrections.map(
    ({ id, kind, note }) =>
      html`<p class="yours"><a href="/corrections#x-${id}">as you corrected</a>: ${CORRECTION_WORDS[kind]}${note ? html` <span class="quiet">“${named(note, 200)}”</span>` : ''}</p>`,
  )}`;
}

/** Claims that the user marked wrong: they answer nothing, and are not lost. */
export function rejectedList(rejected: readonly Claim[]): Html | string {
  if (!rejected.length) return '';
  return html`<section class="rejected" aria-labelledby="rejected"><h2 id="rejected">Marked wrong by you</h2><ul>${rejected.map(
    ({ id, article, figure, counted, originator }) =>
      html`<li><a href="/article/${article}#c-${id}">${named(figure.text, 60)}</a> ${named(counted.group, 80)} <span class="quiet">${named(originator, 80)}</span></li>`,
  )}</ul><p><a href="/corrections">All corrections</a></p></section>`;
}

/** Every correction, those undone included. */
export function correctionsBody(corrections: readonly Correction[]): Html {
  if (!corrections.length)
    return html`<h1>Corrections</h1><p class="lead">None yet. Where a ledger is wrong, “correct” beside an assertion and “correct this story” at its foot put it right; what was read stays as it is.</p>`;
  return html`<h1>Corrections</h1><p class="lead quiet">Yours: ${count(corrections.length, 'correction')}. Each holds when more reports arrive, and can be undone. <a href="/corrections.jsonl">Export</a></p>
<table class="corrections"><thead><tr><th scope="col">Made</th><th scope="col">What</th><th scope="col">Note</th><th scope="col">Bears on</th><th scope="col">State</th></tr></thead><tbody>${corrections.toReversed().map(correctionRow)}</tbody></table>`;
}

function correctionRow({ id, kind, note, at, articles, undone }: Correction): Html {
  return html`<tr id="x-${id}"${undone ? html` class="undone"` : ''}><td class="day" data-label="Made">${dayWords(at.slice(0, 10))}</td><td data-label="What">${CORRECTION_WORDS[kind]}</td><td data-label="Note">${named(note, 400)}</td>
<td data-label="Bears on"><a href="/article/${articles[0]}">${count(articles.length, 'article')}</a></td><td data-label="State">${
    undone
      ? html`<span class="quiet">undone ${dayWords(undone.slice(0, 10))}</span>`
      : html`<form method="post" action="/corrections/${id}/undo"><button>Undo</button></form>`
  }</td></tr>`;
}

const noteField = (): Html =>
  html`<label>Why <span class="quiet">for those who read it later</span><input name="note" maxlength="2000"></label>`;

/** What may be put right about one assertion. */
export function correctAssertionBody({
  assertion,
  question,
  entries,
  originators,
  articles,
}: {
  readonly assertion: Assertion;
  readonly question: Question;
  readonly entries: readonly Entry[];
  /** Other originators of the story, each with one of its claims. */
  readonly originators: readonly { readonly name: string; readonly claim: string }[];
  readonly articles: ReadonlyMap<string, Article>;
}): Html {
  const words = (entry: Entry): Html => {
    const article = articles.get(entry.article);
    const { figure, sentence } = entry;
    const before =
      article?.text.slice(Math.min(sentence.start, figure.start), figure.start).slice(-200) ?? '';
    const after = article?.text.slice(figure.end, Math.max(sentence.end, figure.end)).slice(0, 200) ?? '';
    return html`<bdi>${shown(before)}<mark>${shown(figure.text)}</mark>${shown(after)}</bdi> <span class="quiet">${named(article?.outlet ?? nameOfFile(entry.file), 60)}</span>`;
  };
  const pick = (type: 'radio' | 'checkbox', checked: boolean): Html =>
    html`${entries.map((entry) => html`<label class="pick"><input type="${type}" name="claim" value="${entry.id}"${checked ? html` checked` : ''}${type === 'radio' ? html` required` : ''}><span>${words(entry)}</span></label>`)}`;
  return html`<h1>Correct</h1><p class="lead"><b>${named(assertion.figure.texts[0] ?? '', 60)}</b> ${named(questionWords(question), 160)} <span class="quiet">— ${named(assertion.originator, 100)}, ${intervalWords(assertion.on) || 'undated'}</span> <a href="/assertion/${assertion.id}">back to the ledger</a></p>
<div class="ways"><form method="post" action="/corrections"><h2>A claim is wrong</h2><p class="quiet small">It answers no question any more and is listed as marked by you.</p><input type="hidden" name="kind" value="wrong-claim">${pick('radio', false)}${noteField()}<button>Mark it wrong</button></form>
${
  originators.length
    ? html`<form method="post" action="/corrections"><h2>It is the same originator as…</h2><input type="hidden" name="kind" value="join-originators"><input type="hidden" name="claim" value="${assertion.claims[0]}"><label>Originator<select name="claim">${originators.map(({ name, claim }) => html`<option value="${claim}">${shown(name).slice(0, 100)}</option>`)}</select></label>${noteField()}<button>Make them one</button></form>`
    : ''
}
<form method="post" action="/corrections"><h2>It is another originator’s</h2><p class="quiet small">The claims ticked are parted from the other claims of ${named(assertion.originator, 80)}.</p><input type="hidden" name="kind" value="part-originator">${pick('checkbox', true)}${noteField()}<button>Part them</button></form></div>`;
}

/** What may be put right about a story. */
export function correctStoryBody(
  { story }: Pick<Ledger, 'story'>,
  articles: readonly Article[],
  others: readonly { readonly id: string; readonly title: string }[],
): Html {
  return html`<h1>Correct this story</h1><p class="lead"><a href="/story/${story.id}">${titled(story.title)}</a></p>
<div class="ways"><form method="post" action="/corrections"><h2>It is one story with…</h2><input type="hidden" name="kind" value="merge-stories"><input type="hidden" name="story" value="${story.id}">
<label>Another story <span class="quiet">choose, or paste its address</span><input name="story" list="others" required></label><datalist id="others">${others.map(({ id, title }) => html`<option value="${id}">${shown(title).slice(0, 120)}</option>`)}</datalist>${noteField()}<button>Make them one</button></form>
<form method="post" action="/corrections"><h2>These articles are a story of their own</h2><input type="hidden" name="kind" value="split-story"><input type="hidden" name="story" value="${story.id}">${articles.map(
    ({ id, title, outlet, file, published }) =>
      html`<label class="pick"><input type="checkbox" name="article" value="${id}"><span>${titled(title, 140)} <span class="quiet">${named(outlet ?? nameOfFile(file), 60)}, ${dayWords(published)}</span></span></label>`,
  )}${noteField()}<button>Split them off</button></form></div>`;
}
