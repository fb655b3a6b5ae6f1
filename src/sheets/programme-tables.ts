/** The lists of the programme that officials edit: which columns each has and how they are read back. */
import {
  attributesCell,
  choiceCell,
  codeCell,
  dateCell,
  numberCell,
  optionalCodeCell,
  optionalTextCell,
  textCell,
  yesNoCell,
} from './codecs';
import type { TableColumn, TableSheet } from './table-sheet';
import { LEVEL_WORDS } from '../text/levels';

const EDITION_RANGE: readonly TableColumn[] = [
  { key: 'fromEdition', title: 'Редакция с', width: 12, codec: codeCell },
  { key: 'toEdition', title: 'Редакция по', width: 12, codec: optionalCodeCell },
];

export const SITES_TABLE: TableSheet = {
  sheet: 'Площадки',
  table: 'sites',
  note: 'Школы программы. Форма ожидается с квартала, в котором школа открыта. Признаки: «контингент = 640»; без числа – неизвестно.',
  spareRows: 5,
  columns: [
    { key: 'code', title: 'Код площадки', width: 16, codec: codeCell },
    { key: 'name', title: 'Полное наименование', width: 34, codec: textCell },
    { key: 'shortName', title: 'Краткое наименование', width: 24, codec: textCell },
    { key: 'municipality', title: 'Муниципальное образование', width: 20, codec: textCell },
    { key: 'openedOn', title: 'Дата открытия', width: 12, codec: dateCell },
    { key: 'openedOnSource', title: 'Источник даты', width: 34, codec: textCell },
    { key: 'attributes', title: 'Признаки', width: 20, codec: attributesCell },
    { key: 'source', title: 'Источник', width: 34, codec: textCell },
  ],
};

export const EDITIONS_TABLE: TableSheet = {
  sheet: 'Редакции',
  table: 'editions',
  note: 'Редакции концепции. Квартал проверяется по редакции, действующей на его последний день.',
  spareRows: 3,
  columns: [
    { key: 'code', title: 'Код редакции', width: 14, codec: codeCell },
    { key: 'title', title: 'Название', width: 34, codec: textCell },
    { key: 'effectiveFrom', title: 'Действует с', width: 12, codec: dateCell },
    { key: 'effectiveTo', title: 'Действует по', width: 12, codec: dateCell },
    { key: 'source.act', title: 'Акт', width: 34, codec: textCell },
    { key: 'source.date', title: 'Дата акта', width: 12, codec: dateCell },
    { key: 'source.number', title: 'Номер акта', width: 14, codec: optionalTextCell },
    { key: 'source.point', title: 'Пункт', width: 14, codec: optionalTextCell },
    { key: 'provisional', title: 'Предварительная', width: 17, codec: yesNoCell },
    { key: 'note', title: 'Примечание', width: 44, codec: textCell },
  ],
};

export const INDICATORS_TABLE: TableSheet = {
  sheet: 'Показатели',
  table: 'indicators',
  note: 'Показатели концепции. Код строки – номер показателя («2.1»); по нему показатель находят формы, контроли и отчёт.',
  spareRows: 5,
  columns: [
    { key: 'code', title: 'Код строки', width: 9, codec: codeCell },
    { key: 'name', title: 'Наименование показателя', width: 52, codec: textCell },
    { key: 'unit', title: 'Единица измерения', width: 12, codec: codeCell },
    { key: 'okei', title: 'Код по ОКЕИ', width: 9, codec: optionalCodeCell },
    {
      key: 'kind',
      title: 'Вид',
      width: 12,
      codec: choiceCell({
        count: 'число',
        percent: 'доля',
        yesno: 'да или нет',
        text: 'текст',
        heading: 'заголовок',
      }),
    },
    { key: 'numerator', title: 'Числитель', width: 11, codec: optionalCodeCell },
    { key: 'denominator', title: 'Знаменатель', width: 13, codec: optionalCodeCell },
    {
      key: 'accumulation',
      title: 'Нарастающий итог',
      width: 18,
      codec: choiceCell({ none: 'нет', sum: 'сумма кварталов', distinct: 'без повторов' }),
    },
    {
      key: 'direction',
      title: 'Цель',
      width: 12,
      codec: choiceCell({ notLess: 'не менее', notMore: 'не более' }),
    },
    { key: 'decimals', title: 'Знаков после запятой', width: 11, codec: numberCell },
    { key: 'required', title: 'Обязателен', width: 12, codec: yesNoCell },
    ...EDITION_RANGE,
    { key: 'source', title: 'Источник', width: 40, codec: textCell },
  ],
};

export const TARGETS_TABLE: TableSheet = {
  sheet: 'Плановые значения',
  table: 'targets',
  note: 'Плановые и минимальные значения. Площадка «*» – регион в целом. Квартал пуст – значение на год. Основание: акт, дата, номер; для примеров – слово «пример».',
  spareRows: 10,
  columns: [
    { key: 'indicator', title: 'Код показателя', width: 12, codec: codeCell },
    { key: 'site', title: 'Площадка', width: 16, codec: codeCell },
    { key: 'year', title: 'Год', width: 8, codec: numberCell },
    { key: 'quarter', title: 'Квартал', width: 10, codec: numberCell },
    { key: 'minimum', title: 'Минимальное значение', width: 15, codec: numberCell },
    { key: 'target', title: 'Плановое значение', width: 13, codec: numberCell },
    { key: 'basis', title: 'Основание', width: 48, codec: textCell },
    ...EDITION_RANGE,
  ],
};

export const CONTROLS_TABLE: TableSheet = {
  sheet: 'Контроли',
  table: 'controls',
  note: 'Контроли форм. [2.1] – факт строки 2.1; ИТОГ, ПЛАН, МИНИМУМ, ПРЕД, АППГ, КВАРТАЛЫ, ПЛОЩАДКА("…") – см. руководство. Уровень «отклонение» не запрещает сдачу, но требует причину.',
  spareRows: 10,
  columns: [
    { key: 'code', title: 'Код контроля', width: 12, codec: codeCell },
    { key: 'level', title: 'Уровень', width: 16, codec: choiceCell(LEVEL_WORDS) },
    { key: 'condition', title: 'Условие', width: 24, codec: optionalTextCell },
    { key: 'left', title: 'Левая часть', width: 26, codec: textCell },
    { key: 'operator', title: 'Оператор', width: 13, codec: codeCell },
    { key: 'right', title: 'Правая часть', width: 30, codec: textCell },
    { key: 'tolerance', title: 'Допуск', width: 9, codec: numberCell },
    {
      key: 'empty',
      title: 'Пустые значения',
      width: 18,
      codec: choiceCell({
        'пропустить, если пусто любое': 'пропустить, если пусто любое',
        'пропустить, если пусты все': 'пропустить, если пусты все',
        'считать нулём': 'считать нулём',
      }),
    },
    { key: 'periods', title: 'Периоды', width: 11, codec: codeCell },
    ...EDITION_RANGE,
    { key: 'basis', title: 'Основание контроля', width: 36, codec: textCell },
    { key: 'message', title: 'Сообщение', width: 36, codec: optionalTextCell },
  ],
};

export const RESPONSIBLES_TABLE: TableSheet = {
  sheet: 'Ответственные',
  table: 'responsibles',
  note: 'Органы и организации, которых называет дорожная карта.',
  spareRows: 3,
  columns: [
    { key: 'name', title: 'Орган или организация', width: 44, codec: textCell },
    { key: 'role', title: 'Роль', width: 44, codec: textCell },
    { key: 'source', title: 'Источник сведений', width: 44, codec: textCell },
  ],
};
