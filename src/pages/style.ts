/** The pages' one style sheet: light and dark, phone to desktop, print. Colours keep to WCAG AA on both papers. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #1d1c1a; --quiet: #5f5b53; --line: #ddd8cc; --panel: #f5f2ea; --mark: #ffe58a;
  --o0: #1b5faa; --o1: #b3401f; --o2: #2f7a3b; --o3: #7a3fa0; --o4: #8a6500; --o5: #0f7480; --o6: #ad2c6b; --o7: #5b5f1a; --o8: #6a665e; }
@media (prefers-color-scheme: dark) { :root { --paper: #171613; --ink: #ece8df; --quiet: #aaa498; --line: #3a372f; --panel: #211f1b; --mark: #6b5600;
  --o0: #7fb4f2; --o1: #f29a7c; --o2: #86cf92; --o3: #cda2ee; --o4: #e0bd5a; --o5: #6fcbd6; --o6: #f092bf; --o7: #c3c871; --o8: #b3aea3; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif; overflow-wrap: anywhere; }
main, header, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; } footer { padding: 2rem 1.25rem; color: var(--quiet); font-size: .875rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem; text-wrap: balance; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 0; text-wrap: balance; }
a { color: var(--o0); } a:focus-visible, summary:focus-visible { outline: 3px solid var(--o0); outline-offset: 2px; }
.quiet { color: var(--quiet); font-size: .875rem; } .number { font-variant-numeric: tabular-nums; }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: .5rem 0 1.5rem; padding: 0; list-style: none; color: var(--quiet); }
.facts b { color: var(--ink); }
nav ol { margin: .5rem 0 1.5rem; padding: 0; list-style: none; border-top: 1px solid var(--line); }
nav li { border-bottom: 1px solid var(--line); display: flex; gap: 1rem; justify-content: space-between; align-items: baseline; padding: .3rem 0; }
nav .number { white-space: nowrap; font-weight: 600; }
.question { margin: 2.5rem 0; padding-top: 1.25rem; border-top: 3px solid var(--ink); scroll-margin-top: 1rem; }
.estimate { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: .5rem 0; align-items: baseline; }
.estimate .number { font-size: 1.5rem; font-weight: 650; } .estimate dt { color: var(--quiet); font-size: .8rem; } .estimate dd { margin: 0; } .estimate div { min-width: 4rem; }
.chart { width: 100%; height: auto; max-width: 45rem; display: block; margin: .5rem 0; color: var(--ink); font-size: 11px; } .chart [aria-label*="grid"] { stroke: var(--line); stroke-opacity: 1; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: 0 0 1rem; padding: 0; list-style: none; font-size: .8rem; color: var(--quiet); }
.dot { display: inline-block; width: .7em; height: .7em; border-radius: 50%; margin-right: .4em; background: var(--c); }
table { border-collapse: collapse; width: 100%; font-size: .925rem; } th { text-align: left; font-size: .8rem; color: var(--quiet); font-weight: 600; }
th, td { padding: .45rem .75rem .45rem 0; vertical-align: top; border-bottom: 1px solid var(--line); } tr:target td { background: var(--panel); }
td.figure { font-weight: 650; } .also { font-weight: 400; } td.day { white-space: nowrap; }
.relation { display: block; } .differs { color: var(--o1); } .hedge { color: var(--o4); }
details { margin: .15rem 0; } summary { cursor: pointer; color: var(--quiet); font-size: .85rem; }
blockquote { margin: .5rem 0 .75rem; padding: .5rem .75rem; border-left: 3px solid var(--line); background: var(--panel); }
blockquote p { margin: 0 0 .25rem; } mark { background: var(--mark); color: inherit; padding: 0 .1em; border-radius: 2px; font-weight: 600; }
.answers { margin: .75rem 0 0; padding: 0; list-style: none; font-size: .925rem; } .answers li { margin: .2rem 0; }
.articles td:first-child { width: 8rem; white-space: nowrap; }
@media (max-width: 44rem) { thead { display: none; } tr { display: block; border-bottom: 1px solid var(--line); padding: .5rem 0; } td { display: block; border: 0; padding: .1rem 0; } h1 { font-size: 1.5rem; } .articles td:first-child { width: auto; } }
@media print { body { background: #fff; color: #000; } details > summary { list-style: none; } .question { break-inside: avoid-page; } a { color: inherit; } }
`;
