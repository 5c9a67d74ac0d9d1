/**
 * The proposed wording as it is typed: what is new in it is marked behind the letters, what is gone stands below.
 */
import { html } from '../lit/lit-html.js';
import { live } from '../lit/directives/live.js';
import { uuid } from '../parts/kept.js';
import { CommentKind } from '../parts/names.js';
import { marked } from './changes.js';
import { diff, pieces } from './diff.js';

export class Wording {
  /** @param oninput called with the words at every letter */
  constructor(t, oninput) {
    Object.assign(this, { t, oninput, id: uuid() });
  }

  /** The runs of what the words change in the original: reckoned once for each pair of them. */
  runs(original, words) {
    if (this.known?.original !== original || this.known.words !== words) this.known = { original, words, runs: diff(original, words) };
    return this.known.runs;
  }

  view(original, words, { hidden }) {
    const { t, id } = this;
    const runs = this.runs(original, words);
    const gone = runs.filter((run) => run.op === 'delete' && run.text.trim());
    return html`<div class="wording" ?hidden=${hidden}><label class="cap" for=${id}>${t('compose.wording')}</label>
      <div class="prop"><div class="back" aria-hidden="true">${marked(pieces(runs.filter((run) => run.op !== 'delete')))}\u200b</div><textarea id=${id} lang="vi" rows="2" .value=${live(words)} @input=${(event) => this.oninput(event.target.value)}></textarea></div>
      <p class="gone" lang="vi" ?hidden=${!gone.length}><span class="cap">${t('compose.removed')}</span> ${gone.map((run, i) => [i ? ' ' : '', html`<del>${run.text.trim()}</del>`])}</p></div>`;
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
