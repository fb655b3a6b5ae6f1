import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRODUCT_VERSION } from '../../src/text/product';

const read = (name: string): string => readFileSync(join(__dirname, '../..', name), 'utf8');

test('the version is one in package, lock, manifest, changelog and product', () => {
  const json = (name: string): unknown => (JSON.parse(read(name)) as { version?: unknown }).version;
  const found = {
    package: json('package.json'),
    lock: json('package-lock.json'),
    // Office asks for four parts.
    manifest: /<Version>([\d.]+)<\/Version>/.exec(read('manifest.xml'))?.[1],
    changelog: /^## \[(\d[\d.]*)\]/m.exec(read('CHANGELOG.md'))?.[1],
  };
  expect(found).toEqual({
    package: PRODUCT_VERSION,
    lock: PRODUCT_VERSION,
    manifest: `${PRODUCT_VERSION}.0`,
    changelog: PRODUCT_VERSION,
  });
});
