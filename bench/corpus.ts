/** What is read: the forms that schools send in the demonstration, good ones and wrong ones, as files in a folder. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Writes the forms into the folder and says how many they are. */
export async function writeFilledForms(folder: string): Promise<number> {
  let count = 0;
  await tellStory(
    WORKBOOK_FILES,
    sampleProgramme(loadProgramme(undefined)),
    ({ path, bytes }) => {
      const sent = /\/(?:returned|corrected)\//.test(path) && !path.endsWith('protocol.xlsx');
      if (sent && bytes instanceof Uint8Array) {
        count += 1;
        writeFileSync(join(folder, `${count}.xlsx`), bytes);
      }
      return Promise.resolve();
    },
    () => undefined,
  );
  return count;
}

/** The files of a folder, and the programme that the demonstration's forms are of. */
export function corpusOf(folder: string): Corpus {
  const programme = sampleProgramme(loadProgramme(undefined));
  return {
    programme,
    today: addDays(programme.act.date, DAYS_OF_PROGRAMME),
    files: readdirSync(folder).map((name) => new Uint8Array(readFileSync(join(folder, name)))),
  };
}
