/**
 * Notes in the margin: each at the height of its words, none over another; the open one slides up until its box is whole,
 * its hairline stays at the words. Only notes near what is on the screen exist.
 */
import { h, perFrame } from '../parts/dom.js';
import { Thread } from './thread.js';

const GAP = 10;
const EDGE = 12;

export class Margin {
  /** @param desk gives scroll and flow elements and tells which sections are near the screen */
  constructor(reader, desk) {
    Object.assign(this, { reader, store: reader.store, desk, threads: new Map(), openId: null, tops: new WeakMap() });
    this.element = h('section', { class: 'margin', 'aria-label': reader.t('thread.region') });
    this.lay = perFrame(() => this.layNow());
    this.sizes = new ResizeObserver(this.lay);
    for (const [event, on] of [['pointerover', true], ['pointerout', false]]) this.element.addEventListener(event, (e) => this.point(e.target.closest('[data-thread]'), on));
  }

  /** Puts in the notes of near sections, takes out the far ones; a note being written stays. */
  sync() {
    const { reader, store } = this;
    const wanted = new Map();
    const kept = new Set([...store.typed, ...store.queued]);
    for (const section of this.desk.near) {
      for (const place of section.places) if (kept.has(place.id) || store.threads.at(place.id).length) wanted.set(place.id, place);
    }
    if (this.openId) wanted.set(this.openId, store.draft.place(this.openId));
    for (const [id, thread] of this.threads) {
      if (wanted.has(id)) continue;
      if (thread.element.contains(document.activeElement)) continue;
      this.sizes.unobserve(thread.element);
      thread.element.remove();
      this.threads.delete(id);
    }
    const ordered = [...wanted.values()].sort((a, b) => a.order - b.order);
    let before = null;
    for (const place of ordered) {
      let thread = this.threads.get(place.id);
      if (!thread) {
        thread = new Thread(reader, place);
        this.threads.set(place.id, thread);
        this.sizes.observe(thread.element);
      }
      const at = before ? before.nextSibling : this.element.firstChild;
      // Moving an element would take the focus away from a box inside it.
      if (at !== thread.element && !thread.element.contains(document.activeElement)) this.element.insertBefore(thread.element, at);
      before = thread.element;
    }
    this.lay();
  }

  hasSomething(id) {
    return this.store.threads.at(id).length > 0 || this.store.typed.has(id) || this.store.queued.has(id);
  }

  changed(ids) {
    for (const id of ids) this.threads.get(id)?.update();
    this.sync();
  }

  /** The note at a place, opened; the one open before closes. */
  open(id) {
    if (this.openId && this.openId !== id) this.close();
    this.openId = id;
    this.sync();
    const thread = this.threads.get(id);
    thread.setOpen(true);
    this.layNow();
    this.desk.paintAround(id);
    return thread;
  }

  close() {
    const id = this.openId;
    if (!id) return;
    this.openId = null;
    this.activeItem = null;
    this.threads.get(id)?.setOpen(false);
    this.desk.paintAround(id);
    this.sync();
  }

  /** The words of the note under the pointer stand out. */
  point(note, on) {
    if (!note) return;
    for (const mark of this.desk.placeElement(note.dataset.thread)?.querySelectorAll('mark') ?? []) mark.classList.toggle('hot', on);
  }

  // ---- positions

  /** The element whose top the note stands at: the words spoken about, or the place. */
  anchorOf(id) {
    const home = this.desk.placeElement(id);
    if (!home) return null;
    const active = this.activeItem && home.querySelector(`mark[data-ids~="${CSS.escape(this.activeItem)}"]`);
    return active || home.querySelector('mark.on') || home.querySelector('mark') || home;
  }

  layNow() {
    const { scroll, flow } = this.desk;
    if (!this.element.isConnected) return;
    const base = flow.getBoundingClientRect().top;
    const top = scroll.scrollTop;
    const view = scroll.clientHeight;
    this.element.style.setProperty('--most', `${view - 2 * EDGE}px`);
    const notes = [];
    for (const thread of [...this.threads.values()].sort((a, b) => a.place.order - b.place.order)) {
      const anchor = this.anchorOf(thread.place.id);
      if (!anchor) continue;
      notes.push({ thread, at: anchor.getClientRects()[0]?.top - base - 8, height: thread.element.offsetHeight, open: thread.open });
    }
    const known = notes.filter((n) => !Number.isNaN(n.at));
    place(known, top, view);
    for (const { thread, at, y, height } of known) {
      const style = thread.element.style;
      style.transform = `translateY(${Math.round(y)}px)`;
      style.setProperty('--tie', `${Math.min(height - 12, Math.max(12, at - y + 22))}px`);
      thread.element.classList.add('placed');
    }
  }
}

/** Heights for notes in order: the open one first, the others give way above and below it. */
export function place(notes, top, view) {
  const open = notes.findIndex((n) => n.open);
  if (open >= 0) {
    const n = notes[open];
    n.y = Math.max(Math.min(n.at, top + view - n.height - EDGE), Math.min(n.at, top + EDGE), 0);
    let limit = n.y - GAP;
    for (let i = open - 1; i >= 0; i--) {
      notes[i].y = Math.min(notes[i].at, limit - notes[i].height);
      limit = notes[i].y - GAP;
    }
  }
  let end = -Infinity;
  notes.forEach((n, i) => {
    if (open < 0 || i > open) n.y = n.at;
    n.y = Math.max(n.y, end, 0);
    end = n.y + n.height + GAP;
  });
}
