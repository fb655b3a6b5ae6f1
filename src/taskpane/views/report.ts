/** «Отчёт»: what stops it, building and downloading it, and every figure with the forms that it comes from. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatRussian } from '../../calendar/civil-date';
import { shownEntry } from '../../monitoring/submission';
import type { OperatorReport, ReportLine, SiteFigure } from '../../report/build-report';
import { sameMeaning } from '../../report/comparability';
import type { IndicatorProgress } from '../../report/progress';
import { formatNumber } from '../../text/numbers';
import { FORMS_TEXTS } from '../../text/pane-forms';
import { CHART_TEXTS } from '../../text/pane-charts';
import { REPORT_VIEW_TEXTS } from '../../text/pane-report';
import { SCHOOLS_TEXTS } from '../../text/pane-schools';
import type { Actions } from '../actions';
import { quartersChart, quartersSpark } from '../charts/quarters';
import { button, pairs, tag } from '../parts/controls';
import { icon } from '../parts/icons';
import type { Desk, PaneState } from '../state';
import { quarterChoice } from './forms';
import { operatorFormCard } from './operator-form';
import { revisionChoice } from './revision-choice';

export function reportView(state: PaneState, desk: Desk, actions: Actions): TemplateResult {
  const { revision, shown, followed } = state.report;
  if (!shown) return html`<p>${FORMS_TEXTS.noQuarters}</p>`;
  const readOnly = state.book?.state.readOnly === true;
  return html`<section class="card">
      ${quarterChoice(desk, shown.quarter, (chosen) => {
        actions.changeReport(chosen, revision);
      })}
      ${revisionChoice(revision, (chosen) => {
        actions.changeReport(shown.quarter, chosen);
      })}
      ${stops(shown)}
      <div class="actions">
        ${button({
          label: REPORT_VIEW_TEXTS.build,
          onClick: actions.buildReport,
          look: 'primary',
          off: readOnly,
        })}
        ${button({ label: REPORT_VIEW_TEXTS.downloadXlsx, onClick: actions.downloadReport, look: 'outline' })}
        ${button({ label: REPORT_VIEW_TEXTS.downloadCsv, onClick: actions.downloadCsv, look: 'outline' })}
      </div>
    </section>
    ${operatorFormCard(state.operatorForm, actions)}
    <section class="card">
      <h2>${REPORT_VIEW_TEXTS.figures}</h2>
      <p class="small muted">${REPORT_VIEW_TEXTS.figuresHint}</p>
      <ul class="list">
        ${shown.lines.map((line) =>
          line.indicator.kind === 'heading'
            ? html`<li><h3 class="item">${line.indicator.name}</h3></li>`
            : html`<li>
                ${figure(line, progressOf(desk, line), line.indicator.code === followed, actions)}
              </li>`,
        )}
      </ul>
    </section>`;
}

/** Missing schools and refused files; the report can be built in spite of them, as a draft. */
function stops({ missing, problems, forms, expected, draft }: OperatorReport): TemplateResult {
  return html`<div class="stack tight">
    <div class="row apart">
      <h2>${REPORT_VIEW_TEXTS.stops}</h2>
      ${tag(
        REPORT_VIEW_TEXTS.forms(forms.length, expected.length),
        draft ? 'warning' : 'success',
        draft ? 'warning' : 'success',
      )}
    </div>
    ${
      draft
        ? html`<ul class="stack tight">
              ${missing.map(({ shortName }) => html`<li class="wrap">${REPORT_VIEW_TEXTS.missing(shortName)}</li>`)}
              ${problems.map(({ file }) => html`<li class="wrap">${REPORT_VIEW_TEXTS.problem(file)}</li>`)}
            </ul>
            <p class="small muted">${REPORT_VIEW_TEXTS.stopsText}</p>`
        : html`<p>${REPORT_VIEW_TEXTS.nothingStops}</p>`
    }
  </div>`;
}

/** An indicator of the region; a press shows the schools' values that it comes from. */
function figure(
  line: ReportLine,
  course: IndicatorProgress | null,
  open: boolean,
  actions: Pick<Actions, 'follow' | 'openSchool'>,
): TemplateResult {
  const { indicator } = line;
  const { code, name } = indicator;
  return html`<button
      class="item"
      type="button"
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls="sources-${code}"
      @click=${() => {
        actions.follow(open ? null : code);
      }}
    >
      <span class=${open ? 'wrap' : 'clamp'} title=${name}><span class="muted">${code}</span> ${name}</span>
      <span class="row apart small">
        <span class="wrap strong grow">${valueText(line)}</span>
        ${course && !open ? quartersSpark(course) : nothing}
        <span class="turn ${open ? 'open' : ''}">${icon('go')}</span>
      </span>
    </button>
    <div id="sources-${code}" ?hidden=${!open}>
      ${
        open
          ? html`${pairs([
                [REPORT_VIEW_TEXTS.plan, number(line.plan) ?? REPORT_VIEW_TEXTS.notSet],
                [REPORT_VIEW_TEXTS.fact, number(line.fact) ?? line.textual ?? REPORT_VIEW_TEXTS.noData],
                [REPORT_VIEW_TEXTS.deviation, number(line.deviation) ?? ''],
                [REPORT_VIEW_TEXTS.percent, line.percent === null ? '' : `${formatNumber(line.percent)} %`],
              ])}
              ${
                course
                  ? html`<h3 class="label">${CHART_TEXTS.quartersTitle}</h3>
                      ${quartersChart(course)}`
                  : nothing
              }
              <h3 class="label">${REPORT_VIEW_TEXTS.sources}</h3>
              <ul class="list">
                ${line.sites.map((site) => html`<li class="item small">${source(site, code, actions)}</li>`)}
              </ul>`
          : nothing
      }
    </div>`;
}

/** How it went through the quarters; null for texts, and where today's edition means something else by the row. */
function progressOf({ progress }: Desk, { indicator }: ReportLine): IndicatorProgress | null {
  return progress.indicators.find((each) => sameMeaning(each.indicator, indicator)) ?? null;
}

function source(
  { site, state, reached, form, reason }: SiteFigure,
  code: string,
  actions: Pick<Actions, 'openSchool'>,
): TemplateResult {
  return html`<span class="row apart"
      ><span class="strong wrap">${site.shortName}</span
      ><span>${state === 'reported' ? shownEntry(reached) : REPORT_VIEW_TEXTS.states[state]}</span></span
    >
    ${
      form
        ? html`<span class="muted wrap"
              >${REPORT_VIEW_TEXTS.source(
                form.submission.revision,
                form.file,
                formatRussian(form.receivedOn),
              )}</span
            ><span class="muted" title=${form.sha256}>${REPORT_VIEW_TEXTS.digest(form.sha256)}</span>`
        : nothing
    }
    ${reason === '' ? nothing : html`<span class="wrap">${REPORT_VIEW_TEXTS.reason(reason)}</span>`}
    ${
      form
        ? html`<span
            >${button({
              label: SCHOOLS_TEXTS.history,
              onClick: () => {
                actions.openSchool(site.code, code);
              },
              look: 'subtle',
              size: 'small',
              about: site.shortName,
            })}</span
          >`
        : nothing
    }`;
}

function valueText({ indicator, reached, textual }: ReportLine): string {
  const value = number(reached);
  return value === null ? (textual ?? REPORT_VIEW_TEXTS.noData) : `${value} ${indicator.unit}`;
}

function number(value: { toFixed(): string } | null): string | null {
  return value === null ? null : formatNumber(value);
}
