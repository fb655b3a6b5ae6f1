import { checkProgrammeControls } from '../../src/controls/check-programme';
import type { Control, Programme } from '../../src/programme/schema';
import { controlOf } from '../fixtures/control-of';
import { IVANOVO, OTHER_REGION } from '../programme/programmes';

// The other region's editions: 2022-1 has row 10, 2023-2 has rows 5, 6 (a heading) and 6.1; both have rows 1 to 4.
const withControls = (...controls: readonly Partial<Control>[]): Programme => ({
  ...OTHER_REGION,
  controls: controls.map((own, index) =>
    controlOf({ code: `A1.${index + 1}`, fromEdition: '2022-1', ...own }),
  ),
});

const told = (...controls: readonly Partial<Control>[]): readonly string[] =>
  checkProgrammeControls(withControls(...controls)).map(({ path, expected }) => `${path}: ${expected}`);

describe('nothing is wrong with the controls of', () => {
  it.each([
    ['Ivanovo Oblast', IVANOVO],
    ['the other region', OTHER_REGION],
  ])('%s', (_, programme) => {
    expect(programme.controls.length).toBeGreaterThan(0);
    expect(checkProgrammeControls(programme)).toEqual([]);
  });
});

describe('rows that an edition does not have', () => {
  it('are named with the control, the field, the place and the edition', () => {
    expect(told({ left: '[1] + [10]', right: '[2]' })).toEqual([
      'controls[0].left: контроль A1.1, левая часть, позиция 7: строки [10] нет среди показателей редакции 2023-2',
    ]);
    expect(told({ left: '[1]', right: '[5]' })).toEqual([
      'controls[0].right: контроль A1.1, правая часть, позиция 1: строки [5] нет среди показателей редакции 2022-1',
    ]);
    expect(told({ condition: '[77] > 0' })).toEqual([
      'controls[0].condition: контроль A1.1, условие, позиция 1: строки [77] нет среди показателей редакции 2022-1',
    ]);
  });
  it('are nobody’s business outside the control’s own editions', () => {
    expect(told({ left: '[10]', toEdition: '2022-1' })).toEqual([]);
    expect(told({ left: '[6.1]', fromEdition: '2023-2' })).toEqual([]);
    expect(told({ left: '[10]', fromEdition: '2023-2' })).toHaveLength(1);
  });
  it('are named when they are headings', () => {
    expect(told({ left: 'ПРЕД(ИТОГ([6]))', fromEdition: '2023-2' })).toEqual([
      'controls[0].left: контроль A1.1, левая часть, позиция 1: строка [6] – заголовок, значений у неё нет',
    ]);
  });
  it('are named in each field, once', () => {
    expect(told({ condition: '[8] > [8]', left: 'СУММ([8]; [9]; [8])', right: '[1]' })).toHaveLength(3);
  });
});

describe('mistakes of notation', () => {
  it.each<[Partial<Control>, string, RegExp]>([
    [
      { condition: '[1] >' },
      'controls[0].condition',
      /^контроль A1\.1, условие, позиция 6: ожидалось: .*число.*; найдено: конец$/,
    ],
    [
      { left: '1 + ФУНК(1)' },
      'controls[0].left',
      /^контроль A1\.1, левая часть, позиция 5: неизвестная функция «ФУНК»/,
    ],
    [
      { right: 'MИН([1]; 2)' },
      'controls[0].right',
      /^контроль A1\.1, правая часть, позиция 1: .*похоже на «МИН»/,
    ],
    [
      { right: '('.repeat(10_000) },
      'controls[0].right',
      /правая часть, позиция 2001: выражение длиннее 2000 знаков/,
    ],
    [
      { right: 'МИН(1,2)' },
      'controls[0].right',
      /МИН: один аргумент, а в нём «1,2»: .*аргументы разделяет «;»/,
    ],
    [{ right: 'МАКС([2] + 0,5)' }, 'controls[0].right', /в нём «0,5»/],
    [{ right: 'СУММ(-1,25)' }, 'controls[0].right', /в нём «1,25»/],
    [{ condition: '[1] + 1' }, 'controls[0].condition', /условие должно быть сравнением/],
    [{ left: '[1] > 0' }, 'controls[0].left', /не сравнением/],
    [{ left: '1', right: '2' }, 'controls[0].left', /не ссылается ни на одну строку/],
    [{ left: '[1] + "а"' }, 'controls[0].left', /позиция 7: ожидалось: число; найдено: текст/],
    [{ left: 'НЕ([1])', right: '1' }, 'controls[0].left', /позиция 4: ожидалось: условие; найдено: значение/],
    [{ condition: '"а" < "б"' }, 'controls[0].condition', /возможны только «=» и «<>»/],
    [{ left: '[1]', operator: '<', right: '"да"' }, 'controls[0].right', /возможны только «=» и «<>»/],
    [
      { left: '[1]', right: '"да"', empty: 'считать нулём' },
      'controls[0].right',
      /только при «пропустить, если пусто любое»/,
    ],
  ])('%j', (own, path, expected) => {
    const [problem] = checkProgrammeControls(withControls(own));
    expect(problem).toMatchObject({ path });
    expect(problem?.expected).toMatch(expected);
  });
  it('of all fields and all controls are told together', () => {
    expect(
      told({ condition: '(', left: ')', right: '+' }, {}, { left: '1 +' }).map((text) => text.split(':')[0]),
    ).toEqual(['controls[0].condition', 'controls[0].left', 'controls[0].right', 'controls[2].left']);
  });
});
