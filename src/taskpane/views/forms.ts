/** «Формы»: gives forms out for a quarter, and takes in what came back. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatQuarter, quarterTitle, type Quarter } from '../../calendar/quarter';
import { FORMS_TEXTS } from '../../text/pane-forms';
import type { Actions } from '../actions';
import { button, choice, tick } from '../parts/controls';
import { fileDrop } from '../parts/file-drop';
import type { Desk, PaneState } from '../state';
import { chosenQuarter, chosenSites, sitesOf } from '../choices';
import { intakeView } from './intake';
import { statusTag } from './overview';

export function formsView(state: PaneState, desk: Desk, actions: Actions): TemplateResult {
  const { intake } = state.forms;
  if (intake) return intakeView(intake, desk, state, actions);
  const quarter = chosenQuarter(state, desk);
  return html`${giveCard(state, desk, quarter, actions)}
    <section class="card">
      <h2>${FORMS_TEXTS.take}</h2>
      <p class="small muted">${FORMS_TEXTS.takeHint}</p>
      ${fileDrop(actions.takeFiles)}
      <div class="actions">
        ${button({ label: FORMS_TEXTS.fromSheets, onClick: actions.takeSheets, look: 'outline' })}
      </div>
    </section>`;
}

function giveCard(state: PaneState, desk: Desk, quarter: Quarter | null, actions: Actions): TemplateResult {
  if (!quarter) {
    return html`<section class="card">
      <h2>${FORMS_TEXTS.give}</h2>
      <p>${FORMS_TEXTS.noQuarters}</p>
    </section>`;
  }
  const sites = sitesOf(desk, quarter);
  const chosen = chosenSites(state, sites);
  return html`<section class="card">
    <h2>${FORMS_TEXTS.give}</h2>
    ${quarterChoice(desk, quarter, actions.chooseQuarter)}
    ${
      sites.length === 0
        ? html`<p class="muted">${FORMS_TEXTS.noSites}</p>`
        : html`<div role="group" aria-label=${FORMS_TEXTS.schools}>
              ${tick(
                'site-all',
                `${FORMS_TEXTS.all} · ${FORMS_TEXTS.chosen(chosen.size, sites.length)}`,
                chosen.size === sites.length,
                (on) => {
                  actions.chooseSites(new Set(on ? sites.map(({ code }) => code) : []));
                },
              )}
              ${sites.map(({ code, shortName }) =>
                tick(
                  `site-${code}`,
                  shortName,
                  chosen.has(code),
                  (on) => {
                    actions.chooseSites(toggled(chosen, code, on));
                  },
                  statusEnd(desk, code, quarter),
                ),
              )}
            </div>
            ${chosen.size === 0 ? html`<p class="small">${FORMS_TEXTS.chooseOne}</p>` : nothing}
            <div class="actions">
              ${button({
                label: FORMS_TEXTS.inWorkbook,
                onClick: actions.makeForms,
                look: 'primary',
                off: chosen.size === 0 || state.book?.state.readOnly === true,
              })}
              <p class="small muted">${FORMS_TEXTS.inWorkbookHint}</p>
              ${button({
                label: FORMS_TEXTS.download(chosen.size),
                onClick: actions.downloadForms,
                look: 'outline',
                off: chosen.size === 0,
              })}
            </div>`
    }
  </section>`;
}

export function quarterChoice(
  { periods }: Pick<Desk, 'periods'>,
  quarter: Quarter,
  onChange: (quarter: Quarter) => void,
  label: string = FORMS_TEXTS.quarter,
): TemplateResult {
  return choice(
    label,
    periods.map((period) => ({
      value: formatQuarter(period.quarter),
      label: quarterTitle(period.quarter),
    })),
    formatQuarter(quarter),
    (value) => {
      const found = periods.find((period) => formatQuarter(period.quarter) === value);
      if (found) onChange(found.quarter);
    },
  );
}

function toggled(chosen: ReadonlySet<string>, code: string, on: boolean): ReadonlySet<string> {
  return new Set(on ? [...chosen, code] : [...chosen].filter((other) => other !== code));
}

function statusEnd({ board }: Desk, site: string, quarter: Quarter): TemplateResult | typeof nothing {
  const key = formatQuarter(quarter);
  const cell = board.find((one) => one.site.code === site && formatQuarter(one.quarter) === key);
  return cell ? statusTag(cell.status) : nothing;
}
