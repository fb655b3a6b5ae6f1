/** What is read: forms as files in a folder, beside the programme that they are of. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

export function programmeIn(folder: string): string {
  return join(folder, 'programme.json');
}

export function formsIn(folder: string): string {
  return join(folder, 'forms');
}

/** A folder for forms of the programme; where they go. */
export function corpusFolder(folder: string, programme: Programme): string {
  const forms = formsIn(folder);
  mkdirSync(forms, { recursive: true });
  writeFileSync(programmeIn(folder), JSON.stringify(programme));
  return forms;
}

/** Writes the forms that schools send in the demonstration, good ones and wrong ones; says how many they are. */
export async function writeDemoForms(folder: string): Promise<number> {
  const programme = sampleProgramme(loadProgramme(undefined));
  const forms = corpusFolder(folder, programme);
  let count = 0;
  await tellStory(
    WORKBOOK_FILES,
    programme,
    ({ path, bytes }) => {
      const sent = /\/(?:returned|corrected)\//.test(path) && !path.endsWith('protocol.xlsx');
      if (sent && bytes instanceof Uint8Array) {
        count += 1;
        writeFileSync(join(forms, `${count}.xlsx`), bytes);
      }
      return Promise.resolve();
    },
    () => undefined,
  );
  return count;
}

export function corpusOf(folder: string): Corpus {
  const programme = loadProgramme(programmeIn(folder));
  const forms = formsIn(folder);
  return {
    programme,
    today: addDays(programme.act.date, DAYS_OF_PROGRAMME),
    files: readdirSync(forms).map((name) => new Uint8Array(readFileSync(join(forms, name)))),
  };
}
