/** «Инструкция»: how to fill in the form; its list of controls comes from the edition itself. */
import { formatRussian } from '../../calendar/civil-date';
import { quarterTitle } from '../../calendar/quarter';
import type { IssuedForm } from '../../monitoring/issue-form';
import { LEVEL_WORDS } from '../../text/levels';
import type { SheetSpec } from '../../workbook/spec';
import type { StyleName } from '../../workbook/styles';
import { sheetBuilder, workingPrint } from '../builder';
import { TITLE_FIELDS } from './title-sheet';

export const INSTRUCTION_SHEET = 'Инструкция';

/** `shared`: for a workbook in which forms of several schools stand, each on sheets of its own. */
export function instructionSpec(form: IssuedForm, shared = false): SheetSpec {
  const sheet = sheetBuilder(INSTRUCTION_SHEET, [16, 18, 64, 40]);
  let row = 1;
  const line = (text: string, style: StyleName = 'text'): void => {
    sheet.span(row, 1, 4, text, style);
    row += 1;
  };
  line('Как заполнить форму', 'title-wrap');
  steps(form, shared).forEach((step, index) => line(`${index + 1}. ${step}`));
  row += 1;
  line('Цвета ячеек', 'subtitle');
  const legend: readonly (readonly [StyleName, string, string])[] = [
    ['form-input', '', 'Заполняет школа'],
    [
      'form-fixed',
      '',
      'Заполнено заранее: план и прошлые периоды. Пусто – план не установлен или прошлый период не принят',
    ],
    ['form-calc', '', 'Считается по формуле'],
    ['form-na', 'х', 'Значения здесь быть не может'],
  ];
  for (const [style, sample, meaning] of legend) {
    sheet.put(row, 1, sample || null, style);
    sheet.span(row, 2, 4, meaning, 'cell');
    row += 1;
  }
  row += 1;
  line('Что проверяется', 'subtitle');
  line(
    '«Ошибка» не даёт принять форму. «Предупреждение» и «отклонение» сдаче не мешают, но требуют причину в графе «Причина отклонения».',
  );
  ['Код', 'Уровень', 'Требование', 'Основание'].forEach((title, index) =>
    sheet.put(row, index + 1, title, 'head'),
  );
  row += 1;
  for (const control of form.controls) {
    sheet.put(row, 1, control.code, 'center');
    sheet.put(row, 2, LEVEL_WORDS[control.level], 'center');
    sheet.put(row, 3, control.sentence, 'cell');
    sheet.put(row, 4, control.basis, 'cell');
    row += 1;
  }
  return sheet.build({
    print: workingPrint('portrait'),
    protection: { allow: ['formatColumns', 'formatRows'] },
    tab: 'document',
  });
}

function steps(form: IssuedForm, shared: boolean): string[] {
  const sheet = shared ? 'На листе «Форма…» своей школы' : 'На листе «Форма»';
  const check = shared ? 'лист «Проверка…» своей школы' : 'лист «Проверка»';
  return [
    `Заполните титул: «${TITLE_FIELDS.head}», «${TITLE_FIELDS.executor}», «${TITLE_FIELDS.phone}». Номер корректировки оставьте 0; если исправляете уже принятую форму, поставьте 1, 2, 3…`,
    `${sheet} введите в жёлтые ячейки данные за ${quarterTitle(form.quarter)}: факт за квартал и нарастающий итог с начала года. Вводите только числа: не «12 чел.», не «~300».`,
    'Пустая ячейка – не ноль. Введите 0, только если за квартал ничего не было; если сведений нет, уточните их у координатора.',
    'Если план не выполнен или значение резко изменилось, напишите причину.',
    `Откройте ${check}: он сразу показывает ошибки и говорит, можно ли сдавать форму. Ячейки с ошибками выделены красным, требующие причины – жёлто-коричневым.`,
    'Не переименовывайте листы, не вставляйте и не переставляйте строки, не переносите ячейки (вырезать – вставить), не ставьте формул и связей в жёлтые ячейки.',
    shared
      ? `Заполните форму до ${formatRussian(form.due)}: координатор примет её из этой книги. Листы других школ не меняйте.`
      : `Сохраните файл в формате .xlsx и пришлите координатору до ${formatRussian(form.due)}. Имя файла может быть любым.`,
    'Защита листов снимается без пароля: она бережёт от случайных правок и не скрывает данные.',
  ];
}
