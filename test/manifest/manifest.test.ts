/** The manifest of the repository and the built one; and that the check of `npm run validate` sees what is wrong. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, checkManifest, type ManifestSurroundings } from './check-manifest';
import { builtSurroundings, PAGES } from './built-pages';

const ROOT = join(__dirname, '../..');
const SOURCE = join(ROOT, 'manifest.xml');
const BUILT = join(PAGES, 'manifest.xml');
const SCHEMA = join(ROOT, '../shared/reference/manifest-xsd/OfficeAppManifestV1_1.xsd');

const source = readFileSync(SOURCE, 'utf8');
const around = (): ManifestSurroundings => builtSurroundings(addressOf(source));

/** Problems of the manifest after one text in it became another. */
function problemsWith(
  from: string | RegExp,
  to: string,
  surroundings: Partial<ManifestSurroundings> = {},
): string {
  const changed = source.replace(from, to);
  expect(changed === source && Object.keys(surroundings).length === 0).toBe(false);
  return checkManifest(changed, { ...around(), ...surroundings }).join('\n');
}

describe('the manifest', () => {
  it.each([SOURCE, BUILT])('has nothing wrong: %s', (file) => {
    const xml = readFileSync(file, 'utf8');
    expect(checkManifest(xml, builtSurroundings(addressOf(xml)))).toEqual([]);
  });

  it('points to the production address once it is built, and nowhere else', () => {
    const built = readFileSync(BUILT, 'utf8');
    expect(addressOf(source)).toBe('https://localhost:3000/');
    expect(addressOf(built)).not.toBe(addressOf(source));
    expect(built).not.toContain('localhost');
    expect(built.replaceAll(addressOf(built), addressOf(source))).toBe(source);
  });

  it('has one tab «Кванториум» with five buttons', () => {
    const labels = new Map(
      [...source.matchAll(/<bt:String id="([^"]+)" DefaultValue="([^"]*)"/g)].map(([, id, text]) => [
        id,
        text,
      ]),
    );
    const controls = [...source.matchAll(/<Control [^>]*>\s*<Label resid="([^"]+)"/g)];
    expect(controls.map(([, id]) => labels.get(id))).toEqual([
      'Панель',
      'Дорожная карта',
      'Формы',
      'Проверить',
      'Отчёт',
    ]);
    expect(labels.get('Tab.Label')).toBe('Кванториум');
    expect(source.match(/<CustomTab /g)).toHaveLength(1);
  });

  const mayValidate = existsSync(SCHEMA) && spawnSync('xmllint', ['--version']).status === 0;
  (mayValidate ? it.each : it.skip.each)([SOURCE, BUILT])('is valid by Microsoft’s schemas: %s', (file) => {
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', SCHEMA, file], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, `${file} validates\n`]);
  });
});

describe('the check of the manifest', () => {
  it('names what is no XML', () => {
    expect(problemsWith('</OfficeApp>', '')).toContain('not well-formed');
  });

  it('names a wrong order, a missing and an unknown element', () => {
    expect(problemsWith(/(<SupportUrl .*\/>)\s*(<Hosts>[^]*?<\/Hosts>)/, '$2$1')).toContain(
      'order is Id,Version,ProviderName,DefaultLocale,DisplayName,Description,IconUrl,HighResolutionIconUrl,Hosts,SupportUrl',
    );
    expect(problemsWith(/<Permissions>.*<\/Permissions>/, '')).toContain(
      'OfficeApp: Permissions stands 0 times',
    );
    expect(problemsWith('<Hosts>', '<AppDomains/><Hosts>')).toContain(
      'OfficeApp: AppDomains does not belong here',
    );
  });

  it('names a version, an identifier and a language that are not right', () => {
    expect(problemsWith('', '', { version: '9.9.9' })).toContain(
      'Version is not that of package.json (9.9.9.0)',
    );
    expect(problemsWith(/<Id>.*<\/Id>/, '<Id>not-a-guid</Id>')).toContain('Id is no GUID');
    expect(problemsWith('>ru-RU<', '>ru<')).toContain('DefaultLocale is not ru-RU');
    expect(problemsWith('id="Kvantorium.Forms"', 'id="Kvantorium.Check"')).toContain(
      'id Kvantorium.Check stands twice',
    );
  });

  it('names resources that are missing, unused, twice there, or too long', () => {
    expect(problemsWith('<Label resid="Tab.Label"', '<Label resid="Other"')).toContain(
      'resid Other is not among the resources\nresource Tab.Label is used nowhere',
    );
    expect(problemsWith('<bt:String id="Forms.Label"', '<bt:String id="Check.Label"')).toContain(
      'resource Check.Label stands twice',
    );
    expect(problemsWith(/Tab\.Label/g, 'L'.repeat(33))).toContain('has too long a name');
    expect(problemsWith('DefaultValue="Панель"', `DefaultValue="${'а'.repeat(126)}"`)).toContain(
      'Pane.Label is longer than 125 characters',
    );
    expect(problemsWith(/(id="Pane.Tip" DefaultValue=")[^"]*/, `$1${'а'.repeat(251)}`)).toContain(
      'Pane.Tip is longer than 250 characters',
    );
  });

  it('names an address that is no file of the pages', () => {
    expect(problemsWith('3000/help.html', '3000/nowhere.html')).toContain(
      'nowhere.html: there is no such file',
    );
    expect(problemsWith('https://localhost:3000/help.html', 'https://elsewhere.test/help.html')).toContain(
      'https://elsewhere.test/help.html does not begin with https://localhost:3000/',
    );
  });

  it('names an icon of another size than it is said to have', () => {
    expect(problemsWith('assets/pane-20.png', 'assets/pane-24.png')).toContain(
      'pane-24.png is no PNG picture of 20 × 20',
    );
    expect(problemsWith('<bt:Image size="20"', '<bt:Image size="21"')).toContain(
      'sizes 16,21,24,32,40,48,64,80',
    );
  });

  it('names a button without a function, and a function without a button', () => {
    expect(problemsWith('>makeForms<', '>makeNothing<')).toBe(
      'no function is called makeNothing\nno button calls makeForms',
    );
    expect(problemsWith(/<FunctionName>makeForms<\/FunctionName>/, '')).toContain('an action does nothing');
  });
});
