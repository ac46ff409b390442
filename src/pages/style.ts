import { COLOURS } from './colours.ts';
import { SITE_STYLE } from './style-site.ts';

/** More codebooks than this have no switch of their own. */
const CODEBOOKS = 8;

const each = (n: number, rule: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => rule(i)).join('\n');

/** Papers and inks of both schemes. Inks keep to WCAG AA (4.5:1) on paper and panel. */
const INKS = `
:root { color-scheme: light dark;
  --paper: #fcfbf8; --panel: #f4f1ea; --ink: #1c1b19; --quiet: #5c5850; --line: #dcd7cb; --strong: #8b867b;
  --mark: #ffe38a; --link: #1c5a9e; --conflict: #b3261e; --warn: #7c5a00; --good: #2c6e38;
  --o0: #1b5faa; --o1: #a8551a; --o2: #2f7a3b; --o3: #7a3fa0; --o4: #86640a; --o5: #0f7480; --o6: #ad2c6b; --o7: #5b5f1a; --o8: #6a665e;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; --serif: Charter, 'Iowan Old Style', Georgia, Cambria, serif; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #161513; --panel: #201e1b; --ink: #ebe7de; --quiet: #aba599; --line: #38352e; --strong: #7d776b;
  --mark: #5e4c00; --link: #8fbdf5; --conflict: #ff8f84; --warn: #e2bd5b; --good: #86cf92;
  --o0: #7fb4f2; --o1: #eea36f; --o2: #86cf92; --o3: #cda2ee; --o4: #e0bd5a; --o5: #6fcbd6; --o6: #f092bf; --o7: #c3c871; --o8: #b3aea3; } }
${each(COLOURS + 1, (i) => `.o${i} { --c: var(--o${i}); }`)}
`;

const GROUND = `
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 var(--sans); overflow-wrap: anywhere; }
main, body > footer, body > header > * { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem; }
main { padding-top: 1.5rem; } body > footer { padding: 2.5rem 1.5rem; color: var(--quiet); font-size: .85rem; }
h1, h2, h3 { font-family: var(--serif); line-height: 1.2; text-wrap: balance; margin: 0; font-weight: 650; }
h1 { font-size: 2.1rem; letter-spacing: -.01em; } h2 { font-size: 1.35rem; margin: 2.5rem 0 .75rem; } h3 { font-size: 1.3rem; font-weight: 500; } h3 b { font-weight: 700; }
p { margin: 0 0 .5rem; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; } a.self, h1 a { color: inherit; text-decoration: none; } a.self:hover, h1 a:hover { text-decoration: underline; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.quiet { color: var(--quiet); } .quiet a { color: inherit; } small, .small { font-size: .85rem; } .number { font-variant-numeric: tabular-nums lining-nums; } .differs { color: var(--conflict); }
.away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.lead { margin: .4rem 0 1rem; font-size: 1.05rem; } .facts { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; margin: .3rem 0 .6rem; padding: 0; list-style: none; color: var(--quiet); font-size: .9rem; } .facts b { color: var(--ink); font-weight: 600; } .facts .differs b { color: var(--conflict); }
.dot { display: inline-block; width: .65em; height: .65em; border-radius: 50%; margin-right: .45em; background: var(--c); }
mark { background: var(--mark); color: inherit; padding: 0 .12em; border-radius: 2px; font-weight: 600; }
`;

