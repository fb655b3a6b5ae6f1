/** Texts of the operator's report. */
import { plural } from './plural';

/** Sheet of the table for analysts. */
export const VALUES_SHEET = 'Значения';

export const REPORT_TEXTS = {
  draft: 'ПРОЕКТ',
  draftReasons: (missing: readonly string[], problems: number) =>
    [
      ...(missing.length > 0 ? [`нет форм: ${missing.join('; ')}`] : []),
      ...(problems > 0 ? [`${problems} ${plural(problems, 'файл', 'файла', 'файлов')} на доработке`] : []),
    ].join(' · '),
  title: (period: string) =>
    `ОТЧЁТ\nо достижении значений показателей создания и функционирования\nшкольных «Кванториумов»\nза ${period}`,
  from: 'Представляет',
  to: 'Адресат',
  region: 'Субъект Российской Федерации',
  basis: 'Основание',
  edition: 'Показатели по редакции',
  codes: 'КОДЫ',
  date: 'Дата',
  consolidated: 'по Сводному реестру',
  inn: 'ИНН',
  kind: 'Вид документа (первичный – 0, уточнённый – 1, 2, 3, …)',
  noData: 'нет данных',
  completeness: (accepted: number, expected: number) => `Принято форм: ${accepted} из ${expected}.`,
  notSubmitted: (names: readonly string[]) => `Не сдали: ${names.join('; ')}.`,
  notOpen: (names: readonly string[]) => `Ещё не открыты («х»): ${names.join('; ')}.`,
  planBases: (bases: readonly string[]) => `Основание плановых значений: ${bases.join('; ')}.`,
  editions: (titles: readonly string[], same: readonly string[], changed: readonly string[]) =>
    [
      `В этом году действовали редакции: ${titles.map((title) => `«${title}»`).join(', ')}.`,
      `Сопоставимы строки: ${same.length === 0 ? 'нет' : same.join(', ')};`,
      `новые или изменённые, с прошлыми кварталами не сопоставимы: ${changed.length === 0 ? 'нет' : changed.join(', ')}.`,
    ].join(' '),
  notes: [
    'Достигнутое значение: нарастающий итог с начала года; для показателей без нарастающего итога – факт за квартал.',
    'Доли рассчитаны как отношение сумм числителей и знаменателей по школам.',
    'Пустая графа «План» – плановое значение не установлено.',
  ],
  digest: (digest: string) =>
    `Отпечаток (SHA-256) реестра показателей, по которому построен отчёт: ${digest}.`,
  head: 'Руководитель (уполномоченное лицо)',
  executor: 'Исполнитель',
  position: '(должность)',
  signature: '(подпись)',
  fullName: '(расшифровка подписи)',
  phone: '(телефон)',
  day: '«____» ______________ 20___ г.',
} as const;
