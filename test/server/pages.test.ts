import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Story } from '../../src/stories/story.ts';
import { exampleStore, formOf, type Json, siteOf } from './site.ts';

let site: ReturnType<typeof siteOf>;
let stories: readonly Story[];
const titled = (pattern: RegExp): Story => stories.find(({ title }) => pattern.test(title))!;

before(async () => {
  site = siteOf(await exampleStore());
  stories = site.store.stories();
});

const tags = (page: string, pattern: RegExp): readonly string[] =>
  [...page.matchAll(pattern)].map(([, one]) => one!);

describe('the pages', () => {
  test('list all stories, each with a link that leads to it', async () => {
    const page = await site.text('/');
    const links = tags(page, /<h2><a href="(\/story\/[0-9a-f]+)"/g);
    assert.equal(links.length, stories.length);
    for (const link of links) assert.equal((await site.ask(link)).status, 200, link);
  });

  test('have no inline script, style or handler anywhere', async () => {
    const { id, articles } = titled(/Veyra/);
    for (const path of [
      '/',
      `/story/${id}`,
      `/story/${id}/sources`,
      `/article/${articles[0]}`,
      '/search?q=killed',
      '/add',
      '/corrections',
      `/correct/story/${id}`,
    ]) {
      const page = await site.text(path);
      assert.doesNotMatch(page, /<style|<script(?! src=")|\sstyle="|\son[a-z]+="/, path);
      assert.doesNotMatch(page, /(?:src|href)="(?!\/|#|\?)[^"]*"/, path);
    }
  });

  test('show every assertion and every question of a story, over all its pages', async () => {
    for (const { id } of stories) {
      const ledger = site.store.ledger(id);
      const seen = new Set<string>();
      let next: string | undefined = `/story/${id}`;
      while (next) {
        const page = await site.text(next);
        for (const one of tags(page, /id="([aq]-[0-9a-f]+)"/g)) seen.add(one);
        next = tags(page, /rel="next" href="([^"]+)"/g)[0]?.replace(/&amp;/g, '&');
      }
      for (const { id: question } of ledger.questions) assert.ok(seen.has(`q-${question}`), question);
      for (const { id: assertion } of ledger.assertions) assert.ok(seen.has(`a-${assertion}`), assertion);
    }
  });

  test('have an address for every question, assertion and claim that leads to its place', async () => {
    const { id } = titled(/Veyra/);
    const { questions, assertions, entries } = site.store.ledger(id);
    for (const [kind, mark, some] of [
      ['question', 'q', questions],
      ['assertion', 'a', assertions],
      ['claim', 'c', entries],
    ] as const)
      for (const one of [some[0]!, some.at(-1)!]) {
        const answer = await site.ask(`/${kind}/${one.id}`);
        assert.equal(answer.status, 303);
        const [path, anchor] = (answer.headers.get('location') ?? '').split('#');
        assert.equal(anchor, `${mark}-${one.id}`);
        assert.ok((await site.text(path!)).includes(`id="${anchor}"`), `${path} has no ${anchor}`);
      }
  });

  test('switch the codebook by address', async () => {
    const { id } = titled(/ferry/);
    assert.match(await site.text(`/story/${id}?codebook=acled`), /value="acled" checked/);
    assert.match(await site.text(`/story/${id}`), /value="plain" checked/);
    assert.equal((await site.ask(`/story/${id}?codebook=guess`)).status, 400);
  });
});

describe('the article page', () => {
  test('marks each claim once where its figure stands, and each entry leads there', async () => {
    for (const article of titled(/Veyra/).articles) {
      const page = await site.text(`/article/${article}`);
      const {
        claims,
        article: { text },
      } = site.store.article(article);
      for (const { id, figure } of claims) {
        assert.equal(tags(page, new RegExp(`(id="c-${id}")`, 'g')).length, 1, id);
        assert.ok(page.includes(`href="#c-${id}"`), id);
        assert.equal(text.slice(figure.start, figure.end), figure.text);
      }
    }
  });

  test('shows the whole text as captured, what was left out with its reason', async () => {
    const { articles } = titled(/Veyra/);
    const article = site.store.articles(articles).find(({ blocks }) => blocks.some(({ kept }) => !kept))!;
    const page = await site.text(`/article/${article.id}`);
    const [, body = ''] = page.split('<div class="text"');
    const words = body
      .split('</aside>')[0]!
      .split('<aside')[0]!
      .replace(/<span class="reason">[^<]*<\/span>/g, '')
      .replace(/^[^>]*>/, '')
      .replace(/<[^>]+>/g, '')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&');
    assert.equal(words, article.text);
    for (const { reason, kept } of article.blocks)
      if (!kept) assert.ok(page.includes(`left out: ${reason}`), reason);
  });

  test('tells whose text a copy is, and what it left out or added', async () => {
    const pages = await Promise.all(titled(/Veyra/).articles.map((id) => site.text(`/article/${id}`)));
    assert.ok(pages.some((page) => /Its text came from/.test(page) && /of its own/.test(page)));
    assert.ok(pages.some((page) => /Carried again by/.test(page)));
  });
});

describe('search', () => {
  test('marks the hits in titles and snippets', async () => {
    const page = await site.text('/search?q=ferry');
    const marks = tags(page, /<mark>([^<]*)<\/mark>/g);
    assert.ok(marks.length > 3);
    for (const mark of marks) assert.match(mark, /^ferry$/i);
  });

  test('takes operators and broken quotes as words', async () => {
    for (const q of ['"', 'a AND', 'NEAR(', 'title:x', '-', '*', "');drop", '"open phrase'])
      assert.equal((await site.ask(`/search?q=${encodeURIComponent(q)}`)).status, 200, q);
  });

  test('filters by measure, originator, outlet, day and hedge, alone and together', async () => {
    const found = async (query: string) => (await site.json(`/api/search?${query}`)).items as Json[];
    const killed = await found('measure=killed');
    assert.ok(killed.length > 5 && killed.every(({ measure }) => measure === 'killed'));
    const said = await found('measure=killed&from=2025-11-05&to=2025-11-06');
    assert.ok(said.length > 0 && said.length < killed.length);
    const hedged = await found('hedge=anonymous');
    assert.ok(hedged.length > 0 && hedged.every(({ hedges }) => hedges.includes('anonymous')));
    const [first] = site.store.ledger(titled(/Veyra/).id).assertions;
    const by = await found(`originator=${encodeURIComponent(first!.originator.slice(0, 5).toLowerCase())}`);
    assert.ok(by.some(({ assertion }) => assertion === first!.id));
    assert.ok((await found('outlet=northline')).every(({ file }) => /northline/.test(file)));
    assert.deepEqual(await found('measure=killed&q=xyzzy'), []);
  });

  test('says what it cannot look for', async () => {
    for (const [query, words] of [
      ['measure=drowned', /"measure" is one of killed.*not "drowned"/],
      ['from=yesterday', /"from" is a day as 2024-12-26, not "yesterday"/],
      ['page=0', /"page" is a whole number from 1/],
      [`q=${'x'.repeat(401)}`, /at most 400/],
    ] as const) {
      const answer = await site.ask(`/search?${query}`);
      assert.equal(answer.status, 400);
      assert.match((await answer.text()).replace(/&quot;/g, '"'), words);
    }
  });
});

describe('corrections', () => {
  test('are made, shown as the user’s, exported and undone', async () => {
    const { id } = titled(/Veyra/);
    const before = site.store.ledger(id);
    const claim = before.entries[0]!;
    const made = await site.ask(
      '/corrections',
      formOf({ kind: 'wrong-claim', claim: claim.id, note: 'a <b>house</b> number' }),
    );
    assert.equal(made.status, 303);
    const [, correction = ''] = /#x-([0-9a-f]+)$/.exec(made.headers.get('location') ?? '') ?? [];
    const story = site.store.storiesWith([claim.article])[0]!;
    assert.ok(site.store.ledger(story).rejected.some((one) => one.id === claim.id));
    assert.match(await site.text(`/story/${story}`), /Marked wrong by you/);
    const page = await site.text('/corrections');
    assert.match(page, /this claim is wrong/);
    assert.match(page, /a &lt;b&gt;house&lt;\/b&gt; number/);
    const [record] = (await site.text('/corrections.jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      [record.record, record.id, record.at],
      ['correction', correction, '2026-03-20T10:00:00Z'],
    );
    assert.equal((await site.ask(`/corrections/${correction}/undo`, formOf({}))).status, 303);
    assert.deepEqual(site.store.ledger(id), before);
    assert.match(await site.text('/corrections'), /undone 20 Mar 2026/);
  });

  test('join originators, and say so beside each assertion', async () => {
    const ledger = site.store.ledger(titled(/Halden/).id);
    const [one, ...others] = ledger.assertions;
    const other = others.find(({ originator }) => originator !== one!.originator)!;
    const form = formOf({
      kind: 'join-originators',
      claim: [one!.claims[0]!, other.claims[0]!],
      note: 'one firm',
    });
    const answer = await site.ask('/corrections', form);
    assert.equal(answer.status, 303);
    const place = await site.ask(`/assertion/${one!.id}`);
    const page = await site.text(place.headers.get('location')!.split('#')[0]!);
    assert.match(page, /as you corrected<\/a>: these originators are one/);
    await site.ask(`/corrections/${answer.headers.get('location')!.split('x-')[1]}/undo`, formOf({}));
  });

  test('merge stories by address and split them again', async () => {
    const [a, b] = [titled(/Veyra/), titled(/Halden/)];
    const answer = await site.ask(
      '/corrections',
      formOf({ kind: 'merge-stories', story: [a.id, `http://127.0.0.1:4747/story/${b.id}?page=2#x`] }),
    );
    assert.equal(answer.status, 303);
    assert.equal(site.store.storiesWith([...a.articles, ...b.articles]).length, 1);
    await site.ask(`/corrections/${answer.headers.get('location')!.split('x-')[1]}/undo`, formOf({}));
    assert.deepEqual(site.store.storiesWith([...a.articles, ...b.articles]), [a.id, b.id].sort());
  });

  test('say what cannot be done', async () => {
    for (const [fields, words] of [
      [{ kind: 'guess' }, /there is no correction "guess"/],
      [{ kind: 'wrong-claim' }, /needs a claim/],
      [{ kind: 'wrong-claim', claim: 'abc' }, /no claim "abc"/],
      [{ kind: 'merge-stories', story: [titled(/Veyra/).id, 'abcdef0123'] }, /no story/],
      [
        { kind: 'split-story', story: titled(/Veyra/).id, article: titled(/Veyra/).articles },
        /every article/,
      ],
      [{ kind: 'wrong-claim', claim: 'abc', note: 'x'.repeat(2001) }, /at most 2000/],
    ] as const) {
      const answer = await site.ask('/corrections', formOf(fields as Record<string, string>));
      assert.match(String(answer.status), /^40[04]$/, JSON.stringify(fields).slice(0, 60));
      assert.match((await answer.text()).replace(/&quot;/g, '"'), words);
    }
  });
});

describe('addresses that lead nowhere', () => {
  test('are told so, on pages and in the API', async () => {
    for (const path of [
      '/story/abcdef0123',
      '/article/abcdef0123',
      '/assertion/abcdef0123',
      '/claim/abcdef0123',
      '/story/..%2F..',
      '/work/abcdef01',
      '/nope',
    ]) {
      const answer = await site.ask(path);
      assert.equal(answer.status, 404, path);
      assert.match(await answer.text(), /<h1>Not here<\/h1>/, path);
    }
    for (const path of [
      '/api/stories/abcdef0123',
      '/api/articles/abcdef0123',
      '/api/nope',
      '/api/stories/abcdef0123/claims',
    ]) {
      const answer = await site.ask(path);
      assert.equal(answer.status, 404, path);
      const { error } = (await answer.json()) as Json;
      assert.deepEqual(Object.keys(error), ['status', 'code', 'message'], path);
      assert.equal(error.code, 'not-found');
    }
    assert.deepEqual(site.errors, []);
  });

  test('are told nothing of what broke inside', async () => {
    const { store } = site;
    const broken = siteOf({
      ...store,
      latestStories: () => {
        throw new Error('secret path');
      },
    });
    const answer = await broken.ask('/');
    assert.equal(answer.status, 500);
    assert.doesNotMatch(await answer.text(), /secret path/);
    assert.equal(broken.errors.length, 1);
  });
});
