import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startEmulatedExcel } from './client/main-realm';
import { EMULATED_CLASSES, EMULATED_EVENTS } from './emulated';
import { reflectObjectModel, type ObjectModel } from './reflect-om';
import { isSupported } from './requirement-sets';
import { usesOfOffice, type Use } from './surface';

const ROOT = path.join(__dirname, '../..');
/** The newest set that the installed library knows. */
const LIBRARY_SET = '1.15';
/** Of the library's own bookkeeping: they ask nothing of the host. */
const BOOKKEEPING = ['load', 'items', 'context', 'isNullObject', 'toJSON', 'track', 'untrack'];
/** Shapes that the library hands to callbacks; they can't be looked up from its global object. */
const HANDED_TO_CALLBACKS = ['AsyncResult', 'Dialog', 'AddinCommands.Event', 'host', 'platform'];

const floor = { ExcelApi: /Name="ExcelApi" MinVersion="([\d.]+)"/.exec(text('manifest.xml'))?.[1] ?? '' };
const features = new Map(
  [...text('src/workbook/excel/capabilities.ts').matchAll(/'([a-z-]+)': '(\d+\.\d+)'/g)].map(
    ([, feature = '', version = '']) => [feature, version],
  ),
);

let model: ObjectModel;
let office: object;
let product: readonly Use[];

beforeAll(async () => {
  const excel = await startEmulatedExcel();
  model = reflectObjectModel(Excel);
  office = describeOffice();
  await excel.close();
  product = usesOfOffice();
});

describe('what the product uses of Office.js', () => {
  it('is in the library, emulated, and within the manifest’s floor or asked for before', () => {
    expect([...new Set(product.flatMap(problemsOf))].sort()).toEqual([]);
  });

  it('leaves untried only what no library that can be installed knows', () => {
    const untried = product.filter(isBeyondLibrary).map(({ member }) => member);
    expect(new Set(untried)).toEqual(
      new Set([
        'WorksheetCollection.onNameChanged',
        'WorksheetNameChangedEventArgs.nameAfter',
        'WorksheetNameChangedEventArgs.source',
        'WorksheetNameChangedEventArgs.worksheetId',
      ]),
    );
  });

  it('is found at all', () => {
    const members = new Set(product.map(({ member }) => member));
    // Called, read, written, loaded by a text, given as a plain object, of Office itself.
    for (const member of [
      'WorksheetCollection.add',
      'Range.values',
      'Range.rowIndex',
      'NamedItem.formula',
      'ListDataValidation.source',
      'Context.requirements',
    ]) {
      expect(members).toContain(member);
    }
  });
});

describe('the gate', () => {
  const sourceOf = (body: string): string =>
    `import { supports } from './capabilities';
     export const trial = (range: Excel.Range, table: Excel.Table): void => { ${body} };`;
  const CASES: readonly (readonly [title: string, body: string, problems: readonly string[]])[] = [
    ['within the floor', 'range.format.font.bold = true;', []],
    ['above the floor', 'table.resize("A1:B2");', ['Table.resize: above the floor']],
    ['asked for', "if (supports('resize-table')) { table.resize('A1:B2'); }", []],
    ['asked for in a condition', "void (supports('resize-table') && table.resize('A1:B2'));", []],
    [
      'asked for by a function’s only mention',
      "const later = () => table.resize('A1'); if (supports('resize-table')) later();",
      [],
    ],
    [
      'not asked for at one mention',
      "const later = () => table.resize('A1'); later(); if (supports('resize-table')) later();",
      ['Table.resize: above the floor'],
    ],
    [
      'asked for something older',
      "if (supports('resize-table')) { void range.getRangeEdge('Up'); }",
      ['Range.getRangeEdge: not emulated'],
    ],
    [
      'asked for otherwise',
      "if (!supports('resize-table')) { table.resize('A1:B2'); }",
      ['Table.resize: above the floor'],
    ],
    ['not emulated', 'void range.getImage();', ['Range.getImage: not emulated']],
    [
      'in a text of load',
      "range.load(['values', 'hasSpill']);",
      ['Range.hasSpill: above the floor', 'Range.hasSpill: not emulated'],
    ],
    [
      'taken apart',
      'const { hasSpill } = range; void hasSpill;',
      ['Range.hasSpill: above the floor', 'Range.hasSpill: not emulated'],
    ],
    [
      'not in the library',
      'void range.valuesAsJson;',
      ['Range.valuesAsJson: above the floor', 'Range.valuesAsJson: not in the library'],
    ],
  ];
  let judged: readonly string[];

  // One program for all: reading the types of Office takes seconds.
  beforeAll(() => {
    const sources = CASES.map(
      ([, body], index) => [`src/workbook/excel/trial-${index}.ts`, sourceOf(body)] as const,
    );
    judged = usesOfOffice(Object.fromEntries(sources)).flatMap(problemsOf);
  });

  it.each(CASES.map(([title, , expected], index) => ({ title, expected, index })))(
    'judges what is $title',
    ({ expected, index }) => {
      const here = judged.filter((problem) => problem.includes(`trial-${index}.ts:`));
      expect(here.map((problem) => problem.replace(/ \(.*\)$/, ''))).toEqual(expected);
    },
  );

  it('stumbles over a text of load that names nothing', () => {
    const source = sourceOf("range.load('valeus');");
    expect(() => usesOfOffice({ 'src/workbook/excel/trial.ts': source })).toThrow('there is no «valeus»');
  });
});

