import { html, raw } from 'hono/html';
import type { Answered, Assertion, Entry, Ledger, Question, Relation } from '../ledger/ledger.ts';
import { bySaidDay } from '../ledger/order.ts';
import {
  chainWords,
  dayWords,
  HEDGE_WORDS,
  intervalWords,
  numberWords,
  questionWords,
  RELATION_WORDS,
  STANCE_WORDS,
  unitWords,
} from '../ledger/words.ts';
import type { Article } from '../text/article.ts';
import { chart, MARKS } from './chart.ts';
import { clipped, shown } from './shown.ts';

type Html = ReturnType<typeof html>;

/** What a question's section draws on. */
export interface Shown {
  readonly ledger: Ledger;
  readonly articles: ReadonlyMap<string, Article>;
  readonly colours: ReadonlyMap<string, number>;
}

/** One question: its estimate, its figures over time, each assertion with its words, who responds. */
export function questionSection(question: Question, page: Shown): Html {
  const byId = new Map(page.ledger.assertions.map((assertion) => [assertion.id, assertion]));
  const assertions = question.assertions.flatMap((id) => byId.get(id) ?? []).sort(bySaidDay);
  const answers = page.ledger.responses.filter((response) => response.question === question.id);
  const picture = chart(question, assertions, page.colours);
  return html`<section class="question" id="q-${question.id}" aria-labelledby="t-${question.id}">
<h2 id="t-${question.id}"><bdi>${shown(questionWords(question))}</bdi></h2>
${estimate(question)}
${picture === null ? '' : html`${raw(picture)}${legend(assertions, page.colours)}`}
<table><thead><tr><th scope="col">Said</th><th scope="col">Figure</th><th scope="col">Originator</th><th scope="col">How it stands</th></tr></thead>
<tbody>${assertions.map((assertion) => row(assertion, question, byId, page))}</tbody></table>
${answers.length ? html`<ul class="answers">${answers.map((answer) => answerItem(answer, page))}</ul>` : ''}
</section>`;
}

function estimate(question: Question): Html {
  const { low, best, high, unit, per, originators, outlets, codebook, rule } = question;
  const cell = (name: string, value: number | null): Html =>
    html`<div><dt>${name}</dt><dd class="number">${numberWords(value)}${unitWords(unit, per)}</dd></div>`;
  return html`<dl class="estimate">${cell('low', low)}${cell('best', best)}${cell('high', high)}
<div><dt>originators</dt><dd class="number">${originators}</dd></div><div><dt>outlets</dt><dd class="number">${outlets}</dd></div></dl>
<p class="quiet">Codebook ${codebook}: ${rule}</p>`;
}

function legend(assertions: readonly Assertion[], colours: ReadonlyMap<string, number>): Html {
  const bounds = [...new Set(assertions.map(({ figure }) => MARKS[figure.bound].words))];
  const glyph: Record<string, string> = {
    exact: '●',
    about: '◆',
    'at least': '▲',
    'more than': '▲',
    'at most': '▼',
    'less than': '▼',
    range: '■',
    vague: '★',
  };
  return html`<ul class="legend">${[...new Set(assertions.map(({ originator }) => originator))].map(
    (name) =>
      html`<li><span class="dot" style="--c: var(--o${colours.get(name) ?? 0})"></span><bdi>${shown(clipped(name, 60))}</bdi></li>`,
  )}${bounds.map((words) => html`<li>${glyph[words]} ${words}</li>`)}</ul>`;
}

function row(
  assertion: Assertion,
  question: Question,
  byId: ReadonlyMap<string, Assertion>,
  page: Shown,
): Html {
  const { id, on, figure, originator, when, hedges, outlets } = assertion;
  const [first = '', ...others] = figure.texts;
  const relations = question.relations.filter(({ from }) => from === id);
  return html`<tr id="a-${id}"><td class="day">${intervalWords(on) || 'undated'}</td>
<td class="figure number"><bdi>${shown(first)}</bdi>${others.length ? html`<span class="also quiet"> also ${others.slice(0, 3).map((text) => html`<bdi>“${shown(text)}”</bdi> `)}</span>` : ''}</td>
<td><span class="dot" style="--c: var(--o${page.colours.get(originator) ?? 0})"></span><bdi>${shown(originator)}</bdi></td>
<td>${hedges.length ? html`<span class="hedge">${hedges.map((hedge) => HEDGE_WORDS[hedge]).join(', ')}. </span>` : ''}${intervalWords(when) ? html`For ${intervalWords(when)}. ` : ''}Carried by ${outlets.length ? outlets.map((outlet, i) => html`${i ? ', ' : ''}<bdi>${shown(outlet)}</bdi>`) : 'one capture'}.
${relations.map((relation) => relationLine(relation, byId))}${wordsBehind(assertion, page)}</td></tr>`;
}

function relationLine({ to, kind, why }: Relation, byId: ReadonlyMap<string, Assertion>): Html | string {
  const other = byId.get(to);
  if (!other) return '';
  return html`<span class="relation quiet${kind === 'differs' ? ' differs' : ''}">${RELATION_WORDS[kind]} <a href="#a-${to}"><bdi>${shown(other.figure.texts[0] ?? '')}</bdi></a> of <bdi>${shown(other.originator)}</bdi>: ${why}</span>`;
}

/** Every claim behind an assertion, its figure marked in the words around it. */
function wordsBehind({ claims }: Assertion, { ledger, articles }: Shown): Html {
  const inside = new Set(claims);
  const entries = ledger.entries.filter((entry) => inside.has(entry.id));
  return html`<details><summary>${entries.length === 1 ? 'The words' : `The words, ${entries.length} times`}</summary>${entries.map(
    (entry) => quotation(entry, articles.get(entry.article)),
  )}</details>`;
}

function quotation(entry: Entry, article: Article | undefined): Html | string {
  if (!article) return '';
  const { figure, sentence } = entry;
  const before = article.text.slice(Math.min(sentence.start, figure.start), figure.start).slice(-600);
  const after = article.text.slice(figure.end, Math.max(sentence.end, figure.end)).slice(0, 600);
  return html`<blockquote id="c-${entry.id}"><p dir="auto">${shown(before)}<mark>${shown(figure.text)}</mark>${shown(after)}</p>
<p class="quiet"><bdi>${shown(chainWords(entry))}</bdi> · <bdi>${shown(article.outlet ?? article.file)}</bdi>, ${dayWords(article.published)} · <a href="#r-${article.id}">${shown(article.file)}</a> at ${figure.start}</p></blockquote>`;
}

function answerItem({ name, stance, article, start, end }: Answered, { articles }: Shown): Html {
  const words = articles.get(article)?.text.slice(start, end) ?? '';
  return html`<li><b><bdi>${shown(name)}</bdi></b> ${STANCE_WORDS[stance]} <span class="quiet">“<bdi>${shown(clipped(words, 200))}</bdi>”</span></li>`;
}
