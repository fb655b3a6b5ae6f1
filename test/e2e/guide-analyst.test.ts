/** The analyst's example is run as the guide prints it, on the demonstration's values, and held against the report's. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoFolder, freshFolder, runWell } from './run-cli';

const GUIDE = join(__dirname, '../../docs/guide-analyst.md');
/** As the last lines of the guide's example print them. */
const WIDTHS = 'pd.set_option("display.width", 200)\npd.set_option("display.max_columns", 50)\n';

function python(): string | undefined {
  const env = process.env['PYTHON_WITH_PANDAS'];
  return [...(env === undefined ? [] : [env]), '/usr/bin/python3', 'python3'].find(
    (name) => spawnSync(name, ['-c', 'import pandas']).status === 0,
  );
}

const withPandas = python();
const suite = withPandas === undefined ? describe.skip : describe;

suite(
  `the analyst’s guide${withPandas === undefined ? ' (skipped: this machine has no pandas)' : ''}`,
  () => {
    it('sums with pandas what the report has as the region’s figures', () => {
      const folder = freshFolder();
      const at = (name: string): string => join(folder, name);
      const workbook = join(demoFolder(), 'department.xlsx');
      const period = ['--period', '2022-Q4', '--today', '2023-01-14'];
      const tables = ['--csv', at('Таблицы'), '--values', at('значения.csv')];
      runWell(['report', '--workbook', workbook, ...period, '--out', at('Отчёт.xlsx'), ...tables]);
      const [, code = ''] = /```python\n([^]*?)```/.exec(readFileSync(GUIDE, 'utf8')) ?? [];
      const program = code.replace(/^(import pandas as pd\n)/, `$1${WIDTHS}`);
      const { stdout, stderr, status } = spawnSync(withPandas ?? '', ['-c', program], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, PYTHONUTF8: '1' },
      });
      expect([status, stderr]).toEqual([0, '']);
      const totals = readFileSync(at('Таблицы/totals.csv'), 'utf8').split(/\r?\n/);
      const shown = stdout.split('\n');
      for (const row of ['1', '3.1', '4.1', '4.2']) {
        const line = shown.find((one) => one.startsWith(`${row} `)) ?? '';
        expect([row, Number(line.split(/\s+/).at(-1))]).toEqual([row, Number(cell(totals, row, 'fact'))]);
      }
      const share = shown.find((one) => one.startsWith('2022-Q4 ')) ?? '';
      expect(Number(share.split(/\s+/)[1])).toBeCloseTo(Number(cell(totals, '4', 'fact')), 1);
    });
  },
);

/** Figures and codes have no commas within; names may, but stand behind quotes, which are taken away first. */
function cell([head = '', ...lines]: readonly string[], row: string, column: string): string | undefined {
  const cells = (line: string): string[] =>
    line
      .replace(/"(?:[^"]|"")*"/g, '')
      .replace('\uFEFF', '')
      .split(',');
  const columns = cells(head);
  const found = lines.map(cells).find((each) => each[columns.indexOf('row')] === row);
  return found?.[columns.indexOf(column)];
}
