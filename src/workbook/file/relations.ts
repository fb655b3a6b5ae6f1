/** Relations and content types of a package: which part refers to which, and what each is. */

import { type Parts, parsePart } from './parts';
import { childElements, createLike, encode, escapeXml, rootOf, xmlBytes } from './xml';

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPES = '[Content_Types].xml';

export interface Relation {
  readonly id: string;
  /** Last word of the type's address: «worksheet», «table»… */
  readonly kind: string;
  readonly type: string;
  /** As it is written. */
  readonly target: string;
  readonly external: boolean;
}

/** Name of the part that holds the relations of another; of the package itself for the empty name. */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Relations of a part; none where it has no list of them. */
export function relationsOf(parts: Parts, part: string): Relation[] {
  const name = relationsPart(part);
  if (!parts.has(name)) {
    return [];
  }
  return childElements(rootOf(parsePart(parts, name)), 'Relationship').map((element) => {
    const type = element.getAttribute('Type') ?? '';
    return {
      id: element.getAttribute('Id') ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      type,
      target: element.getAttribute('Target') ?? '',
      external: element.getAttribute('TargetMode') === 'External',
    };
  });
}

/** Writes the relations of a part, or takes away their list where none is left. */
export function setRelations(parts: Parts, part: string, relations: readonly Relation[]): void {
  const items = relations.map(({ id, type, target, external }) => {
    const mode = external ? ' TargetMode="External"' : '';
    return `<Relationship Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target="${escapeXml(target)}"${mode}/>`;
  });
  if (items.length === 0) {
    parts.delete(relationsPart(part));
    return;
  }
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  parts.set(
    relationsPart(part),
    encode(`${head}<Relationships xmlns="${NAMESPACE}">${items.join('')}</Relationships>`),
  );
}

/** Name of the part that a relation of `part` leads to; names of parts are the same in any case. */
export function targetPart(parts: Parts, part: string, { target }: Relation): string {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const path = target.startsWith('/') ? target.slice(1) : folder + target;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') {
      steps.pop();
    } else if (step !== '.' && step !== '') {
      steps.push(step);
    }
  }
  const name = decodeURI(steps.join('/'));
  return parts.has(name) ? name : (findInAnyCase(parts, name) ?? name);
}

/** The first id «rId1», «rId2»… that none of the relations has. */
export function freeId(relations: readonly Relation[]): string {
  return firstFree((number) => `rId${number}`, new Set(relations.map(({ id }) => id)));
}

/** The first of the names made of 1, 2, 3… that is not taken, in any case. */
export function firstFree(make: (number: number) => string, taken: Iterable<string>): string {
  const lower = new Set(Array.from(taken, (name) => name.toLowerCase()));
  let number = 1;
  while (lower.has(make(number).toLowerCase())) {
    number += 1;
  }
  return make(number);
}

/** Says what the parts are that were added, and forgets the ones that were taken away. */
export function updateContentTypes(parts: Parts, added: ReadonlyMap<string, string>): void {
  const document = parsePart(parts, CONTENT_TYPES);
  const root = rootOf(document);
  const known = new Set<string>();
  for (const override of childElements(root, 'Override')) {
    const name = (override.getAttribute('PartName') ?? '').slice(1);
    if (parts.has(name) || findInAnyCase(parts, name) !== undefined) {
      known.add(name);
    } else {
      root.removeChild(override);
    }
  }
  for (const [name, type] of added) {
    if (!known.has(name)) {
      const override = createLike(root, 'Override');
      override.setAttribute('PartName', `/${name}`);
      override.setAttribute('ContentType', type);
      root.appendChild(override);
    }
  }
  parts.set(CONTENT_TYPES, xmlBytes(document));
}

function findInAnyCase(parts: Parts, name: string): string | undefined {
  return [...parts.keys()].find((key) => key.toLowerCase() === name.toLowerCase());
}
