import { dayWords } from '../ledger/words.ts';
import { articlesOn, assertionsOn, countryOf, daysIn, eventsOf, type HarmEvent, lengthOf } from './events.ts';
import { type Columns, type CsvOptions, csvTable } from './table.ts';
import type { Told } from './told.ts';

const empty = (): null => null;

/**
 * The columns of ACLED's event export (ACLED codebook, 2024), in its order. What the reports do not say (types of event and
 * actor, coordinates, ISO numbers) stays empty for a coder; no clock is read, so `timestamp` is empty too.
 */
const COLUMNS: Columns<HarmEvent> = {
  event_id_cnty: ({ main }) => main.id,
  event_date: (event) => daysIn(event).from,
  year: (event) => daysIn(event).from?.slice(0, 4) ?? null,
  time_precision: (event) => timePrecision(lengthOf(daysIn(event))),
  disorder_type: empty,
  event_type: empty,
  sub_event_type: empty,
  actor1: empty,
  assoc_actor_1: empty,
  inter1: empty,
  actor2: empty,
  assoc_actor_2: empty,
  inter2: empty,
  interaction: empty,
  civilian_targeting: empty,
  iso: empty,
  region: empty,
  country: countryOf,
  admin1: empty,
  admin2: empty,
  admin3: empty,
  location: ({ main }) => main.place,
  latitude: empty,
  longitude: empty,
  geo_precision: empty,
  source: (event) => [...new Set(articlesOn(event).map(({ outlet, file }) => outlet ?? file))].join('; '),
  source_scale: empty,
  notes: notesOf,
  fatalities: ({ killed }) => (killed ? (killed.best ?? killed.low ?? killed.high) : 0),
  tags: ({ told }) => told.ledger.story.title,
  timestamp: empty,
};

/** ACLED's columns, in order. */
export const ACLED_COLUMNS: readonly string[] = Object.keys(COLUMNS);

/** The events of the stories that harmed anybody, as rows of ACLED's export. Draw the ledgers by the codebook `acled`. */
export const acledCsv = (stories: readonly Told[], options: CsvOptions = {}): string =>
  csvTable(COLUMNS, stories.flatMap(eventsOf), options);

/** Who said what and when, and the rule behind the number. */
function notesOf(event: HarmEvent): string {
  const said = assertionsOn(event).map(
    ({ originator, figure, on }) =>
      `${originator} (${dayWords(on?.to ?? on?.from ?? null)}): ${figure.texts[0] ?? ''}`,
  );
  return `${said.join('; ')}. ${event.main.rule}.`;
}

/** ACLED's time_precision: 1 the day, 2 a week, 3 a month or longer. */
const timePrecision = (days: number | null): number =>
  days === null ? 3 : days <= 1 ? 1 : days <= 7 ? 2 : 3;
