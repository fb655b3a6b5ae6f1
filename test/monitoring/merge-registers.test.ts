/** What two officials took in separately, joined: the same in whatever order, and nothing lost. */
import fc from 'fast-check';
import { civilDate } from '../../src/calendar/civil-date';
import { mergeRegisters, type Intake } from '../../src/monitoring/merge-registers';
import type { AcceptedForm, IntakeResult, LogEntry } from '../../src/monitoring/register';
import { NOT_APPLICABLE, sameValues } from '../../src/monitoring/submission';

const RUNS = 500;

/** Of few schools, quarters and values, so that forms meet, agree and contradict each other often. */
const form = fc
  .record({
    site: fc.constantFrom('a', 'b'),
    quarter: fc.constantFrom({ year: 2022, number: 3 } as const, { year: 2022, number: 4 } as const),
    revision: fc.constantFrom(0, 1),
    value: fc.constantFrom(1, 2),
    day: fc.constantFrom(1, 2, 3),
    bytes: fc.constantFrom('x', 'y'),
  })
  .map(({ site, quarter, revision, value, day, bytes }): AcceptedForm => {
    const rows = [
      {
        row: '1',
        fact: { kind: 'number', number: value } as const,
        total: NOT_APPLICABLE,
        reason: '',
        evidence: '',
      },
    ];
    return {
      submission: { programme: 'p', site, quarter, edition: 'e', revision, rows },
      // The same bytes always report the same.
      sha256: [site, quarter.number, revision, value, bytes].join('-'),
      file: `${bytes}.xlsx`,
      receivedOn: civilDate(2022, 12, day),
    };
  });

const keyOf = ({ submission: { site, quarter, revision } }: AcceptedForm): string =>
  `${site} ${quarter.number} ${revision}`;

const entryOf = ({ submission, sha256, file, receivedOn }: AcceptedForm, result: IntakeResult): LogEntry => ({
  receivedOn,
  file,
  sha256,
  site: submission.site,
  quarter: submission.quarter,
  revision: submission.revision,
  edition: submission.edition,
  result,
  errors: 0,
  warnings: 0,
  deviations: 0,
  executor: '',
  phone: '',
  summary: '',
});

/** A register as intake makes it: one form of a revision, a line for each; and refused files. */
const intake = fc
  .tuple(fc.uniqueArray(form, { selector: keyOf, maxLength: 6 }), fc.uniqueArray(form, { maxLength: 3 }))
  .map(([register, refused]): Intake => ({
    register,
    log: [
      ...register.map((item) => entryOf(item, 'accepted')),
      ...refused.map((item) => entryOf({ ...item, sha256: `${item.sha256} refused` }, 'refused')),
    ],
  }));

const merged = (a: Intake, b: Intake): Intake => {
  const { register, log } = mergeRegisters(a, b);
  return { register, log };
};

it('is the same from either side', () => {
  fc.assert(
    fc.property(intake, intake, (a, b) => {
      expect(mergeRegisters(a, b)).toEqual(mergeRegisters(b, a));
    }),
    { numRuns: RUNS },
  );
});

it('changes nothing when it is done again, with itself or with a source', () => {
  fc.assert(
    fc.property(intake, intake, (a, b) => {
      const once = merged(a, b);
      expect(merged(once, once)).toEqual(once);
      expect(merged(once, a)).toEqual(once);
      expect(merged(b, once)).toEqual(once);
    }),
    { numRuns: RUNS },
  );
});

it('keeps every form that nothing contradicts, names the others, and logs all', () => {
  let contradictions = 0;
  fc.assert(
    fc.property(intake, intake, (a, b) => {
      const { register, log, conflicts } = mergeRegisters(a, b);
      for (const given of [...a.register, ...b.register]) {
        const kept = register.find((item) => keyOf(item) === keyOf(given));
        const named = conflicts.find((group) => group.some((item) => keyOf(item) === keyOf(given)));
        const rival = [...a.register, ...b.register].find(
          (item) => keyOf(item) === keyOf(given) && !sameValues(item.submission, given.submission),
        );
        if (rival) contradictions += 1;
        expect(kept === undefined).toBe(rival !== undefined);
        expect(named?.map(({ sha256 }) => sha256).includes(given.sha256) ?? false).toBe(rival !== undefined);
        if (kept) expect(sameValues(kept.submission, given.submission)).toBe(true);
      }
      for (const { sha256 } of [...a.log, ...b.log])
        expect(log.some((entry) => entry.sha256 === sha256)).toBe(true);
    }),
    { numRuns: RUNS },
  );
  expect(contradictions).toBeGreaterThan(50);
});

it('lets the form stand that a person chose after the conflict', () => {
  fc.assert(
    fc.property(form, (first) => {
      const second: AcceptedForm = {
        ...first,
        sha256: 'other',
        submission: {
          ...first.submission,
          rows: first.submission.rows.map((row) => ({ ...row, fact: { kind: 'number', number: 9 } })),
        },
      };
      const taken = (item: AcceptedForm): Intake => ({ register: [item], log: [entryOf(item, 'accepted')] });
      const [a, b] = [taken(first), taken(second)];
      const undecided = mergeRegisters(a, b);
      expect(undecided.register).toEqual([]);
      const decided = { register: [second], log: undecided.log };
      for (const other of [a, b, undecided, decided])
        expect(mergeRegisters(other, decided).register).toEqual([second]);
    }),
    { numRuns: 50 },
  );
});
