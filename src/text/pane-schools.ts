/** Texts of «Школы»: search, a school's card, the history of a figure. */
import { plural } from './plural';

export const SCHOOLS_TEXTS = {
  parts: 'Части раздела',
  modes: { search: 'Школы', compare: 'Сравнение', watch: 'На контроле' },

  search: 'Название, муниципалитет или код',
  found: (count: number, all: number) =>
    count === all ? `Всего ${all} ${schools(all)}` : `Найдено ${count} из ${all}`,
  none: 'Таких школ в программе нет. Проверьте слова или лист «Площадки».',
  back: 'К списку школ',

  name: 'полное наименование',
  municipality: 'муниципалитет',
  code: 'код',
  opened: 'открыта',
  executor: 'форму заполнял',
  phone: 'телефон',

  quarters: 'Кварталы',
  noQuarters: 'Отчётных кварталов у этой школы ещё нет.',
  due: (day: string) => `срок ${day}`,
  form: (revision: number, file: string, day: string) =>
    `${revision === 0 ? 'первичная' : `корректировка № ${revision}`}: ${file}, принята ${day}`,
  current: 'действует',
  problem: (file: string, day: string) => `${file}, поступил ${day}, не принят`,

  figures: 'История показателя',
  figure: 'Показатель',
  noFigures: 'Принятых форм ещё нет, истории показателей тоже.',
  chooseFigure: 'Выберите показатель',
  fact: 'факт за квартал',
  total: 'нарастающий итог',
  reason: 'причина',
  evidence: 'подтверждение',
  empty: 'не указано',
  revision: (revision: number) => (revision === 0 ? 'Первичная форма' : `Корректировка № ${revision}`),
  source: (file: string, day: string) => `${file}, принята ${day}`,
  changed: (parts: readonly string[]) => `Изменено: ${parts.join(', ')}`,
  unchanged: 'Этот показатель не изменён',
  changes: {
    fact: 'факт за квартал',
    total: 'нарастающий итог',
    reason: 'причина',
    evidence: 'подтверждение',
  },
  history: 'История по корректировкам',
} as const;

function schools(count: number): string {
  return plural(count, 'школа', 'школы', 'школ');
}
