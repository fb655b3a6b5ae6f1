/** The pane in an ordinary browser: a file in place of Excel's workbook, and a view of its sheets in place of Excel. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { FILE_PROBLEMS } from '../../text/file-problems';
import { BROWSER_TEXTS } from '../../text/pane-browser';
import type { FileWorkbook } from '../../workbook/file/open-file-workbook';
import { startApp, type AppParts } from '../app';
import { question } from '../parts/notice';
import { redrawer } from '../redraw';
import type { Message } from '../state';
import { TYPING_PAUSE_MS } from '../typing-pause';
import { bookView, type BookView } from './book-view';
import { applyBrowserStyles } from './browser-styles';
import { firstScreen } from './first-screen';
import { followActive } from './follow-active';
import { frame } from './frame';
import { lookStyles } from './look-styles';
import type { ShownSheet } from './view-state';

interface OpenDesk {
  readonly view: BookView;
  readonly side: HTMLElement;
}

/** Draws the page into the element. Nothing is read or sent but what the user chooses. */
export function startBrowser(root: HTMLElement, parts: Omit<AppParts, 'workbook'>): void {
  const applyLookStyles = applyBrowserStyles();
  let desk: OpenDesk | null = null;
  let busy: string | null = null;
  let message: Message | null = null;
  let leaving = false;
  let styled: ShownSheet | null = null;
  const follow = followActive();

  const draw = (): void => {
    if (desk === null) {
      render(firstScreen({ busy, message, onFiles, onNew }), root);
      return;
    }
    const { view, side } = desk;
    const shown = view.shown();
    if (shown !== styled && shown !== null) applyLookStyles(lookStyles(shown));
    styled = shown;
    follow.before();
    render(frame(view, side, leaving ? leaveQuestion() : null, { save, other }), root);
    follow.after(view);
  };
  const changed = redrawer(draw);
  const say = (text: string): void => {
    busy = null;
    message = { tone: 'error', title: BROWSER_TEXTS.book, text };
    changed();
  };

  function open(workbook: FileWorkbook): void {
    const side = document.createElement('div');
    side.className = 'side';
    const app = startApp(side, { ...parts, workbook });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const typed = (): void => {
      clearTimeout(timer);
      // Once a form was checked, the pane itself checks it again after every edit, and waits as long.
      timer = setTimeout(() => {
        const { book, check } = app.state();
        if (book?.situation.kind === 'form' && !check.checks) app.actions.check();
      }, TYPING_PAUSE_MS);
    };
    const view = bookView(workbook, changed, typed);
    workbook.onChange(changed);
    desk = { view, side };
    busy = null;
    message = null;
    leaving = false;
    // The frame takes the place of the first screen.
    render(nothing, root);
    changed();
  }

  function onFiles(files: readonly File[]): void {
    const [file, ...more] = files;
    if (file === undefined || busy !== null) return;
    if (more.length > 0) {
      say(BROWSER_TEXTS.oneFile);
      return;
    }
    busy = file.name;
    message = null;
    changed();
    Promise.all([file.arrayBuffer(), loadFiles()])
      .then(([bytes, { openFileWorkbook }]) => {
        const opened = openFileWorkbook(file.name, new Uint8Array(bytes));
        if (opened.ok) open(opened.workbook);
        else say(BROWSER_TEXTS.notRead(file.name, FILE_PROBLEMS[opened.reason]));
      })
      .catch(failed);
  }

  function onNew(): void {
    busy = BROWSER_TEXTS.newName;
    message = null;
    changed();
    loadFiles()
      .then(({ openEmptyWorkbook }) => openEmptyWorkbook(BROWSER_TEXTS.newName, BROWSER_TEXTS.newSheet))
      .then(open)
      .catch(failed);
  }

  function failed(error: unknown): void {
    say(BROWSER_TEXTS.notStarted(error instanceof Error ? error.message : String(error)));
  }

  function save(): void {
    if (desk === null) return;
    const { workbook } = desk.view;
    parts.save(workbook.name, workbook.bytes());
    workbook.saved();
  }

  function other(): void {
    if (desk?.view.workbook.isChanged() === true) leaving = true;
    else desk = null;
    changed();
  }

  function leaveQuestion(): TemplateResult {
    const { title, text, yes, no } = BROWSER_TEXTS.leave;
    const answer = (leave: boolean): void => {
      leaving = false;
      if (leave) desk = null;
      changed();
    };
    return html`${question({ title, text, yes, no, lines: [], answer })}`;
  }

  // A file that misses its place must not replace the page, and the work in it.
  window.addEventListener('dragover', (event) => event.preventDefault());
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    if (desk === null) onFiles([...(event.dataTransfer?.files ?? [])]);
  });
  window.addEventListener('beforeunload', (event) => {
    if (desk?.view.workbook.isChanged() === true) event.preventDefault();
  });
  render(nothing, root);
  draw();
}

/** Reading and writing of files, with the large library that it takes. */
function loadFiles() {
  return import(/* webpackChunkName: "book" */ '../../workbook/file/open-file-workbook');
}
