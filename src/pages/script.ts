/**
 * The site's one script; every page works without it. It shows a chart's mark and its row together, opens what an address points
 * into, takes files that are dropped, and renews progress without a blink.
 */
export const SCRIPT = `'use strict';
const rowOf = (mark) => document.getElementById(mark.getAttribute('href').slice(1));
for (const mark of document.querySelectorAll('a.mark')) {
  const row = rowOf(mark);
  if (!row) continue;
  const both = (on) => { row.classList.toggle('pointed', on); mark.classList.toggle('pointed', on); };
  for (const one of [mark, row]) {
    one.addEventListener('pointerenter', () => both(true));
    one.addEventListener('pointerleave', () => both(false));
  }
}
const open = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  if (target) target.scrollIntoView({ block: 'center' });
};
addEventListener('hashchange', open);
open();
const drop = document.querySelector('form.drop');
if (drop) {
  const field = drop.querySelector('input[type=file]');
  const stop = (event) => event.preventDefault();
  for (const name of ['dragenter', 'dragover']) drop.addEventListener(name, (event) => { stop(event); drop.classList.add('over'); });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    stop(event);
    drop.classList.remove('over');
    if (!event.dataTransfer.files.length) return;
    field.files = event.dataTransfer.files;
    drop.requestSubmit();
  });
}
const work = document.querySelector('[data-work=reading]');
if (work) {
  document.querySelector('meta[http-equiv=refresh]')?.remove();
  const renew = async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer || !answer.ok) return setTimeout(renew, 2000);
    const news = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-work]');
    document.querySelector('[data-work]').replaceWith(news);
    if (news.dataset.work === 'reading') setTimeout(renew, 500);
  };
  setTimeout(renew, 300);
}
`;
