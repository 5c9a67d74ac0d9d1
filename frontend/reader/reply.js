/**
 * The small box for an answer in a thread. The words are kept like those of an opinion, and sent at once when said so.
 */
import { h, button, icon, uuid } from '../parts/dom.js';
import { grow } from './compose.js';
import { Unreachable } from '../parts/api.js';
import { Attempts } from '../parts/attempts.js';
import { Capacity } from '../parts/names.js';

/** The key under which the words of an answer are kept. */
export const replyKey = (item) => `reply:${item.id}`;

/** @param name of the one who is answered */
export function replyBox(reader, item, name) {
  const { t } = reader;
  const id = uuid();
  const attempts = new Attempts();
  const error = h('p', { class: 'err', role: 'alert', hidden: true });
  const text = h('textarea', { id, class: 'fld', rows: 2, lang: 'vi', value: reader.drafts.get(replyKey(item))?.text ?? '', oninput: () => {
    grow(text);
    reader.drafts.set(replyKey(item), { text: text.value });
    reader.layout();
  } });
  const close = () => {
    reader.drafts.remove(replyKey(item));
    box.remove();
    reader.layout();
  };
  const box = h('form', { class: 'replybox' }, h('label', { class: 'cap', for: id }, t('reply.to', { name })), text, error,
    h('p', { class: 'vis' }, icon('eye'), h('span', {}, reader.json.visibility[item.unit ? Capacity.UNIT : Capacity.OWN])),
    h('div', { class: 'row' }, h('span', { class: 'grow' }), button(t('action.cancel'), { class: 'btn sm', onclick: close }), button(t('action.sendReply'), { class: 'btn sm pri', type: 'submit' })));
  text.addEventListener('keydown', (e) => {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) box.requestSubmit();
  });
  box.addEventListener('submit', async (e) => {
    e.preventDefault();
    const words = text.value.trim();
    if (!words || text.readOnly) return text.focus();
    text.readOnly = true;
    try {
      await send(reader, item, words, attempts);
      close();
    } catch (failure) {
      if (failure.status === 401) return reader.signedOut(failure);
      error.hidden = false;
      error.replaceChildren(icon('warning'), h('span', {}, failure instanceof NotKept ? failure.message : reader.sentenceFor(failure)));
    } finally {
      text.readOnly = false;
    }
  });
  return box;
}

/** No network, and no room in this browser: the words are in the box only. */
class NotKept extends Error {}

async function send(reader, item, words, attempts) {
  const path = `/comments/${item.id}/replies`;
  try {
    await attempts.run(words, (key) => reader.api.call('POST', path, { text: words }, { key }));
    reader.announce(reader.t('msg.replied'));
    reader.refresh();
  } catch (failure) {
    if (!(failure instanceof Unreachable)) throw failure;
    if (!reader.queue.add({ key: attempts.key, path, body: { text: words }, placeId: item.provisionId, replyTo: item.id })) throw new NotKept(reader.t('err.notKept'));
    reader.offline();
  }
}
