/**
 * A row of controls as one stop of the Tab key: the arrows, Home and End go from one to the next. Whoever pressed one with
 * the pointer goes on with the keys of the page, which the arrows may belong to.
 */
import { perFrame } from './dom.js';

const CONTROLS = 'button, a[href], select';
const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * @param items which of the elements inside are gone through
 * @param onmove called with the one that was gone to by keys
 */
export function roving(row, { items = CONTROLS, onmove } = {}) {
  let current = null;
  let pointed = false;
  // What opens over the row has its own order.
  const all = () => [...row.querySelectorAll(items)].filter((one) => !one.closest('[popover]'));
  const there = () => all().filter((one) => !one.disabled && one.checkVisibility());
  const settle = () => {
    const shown = there();
    if (!shown.includes(current)) current = shown.find((one) => one.getAttribute('aria-selected') === 'true') ?? shown[0] ?? null;
    for (const one of all()) one.tabIndex = one === current ? 0 : -1;
  };
  const settleSoon = perFrame(() => row.isConnected && settle());

  row.addEventListener('pointerdown', () => (pointed = true));
  row.addEventListener('focusin', ({ target }) => {
    const control = all().find((one) => one.contains(target));
    if (!control) return;
    current = control;
    settle();
  });
  row.addEventListener('focusout', ({ relatedTarget }) => {
    if (!row.contains(relatedTarget)) pointed = false;
  });
  row.addEventListener('keydown', (event) => {
    if (event.key === 'Tab') pointed = false;
    if (pointed || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const shown = there();
    const at = shown.findIndex((one) => one.contains(event.target));
    if (at < 0) return;
    const step = STEPS[event.key];
    const to = step ? shown[(at + step + shown.length) % shown.length] : { Home: shown[0], End: shown.at(-1) }[event.key];
    if (!to) return;
    event.preventDefault();
    to.focus();
    onmove?.(to);
  });
  // What comes, goes or is put out of use; sizes are told once the page is laid out, so that nothing is reckoned for it.
  new MutationObserver(settleSoon).observe(row, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden', 'disabled', 'aria-selected'] });
  new ResizeObserver(settle).observe(row);
  return settle;
}
