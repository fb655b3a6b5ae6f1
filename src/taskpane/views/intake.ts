/** A trial run of taking forms in: what would be accepted, what not, and why; nothing is written until it is accepted. */
import { html, nothing, type TemplateResult } from 'lit';
import { quarterTitle } from '../../calendar/quarter';
import { byLevel, type Finding } from '../../controls/finding';
import { RESULT_WORDS } from '../../text/intake';
import { FORMS_TEXTS } from '../../text/pane-forms';
import type { ReceivedFile } from '../../workflows/receive-forms';
import type { Actions } from '../actions';
import { button, pairs, tag } from '../parts/controls';
import { findingItem } from '../parts/findings';
import type { IconName } from '../parts/icons';
import { watchEntry } from '../parts/watch-entry';
import type { Desk, Intake, PaneState } from '../state';

const RESULT_LOOKS: Readonly<
  Record<ReceivedFile['result'], readonly ['success' | 'warning' | 'error' | 'plain', IconName]>
> = {
  accepted: ['success', 'success'],
  refused: ['error', 'error'],
  conflict: ['error', 'warning'],
  repeated: ['plain', 'refresh'],
  ignored: ['plain', 'info'],
};

/** Worst first: what needs work stands at the top. */
const ORDER: readonly ReceivedFile['result'][] = ['conflict', 'refused', 'accepted', 'repeated', 'ignored'];

export function intakeView(
  { files, changed }: Intake,
  desk: Desk,
  state: PaneState,
  actions: Actions,
): TemplateResult {
  const readOnly = state.book?.state.readOnly === true;
  const accepted = files.filter(({ result }) => result === 'accepted').length;
  const label = accepted > 0 ? FORMS_TEXTS.accept(accepted) : FORMS_TEXTS.logOnly;
  return html`<section class="card">
      <h2>${FORMS_TEXTS.trial}</h2>
      <p class="strong">${FORMS_TEXTS.trialCount(accepted, files.length)}</p>
      <p class="small muted">
        ${!changed ? FORMS_TEXTS.unchanged : accepted > 0 ? FORMS_TEXTS.takeHint : FORMS_TEXTS.logOnlyHint}
      </p>
      <div class="actions">
        ${
          changed
            ? button({ label, onClick: actions.accept, look: 'primary', off: readOnly, id: 'accept' })
            : nothing
        }
        ${button({ label: FORMS_TEXTS.leave, onClick: actions.leaveIntake, look: 'outline' })}
        ${button({
          label: FORMS_TEXTS.protocol,
          onClick: actions.intakeProtocol,
          look: 'subtle',
          off: readOnly,
        })}
      </div>
    </section>
    <ul class="stack">
      ${ORDER.flatMap((result) =>
        files
          .filter((file) => file.result === result)
          .map((file) => html`<li class="card">${fileCard(file, desk, state, actions)}</li>`),
      )}
    </ul>`;
}

function fileCard(file: ReceivedFile, desk: Desk, state: PaneState, actions: Actions): TemplateResult {
  const { site, quarter, revision, findings, result } = file;
  const [tone, picture] = RESULT_LOOKS[result];
  const known = desk.department.programme.sites.find(({ code }) => code === site);
  const [first, ...others] = byLevel(findings);
  const item = (finding: Finding): TemplateResult =>
    findingItem(finding, { onGo: actions.select, below: watchEntry(finding, file, state, actions) });
  return html`<div class="row apart">
      <h3 class="wrap grow">${file.file}</h3>
      ${tag(RESULT_WORDS[result], tone, picture)}
    </div>
    ${pairs([
      [FORMS_TEXTS.school, known?.shortName ?? site ?? FORMS_TEXTS.unknownSchool],
      [FORMS_TEXTS.quarter, quarter === null ? '' : quarterTitle(quarter)],
      [FORMS_TEXTS.revision, revision === null ? '' : String(revision)],
    ])}
    ${first === undefined ? nothing : item(first)}
    ${
      others.length === 0
        ? nothing
        : html`<details>
            <summary>${FORMS_TEXTS.allFindings(findings.length)}</summary>
            <ul class="list">
              ${others.map((finding) => html`<li>${item(finding)}</li>`)}
            </ul>
          </details>`
    }`;
}
