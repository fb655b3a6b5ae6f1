/** The sheet on which a button of the ribbon says why it did not do its work, or what went not as usual. */
export const MESSAGE_TEXTS = {
  sheet: 'Сообщение',
  subtitle: (date: string, product: string) =>
    `${date} · ${product} · лист обновляется при каждом сообщении, его можно удалить`,
  why: 'Почему',
  next: 'Что сделать',
  place: 'Где',
  text: 'Что там',
  more: (count: number) => `и ещё ${count}`,
} as const;
