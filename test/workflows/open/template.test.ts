import { createReadinessForm } from '../../../src/workflows/fill-template-example';
import { foundPlaceholders, planOpenTemplate } from '../../../src/workflows/open/fill-template';
import { planTemplate } from '../../../src/workflows/fill-template-plan';
import { writeWorkbookFile } from '../../../src/workbook/file/write-workbook';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import type { Grid } from '../../../src/workbook/grid';
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
        text(1, 1, '{{год}}: {{показатель 1: факт}}'),
        text(3, 1, '{{перод}}'),
        text(5, 1, '{{школа: код}}'),
      ],
    },
  ],
};

describe('a form in the open workbook', () => {
  it('has placeholders, known or not, in the order of its sheets and cells', () => {
    expect(foundPlaceholders(OPEN)).toEqual([
      { sheet: 'Другой', cell: 'A1', written: '{{период}}' },
      { sheet: 'Форма', cell: 'A1', written: '{{год}}' },
      { sheet: 'Форма', cell: 'A1', written: '{{показатель 1: факт}}' },
      { sheet: 'Форма', cell: 'A3', written: '{{перод}}' },
      { sheet: 'Форма', cell: 'A5', written: '{{школа: код}}' },
    ]);
  });

  it('is planned on the sheets asked for alone, and a workbook without placeholders is named', () => {
    const { fillings, findings } = planOpenTemplate(OPEN, SOURCE, new Set(['Форма']));
    expect(fillings.map(({ sheet }) => sheet)).toEqual(['Форма']);
    expect(fillings[0]?.blocks).toEqual([{ first: 5, last: 5, count: PROGRAMME.sites.length }]);
    expect(findings.map(({ code, cell }) => [code, cell])).toEqual([['B1', 'A3']]);
    const empty = planOpenTemplate({ ...OPEN, sheets: [] }, SOURCE);
    expect(empty.findings.map(({ code }) => code)).toEqual(['B8']);
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
