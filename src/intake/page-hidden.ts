import { bodyPassages, type Labelled, labelPassages } from './blocks.ts';
import { findBody, type PageBody } from './page-body.ts';
import type { PageFacts } from './page-facts.ts';
import { type PageText, pageText } from './page-lines.ts';
import { ownLines, statedBody } from './page-own.ts';
import { postsIn } from './page-posts.ts';
import { countIn, isProse, shareOf, stemsOf } from './passage.ts';
import { type Element, treeOf } from './tree.ts';

/** A page's text, where its body lies, and its lines told apart. */
export interface Look extends PageText {
  readonly body: PageBody;
  readonly labelled: Labelled;
}

/** Bodies of more words of running text than this are what the page is about. */
const SHORT = 150;
/** What is hidden must make the body this many times longer, and hold this share of the title's words. */
const TIMES = 2;
const OF_TITLE = 0.5;

/**
 * Tells a page's lines apart. A page that shows little is looked at again with what it hides: text that scripts unfold, that
 * stands ready for readers without scripts, or that the metadata states alone.
 */
export function lookAt(page: Element, text: PageText, facts: PageFacts, title: string | null): Look {
  const shown = look(page, text, facts, title);
  const words = wordsOf(shown);
  if (words > SHORT) return shown;
  const { children } = page;
  const stated = statedBody(facts);
  const whole = stated ? { ...page, children: [...children, asElement(stated, page)] } : page;
  const revealed = look(page, pageText(whole, true), facts, title);
  const more = wordsOf(revealed);
  return more > words * TIMES && more > 50 && tells(revealed, title) ? revealed : shown;
}

function look(page: Element, text: PageText, facts: PageFacts, title: string | null): Look {
  const { lines } = text;
  const posts = postsIn(facts, lines);
  const body = findBody(page, lines, title, ownLines(facts, lines), posts);
  const postOf = lines.map((line) => posts.get(line) ?? null);
  return { ...text, body, labelled: labelPassages(lines, title, body.hints, postOf) };
}

const asElement = (stated: string, page: Element): Element =>
  treeOf(`<article>${stated.replace(/\s*[\r\n]+\s*/g, '<br>')}</article>`, page).root;

/** The body's running text. */
const bodyOf = ({ labelled }: Look) => bodyPassages(labelled).filter(isProse);

const wordsOf = (seen: Look): number => countIn(bodyOf(seen));

/** Whether a body speaks of what the title says. */
function tells(seen: Look, title: string | null): boolean {
  if (title === null) return true;
  const said = new Set(bodyOf(seen).flatMap(({ stems }) => [...stems]));
  const wanted = stemsOf(title.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []);
  return wanted.size === 0 || shareOf(wanted, (stem) => said.has(stem)) >= OF_TITLE;
}
