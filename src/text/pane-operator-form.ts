/** Texts of the operator's own form: filled as a file beside the Department's workbook, or in place where it is open. */
import { plural } from './plural';

const fields = (count: number): string => `${count} ${plural(count, 'поле', 'поля', 'полей')}`;

export const OPERATOR_FORM_TEXTS = {
  title: 'Форма оператора',
  intro:
    'Оператор прислал свою книгу Excel? Впишите в её ячейки поля, например {{период}} или {{показатель 1: факт}}, и выберите файл: панель заполнит его копию за выбранный квартал. Остальное в форме не изменится.',
  chooseForm: 'Выбрать файл формы',
  chooseOther: 'Выбрать другой файл',
  example: 'Скачать пример формы',
  exampleName: 'Мониторинг готовности (пример формы).xlsx',
  exampleDone: 'Пример формы скачан',
  exampleText:
    'Это форма ежегодного мониторинга готовности площадок с готовыми полями. Её вид – пример: форму определяет Минпросвещения России или федеральный оператор.',
  file: (name: string) => `Файл: ${name}`,
  reading: 'Ищу поля в форме',
  filling: 'Заполняю форму',
  writing: 'Готовлю файл',
  oneFile: 'Выберите один файл формы.',
  oneFileTitle: 'Выбрано несколько файлов',
  download: 'Скачать заполненную форму',
  downloaded: 'Форма заполнена',
  downloadedText: (count: number) =>
    `${plural(count, 'Заполнено', 'Заполнены', 'Заполнено')} ${fields(count)}. Файл сохранён в папку загрузок; исходный файл не изменился.`,
  notRead: (name: string) => `Файл «${name}» не подошёл`,
  notReadText: (why: string) => `Файл не прочитан: ${why}.`,
  notDepartment: 'Нужна рабочая книга координатора, без ошибок на её листах.',
  canFill: (count: number) =>
    count === 0 ? 'Заполнить нечего: ни одного известного поля нет.' : `Можно заполнить: ${fields(count)}.`,
  /** What is said of a form before its list of findings. */
  counts: {
    error: (count: number) => `Требуют исправления: ${count}`,
    warning: (count: number) => `Посмотрите сами: ${count}`,
    info: (count: number) => `Без значения: ${count}`,
  },
  nothingWrong: 'Все поля известны, для каждого есть значение.',
  blocked: 'Заполнить форму, ничего не испортив, нельзя: причина названа ниже.',
  signature: 'Кто подписывает',
  signatureHint: 'Для полей {{подпись: …}}. Книга этого не хранит.',
  signatureFields: {
    position: 'Должность руководителя',
    name: 'Фамилия и инициалы',
    executor: 'Исполнитель',
    phone: 'Телефон исполнителя',
  },

  openTitle: 'Это форма с полями для заполнения',
  openIntro: (count: number) =>
    `В книге ${plural(count, 'найдено', 'найдены', 'найдено')} ${fields(count)} в двойных фигурных скобках. Выберите рабочую книгу координатора: панель возьмёт значения из неё.`,
  chooseDepartment: 'Выбрать книгу координатора',
  departmentLabel: 'Файл рабочей книги координатора',
  formLabel: 'Файл формы оператора',
  readingDepartment: 'Читаю книгу координатора',
  found: 'Поля в этой книге',
  place: (sheet: string, cell: string) => `«${sheet}», ${cell}`,
  noQuarters: 'В книге координатора нет отчётных кварталов: заполнять нечем.',
  source: (name: string) => `Значения из книги: ${name}`,
  fill: 'Заполнить эту книгу',
  question: {
    title: 'Заполнить поля?',
    text: 'Поля исчезнут: на их месте встанут значения. Отменить это через Ctrl + Z может не получиться. Если форма с полями ещё понадобится, сначала сохраните копию книги.',
    rows: (sheet: string, rows: string, copies: number) =>
      `«${sheet}», ${rows.includes('–') ? `строки ${rows} повторятся` : `строка ${rows} повторится`} ${copies} ${plural(copies, 'раз', 'раза', 'раз')}, остальное сдвинется вниз`,
    yes: 'Заполнить',
    no: 'Ничего не менять',
  },
  filled: 'Форма заполнена',
  filledText: (count: number) =>
    `${plural(count, 'Заполнено', 'Заполнены', 'Заполнено')} ${fields(count)}. Проверьте высоту строк с длинным текстом, диаграммы и сохраните книгу.`,
  notFilled: 'Ничего не записано',
  notFilledText: 'Форма осталась как была; причины названы ниже.',
  outcome: 'Что получилось',
} as const;
