/** An official's whole work in the built pane, by clicks: from an empty workbook to files that other programs read. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { launchChromium, type SavedFile } from '../host/client/chromium';
import { chooseFiles, expectQuiet } from '../host/client/page-actions';
import { saveXlsx } from '../host/save-xlsx';
import { validateOpenXml } from '../setup/open-xml-validator';
import { convertWithLibreOffice, describeWith, runPython } from '../setup/programs';
import { press, showTab, type OpenedPane, until } from '../taskpane/open-pane';
import { freshFolder } from './run-cli';
import { cellsOf, fillForms, type Cells } from './workbooks';
import {
  calculate,
  figureAddress,
  messageText,
  openBuiltPane,
  sheetNamed,
  typeFacts,
  typeTitle,
  viewText,
  type Facts,
} from './pane-user';

const TYPED: Facts = { '1': 200, '2': 210, '3.1': 0, '3.2': 0, '4.1': 1, '4.2': 2 };
const RETURNED: readonly (readonly [school: string, facts: Facts])[] = [
  ['kineshma-8', { '1': 200, '2': 210, '3.1': 2, '3.2': 90, '4.1': 1, '4.2': 2 }],
  ['shuya-9', { '1': 150, '2': 160, '3.1': 3, '3.2': 80, '4.1': 29, '4.2': 30 }],
  ['ivanovo-67', { '1': 170, '2': 180, '3.1': 1, '3.2': 40, '4.1': 3, '4.2': 4 }],
];
const ROWS = Object.keys(TYPED);

const row = z.record(z.string(), z.string());

/** As Python's csv module reads it: another parser than the writer's. */
function csv(file: string): readonly z.infer<typeof row>[] {
  const script =
    "import csv,json,sys\njson.dump(list(csv.DictReader(open(sys.argv[1],encoding='utf-8-sig',newline=''))),sys.stdout)";
  return z.array(row).parse(JSON.parse(runPython(script, [file])));
}

/** Fact by row code of the sheet «Отчёт», found by its headings. */
function reportFigures(cells: Cells): Readonly<Record<string, unknown>> {
  const sheet = cells['Отчёт'] ?? {};
  const columnOf = (heading: string): string => {
    const found = Object.entries(sheet).find(([, value]) => value === heading);
    if (!found) throw new Error(`The report has no column «${heading}».`);
    return found[0].replace(/\d+/, '');
  };
  const [code, fact] = [columnOf('Код строки'), columnOf('Факт за квартал')];
  return Object.fromEntries(
    [...ROWS, '4'].map((wanted) => {
      const at = Object.keys(sheet).filter(
        (address) => address.replace(/\d+/, '') === code && sheet[address] === wanted,
      );
      // The first may be the row of column numbers.
      return [wanted, sheet[`${fact}${at.at(-1)?.replace(/\D+/, '') ?? ''}`]];
    }),
  );
}

function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(file));
}

/** What the schools' numbers add up to; the share is that of the sums, with one decimal. */
function sums(all: readonly Facts[]): Readonly<Record<string, number>> {
  const sum = (code: string): number => all.reduce((total, facts) => total + (facts[code] ?? Number.NaN), 0);
  const share = Math.round((sum('4.1') / sum('4.2')) * 1000) / 10;
  return { ...Object.fromEntries(ROWS.map((code) => [code, sum(code)])), '4': share };
}

