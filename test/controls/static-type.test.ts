/** What a control can't mean whatever a form holds: found before any form is seen, with its field and place. */
import { parseControl, type ControlProblem } from '../../src/controls/parse';
import type { Control } from '../../src/programme/schema';
import { controlOf } from '../fixtures/control-of';

function problemsOf(own: Partial<Control>): readonly ControlProblem[] {
  const parsed = parseControl(controlOf({ operator: '<=', ...own }));
  return parsed.ok ? [] : parsed.problems;
}

describe('parts that do not go together', () => {
  test.each<[own: Partial<Control>, field: string, position: number | null, says: string]>([
    [{ condition: '[1]' }, 'condition', null, 'условие должно быть сравнением'],
    [{ condition: 'И([1]; [2] > 0)' }, 'condition', 3, 'ожидалось: условие; найдено: значение'],
    [{ condition: 'НЕ([1] + 1)' }, 'condition', 4, 'ожидалось: условие; найдено: число'],
    [{ condition: 'ЕСЛИ([1] > 0; [2] > 0; 5)' }, 'condition', 24, 'несравнимые виды: условие и число'],
    [{ condition: '[1] > "да"' }, 'condition', 7, 'текст и знак «>»'],
    [{ condition: '1 = "да"' }, 'condition', 5, 'несравнимые виды: число и текст'],
    [{ condition: '([1] > 0) < ([2] > 0)' }, 'condition', 14, 'условие и знак «<»'],
    [{ condition: 'ПУСТО(2 * "да")' }, 'condition', 11, 'ожидалось: число; найдено: текст'],
    [{ left: '[1] > 0' }, 'left', null, 'часть контроля должна быть числом или текстом'],
    [{ right: 'ПУСТО([1])' }, 'right', null, 'часть контроля должна быть числом или текстом'],
    [{ left: '2 * "да"' }, 'left', 5, 'ожидалось: число; найдено: текст'],
    [{ left: '-([1] > 0)' }, 'left', 3, 'ожидалось: число; найдено: условие'],
    [{ left: 'СУММ([1]; [2] > 0)' }, 'left', 11, 'ожидалось: число; найдено: условие'],
    [{ left: 'ЕСЛИ([1]; 2; 3)' }, 'left', 6, 'ожидалось: условие; найдено: значение'],
    [{ left: 'ЕСЛИ([1] > 0; 2; "нет")' }, 'left', 18, 'несравнимые виды: число и текст'],
    [{ right: '"да"' }, 'right', null, 'текст и знак «<=»'],
    [{ left: '[1] + 1', operator: '=', right: '"да"' }, 'right', null, 'несравнимые виды: число и текст'],
    [{ left: '1', right: 'ПЛОЩАДКА("мест")' }, 'left', null, 'не ссылается ни на одну строку'],
    [{ operator: '=', right: '"да"', empty: 'считать нулём' }, 'right', null, 'сравнение с текстом возможно'],
    [
      { operator: '=', left: '«да»', right: '[1]', empty: 'пропустить, если пусты все' },
      'left',
      null,
      'сравнение с текстом возможно',
    ],
  ])('%j', (own, field, position, says) => {
    const problems = problemsOf(own);
    // One mistake is told once.
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ field, position });
    expect(problems[0]?.message).toContain(says);
  });
});

test('each field is blamed for its own mistake', () => {
  const problems = problemsOf({ condition: '[1', left: ']', right: 'КОРЕНЬ([1])' });
  expect(problems.map(({ field }) => field)).toEqual(['condition', 'left', 'right']);
});

test.each<Partial<Control>>([
  { condition: '([1] > 0) = ([2] > 0)' },
  { condition: 'ЕСЛИ([1] > 0; [2] > 0; ПУСТО([3]))' },
  { condition: 'ИЛИ([5] = "да"; [5] <> «нет»)' },
  { operator: '=', right: '"да"' },
  { operator: 'парность', empty: 'считать нулём', right: '"да"' },
  { left: 'ЕСЛИ([1] > 0; [2]; "нет")', operator: '=' },
  { left: '[1]', right: '500' },
])('%j goes together', (own) => {
  expect(problemsOf(own)).toEqual([]);
});
