/** `npm run bench`: measures, and writes the table and the plot to bench/results/. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { loadProgramme } from '../src/cli/load';
import { contexts, PAIRS, runByHand, runOurs } from './controls';
import { corpusFolder, writeDemoForms } from './corpus';
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
import { makeRegion } from './region';
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

/** Shares as they were measured piece by piece, apart from this run. */
const WHERE_TIME_GOES =
  'A sixth of our time unpacks; three fifths scan, check and make cells and texts, where each tag, attribute, reference and character is looked at, which the floor leaves out; a fifth finds the form in them by its words.';

const PEERS = [EXCELJS, SHEETJS, OPENPYXL_READER];
/** Of the demonstration's forms. */
const READERS: readonly Reader[] = [
  ...[OURS_TO_SUBMISSION, OURS_CHECKED, OURS, OURS_PORTABLE],
  ...[FLOOR, ...PEERS],
];
/** Of the forms of many schools, each with texts that no other has. */
const READERS_OF_SCHOOLS: readonly Reader[] = [OURS_TO_SUBMISSION, FLOOR, EXCELJS];
const SCHOOLS = 500;
/** Readers take turns, so that what else the machine does falls on all of them; the best turn of each counts. */
const TURNS = 3;

async function reading(): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'kvantorium-bench-'));
  const [demo, region] = [join(folder, 'demo'), join(folder, 'region')];
  try {
    const forms = await writeDemoForms(demo);
    await makeRegion(region, SCHOOLS);
    const ofDemo = timesOf(READERS, demo, FILES);
    const ofSchools = timesOf(READERS_OF_SCHOOLS, region, FILES);
    return readingOf(forms, ofDemo, ofSchools);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds of a file by reader; null where a peer is not installed. */
type Times = ReadonlyMap<Reader, number | null>;

function timesOf(readers: readonly Reader[], folder: string, pieces: number): Times {
  const found = new Map<Reader, number | null>();
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const reader of readers) {
      const each = reader.time(folder, pieces)?.each ?? null;
      const best = found.get(reader) ?? each;
      found.set(reader, each === null || best === null ? null : Math.min(each, best));
    }
  }
  return found;
}

function readingOf(forms: number, ofDemo: Times, ofSchools: Times): Section {
  const of = (found: Times, reader: Reader): number => found.get(reader) ?? Number.NaN;
  const fastestPeer = Math.min(...PEERS.map((peer) => ofDemo.get(peer) ?? Number.POSITIVE_INFINITY));
  const linesOf = (found: Times, name: (reader: Reader) => string): readonly Line[] =>
    [...found].map(([reader, each]) => ({
      what: name(reader),
      each,
      note: each === null ? '' : times(each, of(found, OURS_TO_SUBMISSION)),
    }));
  const goalsOf = (found: Times, what: string): readonly string[] => {
    const ours = of(found, OURS_TO_SUBMISSION);
    return [
      goal(
        `to a submission${what}, at least 6 × faster than exceljs`,
        of(found, EXCELJS) / ours,
        6,
        true,
        WHERE_TIME_GOES,
      ),
      goal(
        `to a submission${what}, at most 4 × the floor`,
        ours / of(found, FLOOR),
        4,
        false,
        WHERE_TIME_GOES,
      ),
    ];
  };
  return {
    title: `(a) ${FILES} filled forms, taken in turn from ${forms} different ones, and from those of ${SCHOOLS} schools`,
    unit: 'ms a file',
    lines: [
      ...linesOf(ofDemo, ({ name }) => name),
      ...linesOf(ofSchools, ({ name }) => `${name}: of ${SCHOOLS} schools`),
    ],
    goals: [
      ...goalsOf(ofDemo, ''),
      ...goalsOf(ofSchools, `, of ${SCHOOLS} schools`),
      goal('to a grid, ahead of the fastest peer', fastestPeer / of(ofDemo, OURS), 1, true),
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
    writeFileSync(join(corpusFolder(folder, loadProgramme(undefined)), 'workbook.xlsx'), file);
    const found = timesOf([OURS, FLOOR, EXCELJS], folder, Math.ceil(GROWTH_PIECES / factor));
    for (const [reader, time] of found) {
      const each = time ?? Number.NaN;
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
