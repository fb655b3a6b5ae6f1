/** Texts of «Дорожная карта». */
import { plural } from './plural';

export const ROADMAP_TEXTS = {
  update: 'Обновить дорожную карту',
  busy: 'Обновляю дорожную карту',
  done: 'Дорожная карта обновлена',
  doneText: 'Тексты мер, фактические даты, документы и причины остались как были.',
  intro: 'Листы «Дорожная карта» и «Исполнение». То, что вы вписали, сохраняется.',
  filter: 'Показать',
  filters: { all: 'Все', overdue: 'Просроченные', soon: 'Скоро' },
  count: (count: number) =>
    `${count} ${plural(count, 'контрольная точка', 'контрольные точки', 'контрольных точек')}`,
  none: 'Таких контрольных точек нет.',
  undated: 'без даты',
  measure: (number: number) => `Мероприятие ${number}`,
  go: 'Перейти к строке',
  workingDay: (date: string) => `рабочий день: ${date}`,
  doneOn: (date: string) => `выполнено ${date}`,
} as const;

/** The words of «Исполнение», as its formulas write them. */
export const EXECUTION_STATUS_WORDS = {
  done: 'выполнено',
  'done-late': 'выполнено с опозданием',
  overdue: 'просрочено',
  soon: 'скоро',
  awaited: 'ожидается',
  undated: 'без даты',
} as const;
