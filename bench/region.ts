/**
 * A region with as many schools as are asked for, and a filled form of each on disk. One form is made by the product; the
 * others are its bytes with another school's name in them, so that making them costs little.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { addDays, type CivilDate } from '../src/calendar/civil-date';
import { lastDay, parseQuarter } from '../src/calendar/quarter';
import { WORKBOOK_FILES } from '../src/cli/files';
import { loadProgramme } from '../src/cli/load';
import { issueForm } from '../src/monitoring/issue-form';
import type { Programme } from '../src/programme/schema';
import { readParts } from '../src/workbook/file/parts';
import { zipEnd, zipEntry, type PackedPiece, type ZipMember } from '../src/workbook/file/stream-zip';
import { createDepartmentWorkbook } from '../src/workflows/department-workbook';
import { fillForm } from '../src/workflows/example/fill-form';
import { formWorkbook } from '../src/workflows/issue-forms';

export interface Region {
  readonly programme: string;
  readonly workbook: string;
  readonly forms: string;
  readonly today: CivilDate;
}

const DIGITS = 5;
const number = (index: number): string => String(index).padStart(DIGITS, '0');
const codeOf = (index: number): string => `bench-${number(index)}`;
const nameOf = (index: number): string => `Школа ${number(index)}`;

function programmeOf(schools: number): Programme {
  const built = loadProgramme(undefined);
  const [site] = built.sites;
  if (!site) throw new Error('the built-in programme has no site');
  const sites = Array.from({ length: schools }, (_, index) => ({
    ...site,
    code: codeOf(index),
    shortName: nameOf(index),
  }));
  return { ...built, targets: [], sites };
}

export async function makeRegion(folder: string, schools: number): Promise<Region> {
  const programme = programmeOf(schools);
  const quarter = parseQuarter('2021-Q4');
  const [site] = programme.sites;
  if (!quarter || !site) throw new Error('no quarter');
  const today = addDays(lastDay(quarter), 1);
  const paths = { programme: join(folder, 'programme.json'), workbook: join(folder, 'department.xlsx') };
  const forms = join(folder, 'forms');
  mkdirSync(forms, { recursive: true });
  writeFileSync(paths.programme, JSON.stringify(programme));
  writeFileSync(paths.workbook, await WORKBOOK_FILES.write(createDepartmentWorkbook(programme, today)));

  const form = issueForm(programme, [], site, quarter, today);
  const rows = new Set(form.rows.map(({ indicator }) => indicator.code));
  const parts = readParts(await WORKBOOK_FILES.write(formWorkbook(form, fillForm(form, today, 0, rows))));
  const ready = [...parts].map(([name, plain]) => {
    const text = new TextDecoder().decode(plain);
    const isOwn = text.includes(codeOf(0)) || text.includes(nameOf(0));
    return { name, text: isOwn ? text : null, piece: packed(plain) };
  });
  for (let index = 0; index < schools; index += 1) {
    const named = ready.map(({ name, text, piece }) => ({
      name,
      piece: text === null ? piece : packed(Buffer.from(ofSchool(text, index))),
    }));
    writeFileSync(join(forms, `${codeOf(index)}.xlsx`), zipped(named));
  }
  return { ...paths, forms, today };
}

function ofSchool(text: string, index: number): string {
  return text.replaceAll(codeOf(0), codeOf(index)).replaceAll(nameOf(0), nameOf(index));
}

function packed(plain: Uint8Array): PackedPiece {
  return { plain, packed: deflateRawSync(plain) };
}

function zipped(parts: readonly { readonly name: string; readonly piece: PackedPiece }[]): Buffer {
  const members: ZipMember[] = [];
  const pieces: Uint8Array[] = [];
  let offset = 0;
  for (const { name, piece } of parts) {
    for (const bytes of zipEntry(name, offset, [piece], members, crc32)) {
      pieces.push(bytes);
      offset += bytes.length;
    }
  }
  return Buffer.concat([...pieces, zipEnd(members, offset)]);
}
