/**
 * The whole work on one programme: in every quarter forms are issued, filled and returned, some with a mistake; what was
 * refused is mended and returned again; what was accepted wrongly is corrected by a revision; reports are built.
 */
import { reportedQuarters } from '../../monitoring/expected';
import type { Programme } from '../../programme/schema';
import { createDepartmentWorkbook } from '../../workflows/department-workbook';
import { createRoadmap } from '../../workflows/create-roadmap';
import type { WorkbookFiles } from '../../workbook/port';
import { playQuarter, type Emit, type Plot, type QuarterStory } from './quarter';

const PLOTS: readonly Plot[] = [
  'textInNumber',
  'partOverWhole',
  'wrongQuarter',
  'fallingTotal',
  'revision',
  'noReason',
  'twice',
  'revision',
  'nothing',
];

/** Tells the story; `emit` is given every file as it is made, with its path inside the output folder; `onQuarter` is told of progress. */
export async function tellStory(
  files: WorkbookFiles,
  programme: Programme,
  emit: Emit,
  onQuarter: (done: number, all: number) => void,
): Promise<readonly QuarterStory[]> {
  const { date } = programme.act;
  await emit({ path: 'roadmap.xlsx', bytes: await files.write(createRoadmap(programme, date)) });
  let workbook = await files.write(createDepartmentWorkbook(programme, date));
  await emit({ path: 'department-at-start.xlsx', bytes: workbook });
  const stories: QuarterStory[] = [];
  const quarters = reportedQuarters(programme);
  for (const [index, quarter] of quarters.entries()) {
    const story = await playQuarter(files, workbook, quarter, PLOTS[index % PLOTS.length] ?? 'nothing', emit);
    ({ workbook } = story);
    stories.push(story);
    onQuarter(stories.length, quarters.length);
  }
  await emit({ path: 'department.xlsx', bytes: workbook });
  return stories;
}
