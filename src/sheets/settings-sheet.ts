/** «Настройки»: the programme's requisites and settings, a line each, with what every setting means. */
import type { Programme } from '../programme/schema';
import { cellAddress, type GridSheet } from '../workbook/grid';
import type { SheetSpec } from '../workbook/spec';
import { sheetBuilder, workingPrint } from './builder';
import {
  choiceCell,
  dateCell,
  dateListCell,
  listCell,
  numberCell,
  textCell,
  yesNoCell,
  type Codec,
} from './codecs';
import { fieldOf, nested, type Json } from './fields';
import { findHeader, lookup } from './lookup';
import type { ReadField } from './table-sheet';

export const SETTINGS_SHEET = 'Настройки';

interface Field {
  readonly path: string;
  readonly title: string;
  readonly codec: Codec;
  readonly note?: string;
}

const SECTIONS: readonly { readonly title: string; readonly fields: readonly Field[] }[] = [
  {
    title: 'Программа',
    fields: [
      {
        path: 'code',
        title: 'Код программы',
        codec: textCell,
        note: 'Стоит в служебной отметке каждой формы.',
      },
      { path: 'region', title: 'Субъект Российской Федерации', codec: textCell },
      { path: 'years.from', title: 'Первый год', codec: numberCell },
      { path: 'years.to', title: 'Последний год', codec: numberCell },
      { path: 'coordinator', title: 'Региональный координатор', codec: textCell },
      { path: 'operator', title: 'Адресат отчёта', codec: textCell },
      {
        path: 'monitoringMeasure',
        title: 'Мероприятие мониторинга',
        codec: numberCell,
        note: 'Номер строки дорожной карты, срок которой задаёт отчётные даты.',
      },
    ],
  },
  {
    title: 'Акт, утвердивший дорожную карту',
    fields: [
      { path: 'act.issuer', title: 'Кто издал', codec: textCell },
      { path: 'act.kind', title: 'Вид акта', codec: textCell },
      { path: 'act.date', title: 'Дата', codec: dateCell },
      { path: 'act.number', title: 'Номер', codec: textCell, note: 'Как напечатан в акте.' },
      { path: 'act.place', title: 'Место издания', codec: textCell },
      { path: 'act.title', title: 'Заголовок', codec: textCell },
      { path: 'act.signatoryPosition', title: 'Должность подписавшего', codec: textCell },
      { path: 'act.signatoryName', title: 'Подписал', codec: textCell },
      { path: 'act.attachmentMark', title: 'Отметка о приложении', codec: textCell },
      { path: 'act.source', title: 'Источник', codec: textCell },
      { path: 'roadmap.title', title: 'Заголовок дорожной карты', codec: textCell },
      {
        path: 'roadmap.headers',
        title: 'Графы дорожной карты',
        codec: listCell,
        note: 'Пять названий через точку с запятой.',
      },
    ],
  },
  {
    title: 'Настройки мониторинга',
    fields: [
      {
        path: 'settings.yearBase',
        title: 'Год нарастающего итога',
        codec: choiceCell({ calendar: 'календарный', school: 'учебный' }),
        note: 'По умолчанию календарный: распоряжение не говорит, какой год имеется в виду.',
      },
      {
        path: 'settings.quarterlyPlan',
        title: 'Годовой план по кварталам',
        codec: choiceCell({ none: 'не делить', equal: 'равными долями' }),
        note: 'По умолчанию не делится: итог сравнивается с годовым планом в последнем квартале года. Своё деление – строки с кварталом на листе «Плановые значения».',
      },
      {
        path: 'settings.reportLastQuarter',
        title: 'Отчитываться за последний квартал',
        codec: yesNoCell,
        note: 'Срок за IV квартал последнего года наступает после конца программы. По умолчанию – нет.',
      },
      {
        path: 'settings.schoolDaysBefore',
        title: 'Срок школы: рабочих дней до срока координатора',
        codec: numberCell,
        note: 'По умолчанию 0 – в тот же день: распоряжение срока для школ не устанавливает.',
      },
      {
        path: 'settings.reasonMinLength',
        title: 'Наименьшая длина причины, знаков',
        codec: numberCell,
        note: 'Правило программы, не норма.',
      },
      {
        path: 'settings.extraDaysOff',
        title: 'Перенесённые выходные дни',
        codec: dateListCell,
        note: 'Даты через точку с запятой – по ежегодному постановлению Правительства Российской Федерации.',
      },
      { path: 'settings.extraWorkingDays', title: 'Перенесённые рабочие дни', codec: dateListCell },
      { path: 'settings.tableNumberRow', title: 'Строка с номерами граф в дорожной карте', codec: yesNoCell },
      {
        path: 'settings.tableFontSize',
        title: 'Размер шрифта таблицы',
        codec: numberCell,
        note: 'От 10 до 14.',
      },
    ],
  },
];

