/** Levels of findings in words. */
export const LEVEL_WORDS = {
  error: 'ошибка',
  warning: 'предупреждение',
  deviation: 'отклонение',
  info: 'сведения',
} as const;
