import { type Day, dayNumber } from '../text/interval.ts';
import type { Labelled } from './blocks.ts';
import { daysIn } from './days.ts';
import { articleObjects, metaOf, namesOf, type PageFacts } from './page-facts.ts';
import type { PageLine } from './page-lines.ts';
import { dayInUrl, dayOfStamp, dayStatedIn } from './published.ts';
import { regionOf } from './regions.ts';
import type { Element } from './tree.ts';

/** What a page is asked for its day. */
export interface Dated {
  readonly facts: PageFacts;
  readonly labelled: Labelled;
  readonly lines: readonly PageLine[];
  readonly url: string | null;
  readonly root: Element;
  /** The page as it came. */
  readonly html: string;
}

const PUBLISHED = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'date_published',
  'published_time',
  'published-date',
  'published_date',
  'publisheddate',
  'publish-date',
  'publish_date',
  'publishdate',
  'publish_time',
  'pubdate',
  'pub_date',
  'publication_date',
  'publication-date',
  'publicationdate',
  'parsely-pub-date',
  'sailthru.date',
  'displaydate',
  'article.published',
  'article_date_original',
  'originalpublicationdate',
  'cxenseparse:recs:publishtime',
  'bt:pubdate',
  'ptime',
  'rnews:datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'dc.date.publication',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'datecreated',
  'date.created',
  'created',
  'releasedate',
  'timestamp',
  'date',
  'dctermsdate',
  'gentime',
  'article:create_at',
  'weibo: article:create_at',
  'search_date',
  'shareaholic:article_published_time',
];
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'lastmod',
  'last-modified',
  'last_modified',
  'modified',
  'dcterms.modified',
  'dc.date.modified',
  'dc.date.updated',
  'updated_time',
  'date_updated',
  'revised',
  'shareaholic:article_modified_time',
];
const OF_PUBLICATION =
  /\b(?:publish|published|pubdate|post-?date|entry-?date|posted|dateline|created|article-?date|story-?date|timestamp)/i;

/** The day that a page states as that of its publication, by the surest sign that it gives; `null` where it gives none. */
export function pageDay(page: Dated): Day | null {
  const signs: readonly ((page: Dated) => Day | null)[] = [
    linkedDay('datePublished'),
    metaDay(PUBLISHED),
    itemDay('datepublished'),
    ({ url }) => dayInUrl(url),
    timeDay,
    ({ labelled }) => dayStatedIn(labelled),
    headLineDay,
    linkedDay('dateCreated'),
    linkedDay('uploadDate'),
    linkedDay('dateModified'),
    metaDay(MODIFIED),
    itemDay('datemodified'),
    noticeDay,
    scriptDay,
    anyMetaDay,
    onlyDay,
    imageDay,
    sourceDay,
  ];
  for (const sign of signs) {
    const day = sign(page);
    if (day && isLikely(day)) return shownDay(localDay(day, page), page);
  }
  return null;
}

/** The day of a text that was put up long before and shows only when it was renewed: it is of that day. */
function shownDay(day: Day, { lines }: Dated): Day {
  const shown = lines.filter(({ words, count }) => count < 30 && SHOWN.test(words));
  if (!shown.length || shown.some(({ words }) => !/^\W*(?:last\s+)?updated/i.test(words))) return day;
  const renewed = daysIn(shown[0]!.words.slice(0, 120))[0]?.day;
  return renewed && dayNumber(renewed) - dayNumber(day) > RENEWED ? renewed : day;
}

/** Days after which a text that was renewed is no longer the one of its first day. */
const RENEWED = 30;
const SHOWN = /^\W*(?:last\s+)?(?:updated|published|posted)\b/i;

/**
 * The day as the outlet's readers had it. Stamps in universal time are often a day ahead of or behind the day that the
 * address, a stamp with a time zone, or the line about the title gives.
 */
function localDay(day: Day, page: Dated): Day {
  const isBeside = (other: Day | null): other is Day =>
    other !== null && Math.abs(dayNumber(other) - dayNumber(day)) === 1;
  const zoned = page.facts.times
    .filter(({ element, stamp }) => ZONED.test(stamp) && !isElsewhere(element))
    .map(({ stamp }) => dayOfStamp(stamp));
  const posted = page.lines
    .filter(({ words, count }) => count < 30 && /^\W*(?:posted|published)\b/i.test(words))
    .map(({ words }) => daysIn(words.slice(0, 120))[0]?.day ?? null);
  const sure = [dayInUrl(page.url), ...posted, ...zoned];
  if (sure.includes(day)) return day;
  const near = [dayStatedIn(page.labelled), headLineDay(page)];
  return sure.find(isBeside) ?? (near.includes(day) ? day : (near.find(isBeside) ?? day));
}

/** A stamp with an offset from universal time. */
const ZONED = /T\d\d:\d\d(?::\d\d(?:\.\d+)?)?[+-](?!00:?00)\d\d:?\d\d$/;

/** The web is not older, and stamps of zero or of placeholders lie before it. */
const isLikely = (day: Day): boolean => day >= '1995-01-01' && day < '2100';

const linkedDay =
  (property: string) =>
  ({ facts }: Dated): Day | null => {
    for (const object of articleObjects(facts)) {
      const day = dayOfStamp(namesOf(object[property])[0]);
      if (day) return day;
    }
    return null;
  };

