/** The whole work in one open workbook: empty → Department's → forms → typed values → check → mend → accept → report. */
import type { Programme } from '../../../src/programme/schema';
import { reportedQuarters, expectedSites } from '../../../src/monitoring/expected';
import { addDays } from '../../../src/calendar/civil-date';
import { lastDay } from '../../../src/calendar/quarter';
import { planAcceptSheets } from '../../../src/workflows/open/accept';
import { checkOpenForms } from '../../../src/workflows/open/check';
import { planDepartment } from '../../../src/workflows/open/department';
import { planFormSheets } from '../../../src/workflows/open/form-sheets';
import { inspectWorkbook } from '../../../src/workflows/open/inspect';
import { marksOf } from '../../../src/workflows/open/marks';
import { overview } from '../../../src/workflows/open/overview';
import { planReport } from '../../../src/workflows/open/report';
import { reasonEntries } from '../../../src/workflows/open/reason';
import { hasErrors } from '../../../src/controls/finding';
import { memoryWorkbook } from '../../fixtures/memory-open-workbook';
import { IVANOVO, OTHER_REGION } from '../../programme/programmes';
import { cellOf, fill, formOf, opened, put } from './work';

describe.each<[string, Programme]>([
  ['Ivanovo', IVANOVO],
  ['another region', OTHER_REGION],
])('%s', (_, programme) => {
  const [quarter] = reportedQuarters(programme);
  if (!quarter) throw new Error('no quarter');
  const today = addDays(lastDay(quarter), 1);
  const sites = expectedSites(programme, quarter).map(({ code }) => code);

  test('from an empty workbook to the signed report', async () => {
    const book = memoryWorkbook();
    expect(inspectWorkbook(book.state(), today)).toEqual({ kind: 'empty' });
    const made = await put(book, planDepartment(programme, book.state(), today));
    expect(made.lost).toEqual([]);
    expect(made.notes).toEqual([]);
    const { department } = opened(book, today);
    expect(department.programme).toEqual(programme);
    expect(overview(department, today).action.kind).toBe('issue-forms');

    const forms = await put(book, planFormSheets(department, quarter, sites, book.state(), today));
    expect(forms.lost).toEqual([]);
    expect(opened(book, today).forms.map(({ stamp }) => stamp.site)).toEqual(sites);
    for (const { name } of book.state().grid.sheets) expect(name.length).toBeLessThanOrEqual(31);

    const [code = ''] = sites;
    const form = formOf(opened(book, today), code, quarter);
    for (const one of opened(book, today).forms) fill(book, department, one, today);
    const row = programme.indicators.find(({ kind, required }) => kind === 'count' && required)?.code ?? '';
    const cell = cellOf(book, form, row, 'fact');
    book.type(form.form ?? '', { [cell]: '12 чел.' });

    const scope = { kind: 'quarter', quarter } as const;
    const spoiled = checkOpenForms(book.state(), opened(book, today), scope, today);
    const wrong = spoiled
      .flatMap(({ findings }) => findings)
      .find(({ level, sheet }) => level === 'error' && sheet === form.form);
    expect(wrong).toMatchObject({ code: 'F2', sheet: form.form, cell, row });
    expect(marksOf(spoiled)).toContainEqual({ sheet: form.form, cell, look: 'bad' });

    const refused = planAcceptSheets(opened(book, today).forms, department, book.state(), today);
    expect(refused.received.files.find(({ site }) => site === code)?.result).toBe('refused');

    book.type(form.form ?? '', { [cell]: 10 });
    for (const { findings } of checkOpenForms(book.state(), opened(book, today), scope, today)) {
      for (const finding of findings.filter((one) => one.code === 'C1')) {
        await book.enter(reasonEntries(finding, 'Набор групп продолжен в следующем квартале', book.state()));
      }
    }
    const mended = checkOpenForms(book.state(), opened(book, today), scope, today);
    expect(mended.flatMap(({ findings }) => findings).filter(({ level }) => level === 'error')).toEqual([]);
    expect(mended.some(({ findings }) => hasErrors(findings))).toBe(false);

    const accepted = planAcceptSheets(opened(book, today).forms, department, book.state(), today);
    expect(accepted.received.files.map(({ result }) => result)).toEqual(sites.map(() => 'accepted'));
    expect(accepted.lost).toEqual([]);
    await put(book, accepted);

    const after = opened(book, today).department;
    expect(after.register.map(({ submission }) => submission.site).sort()).toEqual([...sites].sort());
    expect(after.log.map(({ file }) => file)).toContain(`лист «${form.form ?? ''}»`);
    expect(overview(after, today).action).toEqual({ kind: 'build-report', quarter });

    const report = await put(book, planReport(after, quarter, 0, book.state(), today));
    expect(report.lost).toEqual([]);
    expect(book.state().active.sheet).toBe('Отчёт');
    expect(planReport(after, quarter, 0, book.state(), today).stops).toEqual([]);
  });
});
