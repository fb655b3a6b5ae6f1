/** The parts of an Office package, by name, and the relations between them (ISO/IEC 29500-2). */
import type { ByteWork } from './byte-work';
import type { ReadCaps } from './caps';
import { ReadFailure } from './failure';
import { inflateEntry, type Spent } from './inflate-entry';
import { partMemory, type PartMemory } from './part-memory';
import { scanXml } from './scan-xml';
import type { XmlHandler } from './xml-handler';
import { packedData, readDirectory, type ZipEntry } from './zip-directory';

export interface Relation {
  /** Last step of the relation's type, the same in strict and transitional files: «worksheet», «sharedStrings»… */
  readonly type: string;
  /** Name of the part, or the address outside the workbook as it stands. */
  readonly target: string;
  readonly external: boolean;
}

export interface Package {
  /** Names as the file has them. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Scans a part that is there. Its checksum is judged before its XML: a broken zip is not a wrong file. */
  scan(name: string, handler: XmlHandler, maxBytes?: number): void;
  /** The bytes of a small part. */
  bytes(name: string, maxBytes: number): Uint8Array;
  /** Relations of a part by id, or of the package for «»; a part without relations has none. */
  relations(source: string): Relations;
  /** What `make` makes of the part, or has made of the same one in another file. */
  once<Made>(name: string, memory: PartMemory<Made>, make: () => Made): Made;
}

export type Relations = ReadonlyMap<string, Relation>;

export const NO_RELATIONS: Relations = new Map();
const RELATIONS = partMemory<Relations>();

/** Opens the zip. Throws «damaged» or «too-large». */
export function openPackage(file: Uint8Array, caps: ReadCaps, work: ByteWork): Package {
  const entries = new Map<string, ZipEntry[]>();
  const directory = readDirectory(file, caps.entries);
  for (const entry of directory) {
    const key = entry.name.toLowerCase();
    const twins = entries.get(key);
    if (twins === undefined) {
      entries.set(key, [entry]);
    } else {
      twins.push(entry);
    }
  }
  const spent: Spent = { bytes: 0 };

  const entryOf = (name: string): ZipEntry => {
    const [entry, twin] = entries.get(name.toLowerCase()) ?? [];
    if (entry === undefined) {
      throw new ReadFailure('unreadable-part', `${name} is missing`);
    }
    if (twin !== undefined) {
      throw new ReadFailure('damaged', `${name} is there twice`);
    }
    return entry;
  };

  const inflate = (name: string, maxBytes: number): Uint8Array => {
    const partBytes = Math.min(maxBytes, caps.partBytes);
    return inflateEntry(file, entryOf(name), { ...caps, partBytes }, spent, work);
  };

  const scan = (name: string, handler: XmlHandler, maxBytes = caps.partBytes): void => {
    scanXml(name, inflate(name, maxBytes), caps, handler, work);
  };

  const once = <Made>(name: string, memory: PartMemory<Made>, make: () => Made): Made => {
    const entry = entryOf(name);
    const packed = packedData(file, entry);
    const known = memory.find(entry, packed, caps);
    if (known !== undefined && spent.bytes + entry.size <= caps.totalBytes) {
      spent.bytes += entry.size;
      return known;
    }
    const made = make();
    memory.keep(entry, packed, caps, made);
    return made;
  };

  return {
    names: directory.map((entry) => entry.name),
    has: (name) => entries.has(name.toLowerCase()),
    scan,
    bytes: inflate,
    relations: (source) => {
      const part = relationPart(source);
      if (!entries.has(part.toLowerCase())) {
        return NO_RELATIONS;
      }
      return once(part, RELATIONS, () => {
        const relations = new Map<string, Relation>();
        scan(part, relationHandler(source, relations), caps.relationBytes);
        return relations;
      });
    },
    once,
  };
}

function relationHandler(source: string, relations: Map<string, Relation>): XmlHandler {
  return {
    open: (name, attributes) => {
      const [id, target] = [attributes.get('Id'), attributes.get('Target')];
      if (name === 'Relationship' && id !== undefined && target !== undefined) {
        const external = attributes.get('TargetMode') === 'External';
        relations.set(id, {
          type: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
          target: external ? target : resolveTarget(source, target),
          external,
        });
      }
    },
  };
}

function relationPart(source: string): string {
  const slash = source.lastIndexOf('/') + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}

/** «/xl/a.xml» counts from the root, «a.xml» and «../a.xml» from the folder of the source; no step leaves the package. */
export function resolveTarget(source: string, target: string): string {
  const path = unescapeTarget(target).replaceAll('\\', '/').split('#')[0] ?? '';
  const folder = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  const steps: string[] = [];
  for (const step of [...folder, ...path.split('/')]) {
    if (step === '..') {
      steps.pop();
    } else if (step !== '' && step !== '.') {
      steps.push(step);
    }
  }
  return steps.join('/');
}

function unescapeTarget(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
