/**
 * The proposed wording as it is typed: what is new in it is marked behind the letters, what is gone stands below.
 */
import { h, grow } from '../parts/dom.js';
import { uuid } from '../parts/kept.js';
import { CommentKind } from '../parts/names.js';
import { diff, runNodes } from './diff.js';

export class Wording {
  /** @param oninput called with the words at every letter */
  constructor(t, words, oninput) {
    const id = uuid();
    this.t = t;
    this.back = h('div', { class: 'back', 'aria-hidden': 'true' });
    this.field = h('textarea', { id, lang: 'vi', rows: 2, value: words, spellcheck: false, oninput: () => oninput(this.field.value) });
    this.removed = h('p', { class: 'gone', lang: 'vi' });
    this.element = h('div', { class: 'wording' }, h('label', { class: 'cap', for: id }, t('compose.wording')), h('div', { class: 'prop' }, this.back, this.field), this.removed);
  }

  /** Shows what the words change in the original; gives the runs of the difference. */
  show(original, words) {
    const runs = diff(original, words);
    this.back.replaceChildren(...runNodes(runs.filter((r) => r.op !== 'delete')), '\u200b');
    const gone = runs.filter((r) => r.op === 'delete' && r.text.trim());
    this.removed.hidden = !gone.length;
    this.removed.replaceChildren(h('span', { class: 'cap' }, this.t('compose.removed')), ' ', ...gone.flatMap((r, i) => [i ? ' ' : '', h('del', {}, r.text.trim())]));
    grow(this.field);
    return runs;
  }
}

/**
 * The kind of an opinion as long as its writer has not said it: a proposal that only adds is "ADD", one that only takes
 * away "REMOVE"; a remark is "OTHER".
 *
 * @param runs of the difference that a proposal makes
 * @param kinds that there are to choose from
 */
export function likelyKind(mode, runs, kinds) {
  const some = (op) => runs.some((r) => r.op === op && r.text.trim());
  const [added, removed] = [some('insert'), some('delete')];
  const proposed = added && !removed ? CommentKind.ADD : removed && !added ? CommentKind.REMOVE : CommentKind.EDIT;
  const code = mode === 'propose' ? proposed : CommentKind.OTHER;
  return kinds.some((kind) => kind.code === code) ? code : (kinds[0]?.code ?? '');
}
