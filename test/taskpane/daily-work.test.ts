/** An official's week in the built pane (`npm run build`): reminders, control of findings, comparison, a school's card. */
import type { Browser } from 'playwright-core';
import { accessibilityProblems } from '../host/client/axe';
import { launchChromium } from '../host/client/chromium';
import { expectQuiet, sidewaysOverflow } from '../host/client/page-actions';
import { cutTexts } from '../e2e/pane-sight';
import { cellAt } from '../host/model/cells';
import { describeWith } from '../setup/programs';
import { openPane, press, showTab, type OpenedPane } from './open-pane';

const TODAY = '2022-10-08';
const SHOTS = process.env['SHOTS'];

const text = ({ page }: OpenedPane): Promise<string> => page.locator('#view').innerText();
const message = ({ page }: OpenedPane): Promise<string> => page.locator('#message').innerText();

/** The texts of a row of the emulated workbook's sheet. */
function rowOf({ host }: OpenedPane, sheet: string, row: number): readonly string[] {
  const found = host.workbook.sheets.find(({ name }) => name === sheet);
  if (!found) throw new Error(`No sheet «${sheet}»`);
  return Array.from({ length: 11 }, (_, index) => shownText(cellAt(found, row, index + 1)?.value));
}

function shownText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

describeWith('chromium', 'the daily work', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('is done in the pane, at 320 px and without barriers', async () => {
    const pane = await openPane(browser, {}, { today: TODAY, width: 320 });
    const wrong: Record<string, unknown> = {};
    const look = async (name: string): Promise<void> => {
      const found = {
        barriers: await accessibilityProblems(pane.page),
        sideways: await sidewaysOverflow(pane.page),
        cut: await cutTexts(pane.page),
      };
      if (found.barriers.length + found.sideways + found.cut.length > 0) wrong[name] = found;
      if (SHOTS !== undefined) await pane.page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
    };

    await press(pane, 'Открыть пример');
    expect(await text(pane)).toContain('Кому напомнить');
    await pane.page.locator('summary').filter({ hasText: 'Текст письма: Школа № 9, Шуя' }).click();
    const letter = await pane.page.locator('#letter-0').inputValue();
    expect(letter).toContain('Руководителю: Школа № 9 г. Шуи');
    expect(letter).toContain('Форма за III квартал 2022 года не поступила.');
    await look('reminders');

    await allowCopying(pane, true);
    await press(pane, 'Скопировать');
    expect(await message(pane)).toContain('Скопировано');
    expect(await pane.page.evaluate('window.copied')).toBe(letter);
    await allowCopying(pane, false);
    await press(pane, 'Скопировать');
    expect(await message(pane)).toContain('Ctrl+C');
    expect(
      await pane.page.evaluate(
        'getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)',
      ),
    ).toBe(letter);

    await press(pane, 'Карточка школы');
    expect(await text(pane)).toContain('Школа № 9 г. Шуи');
    await look('card-without-forms');

    await showTab(pane, 'Формы');
    await press(pane, 'Создать листы в этой книге');
    await showTab(pane, 'Проверка');
    await press(pane, 'Проверить');
    await press(pane, 'На контроль');
    await pane.page.locator('#watch-note').fill('Позвонить в школу');
    await look('note');
    await press(pane, 'Поставить на контроль');
    expect(await message(pane)).toContain('Поставлено на контроль');
    const line = rowOf(pane, 'На контроле', 5);
    expect(line[8]).toBe('Позвонить в школу');
    expect(await text(pane)).toContain('Заметка: Позвонить в школу');
    // Found again by the next check, with its note.
    await press(pane, 'Проверить снова');
    expect(await text(pane)).toContain('на контроле с 08.10.2022');
    await look('watched');
    await showTab(pane, 'Обзор');
    expect(await text(pane)).toContain('1 замечание');
    await look('overview');
    await press(pane, 'Посмотреть');
    expect(await text(pane)).toContain(line[7] ?? '?');
    await look('watch-list');
    await press(pane, 'Снять с контроля');
    expect(await message(pane)).toContain('Снято с контроля');
    expect(rowOf(pane, 'На контроле', 5)[8]).toBe('Позвонить в школу');
    expect(rowOf(pane, 'На контроле', 5)[10]).not.toBe('');
    expect(await text(pane)).toContain('На контроле ничего нет');

    await pane.page.locator('button.chip').filter({ hasText: 'Школы' }).click();
    await press(pane, 'К списку школ');
    await pane.page.locator('fluent-text-input input').fill('кинешма');
    await pane.page.getByText('Найдено 1 из 3').waitFor();
    await look('search');
    await pane.page.locator('button.item').first().click();
    await pane.page.getByLabel('Показатель').selectOption('1');
    await pane.page.getByText('SHA-256').first().waitFor();
    expect(await text(pane)).toContain('факт за квартал');
    await look('card');

    await press(pane, 'Сравнение');
    await pane.page.getByLabel('Первый квартал').selectOption('2021-Q4');
    await pane.page.locator('table.compare').first().waitFor();
    const [head] = await pane.page.locator('table.compare thead').allInnerTexts();
    expect(head).toContain('IV кв. 2021');
    await look('comparison');
    await press(pane, 'Поставить лист «Сравнение»');
    expect(await message(pane)).toContain('Сравнение готово');
    expect(rowOf(pane, 'Сравнение', 1)[0]).toBe('Сравнение: IV квартал 2021 года и III квартал 2022 года');

    await showTab(pane, 'Отчёт');
    await pane.page.locator('button.item').first().click();
    await press(pane, 'История по корректировкам');
    expect(await text(pane)).toContain('История показателя');
    expect(wrong).toEqual({});
    expectQuiet(pane);
    await pane.close();
  }, 240_000);
});

/** A host that lets a page copy, or one that forbids it, as Office may. */
async function allowCopying({ page }: OpenedPane, allowed: boolean): Promise<void> {
  await page.evaluate(`Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
    writeText: (text) => ${allowed ? '{ window.copied = text; return Promise.resolve(); }' : "Promise.reject(new Error('NotAllowedError'))"}
  } })`);
}
