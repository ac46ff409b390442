import { gradeOf } from '../ledger/grade.ts';
import type { Question } from '../ledger/ledger.ts';
import { dayWords, numberWords } from '../ledger/words.ts';
import {
  articlesOn,
  assertionsOn,
  countryOf,
  daysIn,
  eventsOf,
  type HarmEvent,
  partOn,
  sideOf,
} from './events.ts';
import { type Columns, type CsvOptions, csvTable } from './table.ts';
import type { Told } from './told.ts';

const empty = (): null => null;

/**
 * The fields of an Airwars incident page (airwars.org, assessed incidents), as columns. Counts are minimum–maximum, as
 * Airwars writes them. What the reports do not say (strike status and type, cause, belligerents) stays empty for a coder.
 */
const COLUMNS: Columns<HarmEvent> = {
  'Incident code': ({ main }) => main.id,
  'Incident date': (event) => daysIn(event).from,
  Location: ({ main }) => main.place,
  Country: countryOf,
  'Strike status': empty,
  'Strike type': empty,
  Infrastructure: empty,
  'Civilian harm reported': (event) =>
    countOf(civil(event, 'killed')) || countOf(civil(event, 'wounded')) ? 'Yes' : 'None known',
  'Civilians reported killed': (event) => countOf(civil(event, 'killed')) ?? 'Unknown',
  'Children reported killed': (event) => countOf(partOn(event, 'killed', 'children')),
  'Women reported killed': (event) => countOf(partOn(event, 'killed', 'women')),
  'Men reported killed': (event) => countOf(partOn(event, 'killed', 'men')),
  'Civilians reported injured': (event) => countOf(civil(event, 'wounded')),
  'Cause of injury / death': empty,
  'Airwars civilian harm grading': (event) => {
    const { responses } = event.told.ledger;
    return title(
      gradeOf(
        assertionsOn(event),
        responses.filter(({ question }) => question === event.main.id),
      ),
    );
  },
  Impact: empty,
  'Suspected belligerent': empty,
  'Suspected target': empty,
  'Belligerents reported killed': (event) => countOf(armed(event, 'killed')),
  'Belligerents reported injured': (event) => countOf(armed(event, 'wounded')),
  Summary: (event) =>
    assertionsOn(event)
      .map(
        ({ originator, figure, on }) =>
          `${dayWords(on?.to ?? on?.from ?? null)}, ${originator}: ${figure.texts[0] ?? ''}`,
      )
      .join('; '),
  Sources: (event) =>
    articlesOn(event)
      .map(({ outlet, file, url }) => [outlet ?? file, url].filter(Boolean).join(' '))
      .join('; '),
};

/** Names of the columns, in order. */
export const AIRWARS_COLUMNS: readonly string[] = Object.keys(COLUMNS);

/** The events of the stories that harmed anybody, as Airwars lays out an incident. Draw the ledgers by `airwars`. */
export const airwarsCsv = (stories: readonly Told[], options: CsvOptions = {}): string =>
  csvTable(COLUMNS, stories.flatMap(eventsOf), options);

type Harm = 'killed' | 'wounded';

/** The question on civilians: a part that names them, else the whole where its words do not name combatants. */
function civil(event: HarmEvent, harm: Harm): Question | null {
  const part = event.parts.find(
    (one) => one.measure === harm && one.group && partOn(event, harm, 'civilians') === one,
  );
  if (part) return part;
  const whole = event[harm];
  return whole && sideOf(whole) !== 'belligerents' ? whole : null;
}

function armed(event: HarmEvent, harm: Harm): Question | null {
  const part = partOn(event, harm, 'fighters') ?? partOn(event, harm, 'militants');
  const whole = event[harm];
  return part ?? (whole && sideOf(whole) === 'belligerents' ? whole : null);
}

/** "12–24", "31"; `null` for none. */
function countOf(question: Question | null): string | null {
  if (!question) return null;
  const numbers = [question.low, question.high].filter((number) => number !== null);
  return numbers.length ? [...new Set(numbers.map(numberWords))].join('–') : null;
}

const title = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
