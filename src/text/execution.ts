/** States of a checkpoint: the words of «Исполнение», as its formulas write them. */
export const EXECUTION_WORDS = {
  done: 'выполнено',
  'done-late': 'выполнено с опозданием',
  overdue: 'просрочено',
  soon: 'скоро',
  awaited: 'ожидается',
  undated: 'без даты',
} as const;
