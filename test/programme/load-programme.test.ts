import { describeProblem, parseProgramme } from '../../src/programme/load-programme';
import ivanovoJson from '../../src/programme/ivanovo-2021-2023.json';
import otherJson from '../fixtures/programme-other-region.json';

/** A copy of a programme's JSON with one value changed; `undefined` takes the field away. */
function changed(json: unknown, path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(json);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], copy);
  if (value === undefined) Reflect.deleteProperty(parent as object, last);
  else Reflect.set(parent as object, last, value);
  return copy;
}

const refusals = (json: unknown): readonly string[] => {
  const parsed = parseProgramme(json);
  return parsed.ok ? [] : parsed.problems.map(describeProblem);
};

it.each([
  ['of Ivanovo', ivanovoJson],
  ['of another region', otherJson],
])('the programme %s is accepted as it stands', (_name, json) => {
  expect(refusals(json)).toEqual([]);
  expect(parseProgramme(json)).toEqual({ ok: true, programme: json });
});

describe('a value of the wrong shape is named with its path, itself and what was expected', () => {
  it.each([
    [
      'sites.1.openedOn',
      '2022-02-30',
      'sites[1].openedOn: найдено «2022-02-30», ожидалось: дата в виде ГГГГ-ММ-ДД.',
    ],
    [
      'sites.1.openedOn',
      undefined,
      'sites[1].openedOn: поле не заполнено, ожидалось: дата в виде ГГГГ-ММ-ДД.',
    ],
    ['sites.0.name', '  ', 'sites[0].name: найдено «  », ожидалось: непустое значение.'],
    ['sites.0.name', 8, 'sites[0].name: найдено «8», ожидалось: текст.'],
    ['sites.0.name', null, 'sites[0].name: найдено «пусто», ожидалось: текст.'],
    [
      'sites.0.shortName',
      'ш'.repeat(41),
      `sites[0].shortName: найдено «${'ш'.repeat(41)}», ожидалось: не длиннее 40 знаков.`,
    ],
    [
      'sites.0.code',
      'школа 8',
      'sites[0].code: найдено «школа 8», ожидалось: обозначение из букв, цифр, точек, дефисов (до 64 знаков).',
    ],
    [
      'sites.0.attributes.контингент',
      'много',
      'sites[0].attributes.контингент: найдено «много», ожидалось: число.',
    ],
    ['sites', {}, 'sites: найдено «{}», ожидалось: список.'],
    ['act', [], 'act: найдено «[]», ожидалось: набор полей.'],
    [
      'act.colour',
      'красный',
      'act.colour: найдено «красный», ожидалось: такого поля в программе нет; уберите его или проверьте название.',
    ],
    ['act.number', undefined, 'act.number: поле не заполнено, ожидалось: текст.'],
    ['schemaVersion', 2, 'schemaVersion: найдено «2», ожидалось: одно из: «1».'],
    ['years.from', 1999, 'years.from: найдено «1999», ожидалось: не меньше 2000.'],
    ['years.to', 2023.5, 'years.to: найдено «2023.5», ожидалось: целое число.'],
    ['measures', [], 'measures: найдено «[]», ожидалось: непустое значение.'],
    ['roadmap.headers', ['№ п/п'], 'roadmap.headers: найдено «["№ п/п"]», ожидалось: список такой длины: 5.'],
    ['roadmap.headers', Array(6).fill('графа'), /^roadmap\.headers: .*ожидалось: список такой длины: 5\.$/],
    ['indicators.0.code', '2,1', 'indicators[0].code: найдено «2,1», ожидалось: код строки вида 2 или 2.1.'],
    [
      'indicators.0.kind',
      'сумма',
      'indicators[0].kind: найдено «сумма», ожидалось: одно из: «count», «percent», «yesno», «text», «heading».',
    ],
    ['indicators.0.okei', '79', 'indicators[0].okei: найдено «79», ожидалось: три цифры ОКЕИ.'],
    [
      'indicators.0.required',
      'да',
      'indicators[0].required: найдено «да», ожидалось: да или нет (true, false).',
    ],
    [
      'controls.0.code',
      'контроль',
      'controls[0].code: найдено «контроль», ожидалось: код вида A1 или L1.2.1.',
    ],
    ['controls.0.periods', '1', 'controls[0].periods: найдено «1», ожидалось: «все» или кварталы: I, IV.'],
    ['settings.tableFontSize', 9, 'settings.tableFontSize: найдено «9», ожидалось: не меньше 10.'],
    ['settings.schoolDaysBefore', 61, 'settings.schoolDaysBefore: найдено «61», ожидалось: не больше 60.'],
    [
      'settings.extraDaysOff',
      ['01.01.2022'],
      'settings.extraDaysOff[0]: найдено «01.01.2022», ожидалось: дата в виде ГГГГ-ММ-ДД.',
    ],
  ])('%s = %j', (path, value, refusal) => {
    expect(refusals(changed(ivanovoJson, path, value))).toEqual([
      typeof refusal === 'string' ? refusal : expect.stringMatching(refusal),
    ]);
  });
  it('a site of a target', () => {
    expect(refusals(changed(otherJson, 'targets.0.site', '**'))).toEqual([
      'targets[0].site: найдено «**», ожидалось: код площадки или «*» (регион в целом).',
    ]);
  });
  it('an attribute without a name', () => {
    expect(refusals(changed(ivanovoJson, 'sites.0.attributes', { ' ': 1 }))).toEqual([
      expect.stringContaining('ожидалось: непустое название.'),
    ]);
  });
  it.each(['а;б', 'а=б', 'а\nб'])('an attribute that the workbook could not hold: %j', (name) => {
    expect(refusals(changed(ivanovoJson, 'sites.0.attributes', { [name]: 1 }))).toEqual([
      expect.stringContaining('ожидалось: название без знаков «;» и «=» и без разрыва строки.'),
    ]);
  });
  it.each([
    [null, 'Программа: найдено «пусто», ожидалось: набор полей.'],
    ['программа', 'Программа: найдено «программа», ожидалось: набор полей.'],
  ])('a programme that is %j', (json, refusal) => {
    expect(refusals(json)).toEqual([refusal]);
  });
  it('every field that is taken away is asked for, in Russian', () => {
    const paths = [...leaves(ivanovoJson, ''), ...leaves(otherJson, '')].filter(
      (path) => !path.includes('контингент'),
    );
    expect(paths.length).toBeGreaterThan(300);
    for (const path of paths) {
      const json = ivanovoJson;
      const source = hasPath(json, path) ? json : otherJson;
      for (const refusal of refusals(changed(source, path, undefined))) {
        expect(refusal.split('ожидалось: ')[1] ?? '').not.toMatch(
          /expected|invalid|undefined|недопуст|неверн/i,
        );
      }
    }
  });
});

