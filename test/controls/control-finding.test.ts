import { controlFinding } from '../../src/controls/control-finding';
import type { Finding } from '../../src/controls/finding';
import { runControl } from '../../src/controls/run-control';
import type { Control } from '../../src/programme/schema';
import { controlContext, type Cell } from '../fixtures/control-context';
import { compiledControl, controlOf } from '../fixtures/control-of';

function found(own: Partial<Control>, first: Cell, second: Cell, place: Partial<Finding> = {}): Finding {
  const compiled = compiledControl(controlOf(own));
  return controlFinding(
    compiled,
    runControl(compiled, controlContext({ fact: { '1': first, '2': second } })),
    place,
  );
}

describe('the message of a control that failed', () => {
  it('is the control in words, then both sides as Rosstat’s users know them', () => {
    expect(found({ operator: '<=' }, 412, 400).message).toBe(
      'Стр. 1 не больше, чем стр. 2; слева 412 <= справа 400, разница 12',
    );
  });
  it.each(['Проверьте обе строки', 'Проверьте обе строки.', 'Проверьте обе строки; '])(
    'begins with the control’s own message, where it has one: «%s»',
    (message) => {
      expect(found({ message }, 1, 2).message).toBe('Проверьте обе строки; слева 1 = справа 2, разница -1');
    },
  );
  it.each<[Partial<Control>, Cell, Cell, string]>([
    [{}, 0.3, 0.1, 'слева 0,3 = справа 0,1, разница 0,2'],
    [{ right: '[2] / 3 * 100' }, 33.5, 1, 'слева 33,5 = справа 33,3333, разница 0,1667'],
    [{}, 1_000_000_000_000, 999_999_999_999.5, 'слева 1000000000000 = справа 999999999999,5, разница 0,5'],
    [{ right: '"да"' }, 'нет', null, 'слева «нет» = справа «да»'],
    [{ operator: '<>' }, 5, 5, 'слева 5 <> справа 5, разница 0'],
  ])('%j with %s and %s', (own, first, second, tail) => {
    expect(found(own, first, second).message.endsWith(`; ${tail}`)).toBe(true);
  });
  it('shows in full what rounding to four decimals would hide', () => {
    expect(found({ right: '[2] / 3' }, 0.66666, 2).message).toMatch(
      /; слева 0,66666 = справа 0,6666666\d+, разница -0,00000666\d+$/,
    );
  });
});

describe('the finding', () => {
  it('has the sides as numbers or texts, the place that it is given, and the act', () => {
    const place = { file: 'форма.xlsx', sheet: 'Форма', cell: 'I7', row: '1' };
    expect(
      found({ operator: '<=', level: 'warning', basis: 'приказ, п. 3' }, 412.5, 400, place),
    ).toMatchObject({
      code: 'L1.1',
      level: 'warning',
      ...place,
      left: 412.5,
      right: 400,
      difference: 12.5,
      norm: 'приказ, п. 3',
    });
    expect(found({ right: '"да"' }, 'нет', null)).toMatchObject({
      left: 'нет',
      right: 'да',
      difference: null,
    });
  });
  it.each([
    'A1.1',
    'L1.1',
    'L2.1',
    'L3.1',
    'L4.1',
    'P1.1',
    'P2.1',
    'P3.1',
    'N1.1',
    'N2.1',
    'N3.1',
    'X1.1',
    'Z9.1',
  ])('of %s says what to do', (code) => {
    expect(found({ code }, 1, 2).action).toMatch(/^\p{Lu}[^A-Za-z]+\.$/u);
  });
  it('of a division by zero sends to the divisor', () => {
    expect(found({ right: '[2] / 0' }, 1, 2).action).toBe(
      'Проверьте число, на которое делят: оно не должно быть нулём.',
    );
  });
});
