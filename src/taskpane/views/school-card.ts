/** A school's card: its quarters with forms and open findings, what is on control, and the history of its figures. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatRussian } from '../../calendar/civil-date';
import { quarterTitle } from '../../calendar/quarter';
import type { FigureHistory, FigureVersion } from '../../monitoring/figure-history';
import { shownEntry } from '../../monitoring/submission';
import { LETTER_TEXTS } from '../../text/letters';
import { REPORT_VIEW_TEXTS } from '../../text/pane-report';
import { SCHOOLS_TEXTS } from '../../text/pane-schools';
import type { SchoolCard, SchoolQuarter } from '../../workflows/open/schools';
import type { Actions } from '../actions';
import { button, choice, pairs, tag } from '../parts/controls';
import type { PaneState } from '../state';
import { statusTag } from './overview';
import { watchItems } from './watch-list';

export function schoolCardView(card: SchoolCard, state: PaneState, actions: Actions): TemplateResult {
  const { site, quarters, watched, executor, phone } = card;
  return html`<section class="card">
      <div>
        ${button({
          label: SCHOOLS_TEXTS.back,
          onClick: () => {
            actions.changeSchools({ site: null, row: null });
          },
          look: 'outline',
          size: 'small',
        })}
      </div>
      <h2>${site.shortName}</h2>
      ${pairs([
        [SCHOOLS_TEXTS.name, site.name],
        [SCHOOLS_TEXTS.municipality, site.municipality],
        [SCHOOLS_TEXTS.code, site.code],
        [SCHOOLS_TEXTS.opened, formatRussian(site.openedOn)],
        [SCHOOLS_TEXTS.executor, executor],
        [SCHOOLS_TEXTS.phone, phone],
      ])}
    </section>
    ${watched.length === 0 ? nothing : watchItems(watched, state, actions)} ${figures(card, state, actions)}
    <section class="card">
      <h2>${SCHOOLS_TEXTS.quarters}</h2>
      ${
        quarters.length === 0
          ? html`<p class="muted">${SCHOOLS_TEXTS.noQuarters}</p>`
          : html`<ul class="list">
              ${quarters.map((one) => html`<li class="line stack tight">${quarterItem(one)}</li>`)}
            </ul>`
      }
    </section>`;
}

function quarterItem({ cell, forms, problems }: SchoolQuarter): TemplateResult {
  return html`<div class="row apart">
      <h3 class="grow wrap">${quarterTitle(cell.quarter)}</h3>
      ${statusTag(cell.status)}
    </div>
    <p class="small muted">${SCHOOLS_TEXTS.due(formatRussian(cell.due))}</p>
    ${forms.map(({ submission, file, receivedOn, sha256 }, index) => {
      const isCurrent = index === forms.length - 1 && forms.length > 1;
      return html`<p class="small wrap" title=${sha256}>
        ${SCHOOLS_TEXTS.form(submission.revision, file, formatRussian(receivedOn))}
        ${isCurrent ? tag(SCHOOLS_TEXTS.current, 'success', 'success') : nothing}
      </p>`;
    })}
    ${problems.map(
      ({ entry: { file, receivedOn }, found }) =>
        html`<p class="small wrap level-error">${SCHOOLS_TEXTS.problem(file, formatRussian(receivedOn))}</p>
          ${found.map(
            ({ code, demand, times }) =>
              html`<p class="small wrap">${LETTER_TEXTS.found(code, demand, times)}</p>`,
          )}`,
    )}`;
}

function figures({ indicators, site }: SchoolCard, { schools }: PaneState, actions: Actions): TemplateResult {
  const { row, history } = schools;
  return html`<section class="card" id="history">
    <h2>${SCHOOLS_TEXTS.figures}</h2>
    ${
      indicators.length === 0
        ? html`<p class="muted">${SCHOOLS_TEXTS.noFigures}</p>`
        : choice(
            SCHOOLS_TEXTS.figure,
            [
              { value: '', label: SCHOOLS_TEXTS.chooseFigure },
              ...indicators.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
            ],
            row ?? '',
            (value) => {
              actions.changeSchools({ site: site.code, row: value === '' ? null : value });
            },
          )
    }
    ${(history ?? []).map(historyOf)}
  </section>`;
}

function historyOf({ quarter, versions }: FigureHistory): TemplateResult {
  return html`<div class="stack tight">
    <h3>${quarterTitle(quarter)}</h3>
    <ol class="list">
      ${versions.map((version) => html`<li class="item small">${versionItem(version, versions.length)}</li>`)}
    </ol>
  </div>`;
}

function versionItem(version: FigureVersion, count: number): TemplateResult {
  const { form, fact, total, reason, evidence, changed, isCurrent } = version;
  return html`<span class="row apart"
      ><span class="strong">${SCHOOLS_TEXTS.revision(form.submission.revision)}</span>${
        isCurrent && count > 1 ? tag(SCHOOLS_TEXTS.current, 'success', 'success') : nothing
      }</span
    >
    ${pairs([
      [SCHOOLS_TEXTS.fact, shownEntry(fact, SCHOOLS_TEXTS.empty)],
      [SCHOOLS_TEXTS.total, shownEntry(total)],
      [SCHOOLS_TEXTS.reason, reason],
      [SCHOOLS_TEXTS.evidence, evidence],
    ])}
    ${
      changed === null
        ? nothing
        : html`<span class="wrap"
            >${
              changed.length === 0
                ? SCHOOLS_TEXTS.unchanged
                : SCHOOLS_TEXTS.changed(changed.map((part) => SCHOOLS_TEXTS.changes[part]))
            }</span
          >`
    }
    <span class="muted wrap">${SCHOOLS_TEXTS.source(form.file, formatRussian(form.receivedOn))}</span>
    <span class="muted" title=${form.sha256}>${REPORT_VIEW_TEXTS.digest(form.sha256)}</span>`;
}
