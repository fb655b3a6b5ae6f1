/** «Проверка»: what to check, and the findings by school and level; a click leads to the cell. */
import { html, nothing, type TemplateResult } from 'lit';
import { asksReason, FINDING_LEVELS, type Finding } from '../../controls/finding';
import { CHECK_TEXTS } from '../../text/pane-check';
import type { FormCheck } from '../../workflows/check-form';
import type { Actions } from '../actions';
import { countsOf, matching, type Filter } from '../findings';
import { button, chip, search, tag } from '../parts/controls';
import { findingItem } from '../parts/findings';
import { notice } from '../parts/notice';
import { watchEntry } from '../parts/watch-entry';
import type { CheckState, Desk, PaneState } from '../state';
import { checkedQuarter } from '../choices';
import { quarterChoice } from './forms';

const SCOPES = ['active', 'quarter', 'all'] as const;

/** `desk` null: a school's own form, which has nothing to choose. */
export function checkView(state: PaneState, desk: Desk | null, actions: Actions): TemplateResult {
  const { check } = state;
  const { checks, scope } = check;
  const quarter = desk && checkedQuarter(state, desk);
  return html`<section class="card">
      ${
        desk
          ? html`<div class="chips" role="group" aria-label=${CHECK_TEXTS.scope}>
                ${SCOPES.map((one) =>
                  chip(CHECK_TEXTS.scopes[one], one === scope, () => {
                    actions.changeCheck({ scope: one });
                  }),
                )}
              </div>
              ${
                scope === 'quarter' && quarter
                  ? quarterChoice(desk, quarter, (chosen) => {
                      actions.changeCheck({ quarter: chosen });
                    })
                  : nothing
              }`
          : nothing
      }
      <div class="actions">
        ${button({
          label: checks ? CHECK_TEXTS.runAgain : CHECK_TEXTS.run,
          onClick: actions.check,
          look: 'primary',
          id: 'check',
        })}
      </div>
      ${checks ? nothing : html`<p class="small muted">${CHECK_TEXTS.before}</p>`}
    </section>
    ${checks ? results(state, checks, actions) : nothing}`;
}

function results(state: PaneState, checks: readonly FormCheck[], actions: Actions): TemplateResult {
  const { check, book } = state;
  if (checks.length === 0) {
    const text = CHECK_TEXTS.nothingText[check.scope];
    return notice({ tone: 'info', title: CHECK_TEXTS.nothing, text });
  }
  const all = checks.flatMap(({ findings }) => findings);
  const filter: Filter = { level: check.level, search: check.search };
  const shown = checks.map((one) => ({ one, findings: matching(one.findings, filter) }));
  const count = shown.reduce((sum, { findings }) => sum + findings.length, 0);
  const readOnly = book?.state.readOnly === true;
  return html`${
      check.stale.size > 0
        ? notice({
            tone: 'warning',
            title: CHECK_TEXTS.stale,
            text: CHECK_TEXTS.staleText(
              checks.filter(({ file }) => check.stale.has(file)).map((one) => one.subject ?? one.file),
            ),
          })
        : nothing
    }
    <section class="card">
      ${levelChips(check, all, actions)}
      ${search(CHECK_TEXTS.search, check.search, (text) => {
        actions.changeCheck({ search: text });
      })}
      <p class="small muted" aria-live="polite">${CHECK_TEXTS.shown(count, all.length)}</p>
      <div class="row fold">
        ${button({
          label: check.marksShown ? CHECK_TEXTS.hideMarks : CHECK_TEXTS.showMarks,
          onClick: actions.toggleMarks,
          look: 'outline',
          size: 'small',
          off: readOnly,
          id: 'marks',
        })}
        ${button({
          label: CHECK_TEXTS.protocol,
          onClick: actions.protocol,
          look: 'outline',
          size: 'small',
          off: readOnly,
        })}
      </div>
    </section>
    ${count === 0 && all.length > 0 ? html`<p class="muted">${CHECK_TEXTS.noneFound}</p>` : nothing}
    ${shown.map(({ one, findings }) =>
      findings.length === 0 && all.length > 0 && one.findings.length > 0
        ? nothing
        : formCard(one, findings, state, actions),
    )}`;
}

