/** What stands under a finding on control: its note and a way off; or the way there, with the entry of a note. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatRussian } from '../../calendar/civil-date';
import type { Finding } from '../../controls/finding';
import { watchOf, type FindingSubject, type WatchedFinding } from '../../monitoring/watch';
import { WATCH_TEXTS } from '../../text/watch';
import type { Actions } from '../actions';
import type { PaneState } from '../state';
import { button, tag } from './controls';

/**
 * The second parameter: whose form it was found in. Nothing is shown where that is not known, for what only informs, and
 * outside the Department's workbook.
 */
export function watchEntry(
  finding: Finding,
  { site, quarter }: { readonly [Key in keyof FindingSubject]: FindingSubject[Key] | null },
  state: PaneState,
  actions: Actions,
): TemplateResult | typeof nothing {
  const { book, watch } = state;
  const desk = book?.desk;
  if (!desk || site === null || quarter === null) return nothing;
  const subject = { site, quarter };
  const readOnly = book.state.readOnly;
  const line = watchOf(desk.department.watched?.lines ?? [], subject, finding);
  if (line) return watchedLine(line, { readOnly, onRelease: () => actions.release(subject, finding) });
  if (readOnly || finding.level === 'info') return nothing;
  if (watch?.finding === finding) return noteEntry(watch.text, actions);
  return html`<div>
    ${button({
      label: WATCH_TEXTS.put,
      onClick: () => {
        actions.startWatch(subject, finding);
      },
      look: 'subtle',
      size: 'small',
      about: finding.message,
    })}
  </div>`;
}

export interface WatchedLineUse {
  readonly readOnly: boolean;
  readonly onRelease: () => void;
}

/** A line of «На контроле»: since when, the note, and the way off. */
export function watchedLine(
  { since, note, what }: Pick<WatchedFinding, 'since' | 'note' | 'what'>,
  { readOnly, onRelease }: WatchedLineUse,
): TemplateResult {
  return html`<div class="stack tight">
    <div>${tag(WATCH_TEXTS.tag(since === null ? '' : formatRussian(since)), 'brand', 'eye')}</div>
    ${note === '' ? nothing : html`<p class="small wrap">${WATCH_TEXTS.note(note)}</p>`}
    <div>
      ${button({
        label: WATCH_TEXTS.release,
        onClick: onRelease,
        look: 'outline',
        size: 'small',
        off: readOnly,
        about: what,
      })}
    </div>
  </div>`;
}

function noteEntry(text: string, actions: Actions): TemplateResult {
  return html`<div class="stack">
    <label class="field"
      ><span class="label">${WATCH_TEXTS.noteLabel}</span
      ><textarea
        id="watch-note"
        rows="3"
        .value=${text}
        @input=${(event: Event) => {
          if (event.target instanceof HTMLTextAreaElement) actions.typeWatch(event.target.value);
        }}
      ></textarea>
    </label>
    <div class="row fold">
      ${button({ label: WATCH_TEXTS.save, onClick: actions.saveWatch, look: 'primary', size: 'small' })}
      ${button({ label: WATCH_TEXTS.cancel, onClick: actions.leaveWatch, look: 'outline', size: 'small' })}
    </div>
  </div>`;
}
