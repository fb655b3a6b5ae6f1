/** Texts of the pane's shell: tabs, progress, messages, questions, and the worlds in which it can't work. */
import { plural } from './plural';

export const VIEW_TITLES = {
  overview: 'Обзор',
  roadmap: 'Дорожная карта',
  forms: 'Формы',
  check: 'Проверка',
  report: 'Отчёт',
  schools: 'Школы',
  help: 'Справка',
  form: 'Форма',
} as const;

const READ_ANEW = 'Прочитать книгу заново';

export const SHELL_TEXTS = {
  tabs: 'Разделы панели',
  starting: 'Панель открывается…',
  reading: 'Читаю книгу…',
  readAgain: 'Прочитать книгу',
  refreshHint: READ_ANEW,
  cancel: 'Отменить',
  cancelling: 'Отменяю…',
  progress: (done: number, all: number) => `${done} из ${all}`,
  dismiss: 'Закрыть сообщение',
  version: (version: string) => `Версия ${version}`,
  readOnlyTitle: 'Книга открыта только для чтения',
  readOnlyText:
    'Смотреть и проверять можно, записать в книгу нельзя. Чтобы работать, нажмите «Разрешить редактирование» вверху окна или сохраните копию.',
  unfinishedTitle: 'Прошлое действие было прервано',
  unfinishedText: (sheets: readonly string[]) =>
    `${plural(sheets.length, 'Не закончен лист', 'Не закончены листы', 'Не закончены листы')}: ${sheets.join('; ')}. Повторите действие: лист будет сделан заново.`,
  faultTitle: 'В панели случилась ошибка',
  faultText: (detail: string) =>
    `Нажмите «${READ_ANEW}» вверху панели и повторите действие. Если не поможет, сообщите в поддержку: ${detail}.`,
  notReadText: (what: string) =>
    `${what}, поэтому панель показывает прежнее: нажмите «${READ_ANEW}» вверху панели. Записанное сохранилось, повторять действие не нужно.`,
  moreItems: (count: number) => `и ещё ${count}`,
} as const;

/** What the pane says where it can't work: what, why, what next. */
export const WORLD_TEXTS = {
  unreachable: {
    title: 'Нет связи с Office',
    text: 'Не удалось загрузить Office.js с адреса appsforoffice.microsoft.com за 10 секунд: нет интернета или адрес закрыт. Проверьте подключение, попросите администратора открыть этот адрес и откройте панель снова. Без Excel можно работать с файлом.',
    action: 'Работать с файлом без Excel',
  },
} as const;

/** Message severities in words, read out before the message. */
export const TONE_WORDS = {
  success: 'Готово',
  info: 'Сведения',
  warning: 'Внимание',
  error: 'Ошибка',
} as const;

/** The question before something would be lost. */
export const LOST_TEXTS = {
  title: 'Записать поверх?',
  text: (cells: number) =>
    `В ${cells} ${plural(cells, 'ячейке', 'ячейках', 'ячейках')} стоит не то, что пишет надстройка. Если продолжить, прежнее содержимое этих ячеек пропадёт:`,
  line: (sheet: string, cell: string, text: string) => `«${sheet}», ${cell}: ${text}`,
  yes: 'Записать поверх',
  no: 'Ничего не менять',
  keptTitle: 'Ничего не изменено',
  keptText: 'Книга осталась как была.',
} as const;
