/**
 * Which members of Office.js the product uses, by the types of its sources: members that are called, read or written,
 * members in the texts of `load`, and members of plain objects such as an event's arguments. Each with the requirement
 * set that its documentation names and the feature that the place asks for before it.
 */

import path from 'node:path';
import ts from 'typescript';

export interface Use {
  /** Such as «Range.values», «Interfaces.RangeLoadOptions.values», «context.requirements.isSetSupported». */
  readonly member: string;
  readonly namespace: 'Excel' | 'Office' | 'OfficeExtension';
  /** A class of the host, or a shape of plain objects. */
  readonly kind: 'class' | 'shape';
  /** Such as «ExcelApi 1.9»; absent where nothing is said. */
  readonly set?: string;
  /** Features of `capabilities.ts` that are asked for around the place. */
  readonly behind: readonly string[];
  /** File and line, from the root of the project. */
  readonly place: string;
}

const ROOT = path.join(__dirname, '../..');
const NAMESPACES = ['Excel', 'Office', 'OfficeExtension'] as const;

/** The uses in the product's sources; or, for a try, in the sources given by file name and text. */
export function usesOfOffice(trial?: Readonly<Record<string, string>>): readonly Use[] {
  const program = createProgram(trial ?? null);
  const checker = program.getTypeChecker();
  const uses: Use[] = [];
  for (const source of program.getSourceFiles()) {
    if (source.isDeclarationFile) {
      continue;
    }
    const visit = (node: ts.Node): void => {
      for (const symbol of symbolsAt(node, checker)) {
        const member = describe(symbol);
        if (member !== null) {
          const { line } = source.getLineAndCharacterOfPosition(node.getStart());
          uses.push({
            ...member,
            behind: featuresAround(node, checker),
            place: `${path.relative(ROOT, source.fileName)}:${line + 1}`,
          });
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return uses;
}

function createProgram(trial: Readonly<Record<string, string>> | null): ts.Program {
  const file = path.join(ROOT, 'tsconfig.json');
  const config: unknown = ts.readConfigFile(file, (name) => ts.sys.readFile(name)).config;
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const types = { ...options, noEmit: true };
  if (trial === null) {
    const product = fileNames.filter((name) => name.startsWith(path.join(ROOT, 'src')));
    return ts.createProgram(product, types);
  }
  const host = ts.createCompilerHost(types);
  const texts = new Map(Object.entries(trial).map(([name, text]) => [path.join(ROOT, name), text]));
  return ts.createProgram([...texts.keys()], types, {
    ...host,
    fileExists: (name) => texts.has(name) || host.fileExists(name),
    readFile: (name) => texts.get(name) ?? host.readFile(name),
    getSourceFile: (name, version) => {
      const text = texts.get(name);
      return text === undefined
        ? host.getSourceFile(name, version)
        : ts.createSourceFile(name, text, version, true);
    },
  });
}

/** What a node speaks of, if it is the name of a member. */
function symbolsAt(node: ts.Node, checker: ts.TypeChecker): readonly ts.Symbol[] {
  if (ts.isPropertyAccessExpression(node)) {
    return [
      ...found(checker.getSymbolAtLocation(node.name)),
      // Texts of `load` are members too.
      ...(ts.isCallExpression(node.parent) && node.name.text === 'load'
        ? loaded(node, node.parent, checker)
        : []),
    ];
  }
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = node.propertyName ?? node.name;
    const type = checker.getTypeAtLocation(node.parent);
    return ts.isIdentifier(name) ? found(checker.getPropertyOfType(type, name.text)) : [];
  }
  if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
    const type = checker.getContextualType(node.parent);
    return type === undefined || !ts.isIdentifier(node.name)
      ? []
      : found(checker.getPropertyOfType(checker.getNonNullableType(type), node.name.text));
  }
  return [];
}

function found(symbol: ts.Symbol | undefined): readonly ts.Symbol[] {
  return symbol === undefined ? [] : [symbol];
}

function loaded(
  access: ts.PropertyAccessExpression,
  call: ts.CallExpression,
  checker: ts.TypeChecker,
): readonly ts.Symbol[] {
  const [given] = call.arguments;
  const literals = given === undefined ? [] : ts.isArrayLiteralExpression(given) ? given.elements : [given];
  const paths = literals.flatMap((each) => (ts.isStringLiteral(each) ? each.text.split(',') : []));
  return paths.flatMap((text) => {
    const symbols: ts.Symbol[] = [];
    let type = checker.getTypeAtLocation(access.expression);
    for (const step of text.trim().split(/[/.]/)) {
      const symbol = checker.getPropertyOfType(type, step);
      if (symbol === undefined) {
        throw new Error(
          `${access.getText()}(«${text}»): there is no «${step}» in ${checker.typeToString(type)}.`,
        );
      }
      symbols.push(symbol);
      const next = checker.getTypeOfSymbol(symbol);
      type = checker.getIndexTypeOfType(next, ts.IndexKind.Number) ?? next;
    }
    return symbols;
  });
}

function describe(symbol: ts.Symbol): Pick<Use, 'member' | 'namespace' | 'kind' | 'set'> | null {
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined) {
    return null;
  }
  const owners: string[] = [];
  let kind: Use['kind'] = 'shape';
  for (let node: ts.Node = declaration.parent; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isEnumDeclaration(node)) {
      owners.unshift(node.name?.text ?? '');
      kind = ts.isClassDeclaration(node) ? 'class' : kind;
    } else if (ts.isModuleDeclaration(node)) {
      owners.unshift(node.name.text);
    }
  }
  const namespace = NAMESPACES.find((name) => name === owners[0]);
  if (namespace === undefined || !declaration.getSourceFile().fileName.includes('@types/office-js')) {
    return null;
  }
  const documentation = declaration.getFullText().slice(0, declaration.getLeadingTriviaWidth());
  const set = /\[Api set: (\w+ \d+\.\d+)/.exec(documentation)?.[1];
  return {
    member: [...owners.slice(1), symbol.name].join('.'),
    namespace,
    kind,
    ...(set !== undefined && { set }),
  };
}

/** Features whose `supports('…')` is true wherever the node runs. */
function featuresAround(node: ts.Node, checker: ts.TypeChecker): readonly string[] {
  const features: string[] = [];
  for (let at = node; !ts.isSourceFile(at); at = at.parent) {
    const { parent } = at;
    if (ts.isIfStatement(parent) && parent.thenStatement === at) {
      features.push(...asked(parent.expression));
    } else if (ts.isConditionalExpression(parent) && parent.whenTrue === at) {
      features.push(...asked(parent.condition));
    } else if (isAnd(parent) && parent.right === at) {
      features.push(...asked(parent.left));
    } else if (ts.isVariableDeclaration(parent) && ts.isArrowFunction(at)) {
      features.push(...featuresOfMentions(parent.name, checker));
    }
  }
  return features;
}

/** Of a function that is mentioned behind the same features wherever it is mentioned. */
function featuresOfMentions(name: ts.Node, checker: ts.TypeChecker): readonly string[] {
  const symbol = checker.getSymbolAtLocation(name);
  const mentions: (readonly string[])[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node !== name && checker.getSymbolAtLocation(node) === symbol) {
      mentions.push(featuresAround(node, checker));
    }
    ts.forEachChild(node, visit);
  };
  visit(name.getSourceFile());
  const [first = [], ...rest] = mentions;
  return first.filter((feature) => rest.every((features) => features.includes(feature)));
}

function isAnd(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
}

/** Features that a condition asks for, alone or joined by «and». */
function asked(condition: ts.Expression): readonly string[] {
  if (isAnd(condition)) {
    return [...asked(condition.left), ...asked(condition.right)];
  }
  if (ts.isCallExpression(condition) && condition.expression.getText() === 'supports') {
    const [feature] = condition.arguments;
    return feature !== undefined && ts.isStringLiteral(feature) ? [feature.text] : [];
  }
  return [];
}
