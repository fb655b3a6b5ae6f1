/**
 * The product's charts on a sheet of a package: those that it had go, the new ones come, and everything else of the
 * sheet's drawing (people's charts, pictures, shapes) stays.
 */
import { isOwnChart } from '../chart-looks';
import type { DrawnChart } from './draw-charts';
import { type Parts, parsePart } from './parts';
import { firstFree, freeId, relationsOf, setRelations, targetPart, type Relation } from './relations';
import { folderOf, relationType, removePart } from './target-package';
import { putSections } from './sheet-sections';
import {
  childElements,
  createLike,
  documentOf,
  encode,
  type Element,
  parseXml,
  RELATIONSHIP_NAMESPACE,
  rootOf,
  xmlBytes,
} from './xml';

const DRAWING_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const ART_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const TYPES = {
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
} as const;

/** Relations of a chart to parts that Excel makes for it alone. */
const CHART_KINDS = ['chartStyle', 'chartColorStyle'];

/** A package that is changed in place; `added`: content types of the parts that it gets, by name. */
export interface ChartPackage {
  readonly parts: Parts;
  readonly added: Map<string, string>;
}

/** Puts the charts on the sheet whose part is given, in place of the product's that it had. */
export function placeCharts(target: ChartPackage, sheet: string, charts: readonly DrawnChart[]): void {
  const { parts } = target;
  const found = relationsOf(parts, sheet).find(({ kind }) => kind === 'drawing');
  if (found === undefined && charts.length === 0) return;
  const part = found === undefined ? addDrawing(target, sheet) : targetPart(parts, sheet, found);
  const document = parsePart(parts, part);
  const drawing = rootOf(document);
  const relations = relationsOf(parts, part);
  const kept = dropOwnCharts(parts, part, drawing, relations);
  // A drawing of people's alone keeps its bytes.
  if (charts.length === 0 && kept.length === relations.length) return;
  const all = charts.reduce(
    (before, chart) => [...before, addChart(target, part, drawing, before, chart)],
    kept,
  );
  parts.set(part, xmlBytes(document));
  setRelations(parts, part, all);
}

/** An empty drawing, which the sheet names. */
function addDrawing({ parts, added }: ChartPackage, sheet: string): string {
  const folder = `${folderOf(folderOf(sheet).slice(0, -1))}drawings/`;
  const part = firstFree((number) => `${folder}drawing${number}.xml`, parts.keys());
  parts.set(part, encode(`<xdr:wsDr xmlns:xdr="${DRAWING_NAMESPACE}" xmlns:a="${ART_NAMESPACE}"/>`));
  added.set(part, TYPES.drawing);
  const relations = relationsOf(parts, sheet);
  const id = freeId(relations);
  setRelations(parts, sheet, [...relations, relationTo('drawing', id, part)]);
  const document = parsePart(parts, sheet);
  const root = rootOf(document);
  const element = createLike(root, 'drawing');
  element.setAttributeNS(RELATIONSHIP_NAMESPACE, 'r:id', id);
  putSections(root, 'drawing', [element]);
  parts.set(sheet, xmlBytes(document));
  return part;
}

/** Takes the product's charts out of a drawing; the relations that are left. */
function dropOwnCharts(
  parts: Parts,
  part: string,
  drawing: Element,
  relations: readonly Relation[],
): readonly Relation[] {
  const gone = new Set<string>();
  for (const anchor of childElements(drawing)) {
    const [named] = anchor.getElementsByTagNameNS(DRAWING_NAMESPACE, 'cNvPr');
    const [chart] = anchor.getElementsByTagNameNS(CHART_NAMESPACE, 'chart');
    const id = chart?.getAttributeNS(RELATIONSHIP_NAMESPACE, 'id');
    if (id == null || !isOwnChart(named?.getAttribute('name') ?? '')) continue;
    drawing.removeChild(anchor);
    gone.add(id);
  }
  for (const relation of relations.filter(({ id }) => gone.has(id))) {
    const chart = targetPart(parts, part, relation);
    for (const own of relationsOf(parts, chart).filter(({ kind }) => CHART_KINDS.includes(kind))) {
      removePart(parts, targetPart(parts, chart, own));
    }
    removePart(parts, chart);
  }
  return relations.filter(({ id }) => !gone.has(id));
}

/** Puts a chart into a drawing; the relation that it gets. */
function addChart(
  { parts, added }: ChartPackage,
  drawingPart: string,
  drawing: Element,
  relations: readonly Relation[],
  { anchor, chart }: DrawnChart,
): Relation {
  const folder = `${folderOf(folderOf(drawingPart).slice(0, -1))}charts/`;
  const part = firstFree((number) => `${folder}chart${number}.xml`, parts.keys());
  parts.set(part, encode(chart));
  added.set(part, TYPES.chart);
  const id = freeId(relations);
  const element = anchorOf(drawing, anchor);
  for (const frame of element.getElementsByTagNameNS(DRAWING_NAMESPACE, 'cNvPr')) {
    frame.setAttribute('id', String(highestId(drawing) + 1));
  }
  for (const reference of element.getElementsByTagNameNS(CHART_NAMESPACE, 'chart')) {
    reference.setAttributeNS(RELATIONSHIP_NAMESPACE, 'r:id', id);
  }
  drawing.appendChild(element);
  return relationTo('chart', id, part);
}

/** The anchor as an element of the drawing's document. */
function anchorOf(drawing: Element, anchor: string): Element {
  const namespaces = `xmlns:xdr="${DRAWING_NAMESPACE}" xmlns:a="${ART_NAMESPACE}"`;
  const [made] = childElements(rootOf(parseXml(encode(`<xdr:wsDr ${namespaces}>${anchor}</xdr:wsDr>`))));
  if (made === undefined) throw new Error('hucre wrote no anchor');
  return documentOf(drawing).importNode(made, true);
}

/** Numbers of frames, pictures and shapes are unique in a drawing. */
function highestId(drawing: Element): number {
  const frames = Array.from(drawing.getElementsByTagNameNS(DRAWING_NAMESPACE, 'cNvPr'));
  return Math.max(1, ...frames.map((frame) => Number(frame.getAttribute('id')) || 0));
}

function relationTo(kind: keyof typeof TYPES, id: string, part: string): Relation {
  return { id, kind, type: relationType(kind), target: `/${part}`, external: false };
}
