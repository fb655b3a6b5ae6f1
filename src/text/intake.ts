/** What became of a file that was given. */
export const RESULT_WORDS = {
  accepted: 'принят',
  refused: 'на доработку',
  repeated: 'повтор',
  conflict: 'конфликт',
  ignored: 'пропущен',
} as const;
