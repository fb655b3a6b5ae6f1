/** Texts of «Проверка». */
import { plural } from './plural';

export const CHECK_TEXTS = {
  scope: 'Что проверить',
  scopes: { active: 'Эту форму', quarter: 'Квартал', all: 'Всё' },
  run: 'Проверить',
  runAgain: 'Проверить снова',
  busy: 'Проверяю формы',
  nothing: 'Проверять нечего',
  nothingText: {
    active: 'Открытый лист – не форма. Перейдите на лист «Форма» или выберите «Квартал».',
    quarter: 'В книге нет листов форм за этот квартал. Создайте их в разделе «Формы».',
    all: 'В книге нет листов форм. Создайте их в разделе «Формы».',
  },
  before: 'Проверка ничего не меняет в книге.',
  cleanTag: 'без замечаний',
  levelFilter: 'Уровень замечаний',
  clean: 'Замечаний нет: форму можно отправлять.',
  stale: 'Результат устарел',
  staleText: (forms: readonly string[]) =>
    `После проверки ${plural(forms.length, 'изменена форма', 'изменены формы', 'изменены формы')}: ${forms.join('; ')}. Проверьте снова.`,
  staleTag: 'устарело',
  search: 'Найти в замечаниях',
  allLevels: 'Все',
  levels: { error: 'Ошибки', warning: 'Предупреждения', deviation: 'Отклонения', info: 'Сведения' },
  shown: (shown: number, all: number) =>
    shown === all
      ? `${all} ${plural(all, 'замечание', 'замечания', 'замечаний')}`
      : `Показано ${shown} из ${all}`,
  noneFound: 'Под этот отбор ничего не подходит.',
  go: 'Показать ячейку',
  showMarks: 'Отметить в ячейках',
  hideMarks: 'Убрать отметки',
  marking: 'Отмечаю ячейки',
  unmarking: 'Убираю отметки',
  marked: (count: number) =>
    `${plural(count, 'Отмечена', 'Отмечены', 'Отмечено')} ${count} ${plural(count, 'ячейка', 'ячейки', 'ячеек')}`,
  markedText: 'Отметки – только раскраска: «Убрать отметки» вернёт прежний вид.',
  unmarked: 'Отметки убраны',
  unmarkedText: 'Листы выглядят как прежде.',
  protocol: 'Протокол на лист',
  writingProtocol: 'Пишу протокол',
  protocolDone: 'Протокол записан на лист',
  protocolText: 'Его можно распечатать или отправить школе.',
  noReasonPlace: 'Некуда записать причину',
  noReasonPlaceText: 'Строка формы не найдена: лист изменили после проверки. Проверьте снова.',
  reason: 'Указать причину',
  reasonLabel: 'Причина отклонения',
  reasonSave: 'Записать причину',
  reasonCancel: 'Не записывать',
  reasonBusy: 'Записываю причину',
  reasonDone: 'Причина записана',
  reasonDoneText: 'Форма проверена заново.',
  level: (count: number, level: string) => `${level}: ${count}`,
  place: (sheet: string, cell: string) => `${sheet}, ${cell}`,
} as const;
