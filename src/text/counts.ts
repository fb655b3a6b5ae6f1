/** Counts in words. */
import { plural } from './plural';

export const COUNT_TEXTS = {
  findings: (errors: number, warnings: number, deviations: number, infos: number) =>
    [
      `${errors} ${plural(errors, 'ошибка', 'ошибки', 'ошибок')}`,
      `${warnings} ${plural(warnings, 'предупреждение', 'предупреждения', 'предупреждений')}`,
      `${deviations} ${plural(deviations, 'отклонение', 'отклонения', 'отклонений')}`,
      `сведений: ${infos}`,
    ].join(', '),
  files: (count: number) => `${count} ${plural(count, 'файл', 'файла', 'файлов')}`,
  forms: (count: number) => `${count} ${plural(count, 'форма', 'формы', 'форм')}`,
  lines: (count: number) => `${count} ${plural(count, 'строка', 'строки', 'строк')}`,
} as const;
