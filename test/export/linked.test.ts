import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { webAnnotations } from '../../src/export/annotations.ts';
import { FORMATS } from '../../src/export/formats.ts';
import { provJson } from '../../src/export/prov.ts';
import { schemaClaims } from '../../src/export/schema-org.ts';
import { timelineJson } from '../../src/export/timeline.ts';
import { STORY, toldBy } from './told.ts';

type Json = Record<string, unknown>;
const read = (text: string) => JSON.parse(text) as Json;

describe('Web Annotations', () => {
  const page = read(webAnnotations([STORY]));
  const items = page.items as Json[];

  test('hold what the model demands of a page and of each annotation', () => {
    assert.equal(page['@context'], 'http://www.w3.org/ns/anno.jsonld');
    assert.equal(page.type, 'AnnotationPage');
    assert.equal(items.length, STORY.ledger.entries.length);
    for (const { id, type, target } of items) {
      assert.equal(type, 'Annotation');
      assert.match(String(id), /^urn:hearsay:\S+$/);
      const { source, selector } = target as { source: Json; selector: Json[] };
      assert.match(String(source.id), /^urn:hearsay:article:/);
      assert.deepEqual(
        selector.map((one) => one.type),
        ['TextQuoteSelector', 'TextPositionSelector'],
      );
    }
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
  });

  test('both selectors lead to the figure, past characters of two units', () => {
    const texts = new Map(STORY.articles.map(({ id, text }) => [`urn:hearsay:article:${id}`, text]));
    const figures = new Map(STORY.ledger.entries.map(({ id, figure }) => [`urn:hearsay:${id}`, figure.text]));
    for (const { id, target } of items) {
      const { source, selector } = target as { source: Json; selector: Json[] };
      const text = texts.get(String(source.id))!;
      const [quote, position] = selector as [Json, Json];
      const points = [...text];
      assert.equal(
        points.slice(position.start as number, position.end as number).join(''),
        figures.get(String(id)),
      );
      assert.equal(quote.exact, figures.get(String(id)));
      assert.ok(text.includes(`${quote.prefix}${quote.exact}${quote.suffix}`));
    }
  });
});

describe('schema.org', () => {
  const graph = read(schemaClaims([STORY]))['@graph'] as Json[];

  /** Properties of schema.org's Claim, of CreativeWork and of Thing that are used, and JSON-LD's own. */
  const KNOWN = ['@type', '@id', 'text', 'author', 'datePublished', 'about', 'firstAppearance', 'appearance'];

  test('one Claim for each assertion, with known properties only', () => {
    assert.equal(graph.length, STORY.ledger.assertions.length);
    for (const claim of graph) {
      assert.equal(claim['@type'], 'Claim');
      for (const property of Object.keys(claim)) assert.ok(KNOWN.includes(property), property);
    }
  });

  test('says who claims it and where it appeared, and gives no verdict', () => {
    const [claim] = graph as { author: Json; appearance: Json[]; firstAppearance: Json }[];
    assert.equal(claim?.author['@type'], 'Organization');
    assert.equal(claim?.firstAppearance['@type'], 'NewsArticle');
    assert.ok(claim!.appearance.length > 0);
    assert.doesNotMatch(JSON.stringify(graph), /Rating|Review/);
  });
});

describe('TimelineJS', () => {
  const { title, events } = read(timelineJson([STORY])) as { title: Json; events: Json[] };

  test('every slide has a start and a text, and an id of its own', () => {
    assert.equal(events.length, STORY.ledger.assertions.length);
    for (const { start_date, text, group, unique_id } of events) {
      const { year, month, day } = start_date as Record<string, number>;
      assert.ok(year === 2024 && month! >= 1 && month! <= 12 && day! >= 1 && day! <= 31);
      assert.ok((text as Json).headline && (text as Json).text && group && unique_id);
    }
    assert.equal(new Set(events.map(({ unique_id }) => unique_id)).size, events.length);
    assert.ok(title.text);
  });

  test('texts are escaped, since they are shown as HTML', () => {
    assert.doesNotMatch(JSON.stringify(events), /<b>/);
    assert.match(JSON.stringify(events), /&lt;b&gt;hospital/);
  });

  test('what has no day is left out and counted', () => {
    const told = toldBy([{ published: null, claims: [{ text: '40', group: 'people' }] }]);
    const timeline = read(timelineJson([told])) as { title: { text: Json }; events: Json[] };
    assert.equal(timeline.events.length, 0);
    assert.match(String(timeline.title.text.text), /1 without a day are left out/);
  });
});

describe('PROV-JSON', () => {
  const document = read(provJson([STORY])) as Record<string, Record<string, Json>>;

  /** What the published schema demands of each kind of record. */
  const DEMANDED: Readonly<Record<string, readonly string[]>> = {
    wasAttributedTo: ['prov:entity', 'prov:agent'],
    wasDerivedFrom: ['prov:generatedEntity', 'prov:usedEntity'],
    hadMember: ['prov:collection', 'prov:entity'],
  };

  test('has no part that the schema lacks, and every record what it demands', () => {
    for (const part of Object.keys(document))
      assert.ok(['prefix', 'entity', 'agent', ...Object.keys(DEMANDED)].includes(part), part);
    for (const [part, keys] of Object.entries(DEMANDED))
      for (const record of Object.values(document[part]!))
        for (const key of keys) assert.equal(typeof record[key], 'string', `${part} ${key}`);
  });

  test('names only entities and agents that it declares, by declared prefixes', () => {
    const declared = new Set([...Object.keys(document.entity!), ...Object.keys(document.agent!)]);
    for (const [part, keys] of Object.entries(DEMANDED))
      for (const record of Object.values(document[part]!))
        for (const key of keys) assert.ok(declared.has(String(record[key])), String(record[key]));
    for (const id of declared) assert.ok(id.split(':')[0]! in document.prefix!);
  });

  test('an update is a revision, an excerpt a quotation', () => {
    const types = Object.values(document.wasDerivedFrom!).map(
      (record) => (record['prov:type'] as Json | undefined)?.$,
    );
    assert.ok(types.includes('prov:Revision') && types.includes('prov:Quotation'));
  });
});

test('every format writes an empty store, and the same bytes twice', () => {
  for (const [name, { write }] of Object.entries(FORMATS)) {
    assert.equal(typeof write([], {}), 'string', name);
    assert.equal(write([STORY], {}), write([STORY], {}), name);
  }
});
