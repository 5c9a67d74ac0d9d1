/**
 * Buttons that put a text on the clipboard: one that is ready, with the address of a page of ours in it, or one that the
 * server words when it is asked for.
 */
import { copy } from '../parts/dom.js';
import { Api } from '../parts/api.js';

const api = new Api('/app-api');

async function text({ copies, link, copiesFrom }) {
  return copiesFrom ? (await api.get(copiesFrom)).paragraph : copies.replace('{link}', location.origin + link);
}

addEventListener('click', async ({ target }) => {
  const button = target.closest?.('[data-copies], [data-copies-from]');
  if (!button) return;
  const { dataset } = button;
  try {
    await copy(await text(dataset));
    button.querySelector('span:last-child').textContent = dataset.done;
  } catch {
    button.querySelector('span:last-child').textContent = dataset.failed;
  }
});
