/**
 * Small tools for building the page. Words of people go in as text nodes only, never as markup.
 */
import { icon } from './icons.js';

export { icon };

/**
 * Builds an element: h('p', { class: 'cap', onclick: f }, 'words', child). Attributes that are null or false are left
 * out; "on…" are listeners; children that are null or false are left out.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in PROPERTIES) element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** What has to be set as a property because the attribute is only the first value. */
const PROPERTIES = { value: 1, checked: 1, disabled: 1, selected: 1, textContent: 1 };

/** A button with an icon and words; pass '' as words and a label for an icon alone. */
export function button(words, { icon: name, label, ...rest } = {}) {
  return h('button', { type: 'button', class: 'btn', 'aria-label': label, title: label, ...rest }, name && icon(name), words);
}

/** So long a new text is left to whoever begins to read it: their first press and scroll wait for nothing else. */
export const READING_FIRST_MS = 1_000;

/** Runs the task when the page has nothing better to do, soon in any case; the task is told how much time it has. */
export function whenIdle(task) {
  if (globalThis.requestIdleCallback) requestIdleCallback(task, { timeout: 300 });
  else setTimeout(() => task({ timeRemaining: () => 0 }), 20);
}

/** Runs at most once per frame. */
export function perFrame(task) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      task();
    });
  };
}

/** Runs after a pause in the calls. */
export function afterPause(task, ms) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => task(...args), ms);
  };
}

/** Puts words on the clipboard, also where the page is not a secure context. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h('textarea', { class: 'vh', value: text, 'aria-hidden': 'true' });
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

/** Brings an element into view within its own pane; unlike scrollIntoView it never moves what stands around the pane. */
export function showInPane(element, { start = false, margin = 0 } = {}) {
  const pane = element?.closest('.scroll');
  if (!pane) return;
  const box = element.getBoundingClientRect();
  const view = pane.getBoundingClientRect();
  const above = box.top - view.top - margin;
  const below = box.bottom - view.bottom + margin;
  if (start || above < 0) pane.scrollTop += above;
  else if (below > 0) pane.scrollTop += Math.min(below, above);
}

/** A text field as high as its words. */
export function grow(field) {
  if (!field.isConnected || !field.offsetParent) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}

