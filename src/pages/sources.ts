import { html } from 'hono/html';
import { dayWords } from '../ledger/words.ts';
import { colourClass } from './colours.ts';
import { fan } from './fan.ts';
import type { Html } from './html.ts';
import { count, linked, named } from './shown.ts';
import type { Shown } from './view.ts';
import { type Relay, relaysIn, type Voice, voicesIn } from './voices.ts';

/** Rows of a table beyond this are counted, not shown. */
const MOST_ROWS = 200;

/** Who originates and who relays: a picture of both, then each with numbers. */
export function sourcesBody(page: Shown): Html {
  const voices = voicesIn(page.ledger);
  const relays = relaysIn(page.ledger, [...page.articles.values()]);
  return html`<section class="sources" aria-labelledby="sources"><h2 id="sources">Who says it, who carries it</h2>
<p class="lead">${summary(voices, relays)}</p>
${fan(voices, page.colours) ?? ''}
<h3>Originators</h3><table class="voices"><thead><tr><th scope="col">Originator</th><th scope="col">Kind</th><th scope="col">Figures</th><th scope="col">First said</th><th scope="col">Carried by</th></tr></thead><tbody>${voices.slice(0, MOST_ROWS).map((voice) => voiceRow(voice, page))}</tbody></table>${more(voices.length)}
<h3>Outlets</h3><table class="relays"><thead><tr><th scope="col">Outlet</th><th scope="col">Articles</th><th scope="col">Own figures</th><th scope="col">Figures of others</th><th scope="col">Texts taken from others</th></tr></thead><tbody>${relays.slice(0, MOST_ROWS).map((relay) => relayRow(relay, page))}</tbody></table>${more(relays.length)}</section>`;
}

const more = (rows: number): Html | string =>
  rows > MOST_ROWS ? html`<p class="quiet">and ${rows - MOST_ROWS} more</p>` : '';

function summary(voices: readonly Voice[], relays: readonly Relay[]): Html {
  const [first] = voices;
  const carrying = relays.filter(({ own, relayed }) => own + relayed > 0).length;
  const single =
    first && first.outlets.size > 1
      ? html` One source, ${named(first.name, 80)}, is behind <b>${count(first.outlets.size, 'outlet')}</b>.`
      : '';
  return html`<b>${count(carrying, 'outlet')}</b> with figures, <b>${count(voices.length, 'originator')}</b> behind them.${single}`;
}

function voiceRow({ name, kind, assertions, outlets, first }: Voice, { colours, links }: Shown): Html {
  return html`<tr><td data-label="Originator"><span class="dot ${colourClass(colours, name)}"></span>${linked(name, links.originator(name))}</td><td data-label="Kind" class="quiet">${kind === 'outlet' ? 'outlet’s own voice' : kind}</td><td data-label="Figures" class="number">${assertions}</td><td data-label="First said" class="day">${dayWords(first)}</td>
<td data-label="Carried by"><b class="number">${outlets.size}</b> <span class="quiet">${[...outlets.keys()].slice(0, 12).map((outlet, i) => html`${i ? ', ' : ''}${named(outlet, 60)}`)}${outlets.size > 12 ? ` and ${outlets.size - 12} more` : ''}</span></td></tr>`;
}

function relayRow({ name, articles, own, relayed, copies }: Relay, { links }: Shown): Html {
  return html`<tr><td data-label="Outlet">${linked(name, links.outlet(name))}</td><td data-label="Articles" class="number">${articles}</td><td data-label="Own figures" class="number">${own}</td><td data-label="Figures of others" class="number">${relayed}</td><td data-label="Texts taken from others" class="number">${copies}</td></tr>`;
}
