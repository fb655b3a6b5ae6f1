/** The built-in example of a form: the yearly monitoring of readiness, of what the roadmap names and nothing else. */
import { formatRussian, type CivilDate } from '../calendar/civil-date';
import type { Programme } from '../programme/schema';
import { MARGINS, sheetBuilder } from '../sheets/builder';
import { READINESS_TEXTS, TEMPLATE_WORDS } from '../text/template';
import type { WorkbookSpec } from '../workbook/spec';

const WIDTHS = [6, 44, 30, 17, 18, 28, 28] as const;
const LAST = WIDTHS.length;
/** Two lines of what comes into a cell; the placeholders themselves are longer. */
const LINE_HEIGHT = 33;
const { subjects, measure, measureFields, school, schoolFields, signature, signatureFields } = TEMPLATE_WORDS;

/** A workbook with placeholders in its cells, to be filled as any form of the operator's. */
export function createReadinessForm(programme: Programme, today: CivilDate): WorkbookSpec {
  const sheet = sheetBuilder(READINESS_TEXTS.sheet, [...WIDTHS], 11);
  sheet.span(1, 1, LAST, READINESS_TEXTS.sample, 'doc-small-center');
  let row = 2;
  for (const line of READINESS_TEXTS.title.split('\n')) {
    sheet.span(row, 1, LAST, line, 'doc-title');
    row += 1;
  }
  row += 1;
  const { act } = programme;
  const basis = `${act.kind} от ${formatRussian(act.date)} № ${act.number}, мероприятие ${READINESS_TEXTS.measure}`;
  for (const [label, text] of [
    [READINESS_TEXTS.region, braced(subjects.region)],
    [READINESS_TEXTS.coordinator, braced(subjects.coordinator)],
    [READINESS_TEXTS.basis, basis],
    [READINESS_TEXTS.day, braced(subjects.today)],
  ] as const) {
    sheet.span(row, 1, 2, label, 'doc-text');
    sheet.span(row, 3, LAST, text, 'doc-line');
    row += 1;
  }

  sheet.span(row + 1, 1, LAST, READINESS_TEXTS.partRoadmap, 'doc-text');
  const headerRow = row + 2;
  READINESS_TEXTS.columns.forEach((title, index) => sheet.put(headerRow, index + 1, title, 'doc-head'));
  row = headerRow + 1;
  READINESS_TEXTS.directions
    .filter(([number]) => programme.measures.some((known) => known.number === number))
    .forEach(([number, title], index) => {
      const field = (name: keyof typeof measureFields, fallback = ''): string =>
        braced(`${measure} ${number}: ${measureFields[name]}${fallback === '' ? '' : `|${fallback}`}`);
      sheet.put(row, 1, index + 1, 'doc-cell-center');
      sheet.put(row, 2, title, 'doc-cell');
      sheet.put(row, 3, field('planned', READINESS_TEXTS.schedule), 'doc-date');
      sheet.put(row, 4, field('actual', READINESS_TEXTS.noData), 'doc-date');
      sheet.put(row, 5, field('status'), 'doc-cell-center');
      sheet.put(row, 6, field('document', READINESS_TEXTS.noData), 'doc-cell');
      sheet.put(row, 7, field('reason'), 'doc-cell');
      sheet.height(row, LINE_HEIGHT);
      row += 1;
    });

  sheet.span(row + 1, 1, LAST, READINESS_TEXTS.partSites, 'doc-text');
  row += 2;
  const last = [READINESS_TEXTS.siteColumns.length, LAST] as const;
  READINESS_TEXTS.siteColumns
    .slice(0, -1)
    .forEach((title, index) => sheet.put(row, index + 1, title, 'doc-head'));
  sheet.span(row, ...last, READINESS_TEXTS.siteColumns.at(-1) ?? '', 'doc-head');
  row += 1;
  const ofSchool = (name: keyof typeof schoolFields): string => braced(`${school}: ${schoolFields[name]}`);
  sheet.put(row, 1, ofSchool('number'), 'doc-cell-center');
  sheet.put(row, 2, ofSchool('name'), 'doc-cell');
  sheet.put(row, 3, ofSchool('municipality'), 'doc-cell');
  sheet.put(row, 4, ofSchool('openedOn'), 'doc-date');
  sheet.span(row, ...last, null, 'doc-input');
  sheet.height(row, LINE_HEIGHT);
  row += 2;

  const signed = (name: keyof typeof signatureFields): string =>
    braced(`${signature}: ${signatureFields[name]}|${READINESS_TEXTS.blank}`);
  for (const [label, left, right] of [
    [READINESS_TEXTS.signature, signed('position'), signed('name')],
    [READINESS_TEXTS.executor, signed('executor'), signed('phone')],
  ] as const) {
    sheet.span(row, 1, 2, label, 'doc-text');
    sheet.span(row, 3, 4, left, 'doc-text');
    sheet.span(row, 5, LAST, right, 'doc-text');
    row += 1;
  }
  return {
    title: READINESS_TEXTS.sheet,
    date: today,
    sheets: [
      sheet.build({
        print: {
          orientation: 'landscape',
          marginsCm: MARGINS.document,
          titleRows: [headerRow, headerRow],
          fit: 'width',
          pageNumber: true,
        },
        tab: 'document',
      }),
    ],
  };
}

function braced(text: string): string {
  return `{{${text}}}`;
}
