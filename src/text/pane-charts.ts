/** Texts of the pane's small charts. */
import { plural } from './plural';

const indicators = (count: number): string =>
  `${count} ${plural(count, 'показатель', 'показателя', 'показателей')}`;
const quarters = (count: number): string => `${count} ${plural(count, 'квартале', 'кварталах', 'кварталах')}`;

export const CHART_TEXTS = {
  asTable: 'Показать таблицей',
  noValue: 'нет данных',
  noPlan: 'не установлен',

  quartersTitle: 'План и факт по кварталам',
  quarter: 'Квартал',
  plan: 'План',
  fact: 'Факт',
  /** Of an indicator; `unit`: as in «человек», or empty. */
  quartersSentence: (unit: string, withFact: number, withBoth: number, reached: number, last: string) =>
    `Столбцы плана и факта по кварталам${unit === '' ? '' : `, ${unit}`}. ${
      withFact === 0 ? 'Данных пока нет' : `Данные есть в ${quarters(withFact)}`
    }${withBoth === 0 ? '' : `, план достигнут в ${reached} из ${withBoth}`}.${last}`,
  lastFact: (quarter: string, fact: string, plan: string | null) =>
    ` Последнее значение: ${quarter}, факт ${fact}${plan === null ? '' : ` при плане ${plan}`}.`,

  schoolsTitle: (quarter: string) => `Выполнение планов: ${quarter}`,
  school: 'Школа',
  reached: 'Выполнено',
  missed: 'Не выполнено',
  unknown: 'Нет данных',
  ofSchool: (reached: number, all: number) => (all === 0 ? 'планов нет' : `выполнено ${reached} из ${all}`),
  schoolsSentence: (schools: string) => `Сколько показателей с планом выполнила каждая школа. ${schools}.`,
  schoolSentence: (school: string, reached: number, missed: number, unknown: number) =>
    reached + missed + unknown === 0
      ? `${school}: планов нет`
      : `${school}: выполнено – ${indicators(reached)}, не выполнено – ${missed}, нет данных – ${unknown}`,

  timelineTitle: 'Сроки дорожной карты',
  measure: (number: number) => `Мероприятие ${number}`,
  measureNumber: '№',
  planned: 'Срок',
  actual: 'Исполнено',
  status: 'Состояние',
  today: (date: string) => `сегодня, ${date}`,
  timelineSentence: (counts: string, date: string) =>
    `Контрольные точки мероприятий на линии времени, сегодня ${date}. ${counts}.`,
  statusCount: (status: string, count: number) => `${status} – ${count}`,
} as const;
