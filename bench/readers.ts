/** Those who read: ours, its peers, and the floor. A peer only loads the workbook; ours goes on to the checked submission. */
import { Workbook } from 'exceljs';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WORKBOOK_FILES } from '../src/cli/files';
import { readWorkbookFile } from '../src/workbook/file/read-workbook';
import { checkFile } from '../src/workflows/check-form';
import { readFile } from '../src/workflows/read-form';
import type { Corpus } from './corpus';
import { floorOf } from './floor';
import { timeOf, type Time } from './measure';

export interface Reader {
  readonly name: string;
  /** Null where the peer is not installed. */
  readonly time: (files: readonly Uint8Array[], pieces: number) => Promise<Time | null>;
}

const inTurn =
  (read: (file: Uint8Array) => unknown): Reader['time'] =>
  (files, pieces) =>
    timeOf(pieces, (index) => read(files[index % files.length] ?? new Uint8Array()));

export const OURS: Reader = {
  name: 'ours, to a grid',
  time: inTurn((file) => WORKBOOK_FILES.read(file)),
};

export const OURS_PORTABLE: Reader = {
  name: 'ours, to a grid, as in a browser',
  time: inTurn((file) => readWorkbookFile(file)),
};

export function oursToSubmission({ programme, today }: Corpus): Reader {
  const source = { programme, today };
  return {
    name: 'ours, to a submission',
    time: inTurn((bytes) => readFile(WORKBOOK_FILES, { name: 'form.xlsx', bytes, sha256: '' }, source)),
  };
}

export function oursChecked({ programme, today }: Corpus): Reader {
  const source = { programme, register: null, today };
  return {
    name: 'ours, to a submission checked by controls',
    time: inTurn((bytes) => checkFile(WORKBOOK_FILES, { name: 'form.xlsx', bytes, sha256: '' }, source)),
  };
}

export const FLOOR: Reader = { name: 'floor: inflate and scan', time: inTurn(floorOf) };

export const EXCELJS: Reader = {
  name: 'exceljs',
  time: inTurn((file) => new Workbook().xlsx.load(Uint8Array.from(file).buffer)),
};

interface SheetJs {
  readonly read: (file: Uint8Array, options: { readonly type: 'array'; readonly dense: boolean }) => unknown;
}

export const SHEETJS: Reader = {
  name: 'SheetJS',
  time: (files, pieces) => {
    const sheetJs = installedSheetJs();
    return sheetJs === null
      ? Promise.resolve(null)
      : inTurn((file) => sheetJs.read(file, { type: 'array', dense: true }))(files, pieces);
  },
};

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
  time: (files, pieces) => {
    const folder = mkdtempSync(join(tmpdir(), 'kvantorium-bench-'));
    const paths = files.map((file, index) => {
      const path = join(folder, `${index}.xlsx`);
      writeFileSync(path, file);
      return path;
    });
    const inRound = Math.max(1, Math.ceil(pieces / ROUNDS));
    try {
      const said = execFileSync('/usr/bin/python3', ['-c', OPENPYXL, String(inRound), ...paths], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return Promise.resolve({ each: Number(said), pieces: inRound * ROUNDS });
    } catch {
      return Promise.resolve(null);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
