/**
 * Executes requests of the client library («ProcessQuery»): paths to objects, then actions on them. Answers with one
 * result for each action up to the first failure, and with that failure and its place.
 *
 * Strict: a member that the library knows and the emulator doesn't fails by name, as does a member of a requirement set
 * above the host's.
 */

import { ExcelFailure, invalidArgument, notEmulated } from './failures';
import { type Excel, nextId } from './excel';
import { registerEvent } from './event-registration';
import { isHostObject, type HostObject } from './host-object';
import { isRecord } from './parameters';
import { identityOf, pickMembers, queryCollection, scalarMember, wantedMembers } from './query';
import type { ObjectModel } from './reflect-om';
import { checkSet } from './requirement-sets';
import { isService, type Service } from './services';

interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name?: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Skip?: number;
  readonly Top?: number;
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface Interpreter {
  readonly excel: Excel;
  readonly model: ObjectModel;
  /** The workbook as requests see it. */
  readonly root: HostObject;
  /** Answers for objects that are not Excel's own, such as the ribbon. */
  readonly service: (name: string) => Service;
}

type Node = HostObject | Service | null;

const PATH = {
  global: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nothing: 7,
} as const;
const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

interface Run {
  readonly host: Interpreter;
  readonly body: RequestBody;
  readonly nodes: Map<number, Node>;
}

/** The reply's body for a request's body. `before` is asked ahead of each action and may throw what that one meets. */
export function executeRequest(
  host: Interpreter,
  body: RequestBody,
  before: (index: number) => void = () => undefined,
): string {
  const run: Run = { host, body, nodes: new Map() };
  const results: { ActionId: number; Value: unknown }[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      before(index);
      results.push({ ActionId: action.Id, Value: act(run, action) ?? null });
    } catch (error) {
      return JSON.stringify({ Results: results, Error: failureReply(run, error, action, index) });
    }
  }
  return JSON.stringify({ Results: results });
}

