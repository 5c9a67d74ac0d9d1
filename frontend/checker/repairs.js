/**
 * The steps of a check: one after the other, each saved before the next, each on top of what is true at the server.
 */
import { Unreachable } from '../parts/errors.js';

export class Repairs {
  /** @param notices says what has become of a step */
  constructor(api, store, path, notices) {
    Object.assign(this, { api, store, path, notices, say: store.say, saved: Promise.resolve() });
  }

  /** Does something to a place of the text. */
  repair(op, more, spot) {
    const { store } = this;
    if (!store.open || !spot) return;
    const repair = { op, block: spot.block, offset: spot.offset, ...more };
    this.save((repairs) => (this.isDone(repair) ? null : [...repairs, repair]), { op, counts: op === 'PROMOTE' || op === 'DEMOTE' });
  }

  /** Whether a press was one too many: words that are missing no more need no place. */
  isDone({ op, words }) {
    return op === 'SUPPLY' && !this.store.structure.missing.some((one) => one.words === words);
  }

  /** Takes the last step back. */
  undo() {
    if (this.store.open) this.save((repairs) => (repairs.length ? repairs.slice(0, -1) : null), { op: 'UNDO' });
  }

  save(change, { op, counts }) {
    return this.inTurn(async () => {
      const before = this.store.repairs;
      const after = change(before);
      if (!after) return op === 'UNDO' && this.notices.toast(this.say('undo.none'));
      this.notices.quiet();
      try {
        await this.put(after);
      } catch (error) {
        if (error.status !== 412) throw error;
        return this.crossed(op === 'UNDO' ? () => null : change);
      }
      if (counts && this.store.repairs.length === before.length) this.notices.toast(this.say(`${op.toLowerCase()}.none`));
      else this.tell(op);
    });
  }

  /** Says what was done, and to which paragraph. */
  tell(op) {
    const piece = this.store.current;
    this.notices.announce([this.say(`done.${op}`), piece && this.store.words(piece)].filter(Boolean).join(' '));
  }

  async put(repairs) {
    this.taken(await this.api.call('PUT', `${this.path}/outline`, { repairs }, { version: this.store.structure.version }));
  }

  taken(structure) {
    this.store.take(structure);
    this.store.unsaved = false;
  }

  async readAgain() {
    this.store.take(await this.api.get(`${this.path}/structure`));
  }

  /** Somebody else repaired first: their work is shown, and this repair is done once more behind it where that can be. */
  async crossed(change) {
    const { store } = this;
    const text = store.structure.tracked.changes;
    await this.readAgain();
    const name = store.otherName;
    const again = store.open && store.structure.tracked.changes === text && change(store.repairs);
    if (again && (await this.done(again))) return this.notices.toast(this.say('conflict.both', { name }));
    store.unsaved = true;
    this.notices.toast(this.say('conflict.lost', { name }), { words: this.say('reload'), act: () => location.reload() });
  }

  /** Whether the repairs were taken; not when somebody was first once more, or the place is gone. */
  async done(repairs) {
    try {
      await this.put(repairs);
      return true;
    } catch (error) {
      if (error.status !== 412 && error.status !== 422) throw error;
      return false;
    }
  }

  /** Another text of the tracked changes: the server reads the file again, repairs follow their paragraphs. */
  chooseChanges(changes) {
    return this.inTurn(async () => {
      const before = this.store.repairs.length;
      this.taken(await this.api.call('PUT', `${this.path}/changes`, { changes }, { version: this.store.structure.version }));
      const lost = before - this.store.repairs.length;
      if (lost) this.notices.toast(this.say('changes.lost', { n: lost }));
      else this.notices.announce(this.say(`changes.${changes}`));
    });
  }

  /** What is saved waits for what was saved before it. */
  inTurn(act) {
    this.saved = this.saved.then(async () => {
      this.store.begins();
      try {
        await act();
      } catch (error) {
        await this.refused(error);
      } finally {
        this.store.ends();
      }
    });
    return this.saved;
  }

  async refused(error) {
    this.store.unsaved = true;
    if (error instanceof Unreachable) return this.notices.toast(this.say('err.offline'));
    if (error.status === 401) return location.reload();
    if (error.status === 412) return this.crossed(() => null);
    this.notices.toast(error.message || this.say('err.server'));
    if (error.status === 409) await this.readAgain();
  }

  /** Ends the check once all is saved; gives whether it has ended. */
  async publish() {
    await this.saved;
    try {
      await this.api.call('POST', `${this.path}/publish`, {});
      return true;
    } catch (error) {
      await this.refused(error);
      return false;
    }
  }
}
