/** A page's last word: why it can't start, and what to do. Written for browsers of any age: see `guard.ts`. */
import { START_NOTICES } from '../text/start-notices';

export type StartNotice = keyof typeof START_NOTICES;

/** Puts the notice in place of all that the page shows. Styles are set by script: the policy allows no inline ones. */
export function showNotice(kind: StartNotice): void {
  const notice = START_NOTICES[kind];
  const section = document.createElement('section');
  section.setAttribute('role', 'alert');
  section.setAttribute('data-notice', kind);
  const style = section.style;
  style.fontFamily = '"Segoe UI", "Helvetica Neue", Arial, sans-serif';
  style.fontSize = '14px';
  style.lineHeight = '20px';
  style.padding = '16px';
  section.appendChild(titleOf(notice.title));
  for (const text of notice.lines) {
    const line = document.createElement('p');
    line.textContent = text;
    section.appendChild(line);
  }
  while (document.body.firstChild) {
    document.body.removeChild(document.body.firstChild);
  }
  const main = document.createElement('main');
  main.appendChild(section);
  document.body.appendChild(main);
}

function titleOf(text: string): HTMLElement {
  const title = document.createElement('h1');
  title.textContent = text;
  title.style.fontSize = '18px';
  title.style.lineHeight = '24px';
  title.style.fontWeight = '600';
  title.style.margin = '0 0 8px';
  return title;
}
