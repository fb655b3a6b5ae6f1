/** Conditional formats that files keep among a sheet's extensions, such as what makes a data bar solid (MS-XLSX 2.2.4.6). */
import { putSections } from './sheet-sections';
import { childElement, childElements, createLike, documentOf, type Element } from './xml';

const URI = '{78C0D931-6437-407d-A8EE-F0AAD7539E65}';
const LIST = 'conditionalFormattings';

/** Puts those of the new sheet behind the old ones that stay. */
export function renewExtendedRules(old: Element, fresh: Element, stays: (rule: Element) => boolean): void {
  const [standing, coming] = [extensionOf(old), extensionOf(fresh)];
  const news = listOf(coming);
  for (const list of standing ? childElements(standing, LIST) : []) {
    for (const rule of childElements(list)) if (!stays(rule)) list.removeChild(rule);
    for (const rule of news) list.appendChild(documentOf(old).importNode(rule, true));
    // A list of nothing is taken for damage.
    if (childElements(list).length === 0) standing?.parentNode?.removeChild(standing);
  }
  if (standing === undefined && coming !== undefined) {
    const others = childElement(old, 'extLst');
    const copy = documentOf(old).importNode(coming, true);
    if (others !== undefined) others.appendChild(copy);
    else putSections(old, 'extLst', [listWith(copy, old)]);
  }
  for (const empty of childElements(old, 'extLst').filter((list) => childElements(list).length === 0)) {
    old.removeChild(empty);
  }
}

function extensionOf(sheet: Element): Element | undefined {
  const list = childElement(sheet, 'extLst');
  const extensions = list === undefined ? [] : childElements(list, 'ext');
  return extensions.find((extension) => extension.getAttribute('uri')?.toUpperCase() === URI.toUpperCase());
}

function listOf(extension: Element | undefined): readonly Element[] {
  return (extension ? childElements(extension, LIST) : []).flatMap((list) => childElements(list));
}

function listWith(extension: Element, sheet: Element): Element {
  const list = createLike(sheet, 'extLst');
  list.appendChild(extension);
  return list;
}
