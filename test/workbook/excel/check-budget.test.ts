/** A Department's workbook with the forms of 18 school-quarters, checked in the open workbook. */
import { civilDate } from '../../../src/calendar/civil-date';
import { expectedSites } from '../../../src/monitoring/expected';
import { checkOpenForms } from '../../../src/workflows/open/check';
import { planDepartment } from '../../../src/workflows/open/department';
import { planFormSheets } from '../../../src/workflows/open/form-sheets';
import { inspectWorkbook } from '../../../src/workflows/open/inspect';
import { marksOf } from '../../../src/workflows/open/marks';
import { openExcelWorkbook } from '../../../src/workbook/excel/open-excel-workbook';
import { startEmulatedExcel, type EmulatedExcel } from '../../host/client/main-realm';
import { IVANOVO } from '../../programme/programmes';

const TODAY = civilDate(2024, 1, 15);
const FORMS = 18;
/** The last quarter is reported too: 18 forms, not 15. */
const PROGRAMME = { ...IVANOVO, settings: { ...IVANOVO.settings, reportLastQuarter: true } };

let excel: EmulatedExcel;

afterEach(() => excel.close());

test.each(['1.9', '1.14'])(
  '18 forms are checked in at most 3 requests and marked in 3 (ExcelApi %s)',
  async (set) => {
    excel = await startEmulatedExcel({ matrix: { ExcelApi: set } });
    const open = openExcelWorkbook();
    await open.put(planDepartment(PROGRAMME, await open.read(), TODAY).changes, true);
    let made = 0;
    for (let year = PROGRAMME.years.from; year <= PROGRAMME.years.to; year += 1) {
      for (const number of [1, 2, 3, 4] as const) {
        const sites = expectedSites(PROGRAMME, { year, number }).map(({ code }) => code);
        if (sites.length === 0 || made >= FORMS) continue;
        const state = await open.read();
        const situation = inspectWorkbook(state, TODAY);
        if (situation.kind !== 'department') throw new Error(situation.kind);
        const plan = planFormSheets(situation.department, { year, number }, sites, state, TODAY);
        await open.put(plan.changes, false);
        made += sites.length;
      }
    }
    expect(made).toBe(FORMS);
    expect(excel.workbook.sheets.length).toBeGreaterThan(3 * FORMS);

    excel.traffic.clear();
    const state = await open.read();
    const checks = checkOpenForms(state, inspectWorkbook(state, TODAY), { kind: 'all' }, TODAY);
    expect(checks).toHaveLength(FORMS);
    expect(excel.traffic.syncs.length).toBeLessThanOrEqual(3);

    excel.traffic.clear();
    const marks = marksOf(checks);
    expect(marks.length).toBeGreaterThan(0);
    await open.mark(marks);
    expect(excel.traffic.syncs.length).toBeLessThanOrEqual(3);
    const sizes = excel.traffic.syncs.map(({ bytes, replyBytes }) => Math.max(bytes, replyBytes));
    expect(Math.max(...sizes)).toBeLessThan(5 * 2 ** 20);
  },
);
