/** Letters that remind a school of its form: plain text, to be copied into a letter and signed by a person. */
import { plural } from './plural';

/** What a letter says; texts and dates as they are printed. */
export interface LetterParts {
  /** The school's full name. */
  readonly school: string;
  /** «III квартал 2021 года» */
  readonly quarter: string;
  /** Kind, date, number and title of the programme's act, and the number of its measure. */
  readonly act: string;
  readonly measure: number;
  readonly due: string;
  readonly nextWorkingDay: string | null;
  readonly reporting: string;
  readonly daysBefore: number;
  readonly isLate: boolean;
  /** What is missing, sentence by sentence. */
  readonly missing: readonly string[];
  readonly asked: string;
  readonly coordinator: string;
}

const workingDays = (count: number): string =>
  `${count} ${plural(count, 'рабочий день', 'рабочих дня', 'рабочих дней')}`;

const rule = (daysBefore: number, reporting: string): string =>
  daysBefore === 0
    ? `по настройкам программы он совпадает со сроком отчёта по дорожной карте (${reporting})`
    : `по настройкам программы это ${workingDays(daysBefore)} до срока отчёта по дорожной карте (${reporting})`;

export const LETTER_TEXTS = {
  letter: (parts: LetterParts) =>
    [
      `Руководителю: ${parts.school}`,
      '',
      `О форме показателей за ${parts.quarter}`,
      '',
      `В рамках мероприятия ${parts.measure} дорожной карты (${parts.act}) показатели ежеквартально собираются по формам школ.`,
      '',
      ...parts.missing,
      '',
      `Срок представления формы за ${parts.quarter} – ${parts.due}: ${rule(parts.daysBefore, parts.reporting)}.${
        parts.nextWorkingDay === null
          ? ''
          : ` Этот день нерабочий: форма, поступившая по ${parts.nextWorkingDay} включительно, опоздавшей не считается.`
      }${parts.isLate ? ' Срок истёк.' : ''}`,
      '',
      parts.asked,
      '',
      parts.coordinator,
    ].join('\n'),

  missing: {
    missing: (quarter: string) => `Форма за ${quarter} не поступила.`,
    refused: (quarter: string) => `Форма за ${quarter} не принята и возвращена на доработку.`,
    correction: (quarter: string, revision: number) =>
      `Форма за ${quarter} принята (корректировка № ${revision}), но присланное после неё исправление возвращено на доработку.`,
    watched: (quarter: string, revision: number) =>
      `Форма за ${quarter} принята (корректировка № ${revision}). По ней есть вопросы, которые стоят на контроле.`,
    warnings: (quarter: string, revision: number) =>
      `Форма за ${quarter} принята (корректировка № ${revision}) с предупреждениями.`,
  },
  refusedFile: (file: string, day: string) => `Файл «${file}» от ${day} возвращён. Что исправить:`,
  conflictFile: (file: string, day: string) =>
    `Файл «${file}» от ${day} не принят: поступил другой файл с тем же номером корректировки и иными данными. Сообщите, какой из них верен.`,
  watchedHead: 'На контроле:',
  warningsHead: 'Проверьте значения и пояснения к ним:',
  found: (code: string, demand: string, times: number) =>
    `– ${demand.replace(/[.;\s]+$/u, '')} (контроль ${code}${times === 1 ? '' : `, ${times} ${plural(times, 'замечание', 'замечания', 'замечаний')}`})`,
  watched: (row: string, what: string, note: string) =>
    `– ${row === '' ? '' : `строка ${row}: `}${what.replace(/[.;\s]+$/u, '')}${note === '' ? '' : `. ${note.replace(/[.;\s]+$/u, '')}`}`,

  asked: {
    missing: (isLate: boolean) =>
      isLate
        ? 'Просим направить заполненную форму в возможно короткий срок и сообщить причину задержки.'
        : 'Просим направить заполненную форму в указанный срок.',
    refused: (isLate: boolean) =>
      isLate
        ? 'Просим исправить форму и направить её повторно в возможно короткий срок.'
        : 'Просим исправить форму и направить её повторно в указанный срок.',
    correction: 'Просим исправить форму и направить её повторно с тем же номером корректировки.',
    watched: 'Просим дать пояснения или направить корректировку со следующим номером.',
    warnings: 'Просим подтвердить значения или направить корректировку со следующим номером.',
  },
  /** Quotes inside the quoted title are the inner ones. */
  act: (kind: string, day: string, number: string, title: string) =>
    `${kind} от ${day} № ${number} «${title.replaceAll('«', '„').replaceAll('»', '“')}»`,
  /** Between the letters where all are copied at once. */
  divider: `\n\n${'_'.repeat(40)}\n\n`,
} as const;
