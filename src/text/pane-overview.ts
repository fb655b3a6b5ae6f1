/** Texts of «Обзор». */
import { plural } from './plural';

const days = (count: number): string => `${count} ${plural(count, 'день', 'дня', 'дней')}`;

export const OVERVIEW_TEXTS = {
  programme: 'Программа',
  edition: 'Редакция концепции',
  provisional: 'предварительная формулировка',
  nextPoints: 'Ближайшие контрольные точки',
  noPoints: 'Контрольных точек впереди нет.',
  left: (count: number) =>
    count === 0 ? 'сегодня' : count > 0 ? `через ${days(count)}` : `опоздание ${days(-count)}`,
  completeness: (quarter: string) => `Формы за ${quarter}`,
  noQuarter: 'Отчётных кварталов пока нет.',
  accepted: (accepted: number, expected: number) => `Принято ${accepted} из ${expected}`,
  errors: 'Открытые ошибки',
  noErrors: 'Открытых ошибок нет.',
  openErrors: (count: number) =>
    `${count} ${plural(count, 'файл', 'файла', 'файлов')} на доработке`,
  overdue: 'просрочено точек',
  soon: 'скоро срок',
  rework: 'на доработке',
} as const;

export const PRIMARY_ACTIONS = {
  'make-forms': 'Создать формы',
  check: 'Проверить формы',
  accept: 'Принять формы',
  report: 'Построить отчёт',
  'see-roadmap': 'Открыть дорожную карту',
  nothing: 'Проверить всё',
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
