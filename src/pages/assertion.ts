import { html } from 'hono/html';
import { correctionsOf } from '../ledger/correction-words.ts';
import type { Answered, Assertion, Entry, Question, Relation } from '../ledger/ledger.ts';
import {
  chainWords,
  dayWords,
  HEDGE_WORDS,
  intervalWords,
  RELATION_WORDS,
  STANCE_WORDS,
} from '../ledger/words.ts';
import { nameOfFile } from '../text/article.ts';
import { colourClass } from './colours.ts';
import { correctionNotes } from './corrections.ts';
import { glyph } from './glyph.ts';
import type { Html } from './html.ts';
import { clipped, count, linked, named, shown } from './shown.ts';
import type { Shown } from './view.ts';

/** So many of a list stand in the table itself; the rest unfolds. */
const AT_ONCE = 4;

/** So many claims beyond those quoted are named; the rest is counted. */
export const MOST_NAMED = 12;

/** The words around a figure, on either side, that a quotation shows at most. */
const AROUND = 400;

/** One assertion as a group of rows: what it says and how it stands, and every claim behind it in its own words. */
export function assertionRows(assertion: Assertion, question: Question, page: Shown): Html {
  const { id, on, figure, originator, when, hedges } = assertion;
  const entries = page.entriesOf.get(id) ?? [];
  const [first = '', ...others] = figure.texts;
  const colour = colourClass(page.colours, originator);
  const period = intervalWords(when);
  return html`<tbody id="a-${id}" class="${colour}"><tr><td class="day" data-label="Said"><a class="self" href="#a-${id}">${intervalWords(on) || 'undated'}</a></td>
<td data-label="Originator"><span class="dot ${colour}"></span>${linked(originator, page.links.originator(originator))}${chains(entries)}</td>
<td class="figure" data-label="Figure">${glyph(figure.bound)}<b class="number">${named(first)}</b>${others.length ? html` <span class="quiet">also ${listed(others.map((text) => html`“${named(text, 60)}”`))}</span>` : ''}${
    period
      ? html`<span class="covers quiet">${/^(from|up to) /.test(period) ? '' : 'for '}${period}</span>`
      : ''
  }</td>
<td data-label="Hedges">${hedges.map((hedge) => HEDGE_WORDS[hedge]).join(', ')}</td>
<td data-label="Carried by">${carriers(assertion, page)}</td>
<td data-label="How it stands">${relations(assertion, question, page)}${answersTo(entries, page).map((answer) => answerLine(answer, page))}${correctionNotes(correctionsOf(page.ledger.corrections, assertion.claims))}</td></tr>
<tr class="words"><td colspan="6">${wordsBehind(assertion, entries, page)}</td></tr></tbody>`;
}

/** A list of which the first few stand open. */
function listed(items: readonly Html[]): Html {
  const [open, folded] = [items.slice(0, AT_ONCE), items.slice(AT_ONCE)];
  const joined = (some: readonly Html[]): Html => html`${some.map((one, i) => html`${i ? ', ' : ''}${one}`)}`;
  return html`${joined(open)}${folded.length ? html` <details class="more"><summary>and ${folded.length} more</summary>${joined(folded)}</details>` : ''}`;
}

/** How the originator's word reached the outlets, where it went through others. */
function chains(entries: readonly Entry[]): Html | string {
  const relayed = [
    ...new Set(entries.filter(({ chain }) => chain.length > 1).map((entry) => chainWords(entry))),
  ];
  if (!relayed.length) return '';
  return html`<details class="more"><summary>relayed</summary><ul>${relayed.map((words) => html`<li>${named(words, 240)}</li>`)}</ul></details>`;
}

function carriers({ outlets }: Assertion, { links }: Shown): Html {
  const names = outlets.map((outlet) => linked(outlet, links.outlet(outlet)));
  return html`<b class="number">${outlets.length || 1}</b> <span class="quiet">${outlets.length ? listed(names) : 'capture'}</span>`;
}

