/**
 * The object model of Excel as the real client library knows it: classes, their members, the names these have on the
 * wire and the requirement sets they need. Read from the debug build of the library while the tests run (the minified one
 * can't be read); nothing of the library is kept here.
 */

export interface Scalar {
  readonly wire: string;
  readonly writable: boolean;
  /** Such as «ExcelApi 1.9». */
  readonly set: string;
}

export interface Relation {
  readonly wire: string;
  /** Class of what it leads to; absent for a method that gives a plain value or nothing. */
  readonly type?: string;
  readonly set: string;
}

export interface EventMember {
  readonly eventType: number;
  /** The wire method that asks the host for this event, without its `_Register`. */
  readonly registration: string;
  readonly set: string;
}

export interface ClassModel {
  readonly collection: boolean;
  readonly scalars: Readonly<Record<string, Scalar>>;
  readonly objects: Readonly<Record<string, Relation>>;
  readonly methods: Readonly<Record<string, Relation>>;
  readonly events: Readonly<Record<string, EventMember>>;
  readonly indexer?: string;
}

export type ObjectModel = Readonly<Record<string, ClassModel>>;

const FIRST_SET = 'ExcelApi 1.1';

/** Reads every class of the namespaces given, such as the global `Excel`. */
export function reflectObjectModel(...namespaces: readonly object[]): ObjectModel {
  const model: Record<string, ClassModel> = {};
  for (const namespace of namespaces) {
    for (const candidate of Object.values(namespace)) {
      const prototype = classPrototype(candidate);
      const name = prototype === null ? undefined : stringOf(prototype, '_className');
      if (prototype !== null && name !== undefined) {
        model[name] = reflectClass(prototype);
      }
    }
  }
  return model;
}

function classPrototype(candidate: unknown): object | null {
  if (typeof candidate !== 'function') {
    return null;
  }
  const prototype: unknown = candidate.prototype;
  return typeof prototype === 'object' && prototype !== null && '_className' in prototype ? prototype : null;
}

function reflectClass(prototype: object): ClassModel {
  const names = listOf(prototype, '_scalarPropertyNames');
  const wires = listOf(prototype, '_scalarPropertyOriginalNames');
  const writable = listOf(prototype, '_scalarPropertyUpdateable');
  const scalars: Record<string, Scalar> = {};
  names.forEach((name, index) => {
    scalars[String(name)] = {
      wire: String(wires[index]),
      writable: writable[index] === true,
      set: setOf(sourceOf(prototype, String(name))),
    };
  });
  const objects: Record<string, Relation> = {};
  const methods: Record<string, Relation> = {};
  const events: Record<string, EventMember> = {};
  let indexer: string | undefined;
  for (const member of Object.getOwnPropertyNames(prototype)) {
    const source = sourceOf(prototype, member);
    const set = setOf(source);
    const object = /_createPropertyObject\((?:(?:Excel|OfficeCore)\.)?(\w+), this, "(\w+)"/.exec(source);
    const event = /eventType: (\d+),\s*registerFunc: function \(\) \{ return _this\._Register(\w+)\(/.exec(
      source,
    );
    const method = /_createMethodObject\((?:(?:Excel|OfficeCore)\.)?(\w+), this, "(\w+)"/.exec(source);
    const plain = /_invokeMethod\(this, "(\w+)"/.exec(source);
    if (object !== null) {
      objects[member] = { type: object[1] ?? '', wire: object[2] ?? '', set };
    } else if (event !== null) {
      events[member] = { eventType: Number(event[1]), registration: event[2] ?? '', set };
    } else if (source.includes('_createIndexerObject(')) {
      indexer = member;
    } else if (method !== null) {
      methods[member] = { type: method[1] ?? '', wire: method[2] ?? '', set };
    } else if (plain !== null) {
      methods[member] = { wire: plain[1] ?? '', set };
    }
  }
  const collection = '_isCollection' in prototype && prototype._isCollection === true;
  return { collection, scalars, objects, methods, events, ...(indexer !== undefined && { indexer }) };
}

/** Text of a member's getter or function. */
function sourceOf(prototype: object, member: string): string {
  const descriptor: object = Object.getOwnPropertyDescriptor(prototype, member) ?? {};
  const code: unknown = Reflect.get(descriptor, 'get') ?? Reflect.get(descriptor, 'value');
  return typeof code === 'function' ? String(code) : '';
}

function setOf(source: string): string {
  const found = /_throwIfApiNotSupported\("[^"]*", (_defaultApiSetName|"[^"]*"), "([^"]*)"/.exec(source);
  if (found === null) {
    return FIRST_SET;
  }
  const [, name = '', version = ''] = found;
  return `${name.startsWith('"') ? name.slice(1, -1) : 'ExcelApi'} ${version}`;
}

function listOf(prototype: object, key: string): readonly unknown[] {
  const value: unknown = Reflect.get(prototype, key);
  return Array.isArray(value) ? value : [];
}

function stringOf(prototype: object, key: string): string | undefined {
  const value: unknown = Reflect.get(prototype, key);
  return typeof value === 'string' ? value : undefined;
}