const metaDay =
  (names: readonly string[]) =>
  ({ facts }: Dated): Day | null => {
    for (const name of names) {
      const day = dayOfStamp(metaOf(facts, name));
      if (day) return day;
    }
    return null;
  };

const itemDay =
  (name: string) =>
  ({ facts }: Dated): Day | null => {
    for (const item of facts.items) {
      const day = item.name === name ? dayOfStamp(item.value) : null;
      if (day) return day;
    }
    return null;
  };

/** The first time element that stands in no list, sidebar or comment, those named for publication first. */
function timeDay({ facts }: Dated): Day | null {
  let first: Day | null = null;
  for (const { element, stamp, words } of facts.times) {
    const { class: names = '', itemprop = '', pubdate } = element.attributes;
    const named = pubdate !== undefined || OF_PUBLICATION.test(`${names} ${itemprop}`);
    if (isElsewhere(element, named)) continue;
    const day = dayOfStamp(stamp) ?? dayOfStamp(words);
    if (!day) continue;
    if (named) return day;
    first ??= /\b(?:updated|modified)\b/i.test(`${names} ${itemprop}`) ? null : day;
  }
  return first;
}

const ELSEWHERE: ReadonlySet<string> = new Set([
  'list of other stories',
  'sidebar',
  'comments',
  'site navigation',
  'page footer',
  'advertisement',
]);

function isElsewhere(element: Element, named = false): boolean {
  for (let at: Element | null = element.parent; at; at = at.parent) {
    const { reason } = regionOf(at);
    if (reason && ELSEWHERE.has(reason) && !(named && reason === 'page footer')) return true;
  }
  return false;
}

/** A day in the lines just before and behind the title, and in those named for dates. */
function headLineDay({ labelled, lines }: Dated): Day | null {
  const title = labelled.labels.findIndex(({ reason }) => reason === 'headline');
  const body = labelled.labels.findIndex(({ kind, kept }, i) => kind === 'body' && kept && i > title);
  const near = (i: number): boolean =>
    i >= title - 4 && i <= Math.min(body < 0 ? title + 10 : body + 1, title + 25);
  for (const [i, line] of lines.entries()) {
    if (!near(i) || line.count > 40) continue;
    const [found] = daysIn(line.words.slice(0, 300));
    if (found) return found.day;
  }
  for (const [i, line] of lines.entries()) {
    if (labelled.labels[i]!.reason !== 'byline or date' && labelled.labels[i]!.reason !== 'date line')
      continue;
    const [found] = isElsewhere(line.element) ? [] : daysIn(line.words.slice(0, 200));
    if (found) return found.day;
  }
  return null;
}

const NOTICES: readonly RegExp[] = [
  /^\W*(?:(?:page|article|story|post|this page was|site|content)\s+)?(?:last\s+|first\s+)?(?:updated|modified|published|posted|revised|reviewed|edited|released|changed)\b/i,
  /\b(?:updated|modified|published|posted|revised|reviewed|released)\b/i,
];

/** "Last updated: 4 November 2020" anywhere on the page. */
function noticeDay({ lines }: Dated): Day | null {
  for (const notice of NOTICES) {
    for (const { words, count } of lines) {
      const [found] = count <= 60 && notice.test(words) ? daysIn(words.slice(0, 400)) : [];
      if (found) return found.day;
    }
  }
  return null;
}

/** The latest of the days that short lines name. */
function onlyDay({ lines }: Dated): Day | null {
  const days = lines.filter(({ count }) => count <= 40).flatMap(({ words }) => daysIn(words.slice(0, 300)));
  return (
    days
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? null
  );
}

const SOURCE = 2_000_000;
const IN_SCRIPT =
  /["']?(?:date_?published|published_?(?:at|on|date|time)|publish_?(?:date|time|ed)|pub_?date|first_?published(?:_?date)?|date_?created|created_?at|post_?date)["']?\s*[:=]\s*["']([^"'<>]{8,40})["']/gi;

/** A day that the page's scripts state as that of publication. */
function scriptDay({ html }: Dated): Day | null {
  for (const match of html.slice(0, SOURCE).matchAll(IN_SCRIPT)) {
    const day = dayOfStamp(match[1]);
    if (day) return day;
  }
  return null;
}

/** A day in any metadata that is named for dates or times. */
function anyMetaDay({ facts }: Dated): Day | null {
  for (const [name, values] of facts.meta) {
    const day = /date|time|publish|issued|created/.test(name) ? dayOfStamp(values[0]) : null;
    if (day) return day;
  }
  return null;
}

/** The day in the address of the page's picture. */
const imageDay = ({ facts }: Dated): Day | null => dayInUrl(metaOf(facts, 'og:image', 'twitter:image'));

const STAMPS =
  /(?:19|20)\d\d-\d\d-\d\d(?=T\d\d:|["'\s])|\/(?:19|20)\d\d\/\d\d\/\d\d(?=\/)|\/(?:19|20)\d{6}(?=\/)/g;

/** The last of the days that stand anywhere in the source. */
function sourceDay({ html }: Dated): Day | null {
  const days = [...html.slice(0, SOURCE).matchAll(STAMPS)].map(([stamp]) =>
    dayOfStamp(stamp.replace(/^\//, '').replaceAll('/', '-')),
  );
  return (
    days
      .filter((day) => day !== null && isLikely(day))
      .sort()
      .at(-1) ?? null
  );
}