const ALL_FIELDS = SECTIONS.flatMap(({ fields }) => fields);
const TITLES = ['Настройка', 'Значение', 'Пояснение'] as const;
/** Heads the hidden column by whose codes the settings are read; a person sees their names. */
const CODE_TITLE = 'Обозначение';
const VALUE_COLUMN = 2;
const CODE_COLUMN = TITLES.length + 1;
const HEADER_ROW = 3;

/** The sheet, filled from the programme. */
export function settingsSpec(programme: Programme): SheetSpec {
  const sheet = sheetBuilder(SETTINGS_SHEET, [40, 52, 56, { width: 24, hidden: true }]);
  sheet.put(1, 1, SETTINGS_SHEET, 'title');
  [...TITLES, CODE_TITLE].forEach((title, index) => sheet.put(HEADER_ROW, index + 1, title, 'head'));
  let row = HEADER_ROW;
  for (const section of SECTIONS) {
    row += 1;
    sheet.span(row, 1, TITLES.length, section.title, 'label');
    for (const field of section.fields) {
      row += 1;
      sheet.put(row, 1, field.title, 'form-text');
      sheet.put(row, VALUE_COLUMN, field.codec.write(fieldOf(programme, field.path)), field.codec.style);
      sheet.put(row, 3, field.note ?? null, 'form-text');
      sheet.put(row, CODE_COLUMN, field.path, 'meta');
      if (field.codec.choices) {
        sheet.validate({
          area: { top: row, left: VALUE_COLUMN, bottom: row, right: VALUE_COLUMN },
          rule: { kind: 'list', source: field.codec.choices },
          blank: false,
          level: 'stop',
          title: 'Настройка',
          message: `Выберите: ${field.codec.choices.join(', ')}`,
        });
      }
    }
  }
  return sheet.build({
    print: {
      ...workingPrint('landscape', HEADER_ROW),
      area: { top: 1, left: 1, bottom: row, right: TITLES.length },
    },
    protection: { allow: ['formatColumns', 'formatRows'] },
    freeze: { rows: HEADER_ROW, columns: 0 },
    tab: 'input',
  });
}

/** What stands in the sheet, as a part of the programme's JSON; undefined where its header can't be found. */
export function readSettings(
  gridSheet: GridSheet,
): { readonly json: Json; place(path: string): string | null; field(path: string): ReadField } | undefined {
  const sheet = lookup(gridSheet);
  const header = findHeader(sheet, CODE_TITLE, [...TITLES, CODE_TITLE]);
  const keyColumn = header?.columns.get(CODE_TITLE);
  const valueColumn = header?.columns.get('Значение');
  if (!header || keyColumn === undefined || valueColumn === undefined) return undefined;
  const rows = new Map<string, number>();
  for (const row of sheet.rows) if (row > header.row) rows.set(sheet.text(row, keyColumn), row);
  const fields = ALL_FIELDS.map(({ path, codec }): [string, unknown] => {
    const row = rows.get(path);
    return [path, codec.read(row === undefined ? undefined : sheet.value(row, valueColumn))];
  });
  return {
    json: nested(fields),
    field: (path) => ALL_FIELDS.find((field) => field.path === path) ?? { title: SETTINGS_SHEET },
    place: (path) => {
      const row = rows.get(path);
      return row === undefined ? null : cellAddress(row, valueColumn);
    },
  };
}
