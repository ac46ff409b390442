import { html } from 'hono/html';
import type { Question } from '../ledger/ledger.ts';
import { bySaidDay } from '../ledger/order.ts';
import {
  intervalWords,
  MEASURE_WORDS,
  numberWords,
  questionWords,
  SCOPE_WORDS,
  unitWords,
} from '../ledger/words.ts';
import { answerLine, assertionRows } from './assertion.ts';
import { chart } from './chart.ts';
import type { Html } from './html.ts';
import { clipped, count, named, shown } from './shown.ts';
import type { Shown } from './view.ts';

/** One question: its numbers by each codebook, its figures over time, each assertion with its words, who responds. */
export function questionSection(question: Question, page: Shown): Html {
  const assertions = (page.byQuestion.get(question.id) ?? []).toSorted(bySaidDay);
  const { colours, carried, rows } = page;
  const inTable = assertions.slice(rows.from, rows.from + rows.most);
  const left = assertions.length - inTable.length;
  return html`<section class="question" id="q-${question.id}" aria-labelledby="t-${question.id}">
<h3 id="t-${question.id}"><a class="self" href="#q-${question.id}">${titleOf(question)}</a></h3>
${facts(question, page)}${numbers(question, page)}
${chart({ question, assertions, colours, carried }) ?? ''}
<table class="assertions"><caption class="away">What is asserted of: ${named(questionWords(question), 200)}</caption>
<thead><tr><th scope="col">Said</th><th scope="col">Originator</th><th scope="col">Figure</th><th scope="col">Hedges</th><th scope="col">Carried by</th><th scope="col">How it stands</th></tr></thead>
${inTable.map((assertion) => assertionRows(assertion, question, page))}</table>${left > 0 ? html`<p><a href="/story/${question.story}?question=${question.id}">All ${assertions.length} assertions of this question</a></p>` : ''}
${unplacedAnswers(question, page)}</section>`;
}

function titleOf({ measure, predicate, group, place }: Question): Html {
  const asked = measure === 'other' && predicate ? predicate : MEASURE_WORDS[measure];
  return html`<b>${named(asked, 60)}</b> ${named(group, 120)}${place ? html`, ${named(place, 80)}` : ''}`;
}

/** Wider questions that are named. */
const MOST_WIDER = 2;

function facts(question: Question, page: Shown): Html {
  const { scope, when, originators, outlets, relations } = question;
  const differing = relations.filter(({ kind }) => kind === 'differs').length;
  const wider = relations.filter(({ kind }) => kind === 'part-of').slice(0, MOST_WIDER);
  return html`<ul class="facts"><li>${SCOPE_WORDS[scope]}${intervalWords(when) ? `, ${intervalWords(when)}` : ''}</li>
<li><b>${count(originators, 'originator')}</b> behind <b>${count(outlets, 'outlet')}</b></li>${
    differing ? html`<li class="differs"><b>${count(differing, 'conflict')}</b></li>` : ''
  }${wider.map(({ to, why }) => html`<li>part of <a href="${hrefOf(to, page)}">a wider question</a>: ${shown(clipped(why, 160))}</li>`)}</ul>`;
}

/** The question of an assertion that may stand on another page. */
function hrefOf(assertion: string, { assertions, links }: Shown): string {
  const here = assertions.get(assertion);
  return here ? `#q-${here.question}` : links.assertion(assertion);
}

/** Low, best and high by each codebook; the page's switch shows one of them. */
function numbers(question: Question, { codebooks }: Shown): Html {
  const unit = unitWords(question.unit, question.per);
  return html`${codebooks.map(({ name, estimates }, i) => {
    const { low, best, high, rule } = estimates.get(question.id) ?? question;
    const cell = (term: string, value: number | null): Html =>
      html`<div class="${term}"><dt>${term}</dt><dd class="number">${numberWords(value)}${value === null ? '' : unit}</dd></div>`;
    return html`<div class="by by${i}"><dl class="estimate">${cell('low', low)}${cell('best', best)}${cell('high', high)}</dl><p class="quiet rule">${shown(rule.startsWith(name) ? rule : `${name}: ${rule}`)}</p></div>`;
  })}`;
}

/** Responses that are about the question, but about none of its claims on the page. */
function unplacedAnswers({ id }: Question, page: Shown): Html | string {
  const { responses, entries } = page.ledger;
  const here = new Set(entries.map((entry) => entry.id));
  const left = responses.filter(
    ({ question, claims }) => question === id && !claims.some((one) => here.has(one)),
  );
  return left.length
    ? html`<div class="answers">${left.map((answer) => answerLine(answer, page))}</div>`
    : '';
}
