/** The parts of an Office package, by name, and the relations between them (ISO/IEC 29500-2). */
import type { ReadCaps } from './caps';
import { ReadFailure } from './failure';
import { inflateEntry, type Spent } from './inflate-entry';
import { createScanner, type XmlHandler } from './scan-xml';
import { readDirectory, type ZipEntry } from './zip-directory';

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
  /** First bytes of a small part. */
  bytes(name: string, maxBytes: number): Uint8Array;
  /** Relations of a part by id, or of the package for «»; a part without relations has none. */
  relations(source: string): Map<string, Relation>;
}

/** Opens the zip. Throws «damaged» or «too-large». */
export function openPackage(file: Uint8Array, caps: ReadCaps): Package {
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

  const inflate = (name: string, maxBytes: number, take: (bytes: Uint8Array) => void): void => {
    const [entry, twin] = entries.get(name.toLowerCase()) ?? [];
    if (entry === undefined) {
      throw new ReadFailure('unreadable-part', `${name} is missing`);
    }
    if (twin !== undefined) {
      throw new ReadFailure('damaged', `${name} is there twice`);
    }
    inflateEntry(file, entry, { ...caps, partBytes: Math.min(maxBytes, caps.partBytes) }, spent, take);
  };

  const scan = (name: string, handler: XmlHandler, maxBytes = caps.partBytes): void => {
    const scanner = createScanner(name, caps, handler);
    let wrong: ReadFailure | undefined;
    const attempt = (step: () => void): void => {
      try {
        step();
      } catch (thrown) {
        if (!(thrown instanceof ReadFailure) || thrown.reason !== 'unreadable-part') {
          throw thrown;
        }
        wrong = thrown;
      }
    };
    inflate(name, maxBytes, (bytes) => {
      if (wrong === undefined) {
        attempt(() => {
          scanner.take(bytes);
        });
      }
    });
    if (wrong === undefined) {
      attempt(() => {
        scanner.end();
      });
    }
    if (wrong !== undefined) {
      throw wrong;
    }
  };

  return {
    names: directory.map((entry) => entry.name),
    has: (name) => entries.has(name.toLowerCase()),
    scan,
    bytes: (name, maxBytes) => {
      const pieces: number[] = [];
      inflate(name, maxBytes, (piece) => pieces.push(...piece));
      return Uint8Array.from(pieces);
    },
    relations: (source) => {
      const part = relationPart(source);
      const relations = new Map<string, Relation>();
      if (entries.has(part.toLowerCase())) {
        scan(part, relationHandler(source, relations), caps.relationBytes);
      }
      return relations;
    },
  };
}

function relationHandler(source: string, relations: Map<string, Relation>): XmlHandler {
  return {
    open: (name, attributes) => {
      const { Id: id, Target: target } = attributes;
      if (name === 'Relationship' && id !== undefined && target !== undefined) {
        const external = attributes['TargetMode'] === 'External';
        relations.set(id, {
          type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
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
