/** Texts of «Обзор» on what is due and whom to remind. */
import { plural } from './plural';

export const AGENDA_TEXTS = {
  title: 'На ближайшие 7 дней',
  nothing: 'В ближайшие 7 дней сроков нет.',
  overdue: (count: number) => `Просрочено: ${count}`,
  schoolDay: (quarter: string) => `Школы сдают формы: ${quarter}`,
  departmentDay: (quarter: string) => `Отчёт оператору: ${quarter}`,
  openForms: (count: number) => `не принято: ${count} ${plural(count, 'форма', 'формы', 'форм')}`,
  responsible: (names: string) => `Ответственный: ${names}`,
  workingDay: (day: string) => `рабочий день – ${day}`,

  reminders: 'Кому напомнить',
  nobody: 'Напоминать некому: все формы приняты, открытых вопросов нет.',
  notYet: 'Пока не о чем: отчётный квартал не закончился.',
  kinds: {
    missing: 'не сдана',
    refused: 'на доработке',
    correction: 'исправление на доработке',
    watched: 'на контроле',
    warnings: 'есть предупреждения',
  },
  files: (count: number) => `${count} ${plural(count, 'файл', 'файла', 'файлов')} на доработке`,
  letter: (school: string) => `Текст письма: ${school}`,
  letters: 'Все письма одним текстом',
  copy: 'Скопировать',
  copyAll: 'Скопировать все',
  copied: 'Скопировано',
  copiedText: 'Вставьте текст в письмо и проверьте адресата.',
  selected: 'Текст выделен',
  selectedText: 'Здесь надстройка не может скопировать его сама. Нажмите Ctrl+C (на Mac – Cmd+C).',
  card: 'Карточка школы',
} as const;
