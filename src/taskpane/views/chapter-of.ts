/** The chapter of the guides that is about what the pane shows. */
import type { GuideChapter } from '../../text/guide-links';
import type { PaneState } from '../state';

export function chapterOf({ book, view, forms, schools }: PaneState): GuideChapter {
  if (!book) return 'trouble';
  switch (book.situation.kind) {
    case 'empty':
      return view === 'help' ? 'overview' : 'start';
    case 'foreign':
    case 'own-document':
      return book.placeholders.length > 0 ? 'operatorForm' : 'overview';
    case 'department-broken':
      return 'settings';
    case 'form':
      return 'school';
    case 'department':
      switch (view) {
        case 'forms':
          return forms.intake ? 'intake' : 'forms';
        case 'roadmap':
        case 'check':
        case 'report':
          return view;
        case 'schools':
          return schools.mode === 'watch' ? 'week' : 'schools';
        case 'overview':
        case 'form':
        case 'help':
          return 'overview';
      }
  }
}
