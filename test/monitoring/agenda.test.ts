/** What is due, and whom to remind: on days on which an official would look. */
import { isCivilDate, type CivilDate } from '../../src/calendar/civil-date';
import { agenda, type Agenda, type AgendaItem } from '../../src/monitoring/agenda';
import { completeness } from '../../src/monitoring/completeness';
import { NOTHING_DONE } from '../../src/monitoring/execution';
import type { LogEntry, Register } from '../../src/monitoring/register';
import { reminders, type ReminderSource } from '../../src/monitoring/reminders';
import type { WatchedFinding } from '../../src/monitoring/watch';
import { programmeCheckpoints } from '../../src/programme/checkpoints';
import type { Programme } from '../../src/programme/schema';
import { exampleDepartment } from '../../src/workflows/example/example-department';
import { allLetters, letterText } from '../../src/workflows/open/letters';
import { IVANOVO, withSettings } from '../programme/programmes';

function day(text: string): CivilDate {
  if (!isCivilDate(text)) throw new Error(text);
  return text;
}

const QUARTER = { year: 2022, number: 3 };

function agendaOn(
  today: CivilDate,
  {
    programme = IVANOVO,
    register = [],
    done = [],
  }: { programme?: Programme; register?: Register; done?: string[] } = {},
): Agenda {
  const execution = programmeCheckpoints(programme).checkpoints.map((checkpoint) => ({
    checkpoint,
    ...NOTHING_DONE,
    ...(done.includes(checkpoint.code) ? { actual: checkpoint.date } : {}),
  }));
  return agenda({ programme, execution }, completeness({ programme, register, log: [] }, today), today);
}

const shown = (items: readonly AgendaItem[]): readonly string[] =>
  items.map((item) => `${item.date} ${item.kind} ${item.daysLeft}`);

describe('the agenda', () => {
  it('looks seven civil days ahead, today and the seventh day included', () => {
    expect(shown(agendaOn(day('2021-09-24')).coming)).toEqual([
      '2021-10-01 department-day 7',
      '2021-10-01 school-day 7',
    ]);
    expect(shown(agendaOn(day('2021-09-23')).coming)).toEqual([]);
    expect(shown(agendaOn(day('2021-10-01')).coming)).toEqual([
      '2021-10-01 department-day 0',
      '2021-10-01 school-day 0',
    ]);
  });

  it('puts what is late apart, the oldest first, and leaves out what was done', () => {
    const late = agendaOn(day('2021-10-04'), { done: ['1/07.12.2020', '2/23.12.2020', '4/30.12.2020'] });
    expect(shown(late.overdue)).toEqual([
      '2021-03-01 checkpoint -217',
      '2021-08-25 checkpoint -40',
      '2021-08-25 checkpoint -40',
      '2021-09-01 checkpoint -33',
      '2021-10-01 department-day -3',
      '2021-10-01 school-day -3',
    ]);
    expect(late.coming).toEqual([]);
  });

  it('a day off is met on the next working day', () => {
    // 1 January 2022 and the holidays after it; the 8th is a holiday, the 9th a Sunday.
    const item = agendaOn(day('2022-01-10')).coming.find(({ kind }) => kind === 'school-day');
    expect(item).toMatchObject({ date: '2022-01-01', nextWorkingDay: '2022-01-10', daysLeft: -9 });
    expect(agendaOn(day('2022-01-11')).overdue.map(({ date }) => date)).toContain('2022-01-01');
  });

  it('the schools’ own day goes by the setting, and names those that have not handed in', () => {
    const programme = withSettings(IVANOVO, { schoolDaysBefore: 3 });
    const { register } = exampleDepartment(programme, day('2022-09-01'));
    const item = agendaOn(day('2022-09-28'), { programme, register }).coming.find(
      ({ kind }) => kind === 'school-day',
    );
    // 30, 29 and 28 September are the three working days before Saturday, 1 October.
    expect(item).toMatchObject({ date: '2022-09-28', quarter: QUARTER });
    expect(item?.kind === 'school-day' && item.open.map(({ code }) => code)).toEqual([
      'kineshma-8',
      'shuya-9',
    ]);
  });
});

/** The example on a day on which two schools report, Kineshma accepted and Shuya awaited. */
function source(change: Partial<ReminderSource> = {}): ReminderSource {
  const { programme, register, log } = exampleDepartment(IVANOVO, TODAY);
  return { programme, register, log, watched: [], ...change };
}

const TODAY = day('2022-10-05');

function refused(site: string, change: Partial<LogEntry> = {}): LogEntry {
  return {
    receivedOn: day('2022-10-03'),
    file: 'форма.xlsx',
    sha256: 'ab'.repeat(32),
    site,
    quarter: QUARTER,
    revision: 0,
    edition: '2020-1',
    result: 'refused',
    errors: 3,
    warnings: 0,
    deviations: 0,
    executor: '',
    phone: '',
    summary: 'L1.4, F1 × 2',
    ...change,
  };
}

const remindersOf = (given: ReminderSource) =>
  reminders(given, completeness(given, TODAY), TODAY).filter(({ quarter }) => quarter.number === 3);

