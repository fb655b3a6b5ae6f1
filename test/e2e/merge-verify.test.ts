/** Two officials, two copies of one workbook, joined; and the register held against the files it was built from. */
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { strictXml } from '../fixtures/strict-xml';
import { describeWith, runPython } from '../setup/programs';
import { cellsOf, changeWorkbooks } from './workbooks';
import { demoFolder, digest, filesIn, folderIn, freshFolder, runCli, runWell } from './run-cli';

const TODAY = '2023-10-20';
const PRODUCT_SHEETS = ['Полнота', 'Сводка', 'Реестр', 'Журнал приёма'];
const DIGEST_SCRIPT = join(__dirname, 'register-digest.py');

let folder = '';
let start = '';
let sent: readonly string[] = [];

beforeAll(() => {
  const demo = demoFolder();
  folder = freshFolder();
  start = join(demo, 'department-at-start.xlsx');
  sent = filesIn(demo, '.xlsx')
    .filter((path) => /\/(returned|corrected)\//.test(path) && !path.endsWith('protocol.xlsx'))
    .map((path) => join(demo, path));
});

const received = (name: string, files: readonly string[]): string => {
  const out = join(folder, name);
  runWell(['receive', ...files, '--workbook', start, '--out', out, '--today', TODAY]);
  return out;
};

const merged = (name: string, a: string, b: string): { out: string; code: number | null; said: string } => {
  const out = join(folder, name);
  const { code, stdout } = runCli(['merge', a, b, '--out', out, '--today', TODAY]);
  return { out, code, said: stdout };
};

describeWith('python3-openpyxl', 'two copies', () => {
  const sheets = (file: string): unknown => {
    const [cells] = cellsOf([file], true);
    return PRODUCT_SHEETS.map((sheet) => cells?.[sheet]);
  };

  it('join into one, the same from either side and when done again', () => {
    const half = sent.filter((path) => /2021-Q[34]/.test(path));
    const rest = sent.filter((path) => !half.includes(path));
    const [a, b] = [received('a.xlsx', half), received('b.xlsx', rest)];
    const [ab, ba] = [merged('ab.xlsx', a, b), merged('ba.xlsx', b, a)];
    expect([ab.code, ba.code]).toEqual([0, 0]);
    expect(sheets(ab.out)).toEqual(sheets(ba.out));
    expect(digest(merged('again.xlsx', ab.out, a).out)).toBe(digest(ab.out));
    const codes = (file: string): number => Object.keys(cellsOf([file], true)[0]?.['Реестр'] ?? {}).length;
    expect(codes(ab.out)).toBeGreaterThan(Math.max(codes(a), codes(b)));
  });

  it('name what contradicts, and take neither', () => {
    const [first] = sent.filter((path) => path.includes('2021-Q3') && path.includes('kineshma'));
    if (first === undefined) throw new Error('the demo has no form of that school');
    const a = received('one.xlsx', [first]);
    const other = join(folder, `other-${basename(first)}`);
    const b = join(folder, 'two.xlsx');
    changeWorkbooks([
      {
        file: first,
        out: other,
        steps: [{ do: 'set', sheet: 'Форма', cell: 'N8', value: 'Другая причина' }],
      },
    ]);
    runWell(['receive', other, '--workbook', start, '--out', b, '--today', TODAY]);
    const { code, said, out } = merged('conflict.xlsx', a, b);
    expect(code).toBe(1);
    expect(said).toContain('Конфликт: ');
    expect(said).toContain(basename(other));
    expect(JSON.stringify(cellsOf([out], true)[0]?.['Журнал приёма'])).toContain('конфликт');
  });

  it('are refused when their programmes differ, with the sheet that does', () => {
    const changed = join(folder, 'changed.xlsx');
    changeWorkbooks([
      {
        file: start,
        out: changed,
        steps: [{ do: 'set', sheet: 'Площадки', cell: 'C6', value: 'Другая школа' }],
      },
    ]);
    const { code, stderr } = runCli(['merge', start, changed, '--out', join(folder, 'no.xlsx')]);
    expect(code).toBe(2);
    expect(stderr).toContain('«Площадки»');
  });
});

it('a workbook that can be read but not renewed is refused in words, by every command that would renew it', () => {
  const strict = join(folder, 'strict.xlsx');
  const parts = unzipSync(readFileSync(start));
  const namespaces = strictXml(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()));
  writeFileSync(strict, zipSync({ ...parts, 'xl/workbook.xml': strToU8(namespaces) }));
  const out = join(folder, 'never.xlsx');
  for (const args of [
    ['receive', ...sent.slice(0, 3), '--workbook', strict, '--out', out, '--today', TODAY],
    ['merge', strict, start, '--out', out, '--today', TODAY],
  ]) {
    const { code, stderr } = runCli(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/не принята[^]*Strict Open XML/);
    expect(stderr).not.toContain('Внутренняя ошибка');
    expect(existsSync(out)).toBe(false);
  }
});

describeWith('python3-openpyxl', 'the register', () => {
  const verify = (workbook: string, files: string): { code: number | null; said: string } => {
    const { code, stdout } = runCli(['verify', '--workbook', workbook, '--files', files]);
    return { code, said: stdout };
  };

  it('is proved by the files, and what was changed or lost is named', () => {
    const kept = folderIn(folder, 'kept');
    for (const [index, path] of sent.entries()) copyFileSync(path, join(kept, `${index}.xlsx`));
    const workbook = received('all.xlsx', sent);
    const good = verify(workbook, kept);
    expect(good.code).toBe(0);
    const [, proved, all] = /Подтверждено файлами: (\d+) \S+ из (\d+)/.exec(good.said) ?? [];
    expect(proved).toBe(all);
    expect(Number(all)).toBeGreaterThanOrEqual(15);

    const forged = join(folder, 'forged.xlsx');
    changeWorkbooks([
      { file: workbook, out: forged, steps: [{ do: 'set', sheet: 'Реестр', cell: 'H6', value: 4711 }] },
    ]);
    const bad = verify(forged, kept);
    expect(bad.code).toBe(1);
    expect(bad.said).toMatch(/Реестр.*V3.*4711/);

    const digests = /SHA-256 реестра по .*: ([0-9a-f]{64})/.exec(good.said)?.[1];
    expect(bad.said).not.toContain(String(digests));

    rmSync(join(kept, '0.xlsx'));
    const lost = verify(workbook, kept);
    const first = digest(String(sent[0]));
    expect(lost.said.includes(first)).toBe(true);
  });

  it('has the digest that the report prints, and that anybody can compute', () => {
    const workbook = received('digest.xlsx', sent);
    const report = join(folder, 'report.xlsx');
    runWell(['report', '--workbook', workbook, '--period', '2022-Q2', '--out', report, '--today', TODAY]);
    const [independent] = JSON.parse(
      runPython(DIGEST_SCRIPT, [JSON.stringify([[workbook, '2022-Q2']])]),
    ) as string[];
    expect(independent).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(cellsOf([report], true)[0]?.['Отчёт'])).toContain(independent);
    expect(verify(workbook, folder).said).toContain(independent);
  });
});
