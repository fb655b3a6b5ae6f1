/** In which quarters a control applies. */
import { romanNumeral, type Quarter } from '../calendar/quarter';
import type { Control } from '../programme/schema';

export function appliesIn({ periods }: Control, quarter: Quarter): boolean {
  return periods === 'все' || periods.split(', ').includes(romanNumeral(quarter.number));
}
