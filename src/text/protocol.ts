/** Texts of the protocol of a check. */
export const PROTOCOL_TEXTS = {
  subtitle: (date: string, product: string, version: string) =>
    `Проверено ${date}. ${product}, версия ${version}.`,
  edition: (code: string) => `редакция ${code}`,
  unknownSubject: 'не определено',
  passed: 'Можно принимать',
  refused: 'На доработку',
  ignored: 'Пропущен',
  noFindings: 'Замечаний нет.',
} as const;
