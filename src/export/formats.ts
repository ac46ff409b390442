import { acledCsv } from './acled.ts';
import { airwarsCsv } from './airwars.ts';
import { webAnnotations } from './annotations.ts';
import { plainCsv } from './csv.ts';
import { provJson } from './prov.ts';
import { recordsOf } from './records.ts';
import { schemaClaims } from './schema-org.ts';
import type { CsvOptions } from './table.ts';
import { timelineJson } from './timeline.ts';
import type { Told } from './told.ts';
import { ucdpCsv } from './ucdp.ts';

/** One way to write ledgers for others. */
export interface Format {
  /** What it is, for the help and the pages. */
  readonly title: string;
  /** The codebook that it is drawn by where none is asked for. */
  readonly codebook: string;
  readonly mime: string;
  /** Whether stories can be written one after the other, for stores of any size. */
  readonly perStory?: true;
  readonly write: (stories: readonly Told[], options: CsvOptions) => string;
}

const CSV = 'text/csv; charset=utf-8';

/** Every export by its name. */
export const FORMATS: Readonly<Record<string, Format>> = {
  csv: {
    title: 'every assertion, a row each',
    codebook: 'plain',
    mime: CSV,
    write: (stories, options) =>
      plainCsv(
        stories.map(({ ledger }) => ledger),
        options,
      ),
  },
  jsonl: {
    title: 'all records, a line each',
    codebook: 'plain',
    mime: 'application/jsonl',
    perStory: true,
    write: (stories) =>
      stories
        .flatMap(({ ledger, articles }) => [...recordsOf(ledger, articles)])
        .map((record) => `${JSON.stringify(record)}\n`)
        .join(''),
  },
  ucdp: { title: 'deadly events in the columns of UCDP GED', codebook: 'ucdp', mime: CSV, write: ucdpCsv },
  acled: { title: 'events in the columns of ACLED', codebook: 'acled', mime: CSV, write: acledCsv },
  airwars: {
    title: 'events as Airwars lays out an incident',
    codebook: 'airwars',
    mime: CSV,
    write: airwarsCsv,
  },
  annotations: {
    title: 'W3C Web Annotations on the words of each claim',
    codebook: 'plain',
    mime: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    write: webAnnotations,
  },
  claims: { title: 'schema.org Claims', codebook: 'plain', mime: 'application/ld+json', write: schemaClaims },
  timeline: { title: 'TimelineJS slides', codebook: 'plain', mime: 'application/json', write: timelineJson },
  prov: { title: 'W3C PROV as PROV-JSON', codebook: 'plain', mime: 'application/json', write: provJson },
};
