/**
 * The small box for an answer in a thread. The words are kept like those of an opinion, and sent at once when said so.
 */
import { h, button, icon, grow } from '../parts/dom.js';
import { uuid } from '../parts/kept.js';
import { NotKept } from '../parts/errors.js';
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
  const text = h('textarea', { id, class: 'fld', rows: 2, lang: 'vi', value: reader.store.drafts.get(replyKey(item))?.text ?? '', oninput: () => {
    grow(text);
    reader.store.drafts.set(replyKey(item), { text: text.value });
    reader.layout();
  } });
  const close = () => {
    reader.store.drafts.remove(replyKey(item));
    box.remove();
    reader.layout();
  };
  const box = h('form', { class: 'replybox' }, h('label', { class: 'cap', for: id }, t('reply.to', { name })), text, error,
    h('p', { class: 'vis' }, icon('eye'), h('span', {}, reader.store.visibility[item.unit ? Capacity.UNIT : Capacity.OWN])),
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
      const { waits } = await reader.server.reply(item, words, attempts);
      close();
      if (waits) reader.news.offline();
      else reader.announce(t('msg.replied'));
    } catch (failure) {
      if (failure.status === 401) return reader.news.signedOut(failure);
      error.hidden = false;
      error.replaceChildren(icon('warning'), h('span', {}, failure instanceof NotKept ? failure.message : reader.news.sentenceFor(failure)));
    } finally {
      text.readOnly = false;
    }
  });
  return box;
}