function levelChips(
  { level }: CheckState,
  all: readonly Finding[],
  actions: Pick<Actions, 'changeCheck'>,
): TemplateResult {
  const counts = countsOf(all);
  return html`<div class="chips" role="group" aria-label=${CHECK_TEXTS.levelFilter}>
    ${chip(`${CHECK_TEXTS.allLevels} · ${all.length}`, level === null, () => {
      actions.changeCheck({ level: null });
    })}
    ${FINDING_LEVELS.filter((one) => counts[one] > 0).map((one) =>
      chip(
        `${CHECK_TEXTS.levels[one]} · ${counts[one]}`,
        level === one,
        () => {
          actions.changeCheck({ level: level === one ? null : one });
        },
        one,
      ),
    )}
  </div>`;
}

function formCard(
  one: FormCheck,
  findings: readonly Finding[],
  state: PaneState,
  actions: Actions,
): TemplateResult {
  const counts = countsOf(one.findings);
  const stale = state.check.stale.has(one.file);
  return html`<section class="card" aria-label=${one.subject ?? one.file}>
    <div class="stack tight">
      <h2>${one.subject ?? one.file}</h2>
      <div class="row fold">
        ${FINDING_LEVELS.filter((level) => counts[level] > 0).map((level) =>
          tag(CHECK_TEXTS.level(counts[level], CHECK_TEXTS.levels[level]), TAG_TONES[level], level),
        )}
        ${stale ? tag(CHECK_TEXTS.staleTag, 'warning', 'clock') : nothing}
        ${one.findings.length === 0 ? tag(CHECK_TEXTS.cleanTag, 'success', 'success') : nothing}
      </div>
    </div>
    ${one.findings.length === 0 ? html`<p>${CHECK_TEXTS.clean}</p>` : nothing}
    ${
      findings.length === 0
        ? nothing
        : html`<ul class="list">
            ${findings.map(
              (finding) =>
                html`<li>
                  ${findingItem(finding, {
                    onGo: actions.select,
                    below: html`${reasonEntry(finding, state, actions)}
                    ${watchEntry(finding, one, state, actions)}`,
                  })}
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}

const TAG_TONES = { error: 'error', warning: 'warning', deviation: 'brand', info: 'plain' } as const;

/** Where a reason is asked for, it can be typed beside the finding. */
function reasonEntry(
  finding: Finding,
  { check, book }: PaneState,
  actions: Actions,
): TemplateResult | typeof nothing {
  if (!asksReason(finding) || book?.state.readOnly === true) return nothing;
  const { reason } = check;
  if (reason?.finding !== finding) {
    return html`<div>
      ${button({
        label: CHECK_TEXTS.reason,
        onClick: () => {
          actions.startReason(finding);
        },
        look: 'outline',
        size: 'small',
        about: finding.message,
      })}
    </div>`;
  }
  return html`<div class="stack">
    <label class="field"
      ><span class="label">${CHECK_TEXTS.reasonLabel}</span
      ><textarea
        id="reason"
        rows="3"
        .value=${reason.text}
        @input=${(event: Event) => {
          if (event.target instanceof HTMLTextAreaElement) actions.typeReason(event.target.value);
        }}
      ></textarea>
    </label>
    <div class="row fold">
      ${button({
        label: CHECK_TEXTS.reasonSave,
        onClick: actions.saveReason,
        look: 'primary',
        size: 'small',
        off: reason.text.trim() === '',
      })}
      ${button({
        label: CHECK_TEXTS.reasonCancel,
        onClick: actions.leaveReason,
        look: 'outline',
        size: 'small',
      })}
    </div>
  </div>`;
}
