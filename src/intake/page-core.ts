import type { Label } from './blocks.ts';
import { isText, type PageLine } from './page-lines.ts';
import { shareOf } from './passage.ts';
import { type Element, isWithin } from './tree.ts';

/** The core of a body holds this share of its running text. */
const CORE = 0.6;
/** What stands behind the core and shares less of its content words than this is of another matter. */
const OF_THE_MATTER = 0.35;

const OTHER_MATTER: Label = { kind: 'teaser', kept: false, reason: 'behind the article, of another matter' };

/**
 * Leaves out what the body's element holds behind its core, the innermost element with most of the running text, where it says
 * little of what the core says: other stories' beginnings, the site's words about itself, notes on the author.
 * @param isOwn whether a line stays whatever it says: the page's metadata has it as part of its text, or it is of a dated post
 */
export function withoutOtherMatter(
  lines: readonly PageLine[],
  hints: readonly (Label | null)[],
  root: Element,
  isOwn: (line: PageLine) => boolean,
): readonly (Label | null)[] {
  const open = lines.flatMap((line, i) => (hints[i] ? [] : [{ line, i }]));
  const core = coreOf(open.map(({ line }) => line).filter(isText), root);
  const inCore = open.filter(({ line }) => isWithin(line.element, core));
  const last = inCore.at(-1)?.i ?? lines.length;
  const said = new Set(inCore.flatMap(({ line }) => (isText(line) ? [...line.stems] : [])));
  const groups = Map.groupBy(
    open.filter(({ i, line }) => i > last && isWithin(line.element, root)),
    ({ line }) => besides(line.element, core, root),
  );
  const settled = [...hints];
  for (const group of groups.values()) {
    const stems = new Set(group.flatMap(({ line }) => [...line.stems]));
    if (shareOf(stems, (stem) => said.has(stem)) >= OF_THE_MATTER) continue;
    for (const { line, i } of group) if (!isOwn(line)) settled[i] = OTHER_MATTER;
  }
  return settled;
}

/** The innermost element below the root that holds most of the running text; no single paragraph. */
function coreOf(text: readonly PageLine[], root: Element): Element {
  const words = new Map<Element, number>();
  let all = 0;
  for (const { element, count } of text) {
    if (!isWithin(element, root)) continue;
    all += count;
    for (let at: Element | null = element; at && at !== root; at = at.parent)
      words.set(at, (words.get(at) ?? 0) + count);
  }
  let core = root;
  for (let next: Element | undefined = root; next; ) {
    core = next;
    next = next.children.find(
      (child): child is Element =>
        typeof child !== 'string' && child.tag !== 'p' && (words.get(child) ?? 0) >= all * CORE,
    );
  }
  return core;
}

/** The outermost element about another that does not hold the core. */
function besides(element: Element, core: Element, root: Element): Element {
  let at = element;
  while (at.parent && at.parent !== root && !isWithin(core, at.parent)) at = at.parent;
  return at;
}
