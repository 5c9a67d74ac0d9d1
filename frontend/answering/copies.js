/**
 * Buttons that put a ready text on the clipboard, with the address of a page of ours in it.
 */
import { copy } from '../parts/dom.js';

addEventListener('click', async ({ target }) => {
  const button = target.closest?.('[data-copies]');
  if (!button) return;
  await copy(button.dataset.copies.replace('{link}', location.origin + button.dataset.link));
  button.querySelector('span:last-child').textContent = button.dataset.done;
});
