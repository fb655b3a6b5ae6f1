/** «Обзор»: what is due in the next days, whom to remind with a letter to copy, and what is on control. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatRussian } from '../../calendar/civil-date';
import { quarterTitle, shortQuarter } from '../../calendar/quarter';
import type { AgendaItem } from '../../monitoring/agenda';
import type { Reminder, ReminderKind } from '../../monitoring/reminders';
import { isWatched } from '../../monitoring/watch';
import { AGENDA_TEXTS } from '../../text/pane-agenda';
import { OVERVIEW_TEXTS } from '../../text/pane-overview';
import { ROADMAP_TEXTS } from '../../text/pane-roadmap';
import { WATCH_TEXTS } from '../../text/watch';
import type { Actions } from '../actions';
import { button, tag } from '../parts/controls';
import type { IconName } from '../parts/icons';
import type { Desk } from '../state';

const KIND_TAGS = {
  missing: ['error', 'clock'],
  refused: ['warning', 'warning'],
  correction: ['warning', 'warning'],
  watched: ['brand', 'eye'],
  warnings: ['plain', 'warning'],
} as const satisfies Record<ReminderKind, readonly [string, IconName]>;

export function agendaCard({ agenda: { coming, overdue } }: Desk): TemplateResult {
  return html`<section class="card">
    <h2>${AGENDA_TEXTS.title}</h2>
    ${coming.length === 0 ? html`<p class="muted">${AGENDA_TEXTS.nothing}</p>` : items(coming)}
    ${
      overdue.length === 0
        ? nothing
        : html`<details>
            <summary>${AGENDA_TEXTS.overdue(overdue.length)}</summary>
            ${items(overdue)}
          </details>`
    }
  </section>`;
}

function items(list: readonly AgendaItem[]): TemplateResult {
  return html`<ul class="list">
    ${list.map((item) => html`<li class="item">${agendaItem(item)}</li>`)}
  </ul>`;
}

function agendaItem(item: AgendaItem): TemplateResult {
  const { date, daysLeft, nextWorkingDay } = item;
  const remarks = [
    OVERVIEW_TEXTS.left(daysLeft),
    ...(nextWorkingDay === null ? [] : [AGENDA_TEXTS.workingDay(formatRussian(nextWorkingDay))]),
    ...(item.kind === 'school-day' ? [AGENDA_TEXTS.openForms(item.open.length)] : []),
  ];
  const text = textOf(item);
  return html`<span class="strong">${formatRussian(date)}</span>
    <span class="clamp" title=${text}>${text}</span>
    ${
      item.kind === 'school-day'
        ? html`<span class="small wrap">${item.open.map(({ shortName }) => shortName).join('; ')}</span>`
        : html`<span class="small wrap"
            >${AGENDA_TEXTS.responsible(item.checkpoint.measure.responsible)}</span
          >`
    }
    <span class="small muted">${remarks.join(' · ')}</span>`;
}

function textOf(item: AgendaItem): string {
  switch (item.kind) {
    case 'checkpoint': {
      const { number, text } = item.checkpoint.measure;
      return `${ROADMAP_TEXTS.measure(number)}. ${text.replaceAll('\n', ' ')}`;
    }
    case 'department-day':
      return AGENDA_TEXTS.departmentDay(quarterTitle(item.quarter));
    case 'school-day':
      return AGENDA_TEXTS.schoolDay(quarterTitle(item.quarter));
  }
}

/** Every school with what is missing, and the letter to it. */
export function remindersCard({ reminders, letters, overview }: Desk, actions: Actions): TemplateResult {
  const isEarly = overview.expected === 0 || overview.expected > overview.accepted;
  return html`<section class="card">
    <h2>${AGENDA_TEXTS.reminders}</h2>
    ${
      reminders.length === 0
        ? html`<p class="muted">${isEarly ? AGENDA_TEXTS.notYet : AGENDA_TEXTS.nobody}</p>`
        : html`<ul class="list">
              ${reminders.map(
                ({ reminder, letter }, index) =>
                  html`<li class="line stack tight">${reminderItem(reminder, letter, index, actions)}</li>`,
              )}
            </ul>
            ${
              reminders.length === 1
                ? nothing
                : html`<details>
                      <summary>${AGENDA_TEXTS.letters}</summary>
                      ${letterField('letters', AGENDA_TEXTS.letters, letters)}
                    </details>
                    <div class="actions">
                      ${button({
                        label: AGENDA_TEXTS.copyAll,
                        onClick: () => {
                          actions.copy(letters, 'letters');
                        },
                        look: 'outline',
                        id: 'copy-all',
                      })}
                    </div>`
            }`
    }
  </section>`;
}

function reminderItem(reminder: Reminder, letter: string, index: number, actions: Actions): TemplateResult {
  const { site, quarter, kind, problems, watched } = reminder;
  const [tone, picture] = KIND_TAGS[kind];
  const id = `letter-${index}`;
  const title = AGENDA_TEXTS.letter(site.shortName);
  const remarks = [
    shortQuarter(quarter),
    ...(problems.length > 0 ? [AGENDA_TEXTS.files(problems.length)] : []),
    ...(watched.length > 0 ? [`${AGENDA_TEXTS.kinds.watched}: ${watched.length}`] : []),
  ];
  return html`<div class="row apart">
      <span class="grow wrap strong">${site.shortName}</span>${tag(AGENDA_TEXTS.kinds[kind], tone, picture)}
    </div>
    <p class="small muted">${remarks.join(' · ')}</p>
    <details>
      <summary>${title}</summary>
      ${letterField(id, title, letter)}
    </details>
    <div class="row fold">
      ${button({
        label: AGENDA_TEXTS.copy,
        onClick: () => {
          actions.copy(letter, id);
        },
        look: 'outline',
        size: 'small',
        about: title,
      })}
      ${button({
        label: AGENDA_TEXTS.card,
        onClick: () => {
          actions.openSchool(site.code, null);
        },
        look: 'subtle',
        size: 'small',
        about: site.shortName,
      })}
    </div>`;
}

function letterField(id: string, label: string, text: string): TemplateResult {
  return html`<textarea
    id=${id}
    class="letter"
    rows="10"
    readonly
    aria-label=${label}
    .value=${text}
  ></textarea>`;
}

/** How many findings are on control, and the way to them. */
export function watchCard({ department: { watched } }: Desk, actions: Actions): TemplateResult {
  const count = (watched?.lines ?? []).filter(isWatched).length;
  return html`<section class="card">
    <div class="row apart">
      <h2>${WATCH_TEXTS.title}</h2>
      ${tag(WATCH_TEXTS.count(count), count === 0 ? 'plain' : 'brand', 'eye')}
    </div>
    ${
      count === 0 && (watched?.problems ?? []).length === 0
        ? nothing
        : button({
            label: WATCH_TEXTS.see,
            onClick: () => {
              actions.changeSchools({ mode: 'watch' });
              actions.show('schools', true);
            },
            look: 'outline',
          })
    }
  </section>`;
}
