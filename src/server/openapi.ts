import { HEDGE_WORDS, MEASURE_WORDS } from '../ledger/words.ts';

type Schema = Readonly<Record<string, unknown>>;

const string: Schema = { type: 'string' };
const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const day: Schema = { type: 'string', format: 'date' };
const list = (items: Schema): Schema => ({ type: 'array', items });
const number: Schema = { type: 'number' };

/** The fields of each record that are promised; a record may carry more (docs/records.md). */
const RECORDS: Readonly<Record<string, Readonly<Record<string, Schema>>>> = {
  article: {
    id: string,
    file: string,
    title: nullable(string),
    outlet: nullable(string),
    published: nullable(day),
    language: string,
    text: string,
    blocks: list({ type: 'object' }),
    credits: list({ type: 'object' }),
  },
  claim: {
    id: string,
    file: string,
    article: string,
    story: string,
    question: string,
    assertion: string,
    figure: { type: 'object' },
    measure: string,
    counted: { type: 'object' },
    chain: list({ type: 'object' }),
    originator: string,
    hedges: list(string),
    scope: string,
    sentence: { type: 'object' },
    headline: { type: 'boolean' },
  },
  response: {
    id: string,
    file: string,
    article: string,
    question: nullable(string),
    stance: string,
    name: string,
    start: number,
    end: number,
  },
  assertion: {
    id: string,
    question: string,
    originator: string,
    kind: string,
    figure: { type: 'object' },
    claims: list(string),
    articles: list(string),
    outlets: list(string),
  },
  question: {
    id: string,
    story: string,
    measure: string,
    group: string,
    scope: string,
    assertions: list(string),
    originators: number,
    outlets: number,
    low: nullable(number),
    best: nullable(number),
    high: nullable(number),
    codebook: string,
    rule: string,
    relations: list({ type: 'object' }),
  },
  story: { id: string, title: string, articles: list(string), from: nullable(day), to: nullable(day) },
  copy: { from: string, to: string, kind: string, overlap: number },
  correction: {
    id: string,
    kind: string,
    targets: list(list(string)),
    note: string,
    at: string,
    articles: list(string),
    undone: nullable(string),
  },
};

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Schema): Schema => ({ content: { 'application/json': { schema } } });
const parameter = (
  name: string,
  schema: Schema,
  description: string,
  where: 'query' | 'path' = 'query',
): Schema => ({
  name,
  in: where,
  required: where === 'path',
  schema,
  description,
});
const ID = parameter('id', string, 'as the lists give it', 'path');
const WINDOW = [
  parameter('offset', { type: 'integer', minimum: 0 }, 'how many to leave out'),
  parameter('limit', { type: 'integer', minimum: 1, maximum: 500 }, 'how many to give, 100 where not given'),
];

const ERRORS: Schema = { default: { description: 'What is wrong and what to do', ...json(ref('Error')) } };
const ok = (schema: Schema, description = 'Found', status = '200'): Schema => ({
  [status]: { description, ...json(schema) },
  ...ERRORS,
});
const get = (summary: string, schema: Schema, ...parameters: readonly Schema[]): Schema => ({
  get: { summary, parameters, responses: ok(schema) },
});
const pageOf = (name: string): Schema => ({
  type: 'object',
  required: ['items', 'next'],
  properties: { items: list(ref(name)), next: nullable(string), total: number },
});

/** The API as an OpenAPI 3.1 document. */
export function openApi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hearsay',
      version: '1',
      description:
        'The ledgers of a store. Records are those of docs/records.md; long lists come in pages, "next" being the address of the next one.',
    },
    servers: [{ url: '/api' }],
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { ...Object.fromEntries(Object.entries(RECORDS).map(recordSchema)), Error: ERROR, Work: WORK },
    },
    security: [{ token: [] }, {}],
    paths: paths(),
  };
}

const recordSchema = ([name, properties]: [string, Readonly<Record<string, Schema>>]): [string, Schema] => [
  name,
  {
    type: 'object',
    required: ['record', ...Object.keys(properties)],
    properties: { record: { const: name }, ...properties },
  },
];

const ERROR: Schema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['status', 'code', 'message'],
      properties: { status: number, code: string, message: string },
    },
  },
};

const WORK: Schema = {
  type: 'object',
  required: ['id', 'state', 'words', 'done', 'total', 'problems', 'articles', 'stories'],
  properties: {
    id: string,
    state: { enum: ['reading', 'done', 'failed'] },
    words: string,
    done: number,
    total: number,
    problems: list({ type: 'object' }),
    articles: list(string),
    stories: list({ type: 'object' }),
  },
};

function paths(): Schema {
  const below = (name: string, record: string, ...more: readonly Schema[]): [string, Schema] => [
    `/stories/{id}/${name}`,
    get(`The story's ${name}`, pageOf(record), ID, ...WINDOW, ...more),
  ];
  const codebook = parameter('codebook', string, 'whose low, best and high; plain where not given');
  return {
    '/openapi.json': get('This document', { type: 'object' }),
    '/stories': get('Stories, the latest first', pageOf('story'), ...WINDOW),
    '/stories/{id}': get('A story', ref('story'), ID),
    ...Object.fromEntries([
      below('questions', 'question', codebook),
      below('assertions', 'assertion'),
      below('claims', 'claim'),
      below('responses', 'response'),
      below('rejected', 'claim'),
      below('corrections', 'correction'),
      below('copies', 'copy'),
      below('articles', 'article'),
    ]),
    '/articles': {
      post: {
        summary: 'Read a text or the page at an address',
        requestBody: json({
          type: 'object',
          properties: { text: string, address: string, outlet: string, published: day },
        }),
        responses: ok(ref('Work'), 'Being read', '202'),
      },
    },
    '/articles/{id}': get('An article', ref('article'), ID),
    '/articles/{id}/claims': get('What was read of it', pageOf('claim'), ID, ...WINDOW),
    '/work/{id}': get('How far an addition is', ref('Work'), ID),
    '/search': get(
      'Articles by words, or claims by filters',
      { type: 'object' },
      ...searchParameters(),
      ...WINDOW,
    ),
    '/corrections': {
      ...get('Every correction', pageOf('correction'), ...WINDOW),
      post: {
        summary: 'Put something right',
        requestBody: json({
          type: 'object',
          required: ['kind'],
          properties: {
            kind: string,
            stories: list(string),
            articles: list(string),
            claims: list(string),
            note: string,
          },
        }),
        responses: ok(ref('correction'), 'Kept', '201'),
      },
    },
    '/corrections/{id}': {
      delete: {
        summary: 'Undo a correction; it stays in the record',
        parameters: [ID],
        responses: ok(ref('correction'), 'Undone'),
      },
    },
  };
}

const searchParameters = (): readonly Schema[] => [
  parameter('q', string, 'words and "phrases", all of which must occur'),
  parameter('measure', { enum: Object.keys(MEASURE_WORDS) }, 'what is measured'),
  parameter('originator', string, 'a name or its beginning'),
  parameter('outlet', string, 'a name or its beginning'),
  parameter('from', day, 'said on this day or later'),
  parameter('to', day, 'said on this day or earlier'),
  parameter('hedge', { enum: Object.keys(HEDGE_WORDS) }, 'how it is hedged'),
];
