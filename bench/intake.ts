/** (b) Thousands of files through the built command line, from the folder to the protocol and to the register. */
import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measured, type Run } from './child';
import { makeRegion, type Region } from './region';
import { goal, type Line, type Section } from './report';

const CLI = join(__dirname, 'cli.cjs');
/** A workbook holds a region's register: of a country's forms each region takes in its own. */
const SCHOOLS = 500;
const ACCEPTED = [0];
const HAS_FINDINGS = [0, 1];
/** Checks take turns, so that what else the machine does falls on all; the faster turn of each counts. */
const TURNS = 2;
const TWO_PROCESSES = 'check, two processes with half of the files each';

/** `files`: in all; every region is the same one, and has its forms read anew. */
export async function intake(files: number): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'kvantorium-bench-'));
  try {
    const schools = Math.min(SCHOOLS, files);
    const regions = Math.max(1, Math.round(files / schools));
    const region = await makeRegion(folder, schools);
    const all = country(folder, region, regions);
    const runs = new Map<string, Run>();
    const note = async (what: string, run: () => Promise<Run>): Promise<void> => {
      const found = await run();
      const before = runs.get(what) ?? found;
      runs.set(what, {
        seconds: Math.min(before.seconds, found.seconds),
        megabytes: Math.max(before.megabytes ?? Number.NaN, found.megabytes ?? Number.NaN),
      });
    };
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (const workers of [1, 2]) {
        await note(`check, workers: ${workers}`, () => check(region, [all], workers));
      }
      if (regions > 1) await note(TWO_PROCESSES, () => twoChecks(region, all, regions));
    }
    for (const workers of [1, 2]) {
      await note(`receive, workers: ${workers}`, () => receive(region, folder, regions, workers));
    }
    const lines = [...runs].map(([what, { seconds, megabytes }]): Line => {
      const memory = Number.isFinite(megabytes) ? `${Math.round(megabytes ?? 0)} MB` : '';
      return { what, each: (regions * schools) / seconds, note: memory };
    });
    const seconds = (what: string): number => runs.get(what)?.seconds ?? Number.NaN;
    const ceiling = seconds('check, workers: 1') / seconds(TWO_PROCESSES);
    const why =
      regions > 1
        ? `On this machine, in this run, two processes that share nothing got ${ceiling.toFixed(2)} × of one: its two cores slow each other. A thread besides starts, and its code is compiled, anew.`
        : '';
    // What receiving takes beyond reading and judging.
    const registering = 1 - seconds('check, workers: 1') / seconds('receive, workers: 1');
    // Two processes stand there for the machine: what both hold together is nothing that a user would run.
    const own = [...runs].filter(([what]) => what !== TWO_PROCESSES);
    const most = Math.max(...own.map(([, { megabytes }]) => megabytes ?? Number.NaN));
    return {
      title: `(b) ${regions * schools} files end to end: check at once, receive by regions of ${schools}`,
      unit: 'files a second',
      head: 'most memory',
      lines,
      goals: [
        goal(
          'check at least 1.6 × faster with two workers',
          seconds('check, workers: 1') / seconds('check, workers: 2'),
          1.6,
          true,
          why,
        ),
        goal(
          'receive at least 1.6 × faster with two workers',
          seconds('receive, workers: 1') / seconds('receive, workers: 2'),
          1.6,
          true,
          `${why} ${Math.round(registering * 100)} % of the time go into the register and its workbook, which one thread makes.`.trim(),
        ),
        goal('memory under 400 MB, in parts of it', most / 400, 1, false),
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every form under a name of each region. */
function country(folder: string, { forms }: Region, regions: number): string {
  const all = join(folder, 'country');
  for (let region = 0; region < regions; region += 1) {
    const own = join(all, String(region));
    mkdirSync(own, { recursive: true });
    for (const name of readdirSync(forms)) linkSync(join(forms, name), join(own, name));
  }
  return all;
}

/** What the machine can give: the same files, half of them to each of two processes that know nothing of one another. */
async function twoChecks(region: Region, all: string, regions: number): Promise<Run> {
  const folders = Array.from({ length: regions }, (_, index) => join(all, String(index)));
  const halves = [0, 1].map((half) => folders.filter((_, index) => index % 2 === half));
  const runs = await Promise.all(halves.map((half) => check(region, half, 1)));
  return {
    seconds: Math.max(...runs.map(({ seconds }) => seconds)),
    megabytes: runs.reduce((sum, { megabytes }) => sum + (megabytes ?? Number.NaN), 0),
  };
}

function check({ programme, today }: Region, paths: readonly string[], workers: number): Promise<Run> {
  const options = ['--programme', programme, '--today', today, '--workers', String(workers)];
  return measured(process.execPath, [CLI, 'check', ...paths, ...options], HAS_FINDINGS);
}

async function receive(region: Region, folder: string, regions: number, workers: number): Promise<Run> {
  const { workbook, forms, today } = region;
  const runs: Run[] = [];
  for (let index = 0; index < regions; index += 1) {
    const out = join(folder, `received-${workers}-${index}.xlsx`);
    const options = [
      '--workbook',
      workbook,
      '--out',
      out,
      '--today',
      today,
      '--workers',
      String(workers),
      '--force',
    ];
    runs.push(await measured(process.execPath, [CLI, 'receive', forms, ...options], ACCEPTED));
  }
  return {
    seconds: runs.reduce((sum, { seconds }) => sum + seconds, 0),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes ?? Number.NaN)),
  };
}