function failureReply(run: Run, error: unknown, action: Action, index: number): object {
  const failure =
    error instanceof ExcelFailure
      ? error
      : new ExcelFailure(
          'GeneralException',
          `Emulator's own fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
          500,
        );
  return {
    Code: failure.code,
    Message: failure.message,
    Location: location(run, action),
    ActionIndex: index,
    HttpStatusCode: failure.httpStatus,
  };
}

function location(run: Run, action: Action): string {
  const at = run.nodes.get(action.ObjectPathId);
  const path = run.body.ObjectPaths[String(action.ObjectPathId)];
  const parent = path?.ParentObjectPathId === undefined ? null : run.nodes.get(path.ParentObjectPathId);
  if (action.ActionType === ACTION.instantiate) {
    return `${className(parent)}.${camel(path?.Name ?? 'GetItem')}`;
  }
  return `${className(at)}.${camel(action.Name ?? '')}`;
}

function className(node: Node | undefined): string {
  return isHostObject(node) ? node.className : 'Workbook';
}

function camel(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

function act(run: Run, action: Action): unknown {
  if (action.ActionType === ACTION.trace) {
    return null;
  }
  const node = nodeAt(run, action.ObjectPathId);
  switch (action.ActionType) {
    case ACTION.instantiate:
      return isHostObject(node) ? identityOf(run.host.excel, node) : null;
    case ACTION.query:
    case ACTION.queryAsJson:
      return isHostObject(node) ? query(run, node, action.QueryInfo ?? {}) : null;
    case ACTION.method:
      return callForValue(run, node, action);
    case ACTION.setProperty:
      assign(run, node, action.Name ?? '', parameters(run, action.ArgumentInfo)[0]);
      return null;
    case ACTION.update:
      for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
        const host = existing(node);
        const wire = isHostObject(host) ? scalarMember(run.host.model, host.className, name)?.wire : name;
        assign(run, host, wire ?? invalidArgument(), resolved(run, value));
      }
      return null;
    case ACTION.ensureUnchanged:
      return null;
    default:
      return notEmulated(`Action type ${action.ActionType}`);
  }
}

function callForValue(run: Run, node: Node, action: Action): unknown {
  const name = action.Name ?? '';
  if (name === '_KeepReference') {
    return isHostObject(node) ? keep(run.host.excel, node) : null;
  }
  const value = call(run, node, name, parameters(run, action.ArgumentInfo));
  return isHostObject(value) || isService(value) ? null : value;
}

/** Lets the client use the object in later requests. */
function keep(excel: Excel, object: HostObject): null {
  if (!excel.kept.has(object)) {
    const id = `kept${nextId(excel)}`;
    excel.kept.set(object, id);
    excel.references.set(id, object);
    if (object.place !== null) {
      excel.tracked.add(object.place);
    }
  }
  return null;
}

function nodeAt(run: Run, id: number): Node {
  const known = run.nodes.get(id);
  if (known !== undefined) {
    return known;
  }
  const path = run.body.ObjectPaths[String(id)] ?? invalidArgument(`No object path ${id}.`);
  const node = makeNode(run, path);
  run.nodes.set(id, node);
  return node;
}

function makeNode(run: Run, path: ObjectPath): Node {
  // A null object's path still names a parent, which is not there any more: its kind is looked at first.
  if (path.ObjectPathType === PATH.nothing) {
    return null;
  }
  const name = path.Name ?? '';
  switch (path.ObjectPathType) {
    case PATH.global:
      return run.host.root;
    case PATH.newObject:
      return run.host.service(name);
    case PATH.reference:
      return referenced(run, name);
    default:
  }
  const parent = path.ParentObjectPathId === undefined ? null : nodeAt(run, path.ParentObjectPathId);
  if (parent === null) {
    return null;
  }
  const given = parameters(run, path.ArgumentInfo);
  switch (path.ObjectPathType) {
    case PATH.method: {
      const made = call(run, parent, name, given);
      return isHostObject(made) || isService(made) ? made : null;
    }
    case PATH.property:
      return related(run, parent, name);
    case PATH.indexer:
      return indexed(parent, given[0]);
    default:
      return notEmulated(`Object path type ${path.ObjectPathType}`);
  }
}

/** What the client kept; its cells may be gone meanwhile. */
function referenced({ host }: Run, id: string): HostObject {
  const found = host.excel.references.get(id);
  return found === undefined || found.place?.areas.length === 0 ? missingReference() : found;
}

function missingReference(): never {
  throw new ExcelFailure('InvalidReference', 'This reference is not valid for the current operation.', 400);
}

function existing(node: Node): HostObject | Service {
  if (node === null) {
    throw new ExcelFailure('InvalidObjectPath', 'The object path is a null object.', 400);
  }
  return node;
}

function call(run: Run, node: Node, name: string, given: readonly unknown[]): unknown {
  const host = existing(node);
  if (isService(host)) {
    return host.call(name, given);
  }
  checkSet(run.host, host.className, 'methods', name);
  if (registerEvent(run.host, host, name)) {
    return null;
  }
  return host.has('method', name) ? host.call(name, given) : notEmulated(`${host.className}.${name}()`);
}

function related(run: Run, node: HostObject | Service, name: string): Node {
  if (isService(node)) {
    return node;
  }
  checkSet(run.host, node.className, 'objects', name);
  return node.has('object', name) ? node.object(name) : notEmulated(`${node.className}.${name}`);
}

function indexed(node: HostObject | Service, key: unknown): Node {
  if (isService(node)) {
    return node;
  }
  if (!node.has('item', 'GetItem')) {
    return notEmulated(`${node.className}.getItem()`);
  }
  const found = node.item(key);
  if (found === null) {
    throw new ExcelFailure('ItemNotFound', "The requested resource doesn't exist.", 404);
  }
  return found;
}

function assign(run: Run, node: Node, wire: string, value: unknown): void {
  const host = existing(node);
  if (isService(host)) {
    host.call(`set ${wire}`, [value]);
    return;
  }
  checkSet(run.host, host.className, 'scalars', wire);
  if (!host.has('set', wire)) {
    notEmulated(`${host.className}.${wire} (set)`);
  }
  host.set(wire, value);
}

function query(run: Run, node: HostObject, info: QueryInfo): unknown {
  const identity = identityOf(run.host.excel, node);
  const items = node.items();
  const wanted = wantedMembers(info);
  return items === null
    ? { ...identity, ...pickMembers(run.host, node, wanted) }
    : { ...identity, ...queryCollection(run.host, items, wanted, info) };
}

function parameters(run: Run, info: ArgumentInfo | undefined): readonly unknown[] {
  return (info?.Arguments ?? []).map((value, index) =>
    parameter(run, value, info?.ReferencedObjectPathIds?.[index]),
  );
}

/** An argument that is an object comes as the number of its path, alone or in lists. */
function parameter(run: Run, value: unknown, reference: unknown): unknown {
  if (Array.isArray(reference) && Array.isArray(value)) {
    return value.map((each: unknown, index) => parameter(run, each, reference[index]));
  }
  return typeof reference === 'number' && reference !== 0 ? nodeAt(run, reference) : resolved(run, value);
}

/** Objects inside plain ones come as `{ _ObjectPathId }`. */
function resolved(run: Run, value: unknown): unknown {
  if (!isRecord(value)) {
    return value;
  }
  const id = value['_ObjectPathId'];
  if (typeof id === 'number') {
    return nodeAt(run, id);
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolved(run, each)]));
}

/** A request's body as the protocol has it. */
export function readRequest(text: string): RequestBody {
  const body: unknown = JSON.parse(text);
  if (!isRequest(body)) {
    throw new TypeError(`Not a request of the client library: ${text.slice(0, 200)}`);
  }
  return body;
}

function isRequest(body: unknown): body is RequestBody {
  return isRecord(body) && Array.isArray(body['Actions']) && isRecord(body['ObjectPaths']);
}
