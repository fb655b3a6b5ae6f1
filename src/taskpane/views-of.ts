/** Which views a workbook has. */
import type { OpenBook, ViewName } from './state';

const DEPARTMENT: readonly ViewName[] = [
  'overview',
  'roadmap',
  'forms',
  'check',
  'report',
  'schools',
  'help',
];
const FORM: readonly ViewName[] = ['form', 'check'];
const OTHER: readonly ViewName[] = ['overview', 'help'];

/** A school's form has only what a school needs; a workbook that is neither has its first page and the guide. */
export function viewsOf(book: OpenBook | null): readonly ViewName[] {
  if (!book) return [];
  switch (book.situation.kind) {
    case 'department':
      return DEPARTMENT;
    case 'form':
      return FORM;
    case 'empty':
    case 'department-broken':
    case 'own-document':
    case 'foreign':
      return OTHER;
  }
}
