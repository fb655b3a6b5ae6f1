/** Every workbook that the product makes, of three programmes. */
import { civilDate } from '../../../src/calendar/civil-date';
import type { Quarter } from '../../../src/calendar/quarter';
import { programmeCheckpoints } from '../../../src/programme/checkpoints';
import type { Programme } from '../../../src/programme/schema';
import { expectedSites } from '../../../src/monitoring/expected';
import { createCatalogue } from '../../../src/workflows/create-catalogue';
import { createReport } from '../../../src/workflows/create-report';
import { createRoadmap } from '../../../src/workflows/create-roadmap';
import { checkForm } from '../../../src/workflows/check-form';
import { createDepartmentWorkbook } from '../../../src/workflows/department-workbook';
import { issueForms } from '../../../src/workflows/issue-forms';
import { protocolWorkbook } from '../../../src/workflows/protocol-workbook';
import type { WorkbookSpec } from '../../../src/workbook/spec';
import { gridOf } from '../../fixtures/grid-of-spec';
import { IVANOVO, OTHER_REGION } from '../../programme/programmes';
import { accepted, programme } from '../../workflows/school';

export const TODAY = civilDate(2022, 10, 3);

/** Texts that a host would gladly take for something else. */
const TRICKY = [
  '=1+1',
  '+7 4932',
  '-5',
  '@имя',
  "'так",
  "''дважды",
  '2.1',
  '1/2',
  '01.10.2021',
  'ИСТИНА',
  '1E5',
];

/** A programme with a control of every kind, whose names are all tricky. */
function trickyProgramme(): Programme {
  const sample = programme();
  const tricky = (index: number): string => TRICKY[index % TRICKY.length] ?? '';
  return {
    ...sample,
    region: "Край «д'Артаньяна» & <К°>",
    measures: sample.measures.map((measure, index) => ({
      ...measure,
      text: tricky(index),
      responsible: tricky(index + 3),
      outcome: tricky(index + 5),
    })),
    indicators: sample.indicators.map((indicator, index) => ({ ...indicator, name: tricky(index) })),
    sites: sample.sites.map((site, index) => ({
      ...site,
      name: tricky(index + 4),
      shortName: tricky(index),
    })),
  };
}

export const PROGRAMMES: readonly (readonly [
  name: string,
  programme: Programme,
  register: 'full' | 'empty',
])[] = [
  ['встроенная', IVANOVO, 'empty'],
  ['другой регион', OTHER_REGION, 'empty'],
  ['с каверзными именами', trickyProgramme(), 'full'],
];

/** The first quarter for which a school reports. */
export function firstQuarter(of: Programme): Quarter {
  for (let year = of.years.from; year <= of.years.to; year += 1) {
    for (const number of [1, 2, 3, 4] as const) {
      if (expectedSites(of, { year, number }).length > 0) return { year, number };
    }
  }
  throw new Error('Nobody ever reports');
}

export function productWorkbooks(of: Programme, register: 'full' | 'empty'): readonly WorkbookSpec[] {
  const quarter = register === 'full' ? ({ year: 2022, number: 3 } as const) : firstQuarter(of);
  const department = {
    programme: of,
    register: register === 'full' ? [accepted(of, quarter)] : [],
    log: [],
    execution: programmeCheckpoints(of).checkpoints.map((checkpoint) => ({
      checkpoint,
      actual: null,
      document: '',
      reason: '',
    })),
  };
  const forms = issueForms(department, quarter, TODAY);
  const checked = forms.map(({ name, workbook }) =>
    checkForm(gridOf(workbook), name, { programme: of, register: department.register, today: TODAY }),
  );
  return [
    createDepartmentWorkbook(of, TODAY),
    createRoadmap(of, TODAY),
    createCatalogue(of, TODAY),
    ...forms.map(({ workbook }) => workbook),
    createReport(department, quarter, 0, TODAY).workbook,
    protocolWorkbook(checked, TODAY),
  ];
}
