/** Texts of the task pane. */
export const PANE_TEXTS = {
  placeholder:
    'Панель готовится. Дорожную карту, формы, проверку и отчёт пока делает командная строка: «kvantorium --help».',
  version: (version: string) => `Версия ${version}`,
} as const;
