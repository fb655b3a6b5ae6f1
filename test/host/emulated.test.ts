/** Every emulated member is one that the real library knows, under the name that it has on the wire. */

import { startEmulatedExcel, type EmulatedExcel } from './client/main-realm';
import { EMULATED_CLASSES } from './emulated';
import { EVENT } from './excel';
import { reflectObjectModel, type ObjectModel } from './reflect-om';

let excel: EmulatedExcel;
let model: ObjectModel;

beforeAll(async () => {
  excel = await startEmulatedExcel();
  model = reflectObjectModel(Excel);
});
afterAll(async () => {
  await excel.close();
});

function wires(members: Readonly<Record<string, { readonly wire: string }>>): readonly string[] {
  return Object.values(members).map(({ wire }) => wire);
}

test.each(EMULATED_CLASSES.map((emulated) => [emulated.name, emulated] as const))('%s', (name, emulated) => {
  const known = model[name];
  if (known === undefined) {
    throw new Error(`The library has no class ${name}.`);
  }
  const unknown = [
    ...emulated.properties.filter((member) => !wires(known.scalars).includes(member)),
    ...emulated.objects.filter((member) => !wires(known.objects).includes(member)),
    ...emulated.methods.filter((member) => !wires(known.methods).includes(member)),
  ];
  expect(unknown).toEqual([]);
  const writable = Object.values(known.scalars).flatMap((scalar) => (scalar.writable ? [scalar.wire] : []));
  expect(emulated.settable.filter((member) => !writable.includes(member))).toEqual([]);
  expect(emulated.indexed).toBe(emulated.indexed && known.indexer !== undefined);
});

test('names of classes are given once', () => {
  const names = EMULATED_CLASSES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('numbers of events are the library’s own', () => {
  const events = Object.values(model).flatMap((known) => Object.values(known.events));
  const known = new Set(events.map(({ eventType }) => eventType));
  expect(Object.values(EVENT).filter((number) => !known.has(number))).toEqual([]);
});