describe('whom to remind', () => {
  it('a school that has handed nothing in', () => {
    const [one, ...others] = remindersOf(source());
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      kind: 'missing',
      due: '2022-10-01',
      nextWorkingDay: '2022-10-03',
      daysLeft: -2,
    });
    expect(one?.site.code).toBe('shuya-9');
    expect(one && letterText(IVANOVO, one)).toBe(
      [
        'Руководителю: Школа № 9 г. Шуи',
        '',
        'О форме показателей за III квартал 2022 года',
        '',
        'В рамках мероприятия 9 дорожной карты (распоряжение от 07.12.2020 № 160 -рп «О создании и функционировании детских технопарков „Кванториум“ на базе общеобразовательных организаций Ивановской области в 2021 - 2023 годах») показатели ежеквартально собираются по формам школ.',
        '',
        'Форма за III квартал 2022 года не поступила.',
        '',
        'Срок представления формы за III квартал 2022 года – 01.10.2022: по настройкам программы он совпадает со сроком отчёта по дорожной карте (01.10.2022). Этот день нерабочий: форма, поступившая по 03.10.2022 включительно, опоздавшей не считается. Срок истёк.',
        '',
        'Просим направить заполненную форму в возможно короткий срок и сообщить причину задержки.',
        '',
        'Департамент образования Ивановской области',
      ].join('\n'),
    );
  });

  it('a school whose file was refused: the file, the day, and what each control demands', () => {
    const given = source();
    const [one] = remindersOf({ ...given, log: [...given.log, refused('shuya-9')] });
    expect(one?.kind).toBe('refused');
    const text = one ? letterText(given.programme, one) : '';
    expect(text).toContain('Форма за III квартал 2022 года не принята и возвращена на доработку.');
    expect(text).toContain('Файл «форма.xlsx» от 03.10.2022 возвращён. Что исправить:');
    expect(text).toContain('– Стр. 4.1 не больше, чем стр. 4.2 (контроль L1.4)');
    expect(text).toContain('– Обязательность заполнения (контроль F1, 2 замечания)');
  });

  it('a conflict asks which of the files is right', () => {
    const given = source();
    const [one] = remindersOf({ ...given, log: [...given.log, refused('shuya-9', { result: 'conflict' })] });
    expect(one && letterText(given.programme, one)).toContain('Сообщите, какой из них верен.');
  });

  it('a school whose form is accepted and whose correction was refused', () => {
    const given = source();
    const log = [...given.log, refused('kineshma-8', { revision: 1 })];
    const one = remindersOf({ ...given, log }).find(({ site }) => site.code === 'kineshma-8');
    expect(one).toMatchObject({ kind: 'correction', revision: 0 });
    const text = one ? letterText(given.programme, one) : '';
    expect(text).toContain('принята (корректировка № 0), но присланное после неё исправление возвращено');
    expect(text).not.toContain('Срок истёк');
  });

  it('a school with something on control, with the note; not once it is taken off', () => {
    const line: WatchedFinding = {
      site: 'kineshma-8',
      quarter: QUARTER,
      file: '',
      sheet: '',
      cell: '',
      row: '2.1',
      code: 'P3.1',
      what: 'Рост вдвое.',
      note: 'Уточнить у директора',
      since: TODAY,
      closed: null,
    };
    const one = remindersOf(source({ watched: [line] })).find(({ site }) => site.code === 'kineshma-8');
    expect(one?.kind).toBe('watched');
    expect(one && letterText(IVANOVO, one)).toContain('– строка 2.1: Рост вдвое. Уточнить у директора\n');
    const off = remindersOf(source({ watched: [{ ...line, closed: TODAY }] }));
    expect(off.map(({ site }) => site.code)).toEqual(['shuya-9']);
  });

  it('a form accepted with warnings, but not for being late', () => {
    const given = source();
    const warned = (summary: string): ReminderSource => ({
      ...given,
      log: given.log.map((entry) =>
        entry.site === 'kineshma-8' && entry.quarter?.year === 2022 && entry.quarter.number === 3
          ? { ...entry, warnings: 1, summary }
          : entry,
      ),
    });
    const kinds = (one: ReminderSource): readonly string[] => remindersOf(one).map(({ kind }) => kind);
    expect(kinds(warned('P3.1.ПРЕД'))).toEqual(['warnings', 'missing']);
    expect(kinds(warned('D1'))).toEqual(['missing']);
  });

  it('before any day is near nobody is reminded; near it, of the quarter that is coming too', () => {
    const given = source({ register: [], log: [] });
    const quartersOn = (today: CivilDate): readonly string[] =>
      reminders(given, completeness(given, today), today).map(
        ({ site, quarter }) => `${quarter.year}-${quarter.number} ${site.code}`,
      );
    expect(quartersOn(day('2021-09-01'))).toEqual([]);
    expect(quartersOn(day('2021-09-24'))).toEqual(['2021-3 kineshma-8']);
    expect(quartersOn(day('2021-12-28'))).toEqual(['2021-3 kineshma-8', '2021-4 kineshma-8']);
  });

  it('all letters in one text, each whole', () => {
    const given = source({ register: [], log: [] });
    const list = remindersOf(given);
    const text = allLetters(list.map((reminder) => letterText(given.programme, reminder)));
    expect(list).toHaveLength(2);
    for (const one of list) expect(text).toContain(letterText(given.programme, one));
  });
});
