import assert from 'node:assert/strict';
import test from 'node:test';
import { robotsOf } from '../../src/intake/robots.ts';

const FILE = `# a comment
User-agent: *
Disallow: /private/
Disallow: /*.pdf$
Allow: /private/open
Crawl-delay: 5

User-agent: greedybot
User-agent: Hearsay/1.0
Disallow: /news/*/print
Allow: /

Sitemap: https://tamsk.example/sitemap.xml
User-agent: nobody
Disallow: /
`;

const CASES: readonly (readonly [agent: string, path: string, allowed: boolean])[] = [
  ['other', '/', true],
  ['other', '/private/', false],
  ['other', '/private/open/1', true],
  ['other', '/a.pdf', false],
  ['other', '/a.pdf?x=1', true],
  ['other', '/robots.txt', true],
  ['hearsay', '/private/', true],
  ['hearsay', '/news/1/print', false],
  ['hearsay', '/news/print', true],
  ['nobody', '/a', false],
];
for (const [agent, path, allowed] of CASES)
  test(`${agent} ${allowed ? 'may' : 'may not'} ask for ${path}`, () =>
    assert.equal(robotsOf(FILE, agent).allows(path), allowed));

test("the delay is that of the agent's group", () => {
  assert.equal(robotsOf(FILE, 'other').delay, 5);
  assert.equal(robotsOf(FILE, 'hearsay').delay, null);
});

test('an empty disallow and an empty file forbid nothing', () => {
  assert.ok(robotsOf('User-agent: *\nDisallow:\n', 'hearsay').allows('/a'));
  assert.ok(robotsOf('', 'hearsay').allows('/a'));
});
