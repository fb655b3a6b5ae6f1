/**
 * The part of the add-in-only manifest's grammar that the product uses: which children an element has, in which order.
 * From Microsoft's page «Office Add-ins XML manifest: find the proper order of manifest elements»; what is not in the
 * table is refused, so that nobody uses an element that is not checked.
 */
import type { Element } from '@xmldom/xmldom';

type Count = 'one' | 'optional' | 'many';

interface Rule {
  readonly attributes: readonly string[];
  readonly children: readonly (readonly [name: string, count: Count])[];
}

const value: Rule = { attributes: ['DefaultValue'], children: [] };
const text: Rule = { attributes: [], children: [] };
const reference: Rule = { attributes: ['resid'], children: [] };

/** Keyed by the element's path from its nearest ancestor that makes a difference: «Control/Action» before «Action». */
const RULES: Readonly<Record<string, Rule>> = {
  OfficeApp: {
    attributes: ['xsi:type'],
    children: [
      ['Id', 'one'],
      ['Version', 'one'],
      ['ProviderName', 'one'],
      ['DefaultLocale', 'one'],
      ['DisplayName', 'one'],
      ['Description', 'one'],
      ['IconUrl', 'one'],
      ['HighResolutionIconUrl', 'one'],
      ['SupportUrl', 'one'],
      ['Hosts', 'one'],
      ['Requirements', 'one'],
      ['DefaultSettings', 'one'],
      ['Permissions', 'one'],
      ['VersionOverrides', 'one'],
    ],
  },
  Id: text,
  Version: text,
  ProviderName: text,
  DefaultLocale: text,
  DisplayName: value,
  'OfficeApp/Description': value,
  IconUrl: value,
  HighResolutionIconUrl: value,
  SupportUrl: value,
  'OfficeApp/Hosts': { attributes: [], children: [['Host', 'many']] },
  'OfficeApp/Hosts/Host': { attributes: ['Name'], children: [] },
  Requirements: { attributes: [], children: [['Sets', 'one']] },
  Sets: { attributes: ['DefaultMinVersion'], children: [['Set', 'many']] },
  Set: { attributes: ['Name', 'MinVersion'], children: [] },
  DefaultSettings: { attributes: [], children: [['SourceLocation', 'one']] },
  'DefaultSettings/SourceLocation': value,
  Permissions: text,
  VersionOverrides: {
    attributes: ['xsi:type'],
    children: [
      ['Hosts', 'one'],
      ['Resources', 'one'],
    ],
  },
  'VersionOverrides/Hosts': { attributes: [], children: [['Host', 'many']] },
  'VersionOverrides/Hosts/Host': { attributes: ['xsi:type'], children: [['DesktopFormFactor', 'one']] },
  DesktopFormFactor: {
    attributes: [],
    children: [
      ['GetStarted', 'optional'],
      ['FunctionFile', 'one'],
      ['ExtensionPoint', 'many'],
    ],
  },
  GetStarted: {
    attributes: [],
    children: [
      ['Title', 'one'],
      ['Description', 'one'],
      ['LearnMoreUrl', 'one'],
    ],
  },
  Title: reference,
  Description: reference,
  LearnMoreUrl: reference,
  FunctionFile: reference,
  ExtensionPoint: { attributes: ['xsi:type'], children: [['CustomTab', 'one']] },
  CustomTab: {
    attributes: ['id'],
    children: [
      ['Group', 'many'],
      ['Label', 'one'],
    ],
  },
  Group: {
    attributes: ['id'],
    children: [
      ['Label', 'one'],
      ['Icon', 'one'],
      ['Control', 'many'],
    ],
  },
  Label: reference,
  Icon: { attributes: [], children: [['bt:Image', 'many']] },
  'Icon/bt:Image': { attributes: ['size', 'resid'], children: [] },
  Control: {
    attributes: ['xsi:type', 'id'],
    children: [
      ['Label', 'one'],
      ['Supertip', 'one'],
      ['Icon', 'one'],
      ['Action', 'one'],
    ],
  },
  Supertip: {
    attributes: [],
    children: [
      ['Title', 'one'],
      ['Description', 'one'],
    ],
  },
  Action: {
    attributes: ['xsi:type'],
    children: [
      ['TaskpaneId', 'optional'],
      ['SourceLocation', 'optional'],
      ['FunctionName', 'optional'],
    ],
  },
  TaskpaneId: text,
  FunctionName: text,
  'Action/SourceLocation': reference,
  Resources: {
    attributes: [],
    children: [
      ['bt:Images', 'one'],
      ['bt:Urls', 'one'],
      ['bt:ShortStrings', 'one'],
      ['bt:LongStrings', 'one'],
    ],
  },
  'bt:Images': { attributes: [], children: [['bt:Image', 'many']] },
  'bt:Images/bt:Image': { attributes: ['id', 'DefaultValue'], children: [] },
  'bt:Urls': { attributes: [], children: [['bt:Url', 'many']] },
  'bt:Url': { attributes: ['id', 'DefaultValue'], children: [] },
  'bt:ShortStrings': { attributes: [], children: [['bt:String', 'many']] },
  'bt:LongStrings': { attributes: [], children: [['bt:String', 'many']] },
  'bt:String': { attributes: ['id', 'DefaultValue'], children: [] },
};

/** What is wrong with the structure of an element and all below it; one sentence each. */
export function structureProblems(root: Element): string[] {
  return problemsOf(root, []);
}

function problemsOf(element: Element, ancestors: readonly string[]): string[] {
  const path = [...ancestors, element.tagName];
  const place = path.join('/');
  const rule = ruleOf(path);
  if (rule === undefined) {
    return [`${place}: the checker knows no such element here`];
  }
  const children = childElements(element);
  return [
    ...attributeProblems(element, rule, place),
    ...childProblems(children, rule, place),
    ...children.flatMap((child) => problemsOf(child, path)),
  ];
}

/** The rule of the longest ending of the path that has one. */
function ruleOf(path: readonly string[]): Rule | undefined {
  for (let start = 0; start < path.length; start += 1) {
    const rule = RULES[path.slice(start).join('/')];
    if (rule !== undefined) return rule;
  }
  return undefined;
}

function attributeProblems(element: Element, rule: Rule, place: string): string[] {
  const there = [...element.attributes].map(({ name }) => name).filter((name) => !/^xmlns(:|$)/.test(name));
  return [
    ...rule.attributes
      .filter((name) => (element.getAttribute(name) ?? '') === '')
      .map((name) => `${place}: attribute ${name} is missing`),
    ...there
      .filter((name) => !rule.attributes.includes(name))
      .map((name) => `${place}: attribute ${name} does not belong here`),
  ];
}

function childProblems(children: readonly Element[], rule: Rule, place: string): string[] {
  const names = children.map(({ tagName }) => tagName);
  const order = rule.children.map(([name]) => name);
  const known = names.filter((name) => order.includes(name));
  const sorted = [...known].sort((left, right) => order.indexOf(left) - order.indexOf(right));
  return [
    ...names.filter((name) => !order.includes(name)).map((name) => `${place}: ${name} does not belong here`),
    ...(known.join() === sorted.join()
      ? []
      : [`${place}: order is ${known.join()}, must be ${sorted.join()}`]),
    ...rule.children.flatMap(([name, count]) => {
      const times = names.filter((given) => given === name).length;
      const tooFew = times === 0 && count !== 'optional';
      const tooMany = times > 1 && count !== 'many';
      return tooFew || tooMany ? [`${place}: ${name} stands ${times} times`] : [];
    }),
  ];
}

export function childElements(element: Element): Element[] {
  return [...element.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);
}
