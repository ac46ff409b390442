import { html } from 'hono/html';
import type { Assertion, Entry } from '../ledger/ledger.ts';
import { chainWords, dayWords, HEDGE_WORDS, MEASURE_WORDS, STANCE_WORDS } from '../ledger/words.ts';
import type { Claim, Response } from '../reading/claim.ts';
import type { Statement } from '../reading/statement.ts';
import type { Time } from '../reading/time.ts';
import type { Differences } from '../stories/differences.ts';
import type { Copy, Story } from '../stories/story.ts';
import { type Article, nameOfFile } from '../text/article.ts';
import type { Html } from './html.ts';
import type { Layer } from './segments.ts';
import { clipped, count, named, shown, titled } from './shown.ts';
import { partAt, partsOf, textPart } from './text.ts';

/** Another carrier of the article's text. */
export interface Carrier {
  readonly copy: Copy;
  readonly article: Article;
}

/** What an article's page shows. */
export interface ArticleView {
  readonly article: Article;
  readonly files: readonly string[];
  readonly story: Story | null;
  readonly claims: readonly Claim[];
  readonly responses: readonly Response[];
  /** By claim. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly assertions: ReadonlyMap<string, Assertion>;
  /** `null` where the article is too long to be read again for a page. */
  readonly statements: readonly Statement[] | null;
  readonly times: readonly Time[];
  /** The articles that its text was taken from, and those that took it from here. */
  readonly takenFrom: readonly Carrier[];
  readonly takenBy: readonly Carrier[];
  /** Against the first carrier: what only that one has, and what only this one has. */
  readonly against: { readonly first: Article; readonly differences: Differences } | null;
  /** Which part of a long text, from zero. */
  readonly part: number;
}

/** An article: what was captured, what was kept and read of it, and whose text it is. */
export function articleBody(view: ArticleView): Html {
  const { article } = view;
  const parts = partsOf(article);
  const part = Math.min(view.part, parts.length - 1);
  const layers = layersOf(view);
  return html`${head(view)}${lineage(view)}
<form class="layers" aria-label="What is marked">${LAYERS.map(
    ([kind, words]) =>
      html`<label class="l-${kind}"><input type="checkbox" id="show-${kind}" checked> ${words}</label>`,
  )}${view.statements === null ? html`<span class="quiet">statements and times are not marked in texts this long</span>` : ''}</form>
${pager(article.id, part, parts.length)}
<div class="reading">${textPart(article, parts[part]!, layers)}${readings(view, (offset) => partAt(parts, offset), part)}</div>
${pager(article.id, part, parts.length)}`;
}

const LAYERS = [
  ['claim', 'claims'],
  ['speaker', 'speakers'],
  ['statement', 'statements'],
  ['time', 'times'],
  ['response', 'responses'],
] as const;

const NO_REPORT = {
  wall: 'this is a consent, login or robot check, not the report',
  error: 'this page tells of an error, it is no report',
} as const;

const BASIS = { stated: 'as it states', given: 'as given', inferred: 'inferred from its siblings' } as const;

function head({ article, files, story }: ArticleView): Html {
  const { title, outlet, byline, published, publishedBasis, dateline, credits, language, url, file, state } =
    article;
  const facts = [
    ['Outlet', outlet ?? nameOfFile(file)],
    ['Published', `${dayWords(published)}${publishedBasis ? `, ${BASIS[publishedBasis]}` : ''}`],
    ['By', byline],
    ['Dateline', dateline],
    [
      'Credits',
      credits
        .filter(({ role }) => role !== 'byline')
        .map(({ name, role }) => `${name} (${role})`)
        .join(', '),
    ],
    ['Language', language === 'en' ? null : `${language}: not read`],
    ['Partial', state === 'stub' ? 'the rest is for subscribers; what is shown was read' : null],
    ['Not read', state && state !== 'stub' ? NO_REPORT[state] : null],
    ['Captured as', files.join(', ')],
  ] as const;
  return html`<header class="story"><h1>${titled(title, 300)}</h1><dl class="about">${facts.map(
    ([term, words]) => (words ? html`<div><dt>${term}</dt><dd>${named(words, 300)}</dd></div>` : ''),
  )}${isWeb(url) ? html`<div><dt>Address</dt><dd><a href="${url}" rel="noreferrer nofollow">${named(url, 90)}</a></dd></div>` : ''}${
    story
      ? html`<div><dt>Story</dt><dd><a href="/story/${story.id}">${titled(story.title, 160)}</a></dd></div>`
      : ''
  }</dl></header>`;
}

/** Only addresses of the web are links: a capture may hold `javascript:` ones. */
const isWeb = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url);

const COPY_WORDS = {
  'near-duplicate': 'nearly the same text',
  wire: 'the same wire text',
  excerpt: 'a long excerpt',
} as const;

function lineage({ takenFrom, takenBy, against }: ArticleView): Html | string {
  if (!takenFrom.length && !takenBy.length) return '';
  const line = ({ copy, article }: Carrier): Html =>
    html`<li><a href="/article/${article.id}">${named(article.outlet ?? nameOfFile(article.file), 80)}</a>, ${dayWords(article.published)} <span class="quiet">${copy.revision ? 'an earlier or later version of its own; ' : ''}${COPY_WORDS[copy.kind]}, ${Math.round(copy.overlap * 100)}% of the shorter</span></li>`;
  return html`<section class="lineage" aria-labelledby="lineage"><h2 id="lineage">Whose text it is</h2>${
    takenFrom.length
      ? html`<p>Its text came from</p><ul>${takenFrom.map(line)}</ul>`
      : html`<p>As far as is known it is the first to carry its text.</p>`
  }${takenBy.length ? html`<p>Carried again by</p><ul>${takenBy.map(line)}</ul>` : ''}${against ? differing(against) : ''}</section>`;
}

