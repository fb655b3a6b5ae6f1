/** A region with as many schools as are asked for, and a filled form of each on disk. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CivilDate } from '../src/calendar/civil-date';
import { WORKBOOK_FILES } from '../src/cli/files';
import { createDepartmentWorkbook } from '../src/workflows/department-workbook';
import { FORMS_DAY, firstForm, formsLike, manySchools, schoolCode } from '../test/fixtures/many-schools';
import { corpusFolder, programmeIn } from './corpus';

export interface Region {
  readonly programme: string;
  readonly workbook: string;
  readonly forms: string;
  readonly today: CivilDate;
}

export async function makeRegion(folder: string, schools: number): Promise<Region> {
  const programme = manySchools(schools);
  const forms = corpusFolder(folder, programme);
  const workbook = join(folder, 'department.xlsx');
  writeFileSync(workbook, await WORKBOOK_FILES.write(createDepartmentWorkbook(programme, FORMS_DAY)));
  const formOf = formsLike(await firstForm(programme));
  for (let index = 0; index < schools; index += 1) {
    writeFileSync(join(forms, `${schoolCode(index)}.xlsx`), formOf(index));
  }
  return { programme: programmeIn(folder), workbook, forms, today: FORMS_DAY };
}
