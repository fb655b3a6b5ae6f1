import { readFileSync } from 'fs';
import { join } from 'path';
import { IVANOVO } from './programmes';

const ORDER = readFileSync(join(__dirname, '../fixtures/order-160-rp.txt'), 'utf8');

const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The table of the order's text: cells of a row that a page break cut are joined to the row above. */
function orderRows(): string[][] {
  const rows: string[][] = [];
  for (const line of ORDER.split('\n').filter((candidate) => candidate.includes('\t'))) {
    const cells = line.split('\t').map((cell) => squeeze(cell.replace(/<\/?p>/g, ' ')));
    const above = rows.at(-1);
    if (cells[0] === '' && above)
      cells.forEach((cell, index) => (above[index] = squeeze(`${above[index] ?? ''} ${cell}`)));
    else rows.push(cells);
  }
  return rows;
}

const [headers, ...measures] = orderRows();

it('the order has nine measures, and so has the programme', () => {
  expect(measures).toHaveLength(9);
  expect(IVANOVO.measures.map(({ number }) => `${number}.`)).toEqual(measures.map(([number]) => number));
});

it.each(measures.map((cells, index) => [index + 1, cells] as const))(
  'measure %i is the order’s, word for word',
  (number, cells) => {
    const measure = IVANOVO.measures[number - 1];
    const { text, responsible, outcome, deadline } = measure ?? {
      text: '',
      responsible: '',
      outcome: '',
      deadline: '',
    };
    expect([text, responsible, outcome, deadline].map(squeeze)).toEqual(cells.slice(1));
  },
);

it('the inner list of measure 2 keeps its lines', () => {
  expect(IVANOVO.measures[1]?.text.split('\n').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
    'Утверждение:',
    '1) должностного',
    '2) Концепции',
    'перечня показателей',
    'типового положения',
    '3) месторасположения,',
  ]);
});

it('the headers are the order’s', () => {
  expect(IVANOVO.roadmap.headers).toEqual(headers);
});

it('the requisites stand in the order as they stand here', () => {
  const order = squeeze(ORDER);
  const { act, roadmap, coordinator, responsibles } = IVANOVO;
  for (const text of [
    `от 07.12.2020 № ${act.number} ${act.place}`,
    act.title,
    `${act.signatoryPosition} ${act.signatoryName}`,
    squeeze(act.attachmentMark),
    squeeze(roadmap.title),
    coordinator,
    ...responsibles.map(({ name }) => name),
  ]) {
    expect(order).toContain(text);
  }
  expect(order).toContain(`${act.issuer} ${act.kind}`.toUpperCase());
});
