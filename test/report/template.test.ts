import { nearest } from '../../src/report/template-nearest';
import {
  knownPlaceholders,
  repeatsFor,
  resolvePlaceholder,
  type Resolution,
} from '../../src/report/template-resolve';
import type { RepeatedSchool } from '../../src/report/template-source';
import { hasLooseBraces, placeholdersIn, type Placeholder } from '../../src/report/template-syntax';
import { DEPARTMENT, day, PROGRAMME, SOURCE } from '../workflows/template/template-world';

function placeholder(text: string): Placeholder {
  const [found] = placeholdersIn(text);
  if (!found) throw new Error(`no placeholder in ${text}`);
  return found;
}

const resolve = (text: string, school: RepeatedSchool | null = null, source = SOURCE): Resolution =>
  resolvePlaceholder(placeholder(text), source, school);

const schoolAt = (index: number): RepeatedSchool => {
  const site = PROGRAMME.sites[index];
  if (!site) throw new Error('no such school');
  return { site, number: index + 1 };
};

describe('what stands in braces', () => {
  it.each([
    ['{{период}}', 'период', '', '', '', null],
    ['{{ Показатель  2.1 : Факт }}', 'показатель', '2.1', 'факт', '', null],
    ['{{показатель 2: план; школа № 8|нет: данных}}', 'показатель', '2', 'план', 'школа № 8', 'нет: данных'],
    ['{{Дата отчёта|}}', 'дата отчета', '', '', '', ''],
  ])('%s', (text, subject, code, field, detail, fallback) => {
    expect(placeholder(text)).toEqual({
      written: text,
      start: 0,
      end: text.length,
      subject,
      code,
      field,
      detail,
      fallback,
    });
  });

  it('finds several, at their places, and sees braces that are not closed', () => {
    const text = 'за {{период}}, {{регион}}';
    expect(placeholdersIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '{{период}}',
      '{{регион}}',
    ]);
    expect([text, 'за {{период', 'период}}', '{один}'].map(hasLooseBraces)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('knows which rows repeat, and for whom', () => {
    const texts = [
      '{{школа: код}}',
      '{{показатель 1: факт; Школа}}',
      '{{открытая школа}}',
      '{{период}}',
      '{{показатель 1: факт; школа № 8}}',
    ];
    expect(texts.map((text) => repeatsFor(placeholder(text)))).toEqual(['all', 'all', 'open', null, null]);
  });
});

describe('values', () => {
  it('tells missing, «х», zero and a number apart', () => {
    const line = SOURCE.report.lines.find(({ indicator }) => indicator.code === '1');
    const fact = line?.sites[0]?.fact;
    if (fact?.kind !== 'number') throw new Error('the first school has a fact');
    const text = '{{показатель 1: факт; школа}}';
    expect(resolve(text, schoolAt(0))).toEqual({
      kind: 'value',
      value: { kind: 'number', number: fact.number, percent: false },
    });
    expect(resolve(text, schoolAt(1))).toEqual({ kind: 'value', value: { kind: 'missing' } });
    expect(resolve(text, schoolAt(2))).toEqual({ kind: 'value', value: { kind: 'not-open' } });
    expect(resolve('{{номер отчёта}}')).toEqual({
      kind: 'value',
      value: { kind: 'number', number: 0, percent: false },
    });
  });

  it('takes every placeholder that is called known', () => {
    const known = knownPlaceholders(SOURCE);
    expect(known.length).toBeGreaterThan(100);
    expect(known.filter((text) => resolve(text, schoolAt(0)).kind === 'unknown')).toEqual([]);
  });

  it.each(['школа Кинешма № 8', '№ 8, кинешма', 'kineshma-8', 'Школа № 8 г. Кинешмы'])(
    'finds the school «%s»',
    (name) => {
      expect(resolve(`{{показатель 1: факт; ${name}}}`)).toEqual(
        resolve('{{показатель 1: факт; школа}}', schoolAt(0)),
      );
    },
  );

  it('does not guess between schools', () => {
    expect(resolve('{{показатель 1: факт; № 9}}')).toEqual(
      resolve('{{показатель 1: факт; школа}}', schoolAt(1)),
    );
    expect(resolve('{{показатель 1: факт; городской округ}}').kind).toBe('unknown');
  });

  it('takes the checkpoint of the report’s year, or of the one that is named', () => {
    const planned = (text: string) => {
      const found = resolve(text);
      return found.kind === 'value' && found.value.kind === 'date' ? found.value.date : found;
    };
    expect(planned('{{мероприятие 5: плановая дата}}')).toBe('2022-03-01');
    expect(planned('{{мероприятие 5: плановая дата; 2023}}')).toBe('2023-03-01');
    // Due once, before; due each quarter: the one that closes this quarter.
    expect(planned('{{мероприятие 2: плановая дата}}')).toBe('2020-12-23');
    expect(planned('{{мероприятие 9: плановая дата}}')).toBe('2022-10-01');
    expect(planned('{{мероприятие 5: плановая дата; 2030}}')).toEqual({
      kind: 'value',
      value: { kind: 'missing' },
    });
  });

  it('takes dates and documents from «Исполнение»', () => {
    const execution = DEPARTMENT.execution.map((line) =>
      line.checkpoint.code === '5/01.03.2022'
        ? { ...line, actual: day('2022-03-04'), document: 'извещение № 1' }
        : line,
    );
    const source = { ...SOURCE, execution };
    const texts = ['фактическая дата', 'документ', 'статус'].map((field) =>
      resolve(`{{мероприятие 5: ${field}}}`, null, source),
    );
    expect(texts.map((found) => (found.kind === 'value' ? found.value : found))).toEqual([
      { kind: 'date', date: '2022-03-04' },
      { kind: 'text', text: 'извещение № 1' },
      { kind: 'text', text: 'выполнено с опозданием' },
    ]);
  });
});

describe('the nearest of the known', () => {
  it.each([
    ['{{перод}}', '{{период}}'],
    ['{{показатель 2: фкат}}', '{{показатель 2: факт}}'],
    ['{{показатель 11: факт}}', '{{показатель 1: факт}}'],
    ['{{мероприятие 55: статсу}}', '{{мероприятие 5: статус}}'],
    ['{{школа: назвние}}', '{{школа: название}}'],
    ['{{подпись: должнсть|____}}', '{{подпись: должность}}'],
    ['{{показатель 1: факт; Шуйя № 9}}', '{{показатель 1: факт; Школа № 9, Шуя}}'],
  ])('%s → %s', (text, expected) => {
    expect(resolve(text)).toEqual({ kind: 'unknown', nearest: expected });
  });

  it('counts edits, and takes the first of equals', () => {
    expect(nearest('кот', ['кит', 'рот', 'крот'])).toBe('кит');
    expect(nearest('а', [])).toBeUndefined();
  });
});
