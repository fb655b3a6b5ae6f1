/**
 * What the built-in checks of a form say: code (kinds of facts and Rosstat's practice), level, sentence, what to do.
 * A message is: what stands there, why it can't stay. The place is given by the finding itself.
 */

interface Entry<Args> {
  readonly code: string;
  readonly level: 'error' | 'warning' | 'deviation' | 'info';
  readonly message: (args: Args) => string;
  readonly action: string;
}

const entry = <Args>(
  code: string,
  level: Entry<Args>['level'],
  message: (args: Args) => string,
  action: string,
): Entry<Args> => ({ code, level, message, action });

export const FORM_FINDINGS = {
  // T0: is it ours
  unreadable: entry(
    'T0',
    'error',
    ({ reason }: { reason: string }) => `Файл не прочитан: ${reason}.`,
    'Откройте файл в Excel, сохраните как «Книга Excel (.xlsx)» и пришлите снова.',
  ),
  notForm: entry(
    'T0',
    'error',
    () => 'Это не форма мониторинга: нет служебной отметки и таблицы с графой «Код строки».',
    'Заполните форму, которую выдал региональный координатор, и пришлите её.',
  ),
  ownDocument: entry(
    'T0',
    'info',
    ({ kind }: { kind: string }) => `Это не форма, а ${kind}; файл пропущен.`,
    'Ничего делать не нужно.',
  ),
  stampLost: entry(
    'T0',
    'error',
    () =>
      'В форме нет служебной отметки: скрытый лист «_meta» и строка «Служебная отметка» удалены или изменены.',
    'Перенесите значения в исходный файл формы и пришлите его.',
  ),
  macros: entry(
    'T0',
    'warning',
    () => 'В файле есть макросы. Они не выполнялись.',
    'Пришлите форму без макросов, в формате .xlsx.',
  ),
  externalLinks: entry(
    'T0',
    'warning',
    () => 'В файле есть связи с другими книгами.',
    'Замените связи значениями: Данные → Изменить связи → Разорвать связь.',
  ),

  formSheetGone: entry(
    'T0',
    'error',
    () => 'Лист формы удалён: остались её титул или проверка.',
    'Создайте форму этой школы заново: остальные её листы сохранятся.',
  ),
  programmeNotCarried: entry(
    'T0',
    'warning',
    () => 'В файле нет условий проверки: форма выдана прежней версией программы.',
    'Смотрите лист «Проверка»: он считается сам. Окончательную проверку проводит региональный координатор.',
  ),

  notDepartment: entry(
    'T0',
    'error',
    () => 'Это не книга координатора, созданная программой.',
    'Укажите книгу, созданную командой «init».',
  ),
  sheetMissing: entry(
    'T0',
    'error',
    ({ sheet }: { sheet: string }) => `В книге координатора нет листа «${sheet}» или его таблица не найдена.`,
    'Верните лист и шапку его таблицы.',
  ),
  programmeWrong: entry(
    'T0',
    'error',
    ({ problem }: { problem: string }) => problem,
    'Исправьте значение; до этого книга не используется.',
  ),

  cellsBeside: entry(
    'T0',
    'error',
    ({ cells }: { cells: string }) =>
      `Рядом с таблицей есть ваши ячейки: ${cells}. Лист пишется заново, и они пропали бы.`,
    'Перенесите их на свой лист и повторите.',
  ),
  noConceptTable: entry(
    'T0',
    'error',
    () => 'В файле нет таблицы с графами «№ п/п» и «Наименование…».',
    'Скопируйте таблицу индикаторов из приказа на лист книги Excel вместе с шапкой.',
  ),

  cellWrong: entry(
    'T0',
    'error',
    ({ column, value, expected }: { column: string; value: string; expected: string }) =>
      `«${column}»: ${value === '' ? 'пусто' : `найдено «${value}»`}, ожидалось: ${expected}.`,
    'Верните прежнее значение: отмените правку или возьмите предыдущую копию книги.',
  ),

  // T1–T2: title
  titleMissing: entry(
    'T1',
    'error',
    ({ field }: { field: string }) => `Не заполнено поле «${field}».`,
    'Заполните поле на листе «Титул».',
  ),
  titleSheetMissing: entry(
    'T1',
    'error',
    () => 'Нет листа «Титул»: его удалили или его строки изменены.',
    'Перенесите значения в исходный файл формы и пришлите его.',
  ),
  wrongRevision: entry(
    'T1',
    'error',
    ({ value }: { value: string }) => `Номер корректировки «${value}» – не целое число от 0.`,
    'Укажите 0 для первичной формы, 1, 2, 3… для корректировок.',
  ),
  foreignProgramme: entry(
    'T2',
    'error',
    ({ found, expected }: { found: string; expected: string }) =>
      `Форма выпущена для другой программы: «${found}» вместо «${expected}».`,
    'Проверьте, ту ли книгу координатора вы указали.',
  ),
  unknownSite: entry(
    'T2',
    'error',
    ({ site }: { site: string }) => `Площадки с кодом «${site}» в программе нет.`,
    'Добавьте школу на лист «Площадки» или запросите форму заново.',
  ),
  siteNotOpen: entry(
    'T2',
    'error',
    ({ site, opened, quarter }: { site: string; opened: string; quarter: string }) =>
      `${site}: открытие ${opened}, форма за ${quarter} не ожидается.`,
    'Уберите файл: отчитываться нужно с квартала открытия.',
  ),
  otherQuarter: entry(
    'T2',
    'error',
    ({ found, expected }: { found: string; expected: string }) =>
      `Форма за другой период: ${found} вместо ${expected}.`,
    'Заполните форму запрошенного квартала.',
  ),
  outsideProgramme: entry(
    'T2',
    'error',
    ({ quarter }: { quarter: string }) => `${quarter} не входит в отчётные периоды программы.`,
    'Проверьте период формы и годы программы на листе «Настройки».',
  ),
  quarterNotOver: entry(
    'T2',
    'error',
    ({ quarter, end }: { quarter: string; end: string }) =>
      `${quarter} ещё не закончился (последний день – ${end}).`,
    'Пришлите форму не раньше последнего дня квартала.',
  ),
  titleContradicts: entry(
    'T2',
    'error',
    ({ field, found, expected }: { field: string; found: string; expected: string }) =>
      `«${field}» на титуле – «${found}», а по служебной отметке – «${expected}».`,
    'Верните исходное значение: для другой школы и другого квартала есть своя форма.',
  ),
  stampContradicts: entry(
    'T2',
    'error',
    ({ found, expected }: { found: string; expected: string }) =>
      `Служебные отметки не совпадают: на листе формы «${found}», на листе «_meta» «${expected}». Лист перенесён из другой формы.`,
    'Заполните исходный файл формы этой школы за этот квартал.',
  ),
  otherEdition: entry(
    'T2',
    'error',
    ({ found, expected }: { found: string; expected: string }) =>
      `Форма выпущена по редакции «${found}», а в этом квартале действует «${expected}».`,
    'Запросите форму по действующей редакции.',
  ),

  // T3: structure
  sheetRenamed: entry(
    'T3',
    'warning',
    ({ found, expected }: { found: string; expected: string }) =>
      `Лист «${expected}» переименован в «${found}».`,
    'Данные прочитаны. Не переименовывайте листы формы.',
  ),
  rowsMoved: entry(
    'T3',
    'warning',
    ({ rows }: { rows: string }) => `Строки стоят не на своих местах: ${rows}.`,
    'Данные прочитаны по кодам строк. Не вставляйте и не переставляйте строки.',
  ),
  rowMissing: entry(
    'T3',
    'error',
    ({ name }: { name: string }) => `Нет строки «${name}».`,
    'Верните строку: перенесите значения в исходный файл формы.',
  ),
  rowUnknown: entry(
    'T3',
    'warning',
    ({ row }: { row: string }) => `Строки с кодом «${row}» в этой редакции нет; она не прочитана.`,
    'Уберите лишнюю строку.',
  ),
  rowByName: entry(
    'T3',
    'warning',
    ({ found, row }: { found: string; row: string }) =>
      `Кода строки «${found}» нет; по наименованию показателя это строка ${row}, так она и прочитана.`,
    'Проверьте, та ли это строка, и верните её код.',
  ),
  rowRepeated: entry(
    'T3',
    'error',
    ({ row }: { row: string }) => `Код строки «${row}» стоит дважды.`,
    'Оставьте одну строку с этим кодом.',
  ),
  columnsMissing: entry(
    'T3',
    'error',
    ({ columns }: { columns: string }) => `В таблице нет граф: ${columns}.`,
    'Верните шапку таблицы: перенесите значения в исходный файл формы.',
  ),
  formulaReplaced: entry(
    'T3',
    'warning',
    ({ value }: { value: string }) => `Формула заменена значением «${value}».`,
    'Верните формулу: значение считается само.',
  ),
  formRepeated: entry(
    'T3',
    'error',
    ({ sheets }: { sheets: string }) => `В файле несколько листов формы: ${sheets}.`,
    'Оставьте один лист формы.',
  ),

  // F: formats
  empty: entry(
    'F1',
    'error',
    ({ column }: { column: string }) => `Не заполнено: ${column}. Пустая ячейка – не ноль.`,
    'Введите число; если значения нет, введите 0.',
  ),
  notNumber: entry(
    'F2',
    'error',
    ({ value }: { value: string }) => `«${value}» – не число.`,
    'Введите только число, без слов и знаков.',
  ),
  dateNotNumber: entry(
    'F2',
    'error',
    ({ value }: { value: string }) => `Вместо числа стоит дата ${value}.`,
    'Введите число заново; Excel превращает в даты записи вида «3/4» и «2.1».',
  ),
  errorValue: entry(
    'F2',
    'error',
    ({ value }: { value: string }) => `Ошибка вычисления ${value}.`,
    'Введите число вместо формулы.',
  ),
  formulaInInput: entry(
    'F2',
    'warning',
    ({ formula }: { formula: string }) =>
      `Вместо числа введена формула «=${formula}»; прочитано её значение.`,
    'Замените формулу числом.',
  ),
  externalFormula: entry(
    'F2',
    'error',
    ({ formula }: { formula: string }) => `Формула «=${formula}» ссылается на другую книгу.`,
    'Введите число вместо связи.',
  ),
  notCalculated: entry(
    'F2',
    'error',
    ({ formula }: { formula: string }) => `Формула «=${formula}» не рассчитана.`,
    'Введите число вместо формулы.',
  ),
  linkInInput: entry(
    'F2',
    'warning',
    ({ link }: { link: string }) => `В ячейке для ввода – внешняя ссылка «${link}».`,
    'Уберите ссылку.',
  ),
  tooManyDecimals: entry(
    'F3',
    'error',
    ({ value, decimals }: { value: string; decimals: string }) =>
      `Значение ${value}: допускается ${decimals}.`,
    'Исправьте число.',
  ),
  negative: entry(
    'F4',
    'error',
    ({ value }: { value: string }) => `Значение ${value} меньше нуля.`,
    'Исправьте число.',
  ),
  shareOutOfRange: entry(
    'F4',
    'error',
    ({ value }: { value: string }) => `Доля ${value} вне пределов от 0 до 100 %.`,
    'Проверьте числитель и знаменатель.',
  ),
  notYesNo: entry(
    'F5',
    'error',
    ({ value }: { value: string }) => `«${value}» – не «да» и не «нет».`,
    'Выберите «да» или «нет».',
  ),
  textTooLong: entry(
    'F5',
    'error',
    ({ length, limit }: { length: number; limit: number }) =>
      `Текст из ${length} знаков длиннее допустимых ${limit}.`,
    'Сократите текст.',
  ),

  // P4, C1, D1, X0
  changedWithoutRevision: entry(
    'P4',
    'error',
    ({ revision }: { revision: number }) =>
      `За этот квартал уже принята форма с корректировкой № ${revision}, а в этом файле другие значения и номер не больше.`,
    'Если принятое нужно исправить, укажите на титуле следующий номер корректировки.',
  ),
  valueChanged: entry(
    'P4',
    'error',
    ({ value, accepted }: { value: string; accepted: string }) =>
      `Значение ${value} отличается от принятого ${accepted}; номер корректировки не увеличен.`,
    'Верните принятое значение или укажите на титуле следующий номер корректировки.',
  ),
  revisionWithoutFirst: entry(
    'P4',
    'error',
    ({ revision }: { revision: number }) =>
      `Корректировка № ${revision} прислана, а первичная форма за этот квартал не принята.`,
    'Сначала пришлите первичную форму (номер корректировки 0).',
  ),
  prefilledDiffers: entry(
    'P4',
    'warning',
    ({ column, found, accepted }: { column: string; found: string; accepted: string }) =>
      `«${column}» в форме – ${found}, по реестру – ${accepted}. Для проверки взято значение реестра.`,
    'Если реестр верен, ничего не делайте; иначе пришлите корректировку за прошлый период.',
  ),
  alreadyAccepted: entry(
    'P4',
    'info',
    ({ day }: { day: string }) => `Эта форма уже принята ${day}.`,
    'Ничего делать не нужно.',
  ),
  conflict: entry(
    'P4',
    'error',
    ({ other }: { other: string }) =>
      `За эту школу и квартал с тем же номером корректировки есть другой файл с другими значениями: «${other}». Ни один из них не принят.`,
    'Решите, какой файл верен, и оставьте только его.',
  ),
  laterPeriod: entry(
    'P3',
    'warning',
    ({ quarter }: { quarter: string }) =>
      `Уже принята форма за следующий период (${quarter}); после корректировки её нужно проверить заново.`,
    'Проверьте следующий квартал и при необходимости запросите его корректировку.',
  ),
  reasonMissing: entry(
    'C1',
    'error',
    ({ codes, length }: { codes: string; length: number }) =>
      `Нет причины отклонения (не короче ${length} знаков); её требует: ${codes}.`,
    'Напишите причину в графе «Причина отклонения».',
  ),
  late: entry(
    'D1',
    'warning',
    ({ due, days }: { due: string; days: string }) => `Сдано с опозданием на ${days}: срок – ${due}.`,
    'Опоздание отмечено в полноте; значения принимаются.',
  ),
  previousMissing: entry(
    'P3',
    'info',
    ({ quarter }: { quarter: string }) => `Нет принятой формы за ${quarter}: сравнения с ней не выполнены.`,
    'Примите форму за предыдущий квартал и проверьте эту ещё раз.',
  ),
  stageSkipped: entry(
    'T0',
    'info',
    ({ stages }: { stages: string }) => `Не проверялось из-за ошибок выше: ${stages}.`,
    'Исправьте ошибки и проверьте форму ещё раз.',
  ),

  // V: what the register holds against the files that it names
  sourceMissing: entry(
    'V1',
    'error',
    ({ form, sha256 }: { form: string; sha256: string }) =>
      `${form}: файла с отпечатком SHA-256 ${sha256} в папке нет.`,
    'Найдите присланный файл и положите его в папку без изменений; если его нет, запросите у школы корректировку.',
  ),
  sourceOther: entry(
    'V2',
    'error',
    ({ form }: { form: string }) =>
      `${form}: файл с этим отпечатком не читается как эта форма (другая школа, квартал, редакция или корректировка).`,
    'Сверьте строки листа «Реестр» с файлом: запись в реестре изменена или сделана не программой.',
  ),
  sourceDiffers: entry(
    'V3',
    'error',
    ({ form, column, kept, sent }: { form: string; column: string; kept: string; sent: string }) =>
      `${form}: в графе «${column}» реестра стоит «${kept}», в файле – «${sent}».`,
    'Значение в реестре изменено после приёма: верните значение из файла или примите корректировку школы.',
  ),
} as const;

export type FormFindingId = keyof typeof FORM_FINDINGS;
