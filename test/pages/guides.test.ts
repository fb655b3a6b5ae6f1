/** The guides as pages of the built site (`npm run build`), and every link that leads to them or from them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { GUIDE_LINKS } from '../../src/text/guide-links';
import { accessibilityProblems } from '../host/client/axe';
import { sidewaysOverflow } from '../host/client/page-actions';
import { PAGES } from '../manifest/built-pages';
import { describeWith } from '../setup/programs';
import { launchBrowser, openPage } from './browse';

const DOCS = join(__dirname, '../../docs');
const GUIDE = join(PAGES, 'guide');
const pages = readdirSync(GUIDE).filter((name) => name.endsWith('.html'));
const read = (file: string): string => readFileSync(file, 'utf8');
/** Values of an attribute, whose quotes a minifier may have taken away. */
function valuesOf(html: string, attribute: string): readonly string[] {
  const pattern = new RegExp(`\\s${attribute}=(?:"([^"]*)"|([^\\s">]+))`, 'g');
  return [...html.matchAll(pattern)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}
const idsOf = (html: string): readonly string[] => valuesOf(html, 'id');

/** Links and pictures whose file or anchor is not there. */
function broken(file: string): readonly string[] {
  const html = read(file);
  const named = [...valuesOf(html, 'href'), ...valuesOf(html, 'src')];
  return named.filter((address) => !leads(file, address));
}

function leads(from: string, address: string): boolean {
  const [path = '', anchor] = decodeURI(address).split('#');
  const target = path === '' ? from : join(dirname(from), path.replace(/\?.*$/, ''));
  if (!existsSync(target)) return false;
  return anchor === undefined || idsOf(read(target)).includes(anchor);
}

describe.each(pages)('guide/%s', (page) => {
  const html = read(join(GUIDE, page));

  it('is in Russian, stands under the policy of all pages, and has nothing inline', () => {
    expect(html).toMatch(/<html lang="?ru"?>/);
    const policy = (text: string) => /Content-Security-Policy"? content="([^"]*)"/.exec(text)?.[1];
    expect(policy(html)).toBe(policy(read(join(PAGES, 'taskpane.html'))));
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/);
  });

  it('leads nowhere but to what is there, and names every anchor once', () => {
    expect(broken(join(GUIDE, page))).toEqual([]);
    const ids = idsOf(html);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has all the words of its text', () => {
    const source = readdirSync(DOCS).find(
      (name) => name.replace(/^guide-/, '') === page.replace('.html', '.md'),
    );
    const words = (text: string): readonly string[] => text.match(/[А-Яа-яЁё]{4,}/g) ?? [];
    const shown = new Set(words(html));
    const text = read(join(DOCS, source ?? '')).replace(/\]\([^)]*\)/g, '');
    expect(words(text).filter((word) => !shown.has(word))).toEqual([]);
  });
});

it('every guide is a page, and the first help page leads to each', () => {
  const guides = readdirSync(DOCS).filter((name) => name.startsWith('guide-') && name.endsWith('.md'));
  const names = guides.map((name) => name.replace(/^guide-(.*)\.md$/, '$1.html'));
  expect(pages).toEqual(expect.arrayContaining(names));
  const help = read(join(PAGES, 'help.html'));
  expect(pages.filter((page) => !valuesOf(help, 'href').includes(`guide/${page}`))).toEqual([]);
  expect(broken(join(PAGES, 'help.html'))).toEqual([]);
});

it.each(Object.entries(GUIDE_LINKS))(
  'the pane’s help leads to a chapter that is there: %s',
  (_, { address }) => {
    expect(leads(join(PAGES, 'taskpane.html'), address)).toBe(true);
  },
);

describe('links of the texts themselves', () => {
  it.each(readdirSync(DOCS).filter((name) => name.endsWith('.md')))('docs/%s', (name) => {
    const links = [...read(join(DOCS, name)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to ?? '');
    const local = links.filter((to) => !/^https?:/.test(to));
    expect(local.filter((to) => !leadsToText(name, to))).toEqual([]);
  });
});

/** As GitHub shows them: anchors are made of headings. */
function leadsToText(from: string, link: string): boolean {
  const [path = '', anchor] = decodeURI(link).split('#');
  const target = join(DOCS, path === '' ? from : path);
  if (!existsSync(target)) return false;
  if (anchor === undefined) return true;
  const headings = read(target).match(/^#{1,6} .*$/gm) ?? [];
  return headings
    .map((line) =>
      line
        .replace(/^#+ /, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    )
    .includes(anchor);
}

describeWith('chromium', 'the guides in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each(pages)('guide/%s can be read in little room and by everyone', async (page) => {
    const opened = await openPage(browser, PAGES, `guide/${page}`, { office: 'refused' });
    await opened.page.waitForLoadState('load');
    expect(await sidewaysOverflow(opened.page)).toBe(0);
    expect(await accessibilityProblems(opened.page)).toEqual([]);
    expect([opened.foreign, opened.refused]).toEqual([[], []]);
    await opened.page.close();
  });

  it('the school’s guide prints on one sheet of paper', async () => {
    const opened = await openPage(browser, PAGES, 'guide/school.html', { office: 'refused' });
    await opened.page.waitForLoadState('load');
    const pdf = await opened.page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 841(\.\d+)?\]/);
    await opened.page.close();
  });
});