describeWith('chromium', 'an official’s whole work in the pane', () => {
  describeWith('python3-openpyxl', 'read with openpyxl', () => {
    describeWith('soffice', 'and LibreOffice', () => {
      let browser: Browser;
      let folder = '';
      beforeAll(async () => {
        browser = await launchChromium();
        folder = freshFolder();
      });
      afterAll(() => browser.close());

      const put = ({ name, bytes }: SavedFile): string => {
        const file = join(folder, name);
        writeFileSync(file, bytes);
        return file;
      };

      /** The downloaded report and tables hold these figures, whoever reads them. */
      async function expectFiles(pane: OpenedPane, all: readonly Facts[]): Promise<void> {
        const saved = await pane.downloads();
        const named = (part: string): string => {
          const found = saved.findLast(({ name }) => name.includes(part));
          if (!found) throw new Error(`No «${part}» was saved.`);
          return put(found);
        };
        const report = named('.xlsx');
        expect(await validateOpenXml(report)).toEqual([]);
        const calculated = convertWithLibreOffice(report, 'xlsx', join(folder, 'calculated'));
        const [cached, fresh] = cellsOf([report, calculated], true);
        expect(reportFigures(cached ?? {})).toEqual(sums(all));
        expect(reportFigures(fresh ?? {})).toEqual(sums(all));
        expect(JSON.stringify(cached)).not.toMatch(/#REF!|#NAME\?|\[object|undefined|NaN/);

        const totals = csv(named('totals.csv'));
        expect(
          totals.filter((one) => one['fact'] !== '').map((one) => [one['row'], Number(one['fact'])]),
        ).toEqual(expect.arrayContaining(Object.entries(sums(all))));
        const values = csv(named('values.csv')).filter((one) => one['state'] === 'reported');
        expect(new Set(values.map((one) => one['site'])).size).toBe(all.length);
        for (const code of ROWS) {
          const facts = values.filter((one) => one['row'] === code).map((one) => Number(one['fact']));
          expect([code, facts.sort((a, b) => a - b)]).toEqual([
            code,
            all.map((one) => one[code] ?? Number.NaN).sort((a, b) => a - b),
          ]);
        }
      }

      it('with forms in the workbook: empty workbook, forms, check, mend, accept, report, files', async () => {
        const pane = await openBuiltPane(browser);
        const { host } = pane;
        await press(pane, 'Создать книгу');
        expect(await messageText(pane)).toContain('Рабочая книга создана');
        await press(pane, 'Выдать формы: III кв. 2021');
        await press(pane, 'Создать листы в этой книге');
        expect(await messageText(pane)).toContain('Создана 1 форма');

        const [title, form] = [sheetNamed(host, 'Титул'), sheetNamed(host, 'Форма ')];
        typeTitle(host, title);
        // More trained teachers than there are teachers; and one cell forgotten.
        typeFacts(host, form, { ...TYPED, '4.1': 3 });
        const forgotten = figureAddress(form, '1', 'Факт за квартал') ?? '';
        host.user.clear(form.name, forgotten);

        await showTab(pane, 'Проверка');
        await press(pane, 'Проверить');
        expect(await viewText(pane)).toMatch(/Ошибки · \d/);
        await pane.page
          .locator('button.item')
          .filter({ hasText: `${form.name}, ${forgotten}` })
          .first()
          .click();
        await until(() => host.workbook.selection.sheet.name === form.name);
        const { selection } = host.workbook;
        expect([selection.sheet.name, selection.areas]).toEqual([
          form.name,
          [expect.objectContaining({ top: Number(forgotten.replace(/\D/g, '')) })],
        ]);

        typeFacts(host, form, TYPED);
        await calculate(host, folder);
        await press(pane, 'Проверить снова');
        expect(await viewText(pane)).not.toContain('Ошибки ·');

        await showTab(pane, 'Формы');
        await press(pane, 'Взять листы этой книги');
        expect(await viewText(pane)).toContain('Будет принята 1 из 1');
        await press(pane, 'Принять 1 форму');
        expect(await messageText(pane)).toContain('Принята 1 форма');

        await showTab(pane, 'Отчёт');
        expect(await viewText(pane)).toContain('Все формы приняты');
        await pane.page.locator('button.item').first().click();
        expect(await viewText(pane)).toContain('Из чего получено');
        expect(await viewText(pane)).toContain('Школа № 8, Кинешма');
        await press(pane, 'Построить отчёт');
        expect(await messageText(pane)).toContain('Отчёт построен');
        expect(host.workbook.selection.sheet.name).toBe('Отчёт');
        await press(pane, 'Скачать .xlsx');
        await press(pane, 'Скачать CSV');
        await expectFiles(pane, [TYPED]);

        // The workbook itself, saved: others open it too, and the register holds what was typed.
        const file = put({ name: 'workbook.xlsx', bytes: await saveXlsx(host.workbook) });
        expect(await validateOpenXml(file)).toEqual([]);
        convertWithLibreOffice(file, 'pdf', join(folder, 'printed'));
        const [book] = cellsOf([file], true);
        const register = Object.values(book?.['Реестр'] ?? {});
        expect(register).toEqual(expect.arrayContaining(Object.values(TYPED)));
        expectQuiet(pane);
        await pane.close();
      }, 240_000);

      it('with files: an archive for three schools, filled elsewhere, tried dry, accepted, mended, reported', async () => {
        const pane = await openBuiltPane(browser, {}, { today: '2023-10-05' });
        const { host } = pane;
        await press(pane, 'Создать книгу');
        await showTab(pane, 'Формы');
        await pane.page.locator('select').selectOption('2023-Q3');
        await press(pane, 'Скачать файлы форм (.zip)');
        const [archive] = await pane.downloads();
        if (!archive) throw new Error('No archive was saved.');
        const forms = Object.entries(unzipSync(archive.bytes));
        expect(forms.map(([name]) => name).sort()).toEqual(
          RETURNED.map(([school]) => `2023-Q3_${school}.xlsx`).sort(),
        );
        const filled = RETURNED.map(([school, facts]) => {
          const [name, bytes] = forms.find(([one]) => one.includes(school)) ?? ['', new Uint8Array()];
          const out = join(folder, `filled-${name}`);
          fillForms([{ file: put({ name, bytes }), out, facts }]);
          return { name, out };
        });
        const read = ({ name, out }: (typeof filled)[number]) => ({ name, bytes: bytesOf(out) });
        const [first, ...others] = filled;
        if (!first) throw new Error('No form was filled.');
        const wrong = join(folder, 'wrong.xlsx');
        const [, facts] = RETURNED[0] ?? ['', {}];
        fillForms([{ file: join(folder, first.name), out: wrong, facts: { ...facts, '4.1': 5 } }]);

        const before = await saveXlsx(host.workbook);
        await chooseFiles(pane.page, 'fluent-button:has-text("Выбрать файлы")', [
          { name: '<b>Кинешма</b> "№ 8".xlsx', bytes: bytesOf(wrong) },
          ...others.map(read),
        ]);
        await pane.page.getByText('Пробный приём').waitFor();
        const shown = await viewText(pane);
        expect(shown).toContain('Будут приняты 2 из 3');
        expect(shown).toContain('<b>Кинешма</b> "№ 8".xlsx');
        expect(shown).toContain('на доработку');
        // A trial run writes nothing.
        expect(Buffer.from(await saveXlsx(host.workbook)).equals(Buffer.from(before))).toBe(true);
        await press(pane, 'Принять 2 формы');
        expect(await messageText(pane)).toContain('Приняты 2 формы');

        await showTab(pane, 'Отчёт');
        await pane.page.locator('select').first().selectOption('2023-Q3');
        expect(await viewText(pane)).toContain('Нет формы: Школа № 8, Кинешма');
        await showTab(pane, 'Формы');
        await chooseFiles(pane.page, 'fluent-button:has-text("Выбрать файлы")', [read(first)]);
        await pane.page.getByText('Будет принята 1 из 1').waitFor();
        await press(pane, 'Принять 1 форму');
        await showTab(pane, 'Отчёт');
        expect(await viewText(pane)).toContain('Все формы приняты');
        await press(pane, 'Скачать .xlsx');
        await press(pane, 'Скачать CSV');
        await expectFiles(
          pane,
          RETURNED.map(([, one]) => one),
        );
        expectQuiet(pane);
        await pane.close();
      }, 240_000);
    });
  });
});
