/** Objects of the emulated Excel as requests see them, and how a class of them is described. */

import type { Excel } from './excel';
import type { Area } from './model/area';
import type { Sheet } from './model/workbook';

/** Cells of one sheet: one area for a range, several for range areas. */
export interface Place {
  readonly sheet: Sheet;
  /** Replaced when rows or columns are inserted or deleted before it. */
  areas: readonly Area[];
}

export interface HostObject {
  readonly className: string;
  /** Where it stands, if it is a range or range areas. */
  readonly place: Place | null;
  /** What the client needs to know it by, such as `{ Id: … }`. */
  identity(): Readonly<Record<string, unknown>>;
  has(kind: MemberKind, member: string): boolean;
  get(member: string): unknown;
  set(member: string, value: unknown): void;
  object(member: string): HostObject | null;
  call(member: string, parameters: readonly unknown[]): unknown;
  /** Null where it is not a collection. */
  items(): readonly HostObject[] | null;
  item(key: unknown): HostObject | null;
}

export type MemberKind = 'get' | 'set' | 'object' | 'method' | 'item';

export interface Property<Target> {
  readonly get: (target: Target, excel: Excel) => unknown;
  readonly set?: (target: Target, value: unknown, excel: Excel) => void;
}

/** A class by its members' names on the wire. Parameters come as JSON has them; host objects stand for themselves. */
export interface ClassDescription<Target> {
  readonly name: string;
  readonly properties?: Readonly<Record<string, Property<Target>>>;
  readonly objects?: Readonly<Record<string, (target: Target, excel: Excel) => HostObject | null>>;
  readonly methods?: Readonly<
    Record<string, (target: Target, parameters: readonly unknown[], excel: Excel) => unknown>
  >;
  readonly items?: (target: Target, excel: Excel) => readonly HostObject[];
  /** Of `getItem`; null where there is none. */
  readonly item?: (target: Target, key: unknown, excel: Excel) => HostObject | null;
  readonly identity?: (target: Target) => Readonly<Record<string, unknown>>;
  readonly place?: (target: Target) => Place;
}

/** Makes objects of a class, and tells which of its members are emulated. */
export interface HostClass<Target> {
  (target: Target, excel: Excel): HostObject;
  readonly description: EmulatedClass;
}

/** Members that are emulated, by their names on the wire. */
export interface EmulatedClass {
  readonly name: string;
  readonly properties: readonly string[];
  readonly settable: readonly string[];
  readonly objects: readonly string[];
  readonly methods: readonly string[];
  readonly collection: boolean;
  readonly indexed: boolean;
}

const hostObjects = new WeakSet<object>();

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && hostObjects.has(value);
}

export function describeClass<Target>(description: ClassDescription<Target>): HostClass<Target> {
  const { name, properties = {}, objects = {}, methods = {}, items, item, identity, place } = description;
  const known: Readonly<Record<MemberKind, ReadonlySet<string>>> = {
    get: new Set(Object.keys(properties)),
    set: new Set(Object.keys(properties).filter((key) => properties[key]?.set !== undefined)),
    object: new Set(Object.keys(objects)),
    method: new Set(Object.keys(methods)),
    item: new Set(item === undefined ? [] : ['GetItem']),
  };
  const create = (target: Target, excel: Excel): HostObject => {
    const object: HostObject = {
      className: name,
      place: place?.(target) ?? null,
      identity: () => identity?.(target) ?? {},
      has: (kind, member) => known[kind].has(member),
      get: (member) => properties[member]?.get(target, excel),
      set: (member, value) => properties[member]?.set?.(target, value, excel),
      object: (member) => objects[member]?.(target, excel) ?? null,
      call: (member, parameters) => methods[member]?.(target, parameters, excel),
      items: () => items?.(target, excel) ?? null,
      item: (key) => item?.(target, key, excel) ?? null,
    };
    hostObjects.add(object);
    return object;
  };
  return Object.assign(create, {
    description: {
      name,
      properties: [...known.get],
      settable: [...known.set],
      objects: [...known.object],
      methods: [...known.method],
      collection: items !== undefined,
      indexed: item !== undefined,
    },
  });
}
