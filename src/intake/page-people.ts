import { isOutletName } from './outlet.ts';
import { articleObjects, type JsonObject, metaOf, namesOf, type PageFacts } from './page-facts.ts';
import type { PageLine } from './page-lines.ts';

const BY = /^\s*(?:by|written by|story by|words by)\b\s*:?\s*/i;

/** The writers that a page names, as it writes them; `null` where it names none. */
export function pageByline(facts: PageFacts, lines: readonly PageLine[]): string | null {
  for (const { author, creator } of articleObjects(facts)) {
    const names = clean(namesOf(author ?? creator));
    if (names.length) return names.join(', ');
  }
  const meta = clean([
    metaOf(
      facts,
      'author',
      'article:author',
      'parsely-author',
      'sailthru.author',
      'dc.creator',
      'byl',
      'citation_author',
    ) ?? '',
  ]);
  if (meta.length) return meta.join(', ');
  const item = clean(facts.items.filter(({ name }) => name === 'author').map(({ value }) => value));
  if (item.length) return item[0]!;
  const line = lines.find(({ words, count }) => count <= 10 && count >= 3 && /^by\s+\p{Lu}/iu.test(words));
  return line ? (clean([line.words])[0] ?? null) : null;
}

const clean = (names: readonly string[]): string[] => [
  ...new Set(
    names
      .map((name) => name.replace(BY, '').replace(/\s+/g, ' ').trim())
      .filter((name) => name.length > 2 && name.length < 100 && !/^https?:|[<>{}@]/.test(name)),
  ),
];

/** The outlet's name as a page states it of itself. */
export function pageOutlet(facts: PageFacts): string | null {
  const site = metaOf(facts, 'og:site_name');
  if (site && site.length < 60) return site;
  for (const { publisher } of articleObjects(facts)) {
    const [name] = namesOf(publisher);
    if (name && name.length < 60) return name;
  }
  const names = facts.linked
    .filter(({ '@type': type }) => isSite(type))
    .flatMap(({ name }: JsonObject) => namesOf(name));
  return (
    names[0] ??
    metaOf(facts, 'application-name', 'apple-mobile-web-app-title', 'twitter:app:name:iphone') ??
    titleOutlet(facts)
  );
}

const isSite = (type: unknown): boolean =>
  [type].flat().some((one) => one === 'WebSite' || one === 'NewsMediaOrganization' || one === 'Organization');

/** "Headline | The Example Times". */
function titleOutlet({ title }: PageFacts): string | null {
  const parts = title?.split(/\s+[|–—»·-]\s+/) ?? [];
  const last = parts.length > 1 ? parts.at(-1)!.trim() : '';
  return last && last.split(/\s+/).length <= 5 && isOutletName(last) ? last : null;
}
