/** Texts of «Обзор». */
import { plural } from './plural';

const days = (count: number): string => `${count} ${plural(count, 'день', 'дня', 'дней')}`;

export const OVERVIEW_TEXTS = {
  edition: 'Редакция концепции',
  provisional: 'предварительная формулировка',
  nextPoints: 'Ближайшие контрольные точки',
  noPoints: 'Контрольных точек впереди нет.',
  left: (count: number) =>
    count === 0 ? 'сегодня' : count > 0 ? `через ${days(count)}` : `опоздание ${days(-count)}`,
  due: (date: string) => `срок ${date}`,
  completeness: (quarter: string) => `Формы за ${quarter}`,
  noQuarter: 'Отчётных кварталов пока нет.',
  accepted: (accepted: number, expected: number) => `Принято ${accepted} из ${expected}`,
  errors: 'Открытые ошибки',
  noErrors: 'нет',
  errorCount: (count: number) => `${count} ${plural(count, 'ошибка', 'ошибки', 'ошибок')}`,
  seeErrors: 'Перейти к проверке',
} as const;

/** The one thing to do next; `quarter`: «III кв. 2021». */
export const PRIMARY_ACTIONS = {
  'issue-forms': (quarter: string) => `Выдать формы: ${quarter}`,
  'accept-forms': (quarter: string) => `Принять формы: ${quarter}`,
  'mend-forms': (quarter: string) => `Исправить формы: ${quarter}`,
  'build-report': (quarter: string) => `Построить отчёт: ${quarter}`,
  'update-roadmap': () => 'Открыть дорожную карту',
} as const;
