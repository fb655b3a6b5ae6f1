/** The roadmap alone, as a document to sign. */
import type { CivilDate } from '../calendar/civil-date';
import type { Programme } from '../programme/schema';
import { metaSpec } from '../sheets/meta-sheet';
import { roadmapSpec } from '../sheets/roadmap-sheet';
import type { WorkbookSpec } from '../workbook/spec';

export function createRoadmap(programme: Programme, today: CivilDate): WorkbookSpec {
  return {
    title: programme.roadmap.title.replaceAll('\n', ' '),
    date: today,
    sheets: [roadmapSpec(programme), metaSpec('roadmap', { programme: programme.code })],
  };
}
