/** What a sheet that is renewed says of areas: merged ones, rules and links. The product's are put anew, people's stay. */
import { cellAddress } from '../grid';
import type { SheetChange } from '../port';
import { placesOf, rectanglesOf } from '../rectangles';
import type { AreaSpec } from '../spec';
import { areaList, areasOf, meet, withoutAreas } from './areas';
import { offsetReferences } from '../move-references';
import { childElement, childElements, documentOf, type Element } from './xml';
import { renewExtendedRules } from './renew-extended-rules';
import { putSections } from './sheet-sections';

/** Everything that the product writes to, or empties, on the sheet. */
export function ownAreas({ spec, existing }: SheetChange): readonly AreaSpec[] {
  const ruled = [...spec.validations, ...spec.conditionalFormats, ...(spec.pictures ?? [])].map(
    ({ area }) => area,
  );
  const areas = [...spec.merges, ...ruled, ...(existing?.clear ?? [])];
  return rectanglesOf([...spec.cells, ...areas.flatMap((area) => [...placesOf(area)])]);
}

export function renewRules(old: Element, fresh: Element, change: SheetChange): void {
  const ours = ownAreas(change);
  const merges = items(old, 'mergeCells').filter(
    (merge) => !areasOf(merge.getAttribute('ref') ?? '').some((area) => ours.some((own) => meet(own, area))),
  );
  putList(old, 'mergeCells', [...taken(old, items(fresh, 'mergeCells')), ...merges], fresh);

  const validations = items(old, 'dataValidations').filter((rule) => shrink(rule, ours));
  putList(old, 'dataValidations', [...taken(old, items(fresh, 'dataValidations')), ...validations], fresh);

  const news = childElements(fresh, 'conditionalFormatting');
  const formats = childElements(old, 'conditionalFormatting').filter((format) => shrink(format, ours));
  const last = news.flatMap((format) => childElements(format, 'cfRule')).length;
  for (const rule of formats.flatMap((format) => childElements(format, 'cfRule'))) {
    rule.setAttribute('priority', String(Number(rule.getAttribute('priority') ?? '1') + last));
  }
  putSections(old, 'conditionalFormatting', [...taken(old, news), ...formats]);
  renewExtendedRules(old, fresh, (rule) => shrink(rule, ours));

  const { spec, existing } = change;
  const now = spec.cells.filter(({ row, column }) => existing?.keep.has(cellAddress(row, column)) !== true);
  const written = rectanglesOf(now);
  const links = items(old, 'hyperlinks').filter(
    (link) => !areasOf(link.getAttribute('ref') ?? '').some((area) => written.some((own) => meet(own, area))),
  );
  const kept = items(fresh, 'hyperlinks').filter(
    (link) => existing?.keep.has(link.getAttribute('ref') ?? '') !== true,
  );
  putList(old, 'hyperlinks', [...taken(old, kept), ...links], fresh);
}

function items(root: Element, name: string): Element[] {
  const list = childElement(root, name);
  return list === undefined ? [] : childElements(list);
}

function taken(old: Element, elements: readonly Element[]): Element[] {
  return elements.map((element) => documentOf(old).importNode(element, true));
}

/** Puts a list with a count in the sheet; a list of nothing is not there. */
function putList(old: Element, name: string, elements: readonly Element[], fresh: Element): void {
  const source = childElement(old, name) ?? childElement(fresh, name);
  if (source === undefined) return;
  const list = documentOf(old).importNode(source, false);
  for (const element of elements) list.appendChild(element);
  if (list.hasAttribute('count')) list.setAttribute('count', String(elements.length));
  putSections(old, name, elements.length === 0 ? [] : [list]);
}

/** Takes the product's cells out of a person's rule; false where nothing is left of it. */
function shrink(rule: Element, ours: readonly AreaSpec[]): boolean {
  const place = childElement(rule, 'sqref');
  const before = areasOf(place?.textContent ?? rule.getAttribute('sqref') ?? '');
  const after = before.flatMap((area) => withoutAreas(area, ours));
  if (after.length === 0) return false;
  if (place) place.textContent = areaList(after);
  else rule.setAttribute('sqref', areaList(after));
  // Relative references count from the first cell, which may be another now.
  const [from, to] = [corner(before), corner(after)];
  const [rows, columns] = [to.top - from.top, to.left - from.left];
  if (rows !== 0 || columns !== 0) {
    for (const name of ['formula', 'formula1', 'formula2', 'f']) {
      for (const formula of rule.getElementsByTagNameNS('*', name)) {
        formula.textContent = offsetReferences(formula.textContent ?? '', rows, columns);
      }
    }
  }
  return true;
}

function corner(areas: readonly AreaSpec[]): { readonly top: number; readonly left: number } {
  return {
    top: Math.min(...areas.map(({ top }) => top)),
    left: Math.min(...areas.map(({ left }) => left)),
  };
}
