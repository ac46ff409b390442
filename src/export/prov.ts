import type { Ledger } from '../ledger/ledger.ts';
import type { SpeakerKind } from '../reading/statement.ts';
import type { Copy } from '../stories/story.ts';
import { idOf } from '../text/id.ts';
import type { Told } from './told.ts';

type Records = Record<string, object>;

/** The parts of a PROV-JSON document that a ledger fills. */
interface Document {
  readonly prefix: Readonly<Record<string, string>>;
  readonly entity: Records;
  readonly agent: Records;
  readonly wasAttributedTo: Records;
  readonly wasDerivedFrom: Records;
  readonly hadMember: Records;
}

/**
 * The ledgers as W3C PROV in its JSON form (PROV-JSON, W3C Member Submission of 24 April 2013): articles, claims and
 * assertions are entities, outlets and originators agents. A claim is quoted from its article; a copy is derived from its
 * first known carrier; an assertion that updates another is its revision; a story's articles are its members.
 */
export function provJson(stories: readonly Told[]): string {
  const document: Document = {
    prefix: { hearsay: 'urn:hearsay:', dcterms: 'http://purl.org/dc/terms/' },
    entity: {},
    agent: {},
    wasAttributedTo: {},
    wasDerivedFrom: {},
    hadMember: {},
  };
  for (const told of stories) {
    addArticles(document, told);
    addClaims(document, told.ledger);
    addAssertions(document, told.ledger);
  }
  return `${JSON.stringify(document, null, 2)}\n`;
}

const name = (id: string): string => `hearsay:${id}`;
const qualified = (value: string): object => ({ $: value, type: 'prov:QUALIFIED_NAME' });

function addArticles(document: Document, { ledger, articles }: Told): void {
  const { entity, hadMember } = document;
  entity[name(ledger.story.id)] = {
    'prov:type': qualified('prov:Collection'),
    'prov:label': ledger.story.title,
  };
  for (const { id, title, url, published, outlet } of articles) {
    entity[name(id)] = {
      'prov:type': 'article',
      ...(title && { 'prov:label': title }),
      ...(url && { 'dcterms:source': url }),
      ...(published && { 'dcterms:issued': published }),
    };
    if (outlet) attribute(document, id, outlet, 'outlet');
    hadMember[`_:m${idOf(ledger.story.id, id)}`] = {
      'prov:collection': name(ledger.story.id),
      'prov:entity': name(id),
    };
  }
  for (const copy of ledger.copies) derive(document, copy.to, copy.from, derivationOf(copy));
}

function addClaims(document: Document, { entries }: Ledger): void {
  for (const { id, article, figure } of entries) {
    document.entity[name(id)] = { 'prov:type': 'claim', 'prov:value': figure.text };
    derive(document, id, article, 'prov:Quotation');
  }
}

function addAssertions(document: Document, { assertions, questions }: Ledger): void {
  for (const { id, originator, kind, figure, claims } of assertions) {
    document.entity[name(id)] = { 'prov:type': 'assertion', 'prov:value': figure.texts[0] ?? '' };
    attribute(document, id, originator, kind);
    for (const claim of claims) derive(document, id, claim, null);
  }
  for (const { from, to, kind } of questions.flatMap(({ relations }) => relations))
    if (kind === 'updates') derive(document, from, to, 'prov:Revision');
}

/** A paper's own update is a revision, an excerpt a quotation, any other copy a derivation like any. */
const derivationOf = ({ revision, kind }: Copy): string | null =>
  revision ? 'prov:Revision' : kind === 'excerpt' ? 'prov:Quotation' : null;

function derive({ wasDerivedFrom }: Document, made: string, used: string, type: string | null): void {
  wasDerivedFrom[`_:d${idOf(made, used)}`] = {
    'prov:generatedEntity': name(made),
    'prov:usedEntity': name(used),
    ...(type && { 'prov:type': qualified(type) }),
  };
}

function attribute({ agent, wasAttributedTo }: Document, id: string, who: string, kind: SpeakerKind): void {
  const key = `agent-${idOf('agent', who)}`;
  const person = kind === 'person' || kind === 'witness';
  agent[name(key)] ??= {
    'prov:type': qualified(person ? 'prov:Person' : 'prov:Organization'),
    'prov:label': who,
  };
  wasAttributedTo[`_:a${idOf(id, key)}`] = { 'prov:entity': name(id), 'prov:agent': name(key) };
}