const SWITCH = `
.codebooks { border: 0; margin: 0 0 1rem; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: center; font-size: .9rem; }
.codebooks legend { float: left; padding: 0; margin-right: .25rem; color: var(--quiet); }
.codebooks label { display: inline-flex; gap: .35rem; align-items: center; padding: .15rem .6rem; border: 1px solid var(--line); border-radius: 1rem; cursor: pointer; }
.codebooks label:has(:checked) { border-color: var(--ink); background: var(--panel); font-weight: 600; } .codebooks input { accent-color: var(--ink); margin: 0; }
.by { display: none; }
body:not(:has(.codebooks :checked)) .by0 { display: block; }
${each(CODEBOOKS, (i) => `body:has(#codebook${i}:checked) .by${i} { display: block; }`)}
`;

const STORY = `
.story { margin-bottom: 1rem; } article + article { margin-top: 5rem; }
.asked ol { margin: 0 0 2rem; padding: 0; list-style: none; border-top: 1px solid var(--line); columns: 2 30rem; column-gap: 3rem; }
.asked li { break-inside: avoid; border-bottom: 1px solid var(--line); padding: .35rem 0; display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; }
.asked li > a { grid-column: 1; } .asked li > .quiet { grid-column: 1; font-size: .82rem; } .asked .by { grid-column: 2; grid-row: 1 / span 2; align-self: center; text-align: right; font-weight: 650; font-size: 1.05rem; } .asked .by .quiet { font-weight: 400; font-size: .85rem; }
.index ol { columns: 3 18rem; margin: .5rem 0 1rem; padding-left: 2.2rem; font-size: .88rem; } .index li { break-inside: avoid; }
.question { margin: 2.75rem 0; padding-top: 1rem; border-top: 2px solid var(--ink); }
.estimate { display: flex; gap: 2.25rem; margin: .25rem 0 .1rem; align-items: baseline; } .estimate div { display: flex; flex-direction: column-reverse; }
.estimate dt { color: var(--quiet); font-size: .8rem; } .estimate dd { margin: 0; font-size: 1.35rem; line-height: 1.15; } .estimate .best dd { font-size: 1.9rem; font-weight: 700; font-family: var(--serif); }
.rule { font-size: .82rem; margin: .1rem 0 0; }
`;

const CHART = `
figure.chart { margin: 1rem 0 1.25rem; } .scroll { overflow-x: auto; } .scroll svg { display: block; width: 100%; max-width: 62rem; height: auto; min-width: 44rem; font: 11.5px var(--sans); }
.axis line { stroke: var(--strong); } .axis .grid { stroke: var(--line); } .axis text { fill: var(--quiet); font-variant-numeric: tabular-nums; } .axis .at { text-anchor: end; } .axis .on { text-anchor: middle; }
.mark path { fill: var(--c); stroke: var(--paper); stroke-width: 1.25; } .mark.hollow path { fill: var(--paper); stroke: var(--c); stroke-width: 2; } .mark:hover path, .mark:focus path { stroke: var(--ink); stroke-width: 2; }
.ring { fill: none; stroke: var(--conflict); stroke-width: 1.5; stroke-dasharray: 3 2; }
.extent path { stroke: var(--c); fill: none; } .extent .period { stroke-width: 2.5; stroke-opacity: .4; } .extent .since { stroke-dasharray: 1 3; } .extent .repeat { stroke-width: 1.75; } .extent .range { stroke-width: 2; } .extent .open { stroke-width: 1.5; } .extent .vague { fill: var(--c); fill-opacity: .28; }
.updates path { stroke: var(--c); stroke-width: 1.75; fill: none; stroke-opacity: .75; } .conflicts path { stroke: var(--conflict); stroke-width: 1; stroke-dasharray: 4 3; stroke-opacity: .75; fill: none; }
.legend { font-size: .8rem; color: var(--quiet); } .legend > span { display: flex; flex-wrap: wrap; gap: .1rem 1rem; } .legend .kinds > span { display: inline-flex; align-items: center; gap: .3rem; }
.glyph path { fill: currentColor; } .glyph.hollow path { fill: none; stroke: currentColor; stroke-width: 2; } .glyph { vertical-align: -2px; margin-right: .25rem; flex: none; }
.key::before { content: ''; display: inline-block; width: 1.3rem; height: .7rem; } .key.period::before { height: 3px; background: var(--strong); opacity: .6; } .key.repeat::before { border: solid var(--quiet); border-width: 0 2px; width: .5rem; } .key.ring::before { width: .75rem; height: .75rem; border: 1.5px dashed var(--conflict); border-radius: 50%; }
`;

const TABLE = `
table { border-collapse: collapse; width: 100%; font-size: .9rem; } th { text-align: left; font-size: .78rem; color: var(--quiet); font-weight: 600; border-bottom: 1px solid var(--strong); }
th, td { padding: .4rem 1rem .4rem 0; vertical-align: top; } td:last-child, th:last-child { padding-right: 0; } tbody tr td { border-top: 1px solid var(--line); }
.assertions td:nth-child(4) { color: var(--warn); }
.assertions .figure { color: var(--c); } .assertions .figure b { color: var(--ink); } .covers { display: block; } .assertions .words td { border: 0; padding: 0 0 .3rem 8rem; width: auto; line-height: 1.2; color: inherit; }
.assertions tbody:target { background: var(--panel); box-shadow: -.5rem 0 0 var(--panel), .5rem 0 0 var(--panel), inset 3px 0 0 var(--c); }
.day { white-space: nowrap; } .file { display: block; font-size: .8rem; }
.relation, .answer { margin: 0 0 .15rem; } .relation b { font-weight: 600; } .relation.differs { color: inherit; } .relation.differs b { color: var(--conflict); } .answer.denies > a, .answer.no-evidence > a { color: var(--conflict); } .answers { margin-top: .5rem; }
details { display: block; } details.more { display: inline; } details.more[open] { display: block; } summary { cursor: pointer; color: var(--quiet); font-size: .85rem; } .more > summary { display: inline; text-decoration: underline dotted; text-underline-offset: .2em; } .more ul { margin: .1rem 0; padding-left: 1.1rem; }
blockquote { margin: .4rem 0 .6rem; padding: .5rem .9rem; border-left: 3px solid var(--c, var(--line)); background: var(--panel); } blockquote p { margin: 0 0 .2rem; font-family: var(--serif); font-size: 1rem; max-width: 48rem; } blockquote p.quiet { font: .82rem/1.4 var(--sans); } blockquote:target { outline: 2px solid var(--link); }
`;

const NARROW = `
@media (min-width: 52.01rem) {
  .assertions td:nth-child(1) { width: 8rem; } .assertions td:nth-child(2) { width: 24%; } .assertions td:nth-child(3) { width: 17%; } .assertions td:nth-child(4) { width: 10%; } .assertions td:nth-child(5) { width: 18%; }
  .articles td:nth-child(1) { width: 11rem; } .articles td:nth-child(2) { width: 22%; } .voices td:nth-child(1), .relays td:nth-child(1) { width: 30%; } .voices td:nth-child(5) { width: 40%; }
}
@media (max-width: 52rem) {
  main, body > footer, body > header > * { padding-left: 1rem; padding-right: 1rem; } h1 { font-size: 1.6rem; } .estimate { gap: 1.4rem; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } table, tbody, tr, caption { display: block; } td { display: block; position: relative; border: 0; padding: .1rem 0 .1rem 6.5rem; }
  tbody tr td { border: 0; padding-right: 0; } td[data-label]::before { content: attr(data-label); position: absolute; left: 0; color: var(--quiet); font-size: .8rem; }
  td:empty { display: none; } tbody[id], tbody:not([id]) tr { border-top: 1px solid var(--line); padding: .4rem 0; } .assertions .words td { display: block; padding: 0; }
}
@media print { :root { --paper: #fff; --panel: #fff; --ink: #000; --quiet: #444; } body { font-size: 10pt; } .question { break-inside: avoid-page; } .codebooks, .site, .pager, form { display: none; } a { color: inherit; } .scroll { overflow: visible; } .scroll svg { min-width: 0; } thead { display: table-header-group; } }
`;

/** The pages' one style sheet: light and dark, phone to desktop, print. Everything is local; no font is fetched. */
export const STYLE = [INKS, GROUND, SWITCH, STORY, CHART, TABLE, SITE_STYLE, NARROW].join('');
