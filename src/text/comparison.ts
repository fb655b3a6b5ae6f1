/** Texts of the comparison of two quarters: sheet, pane and command line. */
import { plural } from './plural';

export const COMPARISON_SHEET = 'Сравнение';

export const COMPARISON_TEXTS = {
  title: (first: string, second: string) => `Сравнение: ${first} и ${second}`,
  forms: (quarter: string, accepted: number, expected: number, edition: string) =>
    `${quarter}: принято форм ${accepted} из ${expected}; редакция «${edition}».`,
  missing: (quarter: string, schools: readonly string[]) =>
    `${quarter}: нет ${plural(schools.length, 'формы', 'форм', 'форм')} – ${schools.join('; ')}. Сумма по региону их не содержит.`,
  open: (count: number, all: number) =>
    `Число отчитывающихся школ разное (${count} и ${all}): суммы по региону это отражают.`,
  notes: [
    'Достигнуто – нарастающий итог с начала года, а без нарастающего итога – факт за квартал; с ним сравнивается план. Выполнение – достигнутое в процентах плана.',
    'Разница – второе значение минус первое; выполнения – в процентных пунктах. Без одного из значений разницы нет. Пустая клетка – значения нет, это не ноль.',
  ],
  columns: {
    name: 'Показатель, школа',
    unit: 'Единица измерения',
    plan: 'План',
    fact: 'Факт за квартал',
    reached: 'Достигнуто',
    percent: 'Выполнение, %',
    difference: 'Разница факта',
    points: 'Разница выполнения, п.\u00a0п.',
    remark: 'Примечание',
  },
  region: 'Регион',
  relations: {
    same: '',
    changed: 'В другой редакции – не сопоставимо',
    dropped: 'Во втором квартале показателя нет',
    added: 'В первом квартале показателя не было',
  },
  states: {
    reported: '',
    empty: 'нет данных',
    'not-submitted': 'форма не сдана',
    'not-open': 'ещё не открыта',
  },
  stateAt: (quarter: string, state: string) => `${quarter}: ${state}`,

  first: 'Первый квартал',
  second: 'Второй квартал',
  scope: 'Регион или школа',
  put: 'Поставить лист «Сравнение»',
  busy: 'Готовлю лист «Сравнение»',
  done: 'Сравнение готово',
  doneText: 'Лист «Сравнение» стоит в книге. Его можно распечатать.',
  same: 'Выберите два разных квартала.',
  few: 'Для сравнения нужны два отчётных квартала.',
  change: 'разница',
  nothing: '–',
  command: 'сравнить два квартала: регион и школы, показатель за показателем',
  quarters: 'Два квартала через пробел, например 2021-Q3 2022-Q3',
  wrongCount: 'После --quarters нужны два квартала, например 2021-Q3 2022-Q3.',
} as const;
