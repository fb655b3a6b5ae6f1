/** Options that more than one command takes, and how their values are read. */
import { InvalidArgumentError, Option } from 'commander';
import { civilDate, isCivilDate, type CivilDate } from '../calendar/civil-date';
import { parseQuarter, type Quarter } from '../calendar/quarter';
import { COMMAND_TEXTS } from '../text/cli';

export interface CommonOptions {
  readonly today: CivilDate;
  readonly force?: true;
}

/** The only place that asks the clock; every other part is told the day. */
function dayOfClock(): CivilDate {
  const now = new Date();
  return civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

function parseDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new InvalidArgumentError(COMMAND_TEXTS.wrongDate(text));
  return text;
}

function parsePeriod(text: string): Quarter {
  const quarter = parseQuarter(text);
  if (!quarter) throw new InvalidArgumentError(COMMAND_TEXTS.wrongPeriod(text));
  return quarter;
}

function parseRevision(text: string): number {
  if (!/^\d{1,2}$/.test(text)) throw new InvalidArgumentError(COMMAND_TEXTS.wrongRevision(text));
  return Number(text);
}

function parseWorkers(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError(COMMAND_TEXTS.wrongWorkers(text));
  return Number(text);
}

export const todayOption = (): Option =>
  new Option('--today <дата>', COMMAND_TEXTS.today).argParser(parseDate).default(dayOfClock(), 'сегодня');
export const dateOption = (flag: string, what: string): Option =>
  new Option(`${flag} <дата>`, what).argParser(parseDate);
export const forceOption = (): Option => new Option('--force', COMMAND_TEXTS.force);
export const outOption = (what: string = COMMAND_TEXTS.out): Option =>
  new Option('--out <путь>', what).makeOptionMandatory();
export const programmeOption = (): Option => new Option('--programme <файл>', COMMAND_TEXTS.programme);
export const workbookOption = (): Option => new Option('--workbook <файл>', COMMAND_TEXTS.workbook);
export const periodOption = (what: string = COMMAND_TEXTS.period): Option =>
  new Option('--period <квартал>', what).argParser(parsePeriod);
export const protocolOption = (): Option => new Option('--protocol <файл>', COMMAND_TEXTS.protocol);
export const revisionOption = (): Option =>
  new Option('--revision <номер>', COMMAND_TEXTS.revision).argParser(parseRevision).default(0);
export const workersOption = (): Option =>
  new Option('--workers <число>', COMMAND_TEXTS.workers).argParser(parseWorkers);
