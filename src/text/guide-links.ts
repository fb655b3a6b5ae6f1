/** Where the pane's help leads: chapters of the guides, which stand beside the pane as pages (docs/guide-pages.js). */

export interface GuideLink {
  /** From the pane's own address. */
  readonly address: string;
  readonly label: string;
}

const link = (page: string, label: string, anchor = ''): GuideLink => ({
  address: `guide/${page}.html${anchor === '' ? '' : `#${anchor}`}`,
  label,
});

/** What the pane shows, and the chapter that is about it. */
export const GUIDE_LINKS = {
  start: link('official', 'Создать книгу', '1-создать-книгу'),
  overview: link('official', 'Сотруднику департамента'),
  settings: link('official', 'Внести своё', '2-внести-своё'),
  roadmap: link('official', 'Дорожная карта', '3-дорожная-карта'),
  forms: link('official', 'Выдать формы', '4-выдать-формы'),
  intake: link('official', 'Принять формы', '5-принять-формы'),
  check: link('official', 'Проверить формы', '6-проверить-формы-общей-книги'),
  report: link('official', 'Построить отчёт', '7-построить-отчёт'),
  week: link('official', 'Каждую неделю', '8-каждую-неделю-сроки-напоминания-контроль'),
  schools: link('official', 'Найти школу, сравнить кварталы', '9-найти-школу-показатель-сравнить-кварталы'),
  questions: link('official', 'Вопросы и ответы', 'вопросы'),
  operatorForm: link('operator-form', 'Форма оператора'),
  placeholders: link('operator-form', 'Поля, которые знает программа', 'поля'),
  school: link('school', 'Школе: форма за квартал'),
  analyst: link('analyst', 'Аналитику'),
  administrator: link('administrator', 'Администратору'),
  trouble: link('administrator', 'Если не работает', 'если-не-работает'),
} as const;

export type GuideChapter = keyof typeof GUIDE_LINKS;

export const GUIDE_TEXTS = {
  prefix: 'Руководство: ',
  all: 'Руководства',
  hint: 'Откроются в новом окне; их можно напечатать.',
} as const;
