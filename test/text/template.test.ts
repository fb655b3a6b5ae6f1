import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plain } from '../../src/report/template-syntax';
import { TEMPLATE_FINDINGS, TEMPLATE_WORDS } from '../../src/text/template';

const guide = plain(readFileSync(join(__dirname, '../../docs/operator-form.md'), 'utf8'));

describe('the words of placeholders', () => {
  const { subjects, indicatorFields, measureFields, signatureFields, schoolFields } = TEMPLATE_WORDS;
  it.each([
    ['subjects', Object.values(subjects).map((word) => `{{${word}}}`)],
    ['indicator', Object.values(indicatorFields)],
    ['measure', Object.values(measureFields)],
    ['signature', Object.values(signatureFields)],
    ['school', Object.values(schoolFields)],
  ])('are in the guide, each once in its list: %s', (_, words) => {
    expect(words.filter((word) => !guide.includes(plain(word)))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });

  it('are written as they are compared, but for capitals', () => {
    const all = [subjects, indicatorFields, measureFields, signatureFields, schoolFields].flatMap((words) =>
      Object.values(words),
    );
    expect(all.filter((word) => plain(word) !== word)).toEqual([]);
  });
});

it('findings have codes of their own, and say what to do', () => {
  const codes = Object.values(TEMPLATE_FINDINGS).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
