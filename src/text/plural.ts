/** Russian plural forms. */
const RULES = new Intl.PluralRules('ru');

/** The word that goes with a count: 1 форма, 2 формы, 5 форм; fractions take the second form (1,5 формы). */
export function plural(count: number, one: string, few: string, many: string): string {
  const rule = RULES.select(count);
  // What is neither «one» nor «many» is 2–4 («few») or a fraction («other»).
  return rule === 'one' ? one : rule === 'many' ? many : few;
}
