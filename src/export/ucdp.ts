import type { Question } from '../ledger/ledger.ts';
import {
  articlesOn,
  assertionsOn,
  countryOf,
  daysIn,
  eventsOf,
  type HarmEvent,
  lengthOf,
  sideOf,
} from './events.ts';
import { type Columns, type CsvOptions, csvTable } from './table.ts';
import type { Told } from './told.ts';

/** Deaths by side, as GED divides them; `best` is their sum. */
interface Deaths {
  readonly a: number;
  readonly b: number;
  readonly civilians: number;
  readonly unknown: number;
}

interface Row {
  readonly event: HarmEvent;
  readonly killed: Question;
  readonly deaths: Deaths;
  readonly sides: readonly string[];
}

const empty = (): null => null;

/**
 * The columns of UCDP's Georeferenced Event Dataset (GED codebook, version 24.1), in its order. What the reports do not
 * say (actor and conflict ids, coordinates, type of violence) stays empty for a coder.
 */
const COLUMNS: Columns<Row> = {
  id: ({ killed }) => killed.id,
  relid: empty,
  year: ({ event }) => yearOf(event),
  active_year: empty,
  code_status: empty,
  type_of_violence: empty,
  conflict_dset_id: empty,
  conflict_new_id: empty,
  conflict_name: ({ event }) => event.told.ledger.story.title,
  dyad_dset_id: empty,
  dyad_new_id: empty,
  dyad_name: empty,
  side_a_dset_id: empty,
  side_a_new_id: empty,
  side_a: ({ sides }) => sides[0] ?? null,
  side_b_dset_id: empty,
  side_b_new_id: empty,
  side_b: ({ sides }) => sides[1] ?? null,
  number_of_sources: ({ event }) => articlesOn(event).length,
  source_article: ({ event }) =>
    articlesOn(event)
      .map(({ outlet, file, published, title }) => `"${outlet ?? file},${published ?? ''},${title ?? ''}"`)
      .join(';'),
  source_office: ({ event }) => listed(articlesOn(event).map(({ outlet, file }) => outlet ?? file)),
  source_date: ({ event }) => listed(articlesOn(event).map(({ published }) => published ?? '')),
  source_headline: ({ event }) => listed(articlesOn(event).map(({ title }) => title ?? '')),
  source_original: ({ event }) =>
    listed([...new Set(assertionsOn(event).map(({ originator }) => originator))]),
  where_prec: empty,
  where_coordinates: empty,
  where_description: ({ killed }) => killed.place,
  adm_1: empty,
  adm_2: empty,
  latitude: empty,
  longitude: empty,
  geom_wkt: empty,
  priogrid_gid: empty,
  country: ({ event }) => countryOf(event),
  country_id: empty,
  region: empty,
  event_clarity: ({ killed }) => (killed.scope === 'incident' ? 1 : 2),
  date_prec: ({ event }) => datePrecision(lengthOf(daysIn(event))),
  date_start: ({ event }) => daysIn(event).from,
  date_end: ({ event }) => daysIn(event).to,
  deaths_a: ({ deaths }) => deaths.a,
  deaths_b: ({ deaths }) => deaths.b,
  deaths_civilians: ({ deaths }) => deaths.civilians,
  deaths_unknown: ({ deaths }) => deaths.unknown,
  best: ({ deaths }) => deaths.a + deaths.b + deaths.civilians + deaths.unknown,
  high: ({ killed }) => killed.high ?? bestOf(killed),
  low: ({ killed }) => killed.low ?? bestOf(killed),
  gwnoa: empty,
  gwnob: empty,
};

/** GED's columns, in order. */
export const UCDP_COLUMNS: readonly string[] = Object.keys(COLUMNS);

/** The deadly events of the stories as rows of UCDP GED. Draw the ledgers by the codebook `ucdp`. */
export const ucdpCsv = (stories: readonly Told[], options: CsvOptions = {}): string =>
  csvTable(COLUMNS, stories.flatMap(eventsOf).flatMap(rowOf), options);

function rowOf(event: HarmEvent): readonly Row[] {
  const { killed } = event;
  if (!killed || bestOf(killed) === 0) return [];
  return [{ event, killed, ...deathsOf(event, killed) }];
}

/** The best estimate by side: what parts and the whole's own words say, the rest unknown. */
function deathsOf(
  { parts }: HarmEvent,
  killed: Question,
): { readonly deaths: Deaths; readonly sides: readonly string[] } {
  const whole = bestOf(killed);
  const told = [killed, ...parts.filter(({ measure }) => measure === 'killed')];
  const armed = told.filter((question) => sideOf(question) === 'belligerents').slice(0, 2);
  const civil = told.find((question) => sideOf(question) === 'civilians');
  const sides = armed.map(({ group }) => group);
  const [a = 0, b = 0] = armed.map(bestOf);
  const civilians = civil ? bestOf(civil) : 0;
  const unknown = whole - a - b - civilians;
  if (unknown < 0) return { deaths: { a: 0, b: 0, civilians: 0, unknown: whole }, sides };
  return { deaths: { a, b, civilians, unknown }, sides };
}

const bestOf = ({ low, best, high }: Question): number => Math.round(best ?? low ?? high ?? 0);

const yearOf = (event: HarmEvent): number | null => {
  const { from } = daysIn(event);
  return from === null ? null : Number(from.slice(0, 4));
};

/** GED's date_prec: 1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 longer or open. */
function datePrecision(days: number | null): number {
  if (days === null) return 5;
  return days <= 1 ? 1 : days <= 6 ? 2 : days <= 7 ? 3 : days <= 31 ? 4 : 5;
}

const listed = (words: readonly string[]): string => words.join(';');
