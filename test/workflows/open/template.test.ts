import { createReadinessForm } from '../../../src/workflows/fill-template-example';
import { planOpenTemplate } from '../../../src/workflows/open/fill-template';
import { planTemplate } from '../../../src/workflows/fill-template-plan';
import { writeWorkbookFile } from '../../../src/workbook/file/write-workbook';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import type { Grid } from '../../../src/workbook/grid';
import { memoryWorkbook } from '../../fixtures/memory-open-workbook';
import { fillTemplate } from '../../../src/workflows/fill-template';
import { DEPARTMENT, FORM_FILES, PROGRAMME, SOURCE, TODAY } from '../template/template-world';
import { formatRussian } from '../../../src/calendar/civil-date';

const text = (row: number, column: number, value: string) =>
  ({ row, column, value: { kind: 'text', text: value } }) as const;
const OPEN: Grid = {
  features: [],
  sheets: [
    { name: 'Другой', visibility: 'visible', cells: [text(1, 1, '{{период}}')] },
    {
      name: 'Форма',
      visibility: 'visible',
      cells: [
        text(1, 1, 'за {{период}}: {{показатель 1: факт}} из {{регион}}'),
        text(2, 1, '{{показатель 1: факт}}'),
        text(2, 2, '{{дата отчёта}}'),
        text(3, 1, '{{перод}}'),
        text(5, 1, '{{школа: название}}'),
      ],
    },
  ],
};

describe('a form in the open workbook', () => {
  const fact = SOURCE.report.lines[0]?.fact?.toNumber() ?? NaN;

  it('gets the values of its own sheet, and says what is filled only in a file', () => {
    const { entries, findings } = planOpenTemplate({ grid: OPEN }, new Set(['Форма']), SOURCE);
    expect(entries).toEqual([
      { sheet: 'Форма', cell: 'A1', value: `за III квартал 2022 года: ${fact} из Ивановская область` },
      { sheet: 'Форма', cell: 'A2', value: fact },
      { sheet: 'Форма', cell: 'B2', value: { date: '2022-10-01' } },
    ]);
    expect(findings.map(({ code, cell }) => [code, cell])).toEqual([
      ['B1', 'A3'],
      ['B9', 'A5'],
    ]);
  });

  it('is entered, and has nothing more to fill but what was named', async () => {
    const book = memoryWorkbook(OPEN);
    await book.enter(planOpenTemplate(book.state(), new Set(['Форма']), SOURCE).entries);
    const again = planOpenTemplate(book.state(), new Set(['Форма']), SOURCE);
    expect(again.entries).toEqual([]);
    expect(book.state().grid.sheets[0]).toEqual(OPEN.sheets[0]);
  });
});

describe('the example of a form', () => {
  it('knows all its placeholders, and is filled from «Исполнение»', async () => {
    const template = await writeWorkbookFile(createReadinessForm(PROGRAMME, TODAY));
    const filled = fillTemplate(FORM_FILES, template, SOURCE);
    if (!filled.ok || !filled.bytes) throw new Error('not filled');
    expect(filled.findings.filter(({ level }) => level !== 'info')).toEqual([]);
    const reading = readWorkbookFile(filled.bytes);
    if (!reading.ok) throw new Error(reading.detail);
    expect(planTemplate(reading.grid, SOURCE).fillings).toEqual([]);
    const cells = reading.grid.sheets[0]?.cells ?? [];
    const shown = cells.map(({ value }) =>
      value?.kind === 'date' ? value.iso : value?.kind === 'text' ? value.text : value?.kind,
    );
    for (const number of [5, 6, 8]) {
      const due = DEPARTMENT.execution.find(
        ({ checkpoint: { measure, date } }) => measure.number === number && date?.startsWith('2022') === true,
      );
      expect(shown).toContain(due?.actual);
      expect(shown).toContain(due?.document);
    }
    for (const { name, openedOn } of PROGRAMME.sites) {
      expect(shown).toContain(name);
      expect(shown).toContain(openedOn);
    }
    expect(shown).toContain(formatRussian(TODAY));
    expect(shown.filter((value) => value?.startsWith('Пример формы'))).toHaveLength(1);
  });
});