function problemsOf(use: Use): readonly string[] {
  const say = (problem: string): string => `${use.member}: ${problem} (${use.place})`;
  const above =
    use.set !== undefined &&
    use.set.startsWith('ExcelApi ') &&
    !isSupported(floor, use.set) &&
    !isAskedFor(use);
  const problems = above ? [say('above the floor')] : [];
  if (isBeyondLibrary(use) && isAskedFor(use)) {
    return problems;
  }
  if (use.namespace === 'Office') {
    return isInOffice(use.member) ? problems : [...problems, say('not in the library')];
  }
  return use.namespace === 'Excel' && use.kind === 'class'
    ? [...problems, ...hostProblems(use.member).map(say)]
    : problems;
}

/** Behind a feature that comes with the same requirement set or a later one. */
function isAskedFor({ set = '', behind }: Use): boolean {
  return behind.some((feature) => {
    const version = features.get(feature);
    if (version === undefined) {
      throw new Error(`capabilities.ts has no feature «${feature}».`);
    }
    return isSupported({ ExcelApi: version }, set);
  });
}

function isBeyondLibrary({ set }: Use): boolean {
  return set !== undefined && set.startsWith('ExcelApi ') && !isSupported({ ExcelApi: LIBRARY_SET }, set);
}

function hostProblems(path_: string): readonly string[] {
  const [className = '', member = ''] = path_.split('.');
  if (BOOKKEEPING.includes(member) || className === 'RequestContext') {
    return [];
  }
  // The library names its one generic class with its parameter.
  const known = model[className] ?? model[`${className}<T>`];
  const emulated = EMULATED_CLASSES.find(({ name }) => name === className || name === `${className}<T>`);
  const scalar = known?.scalars[member];
  const object = known?.objects[member];
  const method = known?.methods[member];
  const event = known?.events[member];
  if (known === undefined || !(scalar ?? object ?? method ?? event ?? known.indexer === member)) {
    return ['not in the library'];
  }
  const isEmulated =
    (scalar !== undefined && emulated?.properties.includes(scalar.wire) === true) ||
    (object !== undefined && emulated?.objects.includes(object.wire) === true) ||
    (method !== undefined && emulated?.methods.includes(method.wire) === true) ||
    (event !== undefined && Object.values<number>(EMULATED_EVENTS).includes(event.eventType)) ||
    (known.indexer === member && emulated?.indexed === true);
  return isEmulated ? [] : ['not emulated'];
}

/** The library's own objects by the names that their types have. */
function describeOffice(): object {
  return {
    ...Office,
    Context: Office.context,
    RequirementSetSupport: Office.context.requirements,
    UI: Office.context.ui,
    Actions: Office.actions,
    Document: Office.context.document,
  };
}

function isInOffice(member: string): boolean {
  if (HANDED_TO_CALLBACKS.some((name) => member === name || member.startsWith(`${name}.`))) {
    return true;
  }
  // The last one is only looked for: some of the library's own answer no longer when it is closed.
  const steps = member.split('.');
  let at: unknown = office;
  for (const step of steps.slice(0, -1)) {
    at = isObject(at) ? Reflect.get(at, step) : undefined;
  }
  return isObject(at) && (steps.at(-1) ?? '') in at;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function text(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}
