/** States of a school's form in a quarter: the words of «Полнота» and of the pane. */
export const FORM_STATUS_WORDS = {
  'not-open': 'ещё не открыта',
  awaited: 'ожидается',
  overdue: 'не сдана',
  rework: 'на доработке',
  accepted: 'принята',
  'accepted-late': 'принята с опозданием',
} as const;