function differing({
  first,
  differences: { onlyFirst, onlySecond },
}: NonNullable<ArticleView['against']>): Html {
  const name = named(first.outlet ?? nameOfFile(first.file), 80);
  if (!onlyFirst.length && !onlySecond.length)
    return html`<p>It says the same as <a href="/article/${first.id}">${name}</a>, sentence for sentence.</p>`;
  return html`<p>Against <a href="/article/${first.id}">${name}</a>: <span class="l-added">${count(onlySecond.length, 'sentence')} of its own</span>, marked below, and ${count(onlyFirst.length, 'sentence')} left out.</p>${
    onlyFirst.length
      ? html`<details><summary>What it left out</summary><ul>${onlyFirst.slice(0, 40).map((span) => html`<li>${named(first.text.slice(span.start, span.end), 400)}</li>`)}</ul></details>`
      : ''
  }`;
}

function layersOf(view: ArticleView): readonly Layer[] {
  const { claims, responses, statements, times, against } = view;
  const spans = <T>(some: readonly T[], layers: (one: T) => readonly Layer[]): readonly Layer[] =>
    some.flatMap(layers);
  return [
    ...(against?.differences.onlySecond ?? []).map(
      (span): Layer => ({
        ...span,
        kind: 'added',
        title: `not in the text of ${shown(against!.first.outlet ?? against!.first.file)}`,
      }),
    ),
    ...spans(statements ?? [], ({ content, source, name }) => [
      ...content.map(
        (span): Layer => ({
          ...span,
          kind: 'statement',
          title: `said by ${shown(clipped(name ?? 'somebody', 80))}`,
        }),
      ),
      ...source.map((span): Layer => ({ ...span, kind: 'speaker' })),
    ]),
    ...times.map((time): Layer => ({ ...time, kind: 'time', title: shown(time.value) })),
    ...responses.map(
      (response): Layer => ({
        ...response,
        kind: 'response',
        id: `c-${response.id}`,
        title: `${shown(clipped(response.name, 80))} ${STANCE_WORDS[response.stance]}`,
      }),
    ),
    ...claims.map(
      (claim): Layer => ({
        ...claim.figure,
        kind: 'claim',
        id: `c-${claim.id}`,
        title: claimWords(claim),
        ...ledgerLink(claim, view),
      }),
    ),
  ].map(({ start, end, kind, id, href, title }: Layer) => ({
    start,
    end,
    kind,
    ...(id && { id }),
    ...(href && { href }),
    ...(title && { title }),
  }));
}

const claimWords = ({ measure, predicate, counted, originator }: Claim): string =>
  shown(
    clipped(
      `${measure === 'other' && predicate ? predicate : MEASURE_WORDS[measure]} · ${counted.group} — ${originator}`,
      200,
    ),
  );

function ledgerLink({ id }: Claim, { entries }: ArticleView): { readonly href?: string } {
  const entry = entries.get(id);
  return entry ? { href: `/assertion/${entry.assertion}` } : {};
}

/** What was read of the article, beside its text, each entry leading to its words and to its place in the ledger. */
function readings(view: ArticleView, partOf: (offset: number) => number, part: number): Html {
  const { claims, responses, article } = view;
  const sorted = claims.toSorted((a, b) => a.figure.start - b.figure.start);
  const place = (offset: number, id: string): string => {
    const own = partOf(offset);
    return own === part ? `#c-${id}` : `/article/${article.id}?part=${own + 1}#c-${id}`;
  };
  return html`<aside aria-label="What was read"><h2>${count(claims.length, 'claim')}</h2>${
    claims.length ? '' : html`<p class="quiet">No figure in it is put on anything.</p>`
  }<ol>${sorted.map((claim) => claimItem(claim, view, place(claim.figure.start, claim.id)))}</ol>${
    responses.length
      ? html`<h2>${count(responses.length, 'response')}</h2><ol>${responses.map(({ id, name, stance, start }) => html`<li><a href="${place(start, id)}">${named(name, 80)}</a> ${STANCE_WORDS[stance]}</li>`)}</ol>`
      : ''
  }</aside>`;
}

function claimItem(claim: Claim, { entries, assertions }: ArticleView, place: string): Html {
  const { figure, counted, hedges, id } = claim;
  const entry = entries.get(id);
  const assertion = entry && assertions.get(entry.assertion);
  const carried = assertion ? assertion.outlets.length : 0;
  return html`<li><a href="${place}"><b>${named(figure.text, 60)}</b></a> ${claim.measure === 'other' && claim.predicate ? named(claim.predicate, 40) : MEASURE_WORDS[claim.measure]}, ${named(counted.group, 60)}
<span class="quiet">${named(chainWords(claim), 160)}${hedges.length ? `; ${hedges.map((hedge) => HEDGE_WORDS[hedge]).join(', ')}` : ''}${
    entry
      ? html`; <a href="/assertion/${entry.assertion}">in the ledger</a>${carried > 1 ? `, carried by ${carried}` : ''}`
      : html`; not in the ledger`
  }</span></li>`;
}

function pager(id: string, part: number, parts: number): Html | string {
  if (parts < 2) return '';
  const link = (to: number, words: string): Html =>
    to >= 0 && to < parts
      ? html`<a href="/article/${id}?part=${to + 1}">${words}</a>`
      : html`<span class="quiet">${words}</span>`;
  return html`<nav class="pager" aria-label="Parts of the text">${link(part - 1, 'Previous part')} <span>Part ${part + 1} of ${parts}</span> ${link(part + 1, 'Next part')}</nav>`;
}
