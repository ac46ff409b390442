import { html } from 'hono/html';
import type { Assertion, Question, Relation } from '../ledger/ledger.ts';
import { intervalWords, numberWords, unitWords } from '../ledger/words.ts';
import type { Bound } from '../reading/figure.ts';
import type { Day } from '../text/interval.ts';
import { colourClass } from './colours.ts';
import { BOUND_WORDS, glyph, HOLLOW, round, SHAPES } from './glyph.ts';
import type { Html } from './html.ts';
import { type Mark, type Plotted, plotted } from './plotted.ts';
import { clipped, shown } from './shown.ts';

/** More conflicts than this are shown by rings alone; lines between all of them would hide the figures. */
const MOST_CONFLICT_LINES = 8;

/** What a chart is drawn from. */
export interface Charted {
  readonly question: Question;
  readonly assertions: readonly Assertion[];
  readonly colours: ReadonlyMap<string, number>;
  /** By assertion: the publication days of the articles that carry it. */
  readonly carried: ReadonlyMap<string, readonly Day[]>;
}

/**
 * A question's figures over time as SVG: a mark an assertion on the day that it was said, shaped by its bound, coloured by
 * originator, larger with more carriers; a bar where the words leave a range; a thin line over the period that it covers; ticks
 * where others carried it later; a line from each figure to the one that updates it; a ring around those in conflict. `null` where
 * fewer than two assertions have a day and a value.
 */
export function chart({ question, assertions, colours, carried }: Charted): Html | null {
  const plot = plotted(question, assertions, carried);
  if (!plot) return null;
  const unit = unitWords(question.unit, question.per);
  const { width, height } = plot.frame;
  return html`<figure class="chart"><div class="scroll" tabindex="0"><svg viewBox="0 0 ${width} ${height}" role="group" aria-label="Figures over time, ${numberWords(plot.least)} to ${numberWords(plot.most)}${unit}; the table below has each of them">
${axes(plot)}${conflictLines(question, plot)}${updateLines(question, plot, colours)}
${plot.marks.map((mark) => extent(mark, colours))}${plot.marks.map((mark) => markOf(mark, colours))}
</svg></div>${legend(plot, colours, unit)}</figure>`;
}

function axes({ figures, days, frame }: Plotted): Html {
  const { left, right, bottom } = frame;
  return html`<g class="axis">${figures.ticks.map(
    ({ at, words }) =>
      html`<line class="grid" x1="${left}" x2="${right}" y1="${round(at)}" y2="${round(at)}"/><text class="at" x="${left - 8}" y="${round(at) + 4}">${words}</text>`,
  )}<line x1="${left}" x2="${right}" y1="${bottom}" y2="${bottom}"/>${days.ticks.map(
    ({ at, words }) =>
      html`<line x1="${round(at)}" x2="${round(at)}" y1="${bottom}" y2="${bottom + 5}"/><text class="on" x="${round(at)}" y="${bottom + 20}">${words}</text>`,
  )}</g>`;
}

interface Pair {
  readonly from: Mark;
  readonly to: Mark;
}

function pairs(question: Question, { marks }: Plotted, wanted: readonly Relation['kind'][]): readonly Pair[] {
  const byId = new Map(marks.map((mark) => [mark.assertion.id, mark]));
  return question.relations.flatMap(({ kind, from, to }) => {
    const [a, b] = [byId.get(from), byId.get(to)];
    return wanted.includes(kind) && a && b ? [{ from: a, to: b }] : [];
  });
}

function updateLines(question: Question, plot: Plotted, colours: ReadonlyMap<string, number>): Html {
  return html`<g class="updates">${pairs(question, plot, ['updates', 'repeats']).map(
    ({ from, to }) =>
      html`<path class="${colourClass(colours, from.assertion.originator)}" d="M${point(to)}L${point(from)}"/>`,
  )}</g>`;
}

function conflictLines(question: Question, plot: Plotted): Html {
  const conflicts = pairs(question, plot, ['differs']);
  const lines = conflicts.length > MOST_CONFLICT_LINES ? [] : conflicts;
  return html`<g class="conflicts">${lines.map(({ from, to }) => html`<path d="M${point(from)}L${point(to)}"/>`)}</g>`;
}

const point = ({ x, y }: Mark): string => `${round(x)},${round(y)}`;

