/** Parts of a workbook's package as trees. For tests: files here are the product's or the emulator's own, not hostile ones. */

import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import path from 'node:path';

export interface PackageParts {
  /** The root of a part; null where there is no such part. */
  readonly root: (name: string) => Element | null;
  /** What a part refers to, by the ids of its relationships. */
  readonly related: (name: string) => ReadonlyMap<string, Related>;
}

export interface Related {
  /** The last word of its type, such as «table». */
  readonly type: string;
  /** Name of a part, or an address outside the package. */
  readonly target: string;
}

export function readPackage(bytes: Uint8Array): PackageParts {
  const files = unzipSync(bytes);
  const root = (name: string): Element | null => {
    const file = files[name];
    if (file === undefined) {
      return null;
    }
    const document: Document = new DOMParser({ onError }).parseFromString(strFromU8(file), 'text/xml');
    return document.documentElement;
  };
  return {
    root,
    related: (name) => {
      const folder = path.posix.dirname(name);
      const relations = root(`${folder}/_rels/${path.posix.basename(name)}.rels`);
      return new Map(
        childrenOf(relations, 'Relationship').map((relation) => {
          const target = attribute(relation, 'Target') ?? '';
          const outside = attribute(relation, 'TargetMode') === 'External';
          const inside = target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target);
          return [
            attribute(relation, 'Id') ?? '',
            {
              type: (attribute(relation, 'Type') ?? '').replace(/^.*\//, ''),
              target: outside ? target : inside,
            },
          ];
        }),
      );
    },
  };
}

/** Warnings, such as of a replacement character that a text really has, are nobody's concern. */
function onError(level: 'warning' | 'error' | 'fatalError', message: string): void {
  if (level !== 'warning') {
    throw new Error(message);
  }
}

/** Children of a name, whatever its prefix; none of nothing. */
export function childrenOf(parent: Element | null | undefined, name?: string): readonly Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (isElement(node) && (name === undefined || node.localName === name)) {
      found.push(node);
    }
  }
  return found;
}

export function child(parent: Element | null | undefined, name: string): Element | undefined {
  return childrenOf(parent, name)[0];
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.getAttribute(name) ?? undefined;
}

export function numberAttribute(element: Element | undefined, name: string): number | undefined {
  const text = attribute(element, name);
  return text === undefined ? undefined : Number(text);
}

export function isOn(element: Element | undefined, name: string, otherwise = false): boolean {
  const text = attribute(element, name);
  return text === undefined ? otherwise : text === '1' || text === 'true';
}

/** Text of an element as people see it: «_x000D_» and the like are characters. */
export function textOf(element: Element | undefined): string {
  return decoded(element?.textContent ?? '');
}

export function decoded(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function isElement(node: { readonly nodeType: number }): node is Element {
  return node.nodeType === 1;
}
