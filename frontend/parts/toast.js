/**
 * A sentence that goes away by itself, with at most one thing to do about it.
 */
import { h, button } from './dom.js';

/**
 * Shows the sentence in the place of the one before.
 *
 * @param action { words, act }, or nothing
 * @param ms how long it stays; it waits while the pointer or the focus is on it
 * @param close the word on a button that takes it away; without one there is none, and an action stays until the next
 */
export function toast(list, words, action, { ms, close }) {
  let timer;
  const gone = () => element.remove();
  const element = h('div', { class: 'toast' }, h('span', {}, words),
    action && button(action.words, { class: close ? 'btn sm ter' : 'btn', onclick: () => {
      if (close) gone();
      action.act();
    } }),
    close && button('', { icon: 'close', class: 'btn ico', label: close, onclick: gone }));
  list.replaceChildren(element);
  if (action && !close) return;
  const again = (after) => (timer = setTimeout(gone, after));
  const stay = () => clearTimeout(timer);
  again(ms);
  element.addEventListener('pointerenter', stay);
  element.addEventListener('focusin', stay);
  element.addEventListener('pointerleave', () => again(ms / 2));
}