/** What lies behind a mark: its period, its repeats, the range of its words, the side on which it is open. */
function extent(mark: Mark, colours: ReadonlyMap<string, number>): Html {
  const { x, y, r, low, high, period, repeats, assertion } = mark;
  const { bound } = assertion.figure;
  const last = Math.max(...repeats);
  const ends = period && [
    ...(period.open ? [] : [`M${round(period.from)},${round(period.y - 4)}v8`]),
    `M${round(period.to)},${round(period.y - 4)}v8`,
  ];
  return html`<g class="extent ${colourClass(colours, assertion.originator)}">${
    period
      ? html`<path class="period" d="M${round(period.from)},${round(period.y)}H${round(period.to)}${ends!.join('')}"/>`
      : ''
  }${
    repeats.length
      ? html`<path class="since" d="M${round(x)},${round(y)}H${round(last)}"/><path class="repeat" d="${[...new Set(repeats.map(round))].map((at) => `M${at},${round(y - 6)}v12`).join('')}"/>`
      : ''
  }${low === high ? '' : spread(bound, x, low, high)}${openSide(bound, x, y, r)}</g>`;
}

function spread(bound: Bound, x: number, low: number, high: number): Html {
  if (bound === 'vague')
    return html`<rect class="vague" x="${round(x - 5)}" y="${round(high)}" width="10" height="${round(Math.max(1, low - high))}" rx="5"/>`;
  const [from, to] = [round(low), round(high)];
  return html`<path class="range" d="M${round(x)},${from}V${to}M${round(x - 5)},${from}h10M${round(x - 5)},${to}h10"/>`;
}

/** A stroke that leads away from a floor or a ceiling. */
function openSide(bound: Bound, x: number, y: number, r: number): Html | string {
  const side =
    bound === 'at-least' || bound === 'more-than' ? -1 : bound === 'at-most' || bound === 'less-than' ? 1 : 0;
  return side
    ? html`<path class="open" d="M${round(x)},${round(y + side * r)}v${side * 14}m-3,${-side * 4}l3,${side * 4}l3,${-side * 4}"/>`
    : '';
}

function markOf(mark: Mark, colours: ReadonlyMap<string, number>): Html {
  const { x, y, r, contested, assertion } = mark;
  const { figure, originator, outlets, id } = assertion;
  const words = `${shown(clipped(figure.texts[0] ?? '', 60))} — ${shown(clipped(originator, 80))}, ${intervalWords(assertion.on)}, carried by ${outlets.length || 1}${contested ? ', in conflict' : ''}`;
  return html`<a class="mark ${colourClass(colours, originator)}${HOLLOW.has(figure.bound) ? ' hollow' : ''}" href="#a-${id}" tabindex="-1" transform="translate(${round(x)},${round(y)})"><title>${words}</title>${contested ? html`<circle class="ring" r="${round(r + 4)}"/>` : ''}<path d="${SHAPES[figure.bound](round(r))}"/></a>`;
}

function legend({ marks, figures, left }: Plotted, colours: ReadonlyMap<string, number>, unit: string): Html {
  const bounds = [...new Set(marks.map(({ assertion }) => assertion.figure.bound))];
  const names = [...new Set(marks.map(({ assertion }) => assertion.originator))];
  const some = (test: (mark: Mark) => boolean): boolean => marks.some(test);
  return html`<figcaption class="legend"><span class="names">${names
    .slice(0, 12)
    .map(
      (name) =>
        html`<span><span class="dot ${colourClass(colours, name)}"></span><bdi>${shown(clipped(name, 48))}</bdi></span>`,
    )}${names.length > 12 ? html`<span>and ${names.length - 12} more</span>` : ''}</span>
<span class="kinds">${bounds.map((bound) => html`<span>${glyph(bound)} ${BOUND_WORDS[bound]}</span>`)}${
    some(({ period }) => period !== null) ? html`<span class="key period">period covered</span>` : ''
  }${some(({ repeats }) => repeats.length > 0) ? html`<span class="key repeat">carried again</span>` : ''}${
    some(({ contested }) => contested) ? html`<span class="key ring">in conflict</span>` : ''
  }<span>larger: more outlets${unit.trim() ? `; in ${unit.trim()}` : ''}${figures.log ? '; logarithmic scale' : ''}${left ? `; the ${marks.length} most carried of ${marks.length + left}` : ''}</span></span></figcaption>`;
}
