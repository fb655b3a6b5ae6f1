/** Texts of the demonstration. */
export const DEMO_TEXTS = {
  intro: 'Пример: встроенная программа, значения вымышлены и помечены словом «пример».',
  plots: {
    textInNumber: 'текст вместо числа',
    partOverWhole: 'часть больше целого',
    wrongQuarter: 'форма за другой квартал',
    fallingTotal: 'итог уменьшился',
    noReason: 'нет причины отклонения',
    twice: 'два разных файла одной школы',
    revision: 'корректировка № 1',
    nothing: '–',
  },
  columns: ['Квартал', 'Форм', 'Что случилось', 'Файлов', 'Принято', 'Не принято', 'Ошибок', 'Отклонений'],
  made: (files: number, folder: string) => `Файлов создано: ${files}, папка «${folder}».`,
  seeFirst: 'Откройте: roadmap.xlsx, department.xlsx, в папке квартала – forms, returned, report.xlsx.',
} as const;
