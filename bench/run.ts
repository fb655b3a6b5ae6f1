/** `npm run bench`: measures, and writes the table and the plot to bench/results/. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { contexts, PAIRS, runByHand, runOurs } from './controls';
import { writeFilledForms } from './corpus';
import { exporting, exportOnce } from './export';
import { intake } from './intake';
import { timeOf } from './measure';
import {
  EXCELJS,
  FLOOR,
  OPENPYXL_READER,
  OURS,
  OURS_PORTABLE,
  OURS_CHECKED,
  OURS_TO_SUBMISSION,
  readOnce,
  SHEETJS,
  type Reader,
} from './readers';
import { goal, markdown, svg, type Line, type Section } from './report';
import { workbookOf } from './sizes';

const RESULTS = join(__dirname, '../bench/results');
/** Rows of each of the twelve sheets at ×1: a workbook of some 60 KB. */
const ROWS = 40;
const GROWTH = [1, 4, 16];
/** Enough at × 1 for the engine to have compiled everything. */
const GROWTH_PIECES = 600;
const FORMS = 2000;
/** Fewer on request: `BENCH_READS=200 BENCH_FILES=400 BENCH_ROWS=20000 npm run bench`. */
const FILES = Number(process.env['BENCH_READS'] ?? 1000);
const INTAKE_FILES = Number(process.env['BENCH_FILES'] ?? 20_000);
const EXPORT_ROWS = Number(process.env['BENCH_ROWS'] ?? 240_000);

const times = (a: number, b: number): string => `${(a / b).toFixed(1)} ×`;

const PEERS = [EXCELJS, SHEETJS, OPENPYXL_READER];
/** Shares as they were measured piece by piece, apart from this run. */
const WHERE_TIME_GOES =
  'A third of our time unpacks and scans with nothing kept, where each tag, attribute, reference and character is checked, which the floor leaves out; two fifths make cells and texts; a quarter finds the form in them by its words.';

async function reading(): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'kvantorium-bench-'));
  try {
    return readingOf(folder, await writeFilledForms(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readingOf(folder: string, forms: number): Section {
  const ours = OURS_TO_SUBMISSION;
  const readers: readonly Reader[] = [
    ...[ours, OURS_CHECKED, OURS, OURS_PORTABLE],
    ...[FLOOR, EXCELJS, SHEETJS, OPENPYXL_READER],
  ];
  const found = new Map<Reader, number | null>();
  for (const reader of readers) found.set(reader, reader.time(folder, FILES)?.each ?? null);
  const of = (reader: Reader): number => found.get(reader) ?? Number.NaN;
  const fastestPeer = Math.min(...PEERS.map((peer) => found.get(peer) ?? Number.POSITIVE_INFINITY));
  const lines = readers.map((reader): Line => {
    const each = found.get(reader) ?? null;
    return { what: reader.name, each, note: each === null ? '' : times(each, of(ours)) };
  });
  return {
    title: `(a) ${FILES} filled forms, taken in turn from ${forms} different ones`,
    unit: 'ms a file',
    lines,
    goals: [
      goal(
        'to a submission, at least 6 × faster than exceljs',
        of(EXCELJS) / of(ours),
        6,
        true,
        WHERE_TIME_GOES,
      ),
      goal('to a submission, at most 4 × the floor', of(ours) / of(FLOOR), 4, false, WHERE_TIME_GOES),
      goal('to a grid, ahead of the fastest peer', fastestPeer / of(OURS), 1, true),
    ],
  };
}

async function controls(): Promise<Section> {
  const forms = contexts(FORMS);
  if (runOurs(forms) !== runByHand(forms)) throw new Error('the two ways disagree');
  const count = forms.length * PAIRS.length;
  const ours = (await timeOf(10, () => runOurs(forms))).each;
  const byHand = (await timeOf(10, () => runByHand(forms))).each;
  const perSecond = (each: number): number => (count / each) * 1000;
  return {
    title: '(d) Control evaluations',
    unit: 'per second',
    lines: [
      { what: 'ours', each: perSecond(ours), note: '1.0 ×' },
      { what: 'written by hand, same decimals', each: perSecond(byHand), note: times(ours, byHand) },
    ],
    goals: [goal('at most 3 × the time of hand-written functions', ours / byHand, 3, false)],
  };
}

function growth(): Section {
  const lines: Line[] = [];
  const first = new Map<string, number>();
  let steepest = 0;
  for (const factor of GROWTH) {
    const folder = mkdtempSync(join(tmpdir(), 'kvantorium-bench-'));
    const file = workbookOf(ROWS * factor);
    writeFileSync(join(folder, 'workbook.xlsx'), file);
    for (const reader of [OURS, FLOOR, EXCELJS]) {
      const each = reader.time(folder, Math.ceil(GROWTH_PIECES / factor))?.each ?? Number.NaN;
      const one = first.get(reader.name) ?? each;
      first.set(reader.name, one);
      if (reader === OURS) steepest = Math.max(steepest, each / one / factor);
      const size = `${Math.round(file.length / 1024)} KB`;
      lines.push({ what: `${reader.name}, × ${factor} (${size})`, each, note: `${times(each, one)} of × 1` });
    }
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    title: '(e) Cost against size, twelve sheets',
    unit: 'ms a file',
    lines,
    goals: [goal('stays linear: time grows at most 1.2 × faster than size', steepest, 1.2, false)],
  };
}

async function main(): Promise<void> {
  // Above the number of processors, others were at work too, and the figures are only a hint.
  const [load = 0] = loadavg();
  const sections: Section[] = [];
  for (const part of [reading, () => intake(INTAKE_FILES), () => exporting(EXPORT_ROWS), controls, growth]) {
    sections.push(await part());
    // After each part, so that a run that was stopped leaves what it has found.
    write(sections, load);
  }
  process.stdout.write(markdown(sections, machineOf(load)));
}

function write(sections: readonly Section[], load: number): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, 'bench.md'), markdown(sections, machineOf(load)));
  writeFileSync(join(RESULTS, 'bench.svg'), svg(sections));
}

function machineOf(load: number): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, with a load of ${load.toFixed(1)} before the first round`;
}

const [, , command = '', who = '', count, path = ''] = process.argv;
// Who writes or reads is measured in a process of its own.
const ONCE: Readonly<Record<string, (who: string, count: number, path: string) => Promise<void>>> = {
  export: exportOnce,
  read: readOnce,
};
void (ONCE[command]?.(who, Number(count), path) ?? main());
