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

/** Lower case without tone and other marks, one character for each character, so that offsets stay. */
export function fold(text) {
  let folded = '';
  for (const unit of text.normalize('NFC')) folded += foldings.get(unit) ?? foldedUnit(unit);
  return folded;
}

const foldings = new Map();

function foldedUnit(unit) {
  const base = unit.normalize('NFD')[0].toLowerCase();
  const folded = unit.length > 1 || base.length > 1 ? unit : base === 'đ' ? 'd' : base;
  foldings.set(unit, folded);
  return folded;
}

/** White space as one blank, ends trimmed. */
export const squeeze = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

/** Two digits at least, as offices write totals. */
export const two = (n) => String(n).padStart(2, '0');

/** "23/11, 08:05" of an ISO time, in the reader's own time zone; the year only where it is another one. */
export function dayAndTime(iso) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  const year = at.getFullYear() === new Date().getFullYear() ? '' : `/${at.getFullYear()}`;
  return `${two(at.getDate())}/${two(at.getMonth() + 1)}${year}, ${clockTime(at)}`;
}

/** "08:05". */
export const clockTime = (at) => `${two(at.getHours())}:${two(at.getMinutes())}`;

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

/** A UUID; crypto.randomUUID is missing on plain http inside an office network. */
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 0x0f) | 0x40;
  b[8] = (b[8] & 0x3f) | 0x80;
  const hex = [...b].map((x) => x.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
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

/** A value kept in this browser; storage may be full or forbidden, reading must go on all the same. */
export const kept = {
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
  remove(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      /* nothing was kept */
    }
  },
  keys(prefix) {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    } catch {
      return [];
    }
  },
};

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
