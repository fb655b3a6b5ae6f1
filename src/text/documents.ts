/** The product's documents that are not forms, in words. */
export const DOCUMENT_WORDS = {
  department: 'книга координатора',
  roadmap: 'дорожная карта',
  report: 'отчёт',
  protocol: 'протокол проверки',
  catalogue: 'перечень контролей',
  comparison: 'сравнение кварталов',
} as const;
