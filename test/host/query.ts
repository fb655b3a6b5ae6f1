/** What requests load: the wanted members of an object, or of each item of a collection, and of what they lead to. */

import type { Excel } from './excel';
import { invalidArgument, notEmulated } from './failures';
import type { HostObject } from './host-object';
import type { Interpreter, QueryInfo } from './interpreter';
import type { ObjectModel, Scalar } from './reflect-om';
import { checkSet } from './requirement-sets';

/** Names of members, each with what is wanted of it; «*» stands for all plain ones. */
export type Wanted = Map<string, Wanted>;

const ALL = '*';

export function wantedMembers({ Select = [], Expand = [] }: QueryInfo): Wanted {
  const wanted: Wanted = new Map();
  const put = (steps: readonly string[]): void => {
    let at = wanted;
    for (const step of steps) {
      const next: Wanted = at.get(step) ?? new Map<string, Wanted>();
      at.set(step, next);
      at = next;
    }
  };
  Select.forEach((path) => {
    put(path.split(/[/.]/));
  });
  Expand.forEach((path) => {
    put([...path.split(/[/.]/), ALL]);
  });
  if (Select.length === 0) {
    put([ALL]);
  }
  return wanted;
}

/** What the client knows an object by, with the number under which it keeps it. */
export function identityOf(excel: Excel, object: HostObject): Readonly<Record<string, unknown>> {
  const id = excel.kept.get(object);
  return { ...object.identity(), ...(id !== undefined && { _ReferenceId: id }) };
}

export function queryCollection(
  host: Interpreter,
  items: readonly HostObject[],
  wanted: Wanted,
  { Skip = 0, Top }: QueryInfo,
): object {
  const page = items.slice(Skip, Top === undefined ? undefined : Skip + Top);
  const ofItems = new Map([...wanted].filter(([name]) => name.toLowerCase() !== 'count'));
  return {
    _Items: page.map((item) => ({ ...identityOf(host.excel, item), ...pickMembers(host, item, ofItems) })),
    ...(ofItems.size < wanted.size || wanted.has(ALL) ? { Count: items.length } : {}),
  };
}

export function pickMembers(host: Interpreter, object: HostObject, wanted: Wanted): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const [name, inner] of wanted) {
    if (name === ALL) {
      Object.assign(picked, allScalars(host, object));
      continue;
    }
    const scalar = scalarMember(host.model, object.className, name);
    if (scalar !== undefined) {
      picked[scalar.wire] = read(host, object, scalar.wire);
      continue;
    }
    const [relation, value] = related(host, object, name, inner);
    picked[relation] = value;
  }
  return picked;
}

/** Plain members that the library would load when asked for everything; those that are not emulated stay unloaded. */
function allScalars(host: Interpreter, object: HostObject): Record<string, unknown> {
  const scalars = Object.entries(host.model[object.className]?.scalars ?? {});
  return Object.fromEntries(
    scalars
      .filter(([name, { wire }]) => !name.startsWith('_') && object.has('get', wire))
      .map(([, { wire }]) => [wire, object.get(wire)]),
  );
}

function read(host: Interpreter, object: HostObject, wire: string): unknown {
  checkSet(host, object.className, 'scalars', wire);
  return object.has('get', wire) ? object.get(wire) : notEmulated(`${object.className}.${wire}`);
}

function related(
  host: Interpreter,
  object: HostObject,
  name: string,
  inner: Wanted,
): readonly [wire: string, value: unknown] {
  const objects = Object.entries(host.model[object.className]?.objects ?? {});
  const relation = objects.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  if (relation === undefined) {
    return invalidArgument(`${object.className} has no member «${name}».`);
  }
  checkSet(host, object.className, 'objects', relation.wire);
  if (!object.has('object', relation.wire)) {
    notEmulated(`${object.className}.${relation.wire}`);
  }
  const target = object.object(relation.wire);
  if (target === null) {
    return [relation.wire, null];
  }
  const wanted = inner.size === 0 ? wantedMembers({}) : inner;
  const items = target.items();
  const identity = identityOf(host.excel, target);
  return [
    relation.wire,
    items === null
      ? { ...identity, ...pickMembers(host, target, wanted) }
      : { ...identity, ...queryCollection(host, items, wanted, {}) },
  ];
}

/** A plain member by its name in the library, whatever the case. */
export function scalarMember(model: ObjectModel, className: string, name: string): Scalar | undefined {
  const scalars = Object.entries(model[className]?.scalars ?? {});
  return scalars.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}
