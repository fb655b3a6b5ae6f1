/** `npm run validate`: checks both manifests, that of the repository and the built one, and says what is wrong. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtSurroundings, PAGES } from './built-pages';
import { addressOf, checkManifest } from './check-manifest';

const files = [join(__dirname, '../../manifest.xml'), join(PAGES, 'manifest.xml')];
const problems = files.flatMap((file) => {
  const xml = readFileSync(file, 'utf8');
  return checkManifest(xml, builtSurroundings(addressOf(xml))).map((problem) => `${file}: ${problem}`);
});
console.log(problems.length === 0 ? 'The manifest is valid.' : problems.join('\n'));
process.exitCode = problems.length === 0 ? 0 : 1;
