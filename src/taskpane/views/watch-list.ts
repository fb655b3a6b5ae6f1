/** «На контроле»: the open lines of the sheet, the way to each, and what of the sheet was not understood. */
import { html, nothing, type TemplateResult } from 'lit';
import { shortQuarter } from '../../calendar/quarter';
import { isWatched } from '../../monitoring/watch';
import { WATCH_SHEET, WATCH_TEXTS } from '../../text/watch';
import type { Watched } from '../../workflows/department-workbook';
import type { Actions } from '../actions';
import { button } from '../parts/controls';
import { findingItem } from '../parts/findings';
import { watchedLine } from '../parts/watch-entry';
import type { Desk, PaneState } from '../state';

export function watchListView(state: PaneState, { department }: Desk, actions: Actions): TemplateResult {
  const { lines, problems } = department.watched ?? { lines: [], problems: [] };
  return html`${watchItems(lines.filter(isWatched), state, actions)}
  ${
    problems.length === 0
      ? nothing
      : html`<section class="card">
          <h2>${WATCH_TEXTS.wrongTitle}</h2>
          <ul class="list">
            ${problems.map((finding) => html`<li>${findingItem(finding, { onGo: actions.select })}</li>`)}
          </ul>
        </section>`
  }`;
}

type WatchLine = Watched['lines'][number];

/** A card of open lines; of one school on its card, of all of them in the list. */
export function watchItems(lines: readonly WatchLine[], state: PaneState, actions: Actions): TemplateResult {
  const [first] = lines;
  const names = state.book?.desk?.department.names;
  return html`<section class="card">
    <h2>${WATCH_TEXTS.title}</h2>
    ${
      lines.length === 0
        ? html`<p class="muted">${WATCH_TEXTS.none}</p>`
        : html`<ul class="list">
            ${lines.map((line) => html`<li class="line stack tight">${watchItem(line, state, actions)}</li>`)}
          </ul>`
    }
    ${
      first
        ? html`<div>
            ${button({
              label: WATCH_TEXTS.open,
              onClick: () => {
                actions.select({ sheet: names?.get(WATCH_SHEET) ?? WATCH_SHEET, cell: `A${first.line}` });
              },
              look: 'outline',
              size: 'small',
            })}
          </div>`
        : nothing
    }
  </section>`;
}

function watchItem(line: WatchLine, { book }: PaneState, actions: Actions): TemplateResult {
  const { site, quarter, code, row, cell, what } = line;
  const sites = book?.desk?.department.programme.sites ?? [];
  const school = sites.find((one) => one.code === site)?.shortName ?? WATCH_TEXTS.unknownSchool;
  const place = [
    ...(quarter === null ? [] : [shortQuarter(quarter)]),
    code,
    ...(row === '' ? [] : [WATCH_TEXTS.row(row)]),
  ];
  return html`<p>
      <span class="strong wrap">${school}</span> <span class="small muted">${place.join(' · ')}</span>
    </p>
    <p class="wrap">${what}</p>
    ${watchedLine(line, {
      readOnly: book?.state.readOnly === true || site === null || quarter === null,
      onRelease: () => {
        if (site !== null && quarter !== null) {
          actions.release(
            { site, quarter },
            { code, row: row === '' ? null : row, cell: cell === '' ? null : cell },
          );
        }
      },
    })}`;
}
