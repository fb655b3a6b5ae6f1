/** Texts of the summary over many regions, and of the export for analysts. */
import { plural } from './plural';

export const SUMMARY_TEXTS = {
  title: (period: string) =>
    `СВОДНЫЙ ОТЧЁТ\nо достижении значений показателей создания и функционирования\nшкольных «Кванториумов» по регионам\nза ${period}`,
  workbookTitle: (period: string) => `Сводный отчёт за ${period}`,
  draft: 'ПРОЕКТ',
  draftReasons: (incomplete: readonly string[], leftOut: number) =>
    [
      ...(incomplete.length > 0 ? [`неполные данные: ${incomplete.join('; ')}`] : []),
      ...(leftOut > 0
        ? [
            `не ${plural(leftOut, 'вошла', 'вошли', 'вошли')} ${leftOut} ${plural(leftOut, 'книга', 'книги', 'книг')}`,
          ]
        : []),
    ].join(' · '),
  annexes: { regions: 'Приложение 1', completeness: 'Приложение 2' },
  regionsTitle: (period: string) => `Значения показателей по регионам за ${period}`,
  completenessTitle: (period: string) => `Полнота данных по регионам за ${period}`,
  leftOutTitle: 'Книги, которые не вошли в отчёт',
  allLeftIn: 'Все книги вошли в отчёт.',
  total: 'Всего',
  noData: 'нет данных',
  yes: (yes: number, answers: number) => `да: ${yes} из ${answers}`,
  ofAll: (some: number, all: number) => `${some} из ${all}`,
  states: { draft: 'проект', whole: 'полные', notOpen: 'школ ещё нет' },
  counts: (regions: number, accepted: number, expected: number) =>
    `Регионов: ${regions}. Принято форм: ${accepted} из ${expected}.`,
  incomplete: (names: readonly string[]) => `Данные неполные: ${names.join('; ')}.`,
  notOpen: (names: readonly string[]) => `Школы ещё не открыты («х»): ${names.join('; ')}.`,
  notes: [
    'Достигнутое значение: нарастающий итог с начала года; для показателей без нарастающего итога – факт за квартал.',
    'Доли рассчитаны как отношение сумм числителей и знаменателей по всем школам всех регионов.',
    'План по всем регионам есть, только если он есть у каждого региона, в котором открыта хотя бы одна школа; общий план доли – только если он у всех одинаков.',
  ],
  findings: {
    otherList: {
      message: (own: string, wanted: string) =>
        `Перечень показателей другой, чем у остальных книг: ${own}; у остальных: ${wanted}. Книга в отчёт не вошла.`,
      action:
        'Приведите лист «Показатели» к общему перечню или укажите нужный перечень параметром --programme.',
    },
    sameRegion: {
      message: (files: readonly string[]) =>
        `Тот же регион или тот же код программы – в книге ${files.map((file) => `«${file}»`).join(', ')}. Ни одна из них в отчёт не вошла.`,
      action: 'Оставьте в папке одну книгу региона.',
    },
    sameCode: {
      message: (code: string, file: string) =>
        `Код программы «${code}» уже выгружен из книги «${file}»; эта книга не выгружена.`,
      action: 'Оставьте одну книгу региона или задайте программам разные коды.',
    },
    otherPeriod: {
      message: (period: string) => `Программа региона не отчитывается за ${period}: в отчёт не входит.`,
      action: 'Ничего делать не нужно, если это верно.',
    },
    notExact: {
      message: (value: string, place: string) =>
        `Значение ${value} (${place}) нельзя записать точно: больше шести знаков после запятой или двенадцати до неё. Книга не выгружена.`,
      action: 'Исправьте значение: в реестре – корректировкой формы, в плане – на листе «Плановые значения».',
    },
  },
  listOf: (codes: readonly string[]) => `строки ${codes.join(', ')}`,
  listDetail: (code: string) => `строка ${code} описана иначе`,
} as const;

export const EXPORT_TEXTS = {
  command: 'выгрузить реестр и таблицы к нему в формате Parquet, по регионам и кварталам (для аналитиков)',
  registers: 'папка с книгами координаторов нескольких регионов',
  parquet: 'папка для таблиц Parquet',
  list: 'программа (JSON), по перечню показателей которой сводятся регионы; без неё – перечень большинства книг',
  whichInput: 'Укажите --workbook (книга координатора) или --registers (папка с книгами регионов).',
  notEmpty: (path: string) =>
    `В папке «${path}» уже есть таблицы выгрузки. Укажите другую папку или добавьте --force: разделы выгружаемых регионов будут заменены.`,
  nothing: 'Ни одна книга не прочитана: отчёт не построен.',
  written: (path: string, files: number, regions: number) =>
    `Записано: ${path} (${files} ${plural(files, 'файл', 'файла', 'файлов')}, ${regions} ${plural(regions, 'регион', 'региона', 'регионов')})`,
} as const;
