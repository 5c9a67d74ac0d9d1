/**
 * Links to a PDF file that the server may need long for: a press has it written, a box in the corner says how far it is, and
 * then it is fetched. Where the same file is ready or short it comes at once.
 */
import { Api } from '../parts/api.js';
import { Refused, Unreachable } from '../parts/errors.js';
import { PrintState } from '../parts/names.js';
import { button, h } from '../parts/dom.js';

const BETWEEN_MS = 700;

const api = new Api('/app-api');

/** The box of one print; it stays on the page wherever its person goes meanwhile. */
class Box {
  constructor(words) {
    this.words = words;
    this.said = h('p', { role: 'status' });
    this.bar = h('progress', { max: 1, value: 0, 'aria-label': words.title });
    this.element = h('div', { class: 'print-box' }, this.said, this.bar);
    document.body.append(this.element);
  }

  /** Read out once; the count beside it changes in silence. */
  running({ written, said }) {
    if (!this.count) {
      this.said.textContent = this.words.title;
      this.count = h('span', { class: 'cap', 'aria-hidden': 'true' });
      this.bar.after(this.count);
    }
    this.bar.value = said ? written / said : 0;
    this.count.textContent = this.words.running.replace('{0}', written).replace('{1}', said);
  }

  end(words, link) {
    this.bar.remove();
    this.count?.remove();
    this.said.textContent = words;
    if (link) this.element.append(link);
    this.element.append(button(this.words.close, { class: 'btn sm ter', onclick: () => this.element.remove() }));
  }
}

const pause = () => new Promise((done) => setTimeout(done, BETWEEN_MS));

/** A line that is cut for a moment does not end the waiting: the server goes on. */
async function again(address) {
  try {
    return await api.get(address);
  } catch (failed) {
    if (failed instanceof Unreachable) return null;
    throw failed;
  }
}

async function print({ prints, ...words }) {
  let box;
  try {
    let now = await api.call('POST', prints);
    if (now.state === PrintState.DONE) return location.assign(`/app-api${now.address}.pdf`);
    box = new Box(words);
    while (now.state === PrintState.WAITING) {
      box.running(now);
      await pause();
      now = (await again(now.address)) ?? now;
    }
    if (now.state === PrintState.FAILED) return box.end(words.failed);
    const link = h('a', { class: 'btn sm', href: `/app-api${now.address}.pdf`, download: true }, words.open);
    box.end(words.done, link);
    link.click();
  } catch (failed) {
    (box ?? new Box(words)).end((failed instanceof Refused && failed.message) || words.failed);
  }
}

addEventListener('click', (event) => {
  const link = event.target.closest?.('[data-prints]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  print(link.dataset);
});
