/** Checks a programme's JSON: its shape by the schema, then what the schema can't say. Problems are data, in Russian. */
import type { z } from 'zod';
import { PROGRAMME_TEXTS } from '../text/programme';
import { crossProblems } from './cross-checks';
import type { ProgrammeProblem } from './problem';
import { PROGRAMME, type Programme } from './schema';

export type ParsedProgramme =
  | { readonly ok: true; readonly programme: Programme }
  | { readonly ok: false; readonly problems: readonly ProgrammeProblem[] };

const MAX_SHOWN = 80;

export function parseProgramme(json: unknown): ParsedProgramme {
  const parsed = PROGRAMME.safeParse(json);
  const problems = parsed.success
    ? crossProblems(parsed.data)
    : parsed.error.issues.flatMap((issue) => schemaProblems(issue, json));
  return parsed.success && problems.length === 0
    ? { ok: true, programme: parsed.data }
    : { ok: false, problems };
}

/** «sites[1].openedOn: найдено «2021-13-01», ожидалось: дата в виде ГГГГ-ММ-ДД» */
export function describeProblem({ path, value, expected, mistake }: ProgrammeProblem): string {
  return mistake
    ? PROGRAMME_TEXTS.mistake(path, value, expected)
    : PROGRAMME_TEXTS.problem(path, value, expected);
}

/** The value as a message shows it; null where there is none. */
function shownValue(value: unknown): string | null {
  if (value === undefined) return null;
  if (value === null) return PROGRAMME_TEXTS.empty;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

function schemaProblems(issue: z.core.$ZodIssue, json: unknown): readonly ProgrammeProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return {
        path: pathText(path),
        value: shownValue(valueAt(json, path)),
        expected: PROGRAMME_TEXTS.expected.noSuchField,
      };
    });
  }
  return [
    {
      path: pathText(issue.path),
      value: shownValue(valueAt(json, issue.path)),
      expected: expectedText(issue),
    },
  ];
}

/** What the schema asks for, in words; a message of the schema's own is already Russian. */
function expectedText(issue: z.core.$ZodIssue): string {
  const { expected } = PROGRAMME_TEXTS;
  switch (issue.code) {
    case 'invalid_type':
      return expected.types[issue.expected] ?? expected.other;
    case 'invalid_value':
      return expected.oneOf(issue.values.map(String));
    case 'too_small':
      if (issue.origin === 'array' && issue.minimum > 1) return expected.items(String(issue.minimum));
      return issue.origin === 'string' || issue.origin === 'array'
        ? expected.notEmpty
        : expected.atLeast(String(issue.minimum));
    case 'too_big':
      if (issue.origin === 'array') return expected.items(String(issue.maximum));
      return issue.origin === 'string'
        ? expected.shorter(String(issue.maximum))
        : expected.atMost(String(issue.maximum));
    case 'invalid_format':
    case 'custom':
      return issue.message;
    case 'invalid_key':
      return issue.issues.some(({ code }) => code === 'too_small')
        ? expected.fieldName
        : expected.attributeName;
    case 'invalid_element':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return expected.other;
  }
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`,
    '',
  );
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    json,
  );
}
