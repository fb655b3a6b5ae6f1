/** «Дорожная карта»: makes the sheets, shows the checkpoints with their statuses, leads to the row. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatRussian } from '../../calendar/civil-date';
import type { ExecutionStatus } from '../../monitoring/execution';
import { EXECUTION_WORDS } from '../../text/execution';
import { CHART_TEXTS } from '../../text/pane-charts';
import { ROADMAP_TEXTS } from '../../text/pane-roadmap';
import { OVERVIEW_TEXTS } from '../../text/pane-overview';
import type { Actions } from '../actions';
import { timelineChart } from '../charts/timeline';
import { button, chip, tag } from '../parts/controls';
import { icon, type IconName } from '../parts/icons';
import type { CheckpointRow, Desk, PaneState } from '../state';

const STATUS_LOOKS: Readonly<
  Record<ExecutionStatus, readonly ['success' | 'warning' | 'error' | 'plain', IconName]>
> = {
  done: ['success', 'success'],
  'done-late': ['success', 'clock'],
  overdue: ['error', 'clock'],
  soon: ['warning', 'clock'],
  awaited: ['plain', 'wait'],
  undated: ['plain', 'info'],
};

const FILTERS = ['all', 'overdue', 'soon'] as const;

export function roadmapView(state: PaneState, desk: Desk, actions: Actions): TemplateResult {
  const { roadmapFilter } = state;
  const count = (filter: PaneState['roadmapFilter']): number => rowsOf(desk, filter).length;
  const rows = rowsOf(desk, roadmapFilter);
  return html`<section class="card">
      <p>${ROADMAP_TEXTS.intro}</p>
      <div class="actions">
        ${button({
          label: ROADMAP_TEXTS.update,
          onClick: actions.updateRoadmap,
          look: 'primary',
          off: state.book?.state.readOnly === true,
        })}
      </div>
    </section>
    <section class="card">
      <h2>${CHART_TEXTS.timelineTitle}</h2>
      ${timelineChart(desk.progress)}
    </section>
    <section class="card">
      <div class="chips" role="group" aria-label=${ROADMAP_TEXTS.filter}>
        ${FILTERS.map((filter) =>
          chip(`${ROADMAP_TEXTS.filters[filter]} · ${count(filter)}`, filter === roadmapFilter, () => {
            actions.filterRoadmap(filter);
          }),
        )}
      </div>
      ${
        rows.length === 0
          ? html`<p class="muted">${ROADMAP_TEXTS.none}</p>`
          : html`<ul class="list">
              ${rows.map((row) => html`<li>${checkpointItem(row, actions)}</li>`)}
            </ul>`
      }
    </section>`;
}

function rowsOf({ checkpoints }: Desk, filter: PaneState['roadmapFilter']): readonly CheckpointRow[] {
  return filter === 'all' ? checkpoints : checkpoints.filter(({ status }) => status === filter);
}

/** A checkpoint: when, what, how it stands. With a row in the workbook it is a button that leads there. */
export function checkpointItem(
  { line, status, daysLeft, place }: CheckpointRow,
  actions: Pick<Actions, 'select'>,
): TemplateResult {
  const { checkpoint, actual } = line;
  const { date, nextWorkingDay, measure } = checkpoint;
  const [tone, picture] = STATUS_LOOKS[status];
  const open = status === 'overdue' || status === 'soon' || status === 'awaited';
  const remarks = [
    ...(open && daysLeft !== null ? [OVERVIEW_TEXTS.left(daysLeft)] : []),
    ...(open && nextWorkingDay !== null ? [ROADMAP_TEXTS.workingDay(formatRussian(nextWorkingDay))] : []),
    ...(actual !== null ? [ROADMAP_TEXTS.doneOn(formatRussian(actual))] : []),
  ];
  const text = `${ROADMAP_TEXTS.measure(measure.number)}. ${measure.text.replaceAll('\n', ' ')}`;
  const body = html`<span class="row apart">
      <span class="strong">${date === null ? ROADMAP_TEXTS.undated : formatRussian(date)}</span>
      ${tag(EXECUTION_WORDS[status], tone, picture)}
    </span>
    <span class="clamp" title=${text}>${text}</span>
    <span class="row small muted"
      ><span class="grow">${remarks.join(' · ')}</span>${place === null ? nothing : icon('go')}</span
    >`;
  if (place === null) return html`<div class="item">${body}</div>`;
  return html`<button
    class="item"
    type="button"
    title=${ROADMAP_TEXTS.go}
    @click=${() => {
      actions.select(place);
    }}
  >
    ${body}
  </button>`;
}
