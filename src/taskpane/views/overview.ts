/** «Обзор»: programme, next checkpoints, completeness of the current quarter, open errors, one thing to do next. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatRussian } from '../../calendar/civil-date';
import { quarterTitle, shortQuarter } from '../../calendar/quarter';
import type { CompletenessStatus } from '../../monitoring/completeness';
import { FORM_STATUS_WORDS } from '../../text/form-status';
import { CHART_TEXTS } from '../../text/pane-charts';
import { OVERVIEW_TEXTS, PRIMARY_ACTIONS } from '../../text/pane-overview';
import type { Overview } from '../../workflows/open/overview';
import type { Actions } from '../actions';
import { schoolsChart } from '../charts/schools';
import { button, tag } from '../parts/controls';
import type { Desk, ViewName } from '../state';
import { agendaCard, remindersCard, watchCard } from './agenda';
import { checkpointItem } from './roadmap';

const STATUS_TAGS = {
  'not-open': ['plain', 'lock'],
  awaited: ['plain', 'wait'],
  overdue: ['error', 'clock'],
  rework: ['warning', 'warning'],
  accepted: ['success', 'success'],
  'accepted-late': ['success', 'clock'],
} as const satisfies Record<CompletenessStatus, readonly unknown[]>;

/** Where the one thing to do next is done. */
const PRIMARY_VIEWS = {
  'issue-forms': 'forms',
  'accept-forms': 'forms',
  'mend-forms': 'check',
  'build-report': 'report',
  'update-roadmap': 'roadmap',
} as const satisfies Record<Overview['action']['kind'], ViewName>;

export function statusTag(status: CompletenessStatus): TemplateResult {
  const [tone, picture] = STATUS_TAGS[status];
  return tag(FORM_STATUS_WORDS[status], tone, picture);
}

export function overviewView(desk: Desk, actions: Actions): TemplateResult {
  const { overview } = desk;
  const { action, edition } = overview;
  const quarter = 'quarter' in action ? shortQuarter(action.quarter) : '';
  return html`<section class="card">
      <h2>${overview.region}</h2>
      <p class="small muted wrap">${overview.programme}</p>
      <p class="small">
        <span class="muted">${OVERVIEW_TEXTS.edition}:</span> ${edition.title}
        ${edition.provisional ? tag(OVERVIEW_TEXTS.provisional, 'warning', 'warning') : nothing}
      </p>
      <div class="actions">
        ${button({
          label: PRIMARY_ACTIONS[action.kind](quarter),
          onClick: () => {
            actions.show(PRIMARY_VIEWS[action.kind], true);
          },
          look: 'primary',
          id: 'primary',
        })}
      </div>
    </section>
    ${agendaCard(desk)} ${remindersCard(desk, actions)} ${quarterCard(overview)} ${schoolsCard(desk)}
    ${errorsCard(overview, actions)} ${watchCard(desk, actions)} ${pointsCard(desk, actions)}`;
}

function quarterCard({ quarter, board, accepted, expected, due, daysLeft }: Overview): TemplateResult {
  if (!quarter) return html`<section class="card"><p>${OVERVIEW_TEXTS.noQuarter}</p></section>`;
  return html`<section class="card">
    <h2>${OVERVIEW_TEXTS.completeness(quarterTitle(quarter))}</h2>
    <p class="strong">${OVERVIEW_TEXTS.accepted(accepted, expected)}</p>
    <progress class="bar" max=${Math.max(expected, 1)} value=${accepted} aria-hidden="true"></progress>
    ${
      due === null || daysLeft === null || accepted === expected
        ? nothing
        : html`<p class="small muted">
            ${OVERVIEW_TEXTS.due(formatRussian(due))}, ${OVERVIEW_TEXTS.left(daysLeft)}
          </p>`
    }
    <ul class="list">
      ${board.map(
        ({ site, status }) =>
          html`<li class="row apart line">
            <span class="grow wrap">${site.shortName}</span>${statusTag(status)}
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Nothing until a form was accepted. */
function schoolsCard({ progress: { completion } }: Desk): TemplateResult | typeof nothing {
  if (completion === null) return nothing;
  const title = CHART_TEXTS.schoolsTitle(quarterTitle(completion.quarter));
  return html`<section class="card">
    <h2>${title}</h2>
    ${schoolsChart(completion.schools, title)}
  </section>`;
}

function errorsCard({ openErrors }: Overview, actions: Actions): TemplateResult {
  return html`<section class="card">
    <div class="row apart">
      <h2>${OVERVIEW_TEXTS.errors}</h2>
      ${
        openErrors === 0
          ? tag(OVERVIEW_TEXTS.noErrors, 'success', 'success')
          : tag(OVERVIEW_TEXTS.errorCount(openErrors), 'error', 'error')
      }
    </div>
    ${
      openErrors === 0
        ? nothing
        : button({
            label: OVERVIEW_TEXTS.seeErrors,
            onClick: () => {
              actions.show('check', true);
            },
            look: 'outline',
          })
    }
  </section>`;
}

function pointsCard({ overview, checkpoints }: Desk, actions: Actions): TemplateResult {
  const rows = overview.next.flatMap(
    ({ code }) => checkpoints.find(({ line }) => line.checkpoint.code === code) ?? [],
  );
  return html`<section class="card">
    <h2>${OVERVIEW_TEXTS.nextPoints}</h2>
    ${
      rows.length === 0
        ? html`<p class="muted">${OVERVIEW_TEXTS.noPoints}</p>`
        : html`<ul class="list">
            ${rows.map((row) => html`<li>${checkpointItem(row, actions)}</li>`)}
          </ul>`
    }
  </section>`;
}
