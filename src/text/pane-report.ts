/** Texts of «Отчёт». */
import { plural } from './plural';

export const REPORT_VIEW_TEXTS = {
  revision: 'Вид документа',
  revisions: (revision: number) =>
    revision === 0 ? '0 – первичный' : `${revision} – уточнённый № ${revision}`,
  stops: 'Что мешает',
  nothingStops: 'Все формы приняты, открытых замечаний нет.',
  stopsText: 'Отчёт можно построить и сейчас: он будет помечен «ПРОЕКТ».',
  missing: (school: string) => `Нет формы: ${school}`,
  problem: (file: string) => `На доработке: ${file}`,
  build: 'Построить отчёт',
  busy: 'Строю отчёт',
  done: 'Отчёт построен',
  doneDraft: 'Построен проект отчёта',
  doneText: 'Листы отчёта и приложений стоят в книге. Распечатайте их или скачайте отдельный файл.',
  downloadXlsx: 'Скачать .xlsx',
  downloadCsv: 'Скачать CSV',
  writing: 'Готовлю файл',
  written: 'Файл готов',
  writtenText: 'Он сохранён в папку загрузок и открывается без надстройки.',
  figures: 'Показатели',
  figuresHint: 'Нажмите на показатель, чтобы увидеть, из каких форм он получен.',
  plan: 'план',
  fact: 'факт',
  percent: 'выполнение',
  deviation: 'отклонение',
  noData: 'нет данных',
  notSet: 'не установлен',
  sources: 'Из чего получено',
  source: (revision: number, file: string, day: string) =>
    `корректировка № ${revision}, ${file}, принята ${day}`,
  reason: (text: string) => `Причина: ${text}`,
  digest: (sha256: string) => `SHA-256 ${sha256.slice(0, 16)}…`,
  states: {
    reported: '',
    empty: 'значение не указано',
    'not-submitted': 'форма не сдана',
    'not-open': 'школа ещё не открыта',
  },
  forms: (count: number, all: number) =>
    `${plural(count, 'Принята', 'Приняты', 'Принято')} ${count} из ${all}`,
} as const;
