/**
 * The small window that a button of the ribbon shows where nothing can be written into the workbook. Its address names
 * the problem; the words are the product's own, so that no address can make the page say anything else.
 */
import { HOST_PROBLEMS } from '../text/host-problems';

function isKnown(name: string): name is keyof typeof HOST_PROBLEMS {
  return Object.keys(HOST_PROBLEMS).includes(name);
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

const named = new URLSearchParams(location.search).get('problem') ?? '';
const { what, why, next } = HOST_PROBLEMS[isKnown(named) ? named : 'unknown'];
document.getElementById('problem')?.append(element('h1', what), element('p', why), element('p', next));
