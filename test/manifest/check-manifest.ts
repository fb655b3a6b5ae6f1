/** Checks the manifest without any network: structure, identifiers, lengths, and that everything it names is there. */
import { DOMParser, type Element, onErrorStopParsing, ParseError } from '@xmldom/xmldom';
import { pngSize } from './png-size';
import { structureProblems } from './manifest-structure';

/** What a manifest is held against. */
export interface ManifestSurroundings {
  /** Version of package.json. */
  readonly version: string;
  /** Where the pages stand: all addresses begin with it. */
  readonly address: string;
  /** Bytes of a file that the pages' server gives at this path, such as «assets/icon-16.png»; undefined: none. */
  readonly file: (path: string) => Uint8Array | undefined;
  /** Names that the commands' bundle gives to functions of buttons. */
  readonly functions: readonly string[];
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const RIBBON_SIZES = ['16', '20', '24', '32', '40', '48', '64', '80'];
/** Microsoft's limits, in characters. */
const LIMITS = { resid: 32, 'bt:ShortStrings': 125, 'bt:LongStrings': 250 } as const;

/** What is wrong with the manifest; one sentence each, none if all is well. */
export function checkManifest(xml: string, around: ManifestSurroundings): string[] {
  const root = parse(xml);
  if (typeof root === 'string') {
    return [root];
  }
  return [
    ...structureProblems(root),
    ...identityProblems(root, around),
    ...resourceProblems(root),
    ...addressProblems(root, around),
    ...iconProblems(root, around),
    ...functionProblems(root, around),
  ];
}

/** Where the manifest's pages stand: the folder of the page that its pane shows; empty where it names none. */
export function addressOf(xml: string): string {
  return /<SourceLocation DefaultValue="(https:[^"]*\/)[^"/]*"/.exec(xml)?.[1] ?? '';
}

function parse(xml: string): Element | string {
  try {
    const { documentElement } = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
      xml,
      'text/xml',
    );
    return documentElement ?? 'the manifest is empty';
  } catch (error) {
    if (error instanceof ParseError) {
      return `not well-formed: ${error.message}`;
    }
    throw error;
  }
}

function identityProblems(root: Element, { version }: ManifestSurroundings): string[] {
  const id = textOf(root, 'Id');
  const ids = all(root, 'CustomTab', 'Group', 'Control').map((element) => attribute(element, 'id'));
  return [
    ...(GUID.test(id) ? [] : [`Id is no GUID: ${id}`]),
    ...(textOf(root, 'Version') === `${version}.0`
      ? []
      : [`Version is not that of package.json (${version}.0)`]),
    ...(textOf(root, 'DefaultLocale') === 'ru-RU' ? [] : ['DefaultLocale is not ru-RU']),
    ...twice(ids).map((one) => `id ${one} stands twice`),
    ...ids.filter((one) => !/^[A-Za-z][\w.]{0,124}$/.test(one)).map((one) => `id ${one} is not allowed`),
  ];
}

function resourceProblems(root: Element): string[] {
  const resources = all(root, 'bt:Image', 'bt:Url', 'bt:String').filter((one) => one.hasAttribute('id'));
  const ids = resources.map((one) => attribute(one, 'id'));
  const used = all(root, '*').flatMap((element) => element.getAttribute('resid') ?? []);
  const tooLong = (['bt:ShortStrings', 'bt:LongStrings'] as const).flatMap((list) =>
    all(root, list)
      .flatMap((element) => all(element, 'bt:String'))
      .filter((one) => attribute(one, 'DefaultValue').length > LIMITS[list])
      .map((one) => `${attribute(one, 'id')} is longer than ${LIMITS[list]} characters`),
  );
  return [
    ...twice(ids).map((id) => `resource ${id} stands twice`),
    ...ids.filter((id) => id.length > LIMITS.resid).map((id) => `resource ${id} has too long a name`),
    ...used.filter((id) => !ids.includes(id)).map((id) => `resid ${id} is not among the resources`),
    ...ids.filter((id) => !used.includes(id)).map((id) => `resource ${id} is used nowhere`),
    ...tooLong,
  ];
}

function addressProblems(root: Element, { address, file }: ManifestSurroundings): string[] {
  return addressesOf(root).flatMap((url) => {
    if (!url.startsWith(address)) {
      return [`${url} does not begin with ${address}`];
    }
    return file(url.slice(address.length)) === undefined ? [`${url}: there is no such file`] : [];
  });
}

function addressesOf(root: Element): string[] {
  return all(
    root,
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'SourceLocation',
    'bt:Url',
    'bt:Image',
  ).flatMap((element) => element.getAttribute('DefaultValue') ?? []);
}

function iconProblems(root: Element, around: ManifestSurroundings): string[] {
  const address = new Map(
    all(root, 'bt:Image')
      .filter((one) => one.hasAttribute('id'))
      .map((one) => [attribute(one, 'id'), attribute(one, 'DefaultValue')]),
  );
  const ribbon = all(root, 'Icon').flatMap((icon) => {
    const images = all(icon, 'bt:Image');
    const sizes = images.map((image) => attribute(image, 'size'));
    return [
      ...(sizes.join() === RIBBON_SIZES.join()
        ? []
        : [`an icon of the ribbon has the sizes ${sizes.join()}`]),
      ...images.flatMap((image) =>
        sizeProblems(address.get(attribute(image, 'resid')), Number(attribute(image, 'size')), around),
      ),
    ];
  });
  const ofName = (name: string): string | undefined =>
    all(root, name)[0]?.getAttribute('DefaultValue') ?? undefined;
  return [
    ...ribbon,
    ...sizeProblems(ofName('IconUrl'), 64, around),
    ...sizeProblems(ofName('HighResolutionIconUrl'), 128, around),
  ];
}

/** A file that is not there is named once, among the addresses. */
function sizeProblems(
  url: string | undefined,
  size: number,
  { address, file }: ManifestSurroundings,
): string[] {
  const bytes = url === undefined ? undefined : file(url.slice(address.length));
  if (url === undefined || bytes === undefined) {
    return [];
  }
  const real = pngSize(bytes);
  const right = real?.width === size && real.height === size;
  return right ? [] : [`${url} is no PNG picture of ${size} × ${size}`];
}

const NEEDED_BY_ACTION = new Map([
  ['ExecuteFunction', 'FunctionName'],
  ['ShowTaskpane', 'SourceLocation'],
]);

function functionProblems(root: Element, { functions }: ManifestSurroundings): string[] {
  const named = all(root, 'FunctionName').map((element) => element.textContent ?? '');
  const actions = all(root, 'Action').flatMap((action) => {
    const needed = NEEDED_BY_ACTION.get(attribute(action, 'xsi:type'));
    return needed !== undefined && all(action, needed).length === 1 ? [] : ['an action does nothing'];
  });
  return [
    ...actions,
    ...named.filter((name) => !functions.includes(name)).map((name) => `no function is called ${name}`),
    ...functions.filter((name) => !named.includes(name)).map((name) => `no button calls ${name}`),
  ];
}

function all(root: Element, ...names: string[]): Element[] {
  return names.flatMap((name) => [...root.getElementsByTagName(name)]);
}

function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? '';
}

/** Text of the root's own child of this name. */
function textOf(root: Element, name: string): string {
  return all(root, name).find(({ parentNode }) => parentNode === root)?.textContent ?? '';
}

function twice(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
