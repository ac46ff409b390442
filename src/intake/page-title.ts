import { articleObjects, metaOf, namesOf, type PageFacts } from './page-facts.ts';
import type { PageLine } from './page-lines.ts';
import { folded } from './passage.ts';
import type { Element } from './tree.ts';

/**
 * The title of a page: the heading that its metadata states, as the page shows it; else what the metadata states, without
 * the site's name; `null` where there is neither.
 */
export function pageTitle(facts: PageFacts, lines: readonly PageLine[]): string | null {
  const stated = statedTitles(facts);
  const headings = lines.filter(({ element, count }) => count <= 60 && headingOf(element) !== null);
  const firsts = headings.filter(({ element }) => headingOf(element)?.tag === 'h1');
  for (const pool of [firsts, headings]) {
    const shown = pool.find(({ words }) => stated.some((title) => matches(words, title)));
    if (shown) return shown.words.replace(/\s+/g, ' ');
  }
  const [first] = stated;
  if (first && !stated.some((title) => title === facts.title && title === first)) return first;
  const heading = firsts.find(({ count, linked }) => count >= 3 && linked < 0.9)?.words ?? null;
  return heading ?? withoutSite(first ?? null, facts);
}

function headingOf(element: Element): Element | null {
  for (let at: Element | null = element, i = 0; at && i < 3; at = at.parent, i++)
    if (/^h[1-3]$/.test(at.tag)) return at;
  return null;
}

function statedTitles(facts: PageFacts): string[] {
  const titles = [
    ...articleObjects(facts)
      .slice(0, 3)
      .flatMap(({ headline }) => namesOf(headline)),
    metaOf(facts, 'og:title', 'twitter:title', 'dc.title', 'headline', 'sailthru.title', 'parsely-title') ??
      '',
    facts.title ?? '',
  ];
  return titles.map((title) => title.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** Whether a heading is the title that the metadata states: the same words, or those with the site's name about them. */
function matches(heading: string, title: string): boolean {
  const own = folded(heading);
  const other = folded(title);
  if (own.length < 8) return own === other;
  return (
    own === other ||
    other.startsWith(own) ||
    (own.startsWith(other) && other.length > 20) ||
    (other.endsWith(own) && own.length > 20)
  );
}

/** "Headline | Site", "Headline - Site": the part that is not the site's name. */
function withoutSite(title: string | null, facts: PageFacts): string | null {
  if (!title) return null;
  const site = folded(metaOf(facts, 'og:site_name', 'application-name') ?? '');
  const parts = title.split(/\s+[|–—»·:-]\s+/);
  const own = parts.filter((part) => folded(part) !== site);
  if (parts.length === 1 || own.length === parts.length)
    return parts.length > 1 && parts[0]!.length > 20 ? parts[0]! : title;
  return own.join(' - ') || title;
}
