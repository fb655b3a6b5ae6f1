/**
 * Those who read: ours, its peers, and the floor. A peer only loads the workbook; ours goes on to the checked submission.
 * Each reads in a process of its own, since libraries change how fast others are: one that comes with exceljs detaches an
 * array buffer, after which the engine checks every access to bytes.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { READER } from '../src/cli/reader';
import { readWorkbookFile } from '../src/workbook/file/read-workbook';
import { checkFile } from '../src/workflows/check-form';
import { readFile, type GivenFile } from '../src/workflows/read-form';
import { corpusOf, formsIn, type Corpus } from './corpus';
import { floorOf } from './floor';
import { timeOf, type Time } from './measure';

export interface Reader {
  readonly name: string;
  /** Of the forms in a folder, taken in turn. Null where the peer is not installed. */
  readonly time: (folder: string, pieces: number) => Time | null;
}

type Read = (file: Uint8Array) => unknown;

/** What a reader does with a file; null where it is not installed. */
const READS = {
  submission: ({ programme, today }) => {
    const source = { programme, today };
    return (bytes) => readFile(READER, given(bytes), source);
  },
  checked: ({ programme, today }) => {
    const source = { programme, register: null, today };
    return (bytes) => checkFile(READER, given(bytes), source);
  },
  grid: () => (bytes) => READER.read(bytes),
  portable: () => (bytes) => readWorkbookFile(bytes),
  floor: () => floorOf,
  exceljs: async () => {
    const { default: excelJs } = await import('exceljs');
    return (bytes) => new excelJs.Workbook().xlsx.load(Uint8Array.from(bytes).buffer);
  },
  sheetJs: () => {
    const sheetJs = installedSheetJs();
    return sheetJs && ((bytes) => sheetJs.read(bytes, { type: 'array', dense: true }));
  },
} satisfies Record<string, (corpus: Corpus) => Read | null | Promise<Read | null>>;

function given(bytes: Uint8Array): GivenFile {
  return { name: 'form.xlsx', bytes, sha256: '' };
}

const reader = (key: keyof typeof READS, name: string): Reader => ({
  name,
  time: (folder, pieces) =>
    JSON.parse(
      execFileSync(process.execPath, [__filename, 'read', key, String(pieces), folder], { encoding: 'utf8' }),
    ) as Time | null,
});

/** What a process of its own does: `read <reader> <pieces> <folder>`; the time goes to the output. */
export async function readOnce(key: string, pieces: number, folder: string): Promise<void> {
  const corpus = corpusOf(folder);
  const read = await READS[key as keyof typeof READS](corpus);
  const { files } = corpus;
  const time =
    read && (await timeOf(pieces, (index) => read(files[index % files.length] ?? new Uint8Array())));
  process.stdout.write(JSON.stringify(time));
}

export const OURS_TO_SUBMISSION = reader('submission', 'ours, to a submission');
export const OURS_CHECKED = reader('checked', 'ours, to a submission checked by controls');
export const OURS = reader('grid', 'ours, to a grid');
export const OURS_PORTABLE = reader('portable', 'ours, to a grid, as in a browser');
export const FLOOR = reader('floor', 'floor: inflate and scan');
export const EXCELJS = reader('exceljs', 'exceljs');
export const SHEETJS = reader('sheetJs', 'SheetJS');

interface SheetJs {
  readonly read: (file: Uint8Array, options: { readonly type: 'array'; readonly dense: boolean }) => unknown;
}

/** It is no dependency of the product: whoever wants the figure installs it beside the others. */
function installedSheetJs(): SheetJs | null {
  try {
    return createRequire(join(process.cwd(), 'package.json'))('xlsx') as SheetJs;
  } catch {
    return null;
  }
}

const OPENPYXL = `
import sys, time
try:
    import openpyxl
except ImportError:
    sys.exit(3)
pieces, paths = int(sys.argv[1]), sys.argv[2:]
def read(path):
    book = openpyxl.load_workbook(path, read_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            pass
    book.close()
rounds = []
for number in range(6):
    start = time.process_time()
    for piece in range(pieces):
        read(paths[(number * pieces + piece) % len(paths)])
    rounds.append((time.process_time() - start) / pieces * 1000)
print(min(rounds[1:]))
`;
const ROUNDS = 5;

export const OPENPYXL_READER: Reader = {
  name: 'openpyxl, read-only',
  time: (folder, pieces) => {
    const forms = formsIn(folder);
    const paths = readdirSync(forms).map((name) => join(forms, name));
    const inRound = Math.max(1, Math.ceil(pieces / ROUNDS));
    try {
      const said = execFileSync('/usr/bin/python3', ['-c', OPENPYXL, String(inRound), ...paths], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return { each: Number(said), pieces: inRound * ROUNDS };
    } catch {
      return null;
    }
  },
};
