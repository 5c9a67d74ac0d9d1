/**
 * The shell of every dialog: it names itself, can be closed, and is gone from the page once it is.
 */
import { h, button } from './dom.js';
import { uuid } from './kept.js';

/**
 * A dialog that is not shown yet.
 *
 * @param title heads it; without one it needs a label
 * @param close the word on the button in the head
 * @param kind the class of its own
 * @param light whether a press beside it closes it
 * @param onclose called once it is closed
 */
export function dialog({ title, label, close, kind = '', light = false, onclose }, ...content) {
  const id = uuid();
  const element = h('dialog', { class: `dlg ${kind}`.trim(), 'aria-labelledby': title && id, 'aria-label': title ? null : label },
    title && h('header', {}, h('h2', { id, class: 's' }, title), button('', { icon: 'close', class: 'btn ico', label: close, onclick: () => element.close() })),
    content);
  element.addEventListener('close', () => {
    element.remove();
    onclose?.();
  });
  if (light) element.addEventListener('click', (event) => event.target === element && element.close());
  return element;
}

/** Puts the dialog over everything inside of its home. */
export function open(home, element) {
  home.append(element);
  element.showModal();
  return element;
}