function relations({ id }: Assertion, { relations }: Question, page: Shown): Html {
  const own = relations.filter(({ from, kind }) => from === id && kind !== 'part-of');
  const told = own.filter(({ kind }) => kind !== 'agrees');
  const agreeing = own.filter(({ kind }) => kind === 'agrees');
  const lines = told.map((relation) => relationLine(relation, page));
  return html`${lines.slice(0, AT_ONCE)}${folded(lines.slice(AT_ONCE), 'more')}${folded(
    agreeing.map((relation) => relationLine(relation, page)),
    agreeing.length === 1 ? 'other agrees' : 'others agree',
  )}`;
}

const folded = (lines: readonly (Html | string)[], what: string): Html | string =>
  lines.length
    ? html`<details class="more"><summary>${lines.length} ${what}</summary>${lines}</details>`
    : '';

function relationLine({ to, kind, why }: Relation, { assertions, links }: Shown): Html {
  const other = assertions.get(to);
  const target = other
    ? html`<a href="#a-${to}">${named(other.figure.texts[0] ?? '', 60)}</a> of ${named(other.originator, 60)}`
    : html`<a href="${links.assertion(to)}">another figure</a>`;
  return html`<p class="relation ${kind}"><b>${RELATION_WORDS[kind]}</b> ${target}: <span class="quiet">${shown(clipped(why, 240))}</span></p>`;
}

/** Responses that are about one of these claims. */
function answersTo(entries: readonly Entry[], { answersOf }: Shown): readonly Answered[] {
  return [...new Set(entries.flatMap(({ id }) => answersOf.get(id) ?? []))];
}

/** Who stands how to what is claimed, in their own words. */
export function answerLine({ id, name, stance, article, start, end }: Answered, page: Shown): Html {
  const words = page.articles.get(article)?.text.slice(start, end) ?? '';
  return html`<p class="answer ${stance}"><b>${named(name, 80)}</b> <a href="${page.links.claim(article, id)}">${STANCE_WORDS[stance]}</a>${
    words ? html` <q class="quiet">${named(words, 200)}</q>` : ''
  }</p>`;
}

/** Every claim behind an assertion, its figure marked in the words around it. */
function wordsBehind({ id }: Assertion, entries: readonly Entry[], page: Shown): Html {
  const correct = page.links.correct(id);
  const quoted = entries.slice(0, page.mostQuoted);
  const rest = entries.slice(page.mostQuoted);
  return html`<details><summary>The words${entries.length > 1 ? `, ${count(entries.length, 'time')}` : ''}</summary>${quoted.map(
    (entry) => quotation(entry, page),
  )}${
    rest.length
      ? html`<p class="quiet">And in ${rest.slice(0, MOST_NAMED).map((entry, i) => html`${i ? ', ' : ''}<a href="${page.links.claim(entry.article, entry.id)}">${named(outletOf(entry, page), 60)}</a>`)}${rest.length > MOST_NAMED ? ` and ${rest.length - MOST_NAMED} more` : ''}.</p>`
      : ''
  }${correct ? html`<p><a class="small" href="${correct}">correct</a></p>` : ''}</details>`;
}

const outletOf = ({ article, file }: Entry, { articles }: Shown): string =>
  articles.get(article)?.outlet ?? nameOfFile(file);

function quotation(entry: Entry, page: Shown): Html | string {
  const article = page.articles.get(entry.article);
  if (!article) return '';
  const { figure, sentence } = entry;
  const before = article.text.slice(Math.min(sentence.start, figure.start), figure.start).slice(-AROUND);
  const after = article.text.slice(figure.end, Math.max(sentence.end, figure.end)).slice(0, AROUND);
  return html`<blockquote id="c-${entry.id}"><p dir="auto">${shown(before)}<mark>${shown(figure.text)}</mark>${shown(after)}</p>
<p class="quiet">${named(chainWords(entry), 240)} · ${named(outletOf(entry, page), 60)}, ${dayWords(article.published)} · <a href="${page.quoteLink(entry)}">${named(article.title ?? article.file, 90)}</a></p></blockquote>`;
}