function leaves(json: unknown, path: string): readonly string[] {
  if (typeof json !== 'object' || json === null) return [path];
  return Object.entries(json).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`));
}

function hasPath(json: unknown, path: string): boolean {
  return leaves(json, '').includes(path);
}

describe('what does not hold together is refused', () => {
  it.each([
    ['years.to', 2021, 'years.to: найдено «2021», ожидалось: не меньше 2022.'],
    ['monitoringMeasure', 8, 'monitoringMeasure: найдено «8», ожидалось: номер одного из мероприятий.'],
    [
      'sites.1.code',
      'primer-1',
      'sites[1].code: найдено «primer-1», ожидалось: обозначение, которого ещё нет в списке.',
    ],
    [
      'measures.1.number',
      1,
      'measures[1].number: найдено «1», ожидалось: обозначение, которого ещё нет в списке.',
    ],
    [
      'indicators.1.toEdition',
      null,
      'indicators[2].code: найдено «2», ожидалось: обозначение, которого ещё нет в редакции «2023-2».',
    ],
    [
      'controls.1.code',
      'A1.3',
      'controls[1].code: найдено «A1.3», ожидалось: обозначение, которого ещё нет в редакции «2022-1».',
    ],
    ['targets.1.year', 2022, []],
    [
      'targets.2.site',
      'primer-1',
      'targets[2].indicator: найдено «1», ожидалось: одна строка на показатель, площадку, год и квартал в редакции «2022-1».',
    ],
    [
      'targets.0.indicator',
      '7',
      'targets[0].indicator: найдено «7», ожидалось: код показателя, который есть в редакции «2022-1» и имеет значение.',
    ],
    [
      'targets.1.indicator',
      '6',
      'targets[1].indicator: найдено «6», ожидалось: код показателя, который есть в редакции «2023-2» и имеет значение.',
    ],
    [
      'targets.1.indicator',
      '10',
      'targets[1].indicator: найдено «10», ожидалось: код показателя, который есть в редакции «2023-2» и имеет значение.',
    ],
    [
      'targets.0.site',
      'primer-9',
      'targets[0].site: найдено «primer-9», ожидалось: код одной из площадок или «*».',
    ],
    [
      'indicators.3.numerator',
      '5',
      'indicators[3].numerator: найдено «5», ожидалось: код числового показателя, который есть в редакции «2022-1».',
    ],
    [
      'indicators.3.denominator',
      null,
      'indicators[3].denominator: найдено «пусто», ожидалось: код числового показателя, который есть в редакции «2022-1».',
    ],
    [
      'indicators.3.numerator',
      '10',
      'indicators[3].numerator: найдено «10», ожидалось: код числового показателя, который есть в редакции «2023-2».',
    ],
    [
      'indicators.0.numerator',
      '2',
      'indicators[0].numerator: найдено «2», ожидалось: пустое значение: числитель и знаменатель бывают только у доли.',
    ],
    [
      'controls.0.fromEdition',
      '2021-9',
      'controls[0].fromEdition: найдено «2021-9», ожидалось: одно из: «2022-1», «2023-2».',
    ],
    [
      'controls.0.toEdition',
      '2021-9',
      'controls[0].toEdition: найдено «2021-9», ожидалось: одно из: «2022-1», «2023-2».',
    ],
    [
      'controls.6.toEdition',
      '2022-1',
      'controls[6].toEdition: найдено «2022-1», ожидалось: редакция не раньше «2023-2».',
    ],
    [
      'editions.0.effectiveTo',
      null,
      'editions[0].effectiveTo: найдено «пусто», ожидалось: 2023-08-31: на следующий день начинает действовать редакция «2023-2».',
    ],
    [
      'editions.0.effectiveTo',
      '2023-09-30',
      'editions[0].effectiveTo: найдено «2023-09-30», ожидалось: 2023-08-31: на следующий день начинает действовать редакция «2023-2».',
    ],
    [
      'editions.0.effectiveTo',
      '2021-11-01',
      'editions[0].effectiveTo: найдено «2021-11-01», ожидалось: дата не раньше 2021-12-01.',
    ],
    [
      'editions.1.effectiveFrom',
      '2021-12-01',
      'editions[1].effectiveFrom: найдено «2021-12-01», ожидалось: дата не раньше 2021-12-02.',
    ],
    [
      'editions.1.effectiveTo',
      '2023-12-31',
      'editions[1].effectiveTo: найдено «2023-12-31», ожидалось: дата не раньше 2024-09-30, когда кончается последний отчётный квартал, или пусто.',
    ],
    [
      'editions.0.effectiveFrom',
      '2022-10-01',
      'editions[0].effectiveFrom: найдено «2022-10-01», ожидалось: дата не позже 2022-09-30: в этот день кончается первый отчётный квартал.',
    ],
  ])('%s = %j', (path, value, refusal) => {
    expect(refusals(changed(otherJson, path, value))).toEqual([refusal].flat());
  });
});

describe('the built-in programme keeps its promises', () => {
  const parsed = parseProgramme(ivanovoJson);
  if (!parsed.ok) throw new Error('refused');
  const { programme } = parsed;
  it('says that its wording is provisional and sets no number', () => {
    expect(programme.editions.map(({ provisional, effectiveFrom }) => [provisional, effectiveFrom])).toEqual([
      [true, '2020-12-23'],
    ]);
    expect(programme.targets).toEqual([]);
    for (const { source, name } of programme.indicators.filter(({ code }) => !code.startsWith('4.'))) {
      expect(`${name}: ${source}`).toMatch(/Предварительная формулировка/);
    }
  });
  it('has a source for every fact about a school', () => {
    expect(programme.sites.map(({ openedOn }) => openedOn.slice(0, 4))).toEqual(['2021', '2022', '2023']);
    const [, shuya, ivanovo] = programme.sites;
    for (const site of [shuya, ivanovo])
      expect(site?.openedOnSource).toMatch(/Год .*; день – вывод из мероприятия 8/);
    expect(programme.sites.map(({ attributes }) => attributes)).toEqual(Array(3).fill({ контингент: null }));
  });
  it('has controls of every kind that is data, each with its basis and a code of its own', () => {
    const kinds = new Set(programme.controls.map(({ code }) => code.split('.')[0]));
    expect([...kinds]).toEqual(['A1', 'L1', 'L2', 'L3', 'L4', 'P1', 'P2', 'P3', 'N1', 'N2', 'X1']);
    expect(new Set(programme.controls.map(({ code }) => code)).size).toBe(programme.controls.length);
    // Not reaching a figure is a deviation, never an error.
    expect(
      new Set(programme.controls.filter(({ code }) => code.startsWith('N1')).map(({ level }) => level)),
    ).toEqual(new Set(['deviation']));
    for (const { basis } of programme.controls.filter(({ code }) => code.startsWith('P3')))
      expect(basis).toContain('не норма');
  });
  it('names only rows that exist', () => {
    const rows = new Set(
      programme.indicators.filter(({ kind }) => kind !== 'heading').map(({ code }) => code),
    );
    const named = programme.controls.flatMap(({ condition, left, right }) =>
      [...`${condition ?? ''} ${left} ${right}`.matchAll(/\[([\d.]+)\]/g)].map(([, row]) => row ?? ''),
    );
    expect([...new Set(named)].filter((row) => !rows.has(row))).toEqual([]);
  });
});
