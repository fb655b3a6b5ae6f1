/** What is read: the forms that schools send in the demonstration, good ones and wrong ones. */
import { addDays, type CivilDate } from '../src/calendar/civil-date';
import { tellStory } from '../src/cli/demo/story';
import { WORKBOOK_FILES } from '../src/cli/files';
import { loadProgramme } from '../src/cli/load';
import type { Programme } from '../src/programme/schema';
import { sampleProgramme } from '../src/workflows/example/sample-programme';

export interface Corpus {
  readonly programme: Programme;
  /** Late enough for every form to be there. */
  readonly today: CivilDate;
  readonly files: readonly Uint8Array[];
}

const DAYS_OF_PROGRAMME = 1500;

export async function filledForms(): Promise<Corpus> {
  const programme = sampleProgramme(loadProgramme(undefined));
  const files: Uint8Array[] = [];
  await tellStory(
    WORKBOOK_FILES,
    programme,
    ({ path, bytes }) => {
      const sent = /\/(?:returned|corrected)\//.test(path) && !path.endsWith('protocol.xlsx');
      if (sent && bytes instanceof Uint8Array) files.push(bytes);
      return Promise.resolve();
    },
    () => undefined,
  );
  return { programme, today: addDays(programme.act.date, DAYS_OF_PROGRAMME), files };
}
