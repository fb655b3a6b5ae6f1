/** Texts of «Сводка». */
import { formatNumber } from './numbers';
import { plural } from './plural';

/** A longer name is cut beside the chart; the whole of it stands in the table. */
const LONGEST_NAME = 130;

const short = (text: string): string =>
  text.length <= LONGEST_NAME ? text : `${text.slice(0, LONGEST_NAME).replace(/[\s,;]+\S*$/u, '')}…`;
const withUnit = (name: string, unit: string): string => (unit === '' ? name : `${name}, ${unit}`);

export const DASHBOARD_TEXTS = {
  title: 'Сводка по программе',
  about: (day: string, edition: string, bases: readonly string[]) =>
    `На ${day}. Показатели – по редакции: ${edition}. Основание плановых значений: ${
      bases.length === 0 ? 'не установлены' : bases.join('; ')
    }. Пустая ячейка – данных нет; это не ноль.`,

  completion: (quarter: string) => `Выполнение плановых значений по школам: ${quarter}`,
  noCompletion: 'Выполнение плановых значений по школам: принятых форм пока нет.',
  completionAbout:
    'Сколько показателей школы, для которых на этот квартал установлено плановое значение, его достигли.',
  noPlans: 'На этот квартал ни для одной школы не установлены плановые значения.',
  completionHeads: {
    number: '№',
    school: 'Школа',
    reached: 'План выполнен',
    missed: 'План не выполнен',
    unknown: 'Нет данных',
    all: 'Всего с планом',
  },
  completionTitle: 'Показатели по школам',
  completionChart: 'выполнение по школам',
  count: 'показателей',

  timeline: 'Исполнение дорожной карты',
  timelineAbout: (done: number, overdue: number, ahead: number, day: string) =>
    `Каждая отметка – контрольная точка, её строка – номер мероприятия. Выполнено: ${done}, просрочено: ${overdue}, предстоит: ${ahead}. Вертикальная линия – ${day}.`,
  timelineTitle: 'Контрольные точки по срокам',
  timelineChart: 'дорожная карта',
  measureAxis: 'мероприятие',
  timelineHeads: ['№', 'Контрольная точка', 'Срок', 'Выполнено', 'Статус'],
  groups: { done: 'Выполнено', overdue: 'Просрочено', ahead: 'Предстоит', undated: 'Без даты' },
  today: 'Сегодня',
  lineEnds: ['линия на диаграмме: верх', 'линия на диаграмме: низ'],

  indicators: 'План и факт по кварталам (нарастающим итогом, как в отчёте)',
  noIndicators: 'План и факт по кварталам: нет ни плановых значений, ни принятых форм.',
  indicatorChart: (code: string) => `показатель ${code}`,
  indicatorTitle: (code: string, unit: string) => withUnit(`Показатель ${code}`, unit),
  indicatorName: (code: string, name: string, unit: string) => `${code}. ${withUnit(name, unit)}`,
  /** What a chart says last, for those who do not see it. */
  inWords: (code: string, name: string, quarter: string, plan: number | null, fact: number | null) =>
    `${code}. ${short(name)} – ${quarter}: факт ${fact === null ? 'не представлен' : formatNumber(fact)}, ${
      plan === null ? 'план не установлен' : `план ${formatNumber(plan)}`
    }.`,
  noFigures: (count: number, codes: readonly string[]) =>
    `Без данных ${plural(count, 'показатель', 'показатели', 'показатели')}: ${codes.join(', ')}.`,
  indicatorTable: 'Значения к диаграммам: план и факт по кварталам',
  timelineTable: 'Значения к диаграмме: контрольные точки дорожной карты',
  code: 'Строка',
  value: 'Значение',
  plan: 'План',
  fact: 'Факт',
} as const;
