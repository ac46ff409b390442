import { html } from 'hono/html';
import { colourClass } from './colours.ts';
import { round } from './glyph.ts';
import type { Html } from './html.ts';
import { clipped, count, shown } from './shown.ts';
import type { Voice } from './voices.ts';

const MOST_VOICES = 16;
const MOST_OUTLETS = 28;
const ROW = 26;
const WIDTH = 900;
/** Where the originators' and the outlets' nodes stand. */
const [LEFT, RIGHT] = [330, 600];

/**
 * Who stands behind whom: originators on the left, outlets on the right, a strand wherever an outlet carries an originator, as wide
 * as the assertions are many. One source behind ten outlets is a fan of ten strands out of one node. `null` for no originator.
 */
export function fan(voices: readonly Voice[], colours: ReadonlyMap<string, number>): Html | null {
  const left = voices.slice(0, MOST_VOICES);
  const names = outletsInOrder(left);
  const right = names.slice(0, MOST_OUTLETS);
  if (!left.length) return null;
  const rows = Math.max(left.length, right.length);
  const height = rows * ROW + 44;
  const at = (index: number, of: number): number => 44 + (rows * ROW * (index + 0.5)) / of;
  const rightAt = new Map(right.map((name, i) => [name, at(i, right.length)]));
  const hidden = voices.length - left.length + (names.length - right.length);
  return html`<figure class="fan"><div class="scroll" tabindex="0"><svg viewBox="0 0 ${WIDTH} ${height}" role="group" aria-label="Which outlets carry which originators; the tables below say the same">
<text class="head end" x="${LEFT}" y="18">who says it</text><text class="head" x="${RIGHT}" y="18">who carries it</text>
${left.map((voice, i) => strands(voice, at(i, left.length), rightAt, colours))}
${left.map((voice, i) => voiceNode(voice, at(i, left.length), colours))}${right.map((name, i) => outletNode(name, at(i, right.length), left))}
</svg></div>${hidden > 0 ? html`<figcaption class="quiet small">${count(hidden, 'name')} more ${hidden === 1 ? 'is' : 'are'} in the tables.</figcaption>` : ''}</figure>`;
}

/** Outlets by the mean row of the originators that they carry, so that few strands cross. */
function outletsInOrder(voices: readonly Voice[]): readonly string[] {
  const rows = new Map<string, number[]>();
  voices.forEach(({ outlets }, i) => {
    for (const outlet of outlets.keys()) rows.set(outlet, [...(rows.get(outlet) ?? []), i]);
  });
  const mean = (some: readonly number[]): number => some.reduce((sum, row) => sum + row, 0) / some.length;
  const most = [...rows]
    .toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .slice(0, MOST_OUTLETS);
  const rest = [...rows.keys()].filter((name) => !most.some(([other]) => other === name));
  return [
    ...most.toSorted(([a, x], [b, y]) => mean(x) - mean(y) || (a < b ? -1 : 1)).map(([name]) => name),
    ...rest,
  ];
}

function strands(
  { name, outlets }: Voice,
  y: number,
  rightAt: ReadonlyMap<string, number>,
  colours: ReadonlyMap<string, number>,
): Html {
  const middle = (LEFT + RIGHT) / 2;
  return html`<g class="strands ${colourClass(colours, name)}">${[...outlets].map(([outlet, n]) => {
    const to = rightAt.get(outlet);
    return to === undefined
      ? ''
      : html`<path d="M${LEFT + 12},${round(y)}C${middle},${round(y)} ${middle},${round(to)} ${RIGHT - 12},${round(to)}" stroke-width="${round(1.4 + Math.min(6, 1.2 * Math.sqrt(n - 1)))}"><title>${shown(clipped(outlet, 60))} carries ${count(n, 'figure')} of ${shown(clipped(name, 60))}</title></path>`;
  })}</g>`;
}

function voiceNode({ name, outlets }: Voice, y: number, colours: ReadonlyMap<string, number>): Html {
  const r = Math.min(12, 4 + 1.6 * Math.sqrt(Math.max(0, outlets.size - 1)));
  return html`<g class="voice ${colourClass(colours, name)}"><circle cx="${LEFT + 12}" cy="${round(y)}" r="${round(r)}"/><text class="end" x="${LEFT - 6}" y="${round(y) + 4}">${shown(clipped(name, 40))}${outlets.size > 1 ? html`<tspan class="quiet"> ${outlets.size}</tspan>` : ''}</text></g>`;
}

function outletNode(name: string, y: number, voices: readonly Voice[]): Html {
  const behind = voices.filter(({ outlets }) => outlets.has(name)).length;
  return html`<g class="outlet"><rect x="${RIGHT - 16}" y="${round(y - 4)}" width="8" height="8" rx="1.5"/><text x="${RIGHT}" y="${round(y) + 4}">${shown(clipped(name, 36))}${behind > 1 ? html`<tspan class="quiet"> ${behind}</tspan>` : ''}</text></g>`;
}
