/** Draws the icons of assets/ anew from assets/source/: `npm run icons` (needs Chromium). */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const assets = join(dirname(fileURLToPath(import.meta.url)), '../assets');
const RIBBON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

const icons = [
  { name: 'icon', source: 'product', sizes: [...RIBBON_SIZES, 128] },
  ...['pane', 'roadmap', 'forms', 'check', 'report'].map((name) => ({
    name,
    source: name,
    sizes: RIBBON_SIZES,
  })),
];

const executablePath = execFileSync('sh', ['-c', 'command -v chromium || command -v google-chrome'], {
  encoding: 'utf8',
}).trim();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const { name, source, sizes } of icons) {
  const svg = readFileSync(join(assets, 'source', `${source}.svg`)).toString('base64');
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<body style="margin:0"><img style="display:block" width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}">`,
      { waitUntil: 'load' },
    );
    await page.screenshot({ path: join(assets, `${name}-${size}.png`), omitBackground: true });
  }
}
await browser.close();
