/** From a row of «Контроли» to a control that can be run; what is wrong is named with its field and position. */
import type { Control } from '../programme/schema';
import { CONTROL_TEXTS } from '../text/controls';
import { parse, SyntaxError as GrammarError, type Expectation } from './control.parser';
import { comparisonProblem, staticType, type StaticType } from './static-type';
import { references, type Node } from './syntax';

export interface CompiledControl {
  readonly control: Control;
  readonly condition: Node | null;
  readonly left: Node;
  readonly right: Node;
}

export type ControlField = 'condition' | 'left' | 'right';

export interface ControlProblem {
  readonly field: ControlField;
  /** In the field's text, from 1; null where the field as a whole is meant. */
  readonly position: number | null;
  /** In Russian, with the position. */
  readonly message: string;
}

export type ParsedControl =
  | { readonly ok: true; readonly control: CompiledControl }
  | { readonly ok: false; readonly problems: readonly ControlProblem[] };

export type ParsedExpression =
  | { readonly ok: true; readonly node: Node }
  | { readonly ok: false; readonly position: number; readonly message: string };

/** Longer or deeper ones are no controls; and no expression may exhaust the stack. */
const MAX_LENGTH = 2_000;
const MAX_DEPTH = 64;

/** The tree of an expression; a mistake is told with its position (from 1) and what was expected there. */
export function parseExpression(text: string): ParsedExpression {
  const refused = (position: number, what: string): ParsedExpression => ({
    ok: false,
    position,
    message: CONTROL_TEXTS.position(position, what),
  });
  if (text.length > MAX_LENGTH) return refused(MAX_LENGTH + 1, CONTROL_TEXTS.tooLong(MAX_LENGTH));
  const tooDeep = firstTooDeep(text);
  if (tooDeep !== undefined) return refused(tooDeep + 1, CONTROL_TEXTS.tooDeep(MAX_DEPTH));
  try {
    return { ok: true, node: parse(text) };
  } catch (error) {
    if (!(error instanceof GrammarError)) throw error;
    return refused(
      error.location.start.offset + 1,
      expectedWords(error.expected, error.found) ?? error.message,
    );
  }
}

/** Where brackets, or signs before an operand, are first nested too deep; brackets in quoted texts count too. */
function firstTooDeep(text: string): number | undefined {
  let [brackets, signs] = [0, 0];
  for (let offset = 0; offset < text.length; offset += 1) {
    const letter = text.charAt(offset);
    if (letter === '(') brackets += 1;
    if (letter === ')') brackets -= 1;
    if (/[-–−]/.test(letter)) signs += 1;
    else if (/[^\s(]/.test(letter)) signs = 0;
    if (brackets > MAX_DEPTH || signs > MAX_DEPTH) return offset;
  }
  return undefined;
}

/** What the grammar would have taken; null where the message was written by the grammar itself. */
function expectedWords(
  expected: readonly Expectation[] | null,
  found: string | null | undefined,
): string | null {
  if (!expected) return null;
  const words = expected.flatMap((item) => {
    switch (item.type) {
      case 'literal':
        return [`«${item.text}»`];
      case 'other':
        return [item.description];
      case 'end':
        return [CONTROL_TEXTS.end];
      case 'any':
      case 'class':
        return [];
    }
  });
  return CONTROL_TEXTS.expected([...new Set(words)], found ?? null);
}

/** All three expressions of a control, with the types of their parts checked. */
export function parseControl(control: Control): ParsedControl {
  const problems: ControlProblem[] = [];
  const blame = (field: ControlField, position: number | null, what: string): void => {
    const message = position === null ? what : CONTROL_TEXTS.position(position, what);
    problems.push({ field, position, message });
  };
  const read = (field: ControlField, text: string): Typed | null => {
    const parsed = parseExpression(text);
    if (!parsed.ok) {
      problems.push({ field, position: parsed.position, message: parsed.message });
      return null;
    }
    const { node } = parsed;
    const before = problems.length;
    const type = staticType(node, ({ at, what }) => {
      blame(field, at, what);
    });
    // Of an expression whose parts do not go together nothing more is asked.
    return problems.length === before ? { node, type } : null;
  };
  const condition = control.condition === null ? null : read('condition', control.condition);
  const left = read('left', control.left);
  const right = read('right', control.right);
  if (condition && condition.type !== 'boolean') blame('condition', null, CONTROL_TEXTS.conditionType);
  if (left && right) {
    for (const [field, what] of sideProblems(control, left, right)) blame(field, null, what);
  }
  if (!left || !right || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    control: { control, condition: condition?.node ?? null, left: left.node, right: right.node },
  };
}

interface Typed {
  readonly node: Node;
  readonly type: StaticType;
}

/** Whether the two sides, each right in itself, make a control. */
function sideProblems(
  { operator, empty }: Control,
  left: Typed,
  right: Typed,
): readonly (readonly [field: 'left' | 'right', what: string])[] {
  const sides = [['left', left] as const, ['right', right] as const];
  const conditions = sides.flatMap(([field, { type }]) =>
    type === 'boolean' ? [[field, CONTROL_TEXTS.sideType] as const] : [],
  );
  if (conditions.length > 0) return conditions;
  if (references(left.node).length + references(right.node).length === 0) {
    return [['left', CONTROL_TEXTS.noReference]];
  }
  if (operator === 'парность' || operator === 'исключение') return [];
  const unlike = comparisonProblem(left.type, right.type, operator);
  if (unlike !== null) return [['right', unlike]];
  // An empty cell that counts as 0 is neither equal to a text nor different from it.
  const text = sides.find(([, { type }]) => type === 'text');
  return text && empty !== 'пропустить, если пусто любое' ? [[text[0], CONTROL_TEXTS.textAgainstZero]] : [];
}

const compiled = new WeakMap<readonly Control[], readonly CompiledControl[]>();

/** Trees of the controls that parse, made once for a list such as an edition view's; the others were refused with their programme. */
export function compiledControls(controls: readonly Control[]): readonly CompiledControl[] {
  const known = compiled.get(controls);
  if (known) return known;
  const made = controls.flatMap((control) => {
    const parsed = parseControl(control);
    return parsed.ok ? [parsed.control] : [];
  });
  compiled.set(controls, made);
  return made;
}
