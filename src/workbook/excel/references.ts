/** The sheet of a reference such as «='Форма д''Арк'!$A$1» or «=Лист1!$A$1»; undefined for all other formulas, broken ones too. */
export function sheetOfReference(formula: string): string | undefined {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!#"(]+))!(?!#)/.exec(formula);
  return match?.[1]?.replaceAll("''", "'") ?? match?.[2];
}
