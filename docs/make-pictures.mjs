/**
 * Makes the README's pictures anew, after `npm run build`: `npm run pictures`. Those of documents come from the
 * demonstration's files (needs LibreOffice and pdftoppm), those of the pane from the built pages (needs Chromium).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const docs = dirname(fileURLToPath(import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'pictures-'));

const pictures = [
  { file: 'roadmap.xlsx', page: 2, name: 'roadmap' },
  { file: '2022-Q4/report-1.xlsx', page: 1, name: 'report' },
  { file: '2022-Q4/forms/2022-Q4_kineshma-8.xlsx', page: 2, name: 'form' },
  { file: '2022-Q4/returned/2022-Q4_kineshma-8.xlsx', page: 3, name: 'check' },
];

execFileSync('node', [join(docs, '../dist/cli.cjs'), 'demo', '--out', join(work, 'demo')], {
  stdio: 'inherit',
});
for (const { file, page, name } of pictures) {
  const profile = `-env:UserInstallation=file://${join(work, 'profile')}`;
  execFileSync('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    work,
    join(work, 'demo', file),
  ]);
  const pdf = join(work, `${basename(file, '.xlsx')}.pdf`);
  execFileSync('pdftoppm', [
    '-r',
    '80',
    '-png',
    '-singlefile',
    '-f',
    String(page),
    '-l',
    String(page),
    pdf,
    join(docs, 'pictures', name),
  ]);
}
rmSync(work, { recursive: true });
execFileSync('npx', ['jest', '--testMatch', '**/taskpane/pictures.ts'], {
  cwd: join(docs, '..'),
  stdio: 'inherit',
});
