/** What holds for every built page (`npm run build`). */
import { Linter } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PAGES, pageScripts } from '../manifest/built-pages';

const BUDGET_BYTES = 120 * 1024;
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

const text = (name: string): string => readFileSync(join(PAGES, name), 'utf8');
const pages = readdirSync(PAGES).filter((name) => name.endsWith('.html'));
const scripts = readdirSync(PAGES).filter((name) => name.endsWith('.js'));
const withoutQuery = (name: string): string => name.split('?')[0] ?? name;

describe.each(pages)('%s', (page) => {
  const html = text(page);

  it('is in Russian and stands under a strict policy', () => {
    expect(html).toMatch(/<html lang="?ru"?>/);
    const [, policy = ''] = /Content-Security-Policy"? content="([^"]*)"/.exec(html) ?? [];
    const directives = new Map(
      policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]),
    );
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'", 'https://appsforoffice.microsoft.com']);
    expect(directives.get('style-src')).toEqual(["'self'"]);
    expect(directives.get('connect-src')).toEqual(["'self'"]);
    expect(policy).not.toMatch(/unsafe|\*|http:/);
  });

  it('has nothing inline, which the policy would refuse', () => {
    expect(html.replaceAll(/<script[^>]*\ssrc=[^>]*><\/script>/g, '')).not.toMatch(/<script/);
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
  });

  it('names no file that is not there, and nothing outside but Office.js', () => {
    const named = [...html.matchAll(/\s(?:src|href)="?([^"\s>]+)/g)].map(([, name]) =>
      withoutQuery(name ?? ''),
    );
    const outside = named.filter((name) => /^(https?:)?\/\//.test(name));
    expect(outside.filter((name) => name !== OFFICE_JS)).toEqual([]);
    for (const name of named.filter((one) => !outside.includes(one))) {
      expect(text(name)).not.toBe('');
    }
  });
});

it('the pane does not wait for Office.js before it shows anything', () => {
  expect(text('taskpane.html')).toMatch(/<script(?=[^>]* async)(?=[^>]*office\.js)[^>]*>/);
});

it('the first JavaScript of the pane is not more than 120 KB, packed', () => {
  const sizes = pageScripts('taskpane.html').map(
    (name) => gzipSync(readFileSync(join(PAGES, withoutQuery(name)))).length,
  );
  const all = sizes.reduce((sum, size) => sum + size, 0);
  expect(sizes.length).toBeGreaterThan(1);
  expect(all).toBeLessThanOrEqual(BUDGET_BYTES);
});

it('scripts carry their content’s hash in their names, so that no old one is taken for a new', () => {
  expect(scripts.filter((name) => !/\.[0-9a-f]{8}\.js$/.test(name))).toEqual(['guard.js']);
  expect(text('taskpane.html')).toMatch(/guard\.js\?\d+\.\d+\.\d+/);
});

it('the guard can be read by browsers of any age', () => {
  const messages = new Linter().verify(text('guard.js'), {
    languageOptions: { ecmaVersion: 5, sourceType: 'script' },
  });
  expect(messages).toEqual([]);
});

it('the guard asks for every young method that the other scripts call', () => {
  const young = [
    ...['allSettled', 'matchAll', 'fromEntries'],
    ...['replaceAll', 'at', 'hasOwn', 'structuredClone'],
    ...['toSorted', 'toReversed', 'toSpliced', 'findLast', 'findLastIndex', 'withResolvers', 'groupBy'],
  ];
  const called = young.filter((name) =>
    scripts.some((script) => script !== 'guard.js' && new RegExp(`\\b${name}\\(`).test(text(script))),
  );
  const asked = text('guard.js');
  expect(called).toContain('replaceAll');
  expect(called.filter((name) => !asked.includes(`"${name}"`))).toEqual([]);
});
