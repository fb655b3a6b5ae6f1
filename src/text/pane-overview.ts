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

/** The one thing to do next; `quarter`: «III квартал 2021 года». */
export const PRIMARY_ACTIONS = {
  'issue-forms': (quarter: string) => `Выдать формы за ${quarter}`,
  'accept-forms': (quarter: string) => `Принять формы за ${quarter}`,
  'mend-forms': (quarter: string) => `Исправить формы за ${quarter}`,
  'build-report': (quarter: string) => `Построить отчёт за ${quarter}`,
  'update-roadmap': () => 'Открыть дорожную карту',
} as const;

/** States of a form on the board of completeness. */
export const STATUS_WORDS = {
  'not-open': 'ещё не открыта',
  awaited: 'ожидается',
  overdue: 'просрочена',
  rework: 'на доработке',
  accepted: 'принята',
  'accepted-late': 'принята с опозданием',
} as const;
