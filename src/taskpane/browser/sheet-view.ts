/** A sheet as it will print, as a table that keys lead through; cells of cells' own looks, inputs open for typing. */
import { html, nothing, type TemplateResult } from 'lit';
import { BROWSER_TEXTS } from '../../text/pane-browser';
import { cellAddress, columnLetters } from '../../workbook/grid';
import type { CellMark } from '../../workbook/port';
import { ROWS_AT_ONCE, type BookView, type Editing } from './book-view';
import { shownValue } from './shown-value';
import { isInput, listedValues, lookOf, type ShownSheet } from './view-state';

export function sheetView(view: BookView): TemplateResult {
  const shown = view.shown();
  if (shown === null || shown.rows.length === 0 || shown.columns.length === 0) {
    return html`<p class="more">${BROWSER_TEXTS.emptySheet}</p>`;
  }
  const { sheet, columns } = shown;
  const rows = shown.rows.slice(0, view.rowCount());
  const left = shown.rows.length - rows.length;
  const marks = new Map(
    view.workbook
      .marks()
      .filter((mark) => mark.sheet === sheet.name)
      .map((mark) => [mark.cell, mark.look]),
  );
  const drawing = { view, shown, rows, here: view.here(), editing: view.editing(), marks };
  return html`<table
      class="paper"
      role="grid"
      aria-label=${sheet.name}
      aria-rowcount=${shown.rows.length}
      @keydown=${(event: KeyboardEvent) => onKey(event, view)}
      @click=${(event: MouseEvent) => onClick(event, view)}
      @dblclick=${() => view.edit()}
      @paste=${(event: ClipboardEvent) => onPaste(event, view)}
      @copy=${(event: ClipboardEvent) => onCopy(event, view, shown)}
    >
      <colgroup>
        <col class="row-name" />
        ${columns.map((column) => html`<col class="w${column}" />`)}
      </colgroup>
      <thead>
        <tr>
          <th class="corner" scope="col"><span class="unseen">${BROWSER_TEXTS.cellLine}</span></th>
          ${columns.map((column) => html`<th scope="col">${columnLetters(column)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr class="h${row}">
              <th class="row-name" scope="row">${row}</th>
              ${columns.map((column) => cell(drawing, row, column))}
            </tr>`,
        )}
      </tbody>
    </table>
    ${
      left > 0
        ? html`<p class="more">
            <button class="chip" type="button" @click=${view.showMore}>
              ${BROWSER_TEXTS.more(Math.min(left, ROWS_AT_ONCE))}
            </button>
          </p>`
        : nothing
    }`;
}

/** What the cells of one drawing have in common. */
interface Drawing {
  readonly view: BookView;
  readonly shown: ShownSheet;
  /** Those that are drawn. */
  readonly rows: readonly number[];
  readonly here: string;
  readonly editing: Editing | null;
  readonly marks: ReadonlyMap<string, CellMark['look']>;
}

function cell(
  { view, shown, rows, here, editing, marks }: Drawing,
  row: number,
  column: number,
): TemplateResult | typeof nothing {
  const address = cellAddress(row, column);
  if (shown.covered.has(address)) return nothing;
  const content = shown.cells.get(address);
  const look = lookOf(shown, address);
  const input = isInput(shown, address);
  const isHere = here === address;
  const mark = marks.get(address);
  const isNumber = content?.value?.kind === 'number' || content?.value?.kind === 'date';
  const index = shown.picture.looks.get(address);
  const area = shown.merges.get(address);
  const span = (from: number, to: number, seen: readonly number[]): number =>
    seen.filter((number) => number >= from && number <= to).length;
  const classes = [
    index === undefined ? '' : `k${index}`,
    isNumber && (look?.horizontal ?? 'general') === 'general' ? 'number' : '',
    look?.wrap === true || isNumber ? 'cut' : '',
    input ? 'input' : '',
    isHere ? 'here' : '',
    mark ?? '',
  ];
  const isPending = content?.formula !== undefined && content.value === undefined;
  return html`<td
    class=${classes.filter((name) => name !== '').join(' ')}
    data-cell=${address}
    tabindex=${isHere ? 0 : -1}
    colspan=${area ? span(area.left, area.right, shown.columns) : nothing}
    rowspan=${area ? span(area.top, area.bottom, rows) : nothing}
    aria-readonly=${input ? 'false' : 'true'}
    aria-selected=${isHere ? 'true' : 'false'}
    title=${isPending ? BROWSER_TEXTS.pending : nothing}
  >
    ${
      editing?.address === address
        ? entry(view, shown, row, column, editing.text)
        : html`<span class="text"
            >${mark ? html`<span class="unseen">${BROWSER_TEXTS.marks[mark]}: </span>` : nothing}${shownValue(content, look?.format ?? 'General')}</span
          >`
    }
  </td>`;
}

function entry(view: BookView, shown: ShownSheet, row: number, column: number, text: string): TemplateResult {
  const values = listedValues(shown, { row, column });
  const address = cellAddress(row, column);
  return html`<input
      id="cell-entry"
      autocomplete="off"
      aria-label="${BROWSER_TEXTS.cellLine} ${address}"
      list=${values.length > 0 ? 'cell-values' : nothing}
      .value=${text}
      @blur=${(event: FocusEvent) => {
        if (event.target instanceof HTMLInputElement && !view.commit(event.target.value)) view.leave();
      }}
    />${
      values.length > 0
        ? html`<datalist id="cell-values">
            ${values.map((value) => html`<option value=${value}></option>`)}
          </datalist>`
        : nothing
    }`;
}

function onClick(event: MouseEvent, view: BookView): void {
  const { target } = event;
  if (!(target instanceof Element) || target instanceof HTMLInputElement) return;
  const address = target.closest<HTMLElement>('td')?.dataset['cell'];
  if (address === undefined) return;
  // Who works with a finger has no keys: a second touch of an input opens it.
  const shown = view.shown();
  const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
  if (isTouch && view.here() === address && shown && isInput(shown, address)) view.edit();
  else view.go(address);
}

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function onKey(event: KeyboardEvent, view: BookView): void {
  const { key, target, shiftKey } = event;
  if (target instanceof HTMLInputElement) {
    onEntryKey(event, target, view);
    return;
  }
  if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z') {
    event.preventDefault();
    view.undo();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const move = MOVES[key];
  if (move) view.move(...move);
  else if (key === 'Enter' || key === 'F2') view.edit();
  else if (key === 'Tab') {
    const before = view.here();
    view.move(0, shiftKey ? -1 : 1);
    // At the edge the focus goes on to what follows the sheet.
    if (view.here() === before) return;
  } else if (key === 'Delete' || key === 'Backspace') view.clear();
  else if (key.length === 1) view.edit(key);
  else return;
  event.preventDefault();
}

function onEntryKey(event: KeyboardEvent, input: HTMLInputElement, view: BookView): void {
  const { key, shiftKey } = event;
  if (key === 'Escape') {
    view.leave();
  } else if (key === 'Enter' || key === 'Tab') {
    event.preventDefault();
    const step = shiftKey ? -1 : 1;
    if (!view.commit(input.value)) return;
    if (key === 'Enter') view.move(step, 0);
    else view.move(0, step);
  }
}

function onPaste(event: ClipboardEvent, view: BookView): void {
  if (event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  view.paste(event.clipboardData?.getData('text/plain') ?? '');
}

function onCopy(event: ClipboardEvent, view: BookView, shown: ShownSheet): void {
  if (event.target instanceof HTMLInputElement || getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  const address = view.here();
  event.clipboardData?.setData(
    'text/plain',
    shownValue(shown.cells.get(address), lookOf(shown, address)?.format ?? ''),
  );
}
