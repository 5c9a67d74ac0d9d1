/**
 * The reader on a desk: outline, sheet and margin side by side; the outline folds into a drawer where it is narrow.
 */
import { h, perFrame, copy } from '../parts/dom.js';
import { squeeze } from '../parts/words.js';
import { linksIn, locateIn, paint } from './text.js';
import { Sections } from './sections.js';
import { ReferenceCard } from './reference.js';
import { Margin } from './margin.js';
import { OutlinePane } from './outline.js';
import { SelectionBar, selected } from './select.js';
import { Find } from './find.js';
import { WorkBar } from './bar.js';
import { foldedBrief } from './brief.js';
import { bodyName, hasRelated, sentence } from './model.js';
import { isGone, isSent } from './threads.js';

/** Below the running head. */
const UNDER_HEAD = 52;
/** Letters that load late move lines by less than this; scrolling moves them by more. */
const NUDGE = 24;

export class Desk {
  constructor(reader) {
    Object.assign(this, { reader, store: reader.store, t: reader.t, near: new Set(), current: null, place: null, life: new AbortController() });
    this.outline = new OutlinePane(reader, { onpick: (place, entry) => this.picked(place, entry) });
    this.bar = new WorkBar(reader, { onoutline: () => this.fold() });
    this.margin = new Margin(reader, this);
    this.runLeft = h('span');
    this.runRight = h('span');
    this.sheet = h('article', { class: 'sheet law', lang: 'vi', 'aria-label': reader.store.version.title }, h('p', { class: 'run', 'aria-hidden': 'true' }, this.runLeft, this.runRight));
    this.sections = new Sections(reader, this.sheet);
    this.select = new SelectionBar(reader, this);
    this.find = new Find(reader, this);
    this.flow = h('div', { class: 'flow' }, this.sheet, this.margin.element, this.select.element);
    this.scroll = h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': this.t('sheet.label') }, this.flow);
    this.element = h('div', { class: 'desk' }, h('h1', { class: 'vh' }, reader.heading), this.bar.element, h('div', { class: 'over' }, reader.notices.lines, foldedBrief(reader.store)), this.outline.element, h('div', { class: 'read' }, this.find.element, this.scroll));
    this.listen();
  }

  listen() {
    this.onscroll = perFrame(() => {
      this.locate();
      this.margin.layNow();
    });
    this.scroll.addEventListener('scroll', this.onscroll, { passive: true });
    this.sizes = new ResizeObserver(() => this.layout());
    this.sizes.observe(this.scroll);
    this.sizes.observe(this.sheet);
    this.observer = new IntersectionObserver((entries) => this.seen(entries), { root: this.scroll, rootMargin: '100% 0px' });
    for (const element of this.sections.elements) this.observer.observe(element);
    this.sheet.addEventListener('click', (e) => this.clicked(e));
    this.sheet.addEventListener('pointerover', ({ target }) => {
      const place = target.closest('[data-place]');
      if (place) this.sections.equip(place);
    });
    this.card = new ReferenceCard(this.reader, this.sheet);
    const { signal } = this.life;
    this.store.addEventListener('opinions', ({ detail }) => (detail.places.size ? this.changed(detail.places) : this.bar.update()), { signal });
    this.store.addEventListener('waiting', () => this.changed(this.store.places), { signal });
    this.store.addEventListener('round', () => this.bar.update(), { signal });
  }

  destroy() {
    this.life.abort();
    this.sections.end();
    this.observer.disconnect();
    this.sizes.disconnect();
    this.select.destroy();
    this.card.destroy();
    this.element.remove();
  }

  seen(entries) {
    for (const entry of entries) {
      const section = this.store.draft.sections[entry.target.dataset.section];
      if (entry.isIntersecting) {
        this.sections.write(section);
        this.near.add(section);
        this.paintSection(section);
      } else this.near.delete(section);
    }
    this.margin.sync();
    this.locate();
  }

  /** Puts the focus where one reads, not on the pane around it. */
  focusHere() {
    const place = this.placeHere;
    const element = place ? this.elementOf(place) : this.scroll;
    if (element !== this.scroll) element.tabIndex = -1;
    if (place) this.sign(place);
    element.focus({ preventScroll: true });
  }

  get openPlaceId() {
    return this.margin.openId;
  }

  placeElement(id) {
    return this.sections.place(id);
  }

  // ---- marks

  paintSection(section) {
    for (const element of this.sections.element(section).querySelectorAll('.tx')) if (element.place) this.paintElement(element);
  }

  paintElement(element) {
    const { place } = element;
    const open = this.margin.openId === place.id;
    const composer = open ? this.margin.threads.get(place.id)?.composer : null;
    const marks = [];
    for (const item of this.store.threads.at(place.id)) {
      if (isGone(item) || composer?.item?.id === item.id) continue;
      const at = locateIn(element, item);
      if (at) marks.push({ from: at[0], to: at[1], id: item.id, mine: !isSent(item), on: open && !composer?.state.anchor && (!this.margin.activeItem || this.margin.activeItem === item.id) });
    }
    const typed = composer ? null : this.store.drafts.latest(place.id);
    const writing = composer ? composer.state.anchor : typed && this.store.drafts.get(typed).anchor;
    const at = writing && locateIn(element, writing);
    if (at) marks.push({ from: at[0], to: at[1], id: 'writing', mine: !composer, on: Boolean(composer) });
    paint(element, marks, linksIn(element, this.store.draft.citations));
  }

  paintAround(id) {
    for (const tx of this.sheet.querySelectorAll(`[data-place="${CSS.escape(id)}"] .tx`)) if (tx.place?.id === id) this.paintElement(tx);
  }

  // ---- where one is

  /** Finds the section at the upper third of the screen: sections lie in order, so a few looks are enough. */
  locate() {
    // Before the page has its measure all sections stand at one height, and the last would be taken for the one being read.
    if (!this.scroll.clientHeight) return;
    const { sections } = this.store.draft;
    const line = this.scroll.getBoundingClientRect().top + Math.min(260, this.scroll.clientHeight * 0.34);
    let low = 0;
    let high = sections.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.sections.element(sections[middle]).getBoundingClientRect().top <= line) low = middle;
      else high = middle - 1;
    }
    let at = sections[low];
    // Sections above that are laid out late push the goal away; as long as nobody has scrolled it is brought back.
    if (this.goal && !this.onScreen(this.goal) && this.scroll.scrollTop === this.goalScroll) this.bring(this.goal, this.goalBlock);
    if (this.goal && this.onScreen(this.goal)) at = this.goal.section;
    else this.goal = null;
    if (at !== this.current) this.setCurrent(at);
  }

  /** Whether the place that was gone to still stands where it was brought: nobody has scrolled since. */
  onScreen(place) {
    return Math.abs(this.heightOf(place) - this.goalAt) < NUDGE;
  }

  /** How far below the upper edge of the text the place stands. */
  heightOf(place) {
    return this.elementOf(place).getBoundingClientRect().top - this.scroll.getBoundingClientRect().top;
  }

  setCurrent(section) {
    if (this.current) this.sections.element(this.current).classList.remove('here');
    this.current = section;
    this.sections.element(section).classList.add('here');
    this.sections.write(section);
    this.sections.equip(this.sections.element(section));
    this.outline.show(section);
    const chapter = section.crumbs.at(-1);
    this.runLeft.textContent = [section.body ? bodyTitle(section.body) : '', chapter].filter(Boolean).join(' · ') || section.name;
    this.runRight.textContent = section.kind === 'ARTICLE' && section.counted ? `${squeeze(section.name)} / ${this.ofBody(section).length}` : ['GENERAL', 'FRONT'].includes(section.kind) ? '' : section.name;
    this.reader.way.remember(section);
  }

  ofBody(section) {
    return this.store.draft.articles.filter((a) => a.body === section.body);
  }

  /** Brings a place onto the screen and makes it the current one. */
  go(place, { focus = false, block = 'start' } = {}) {
    const element = this.elementOf(place);
    this.place = place;
    this.sign(place);
    this.bring(place, block);
    this.setCurrentIfNew(place.section);
    if (focus) {
      element.tabIndex = -1;
      element.focus({ preventScroll: true });
    }
  }

  /** The place inside of its section that was gone to keeps a sign until another is. */
  sign(place) {
    this.signed?.classList.remove('at');
    this.signed = place === place.section.main ? null : this.elementOf(place);
    this.signed?.classList.add('at');
  }

  elementOf(place) {
    this.sections.writeFrom(place.section.index);
    return this.placeElement(place.id) ?? this.sections.element(place.section);
  }

  bring(place, block) {
    this.reveal(this.elementOf(place), block);
    Object.assign(this, { goal: place, goalBlock: block, goalAt: this.heightOf(place), goalScroll: this.scroll.scrollTop });
  }

  setCurrentIfNew(section) {
    if (section !== this.current) this.setCurrent(section);
  }

  reveal(element, block = 'start') {
    const head = element.closest('.sec').querySelector('.chap');
    const above = element.previousElementSibling;
    const target = block === 'start' && above && (above === head || above.matches('.lead')) ? above : element;
    // A second time, because sections that were only guessed have their true height now.
    for (let i = 0; i < 2; i++) {
      const box = target.getBoundingClientRect();
      const view = this.scroll.getBoundingClientRect();
      const goal = block === 'start' ? view.top + UNDER_HEAD : view.top + Math.max(UNDER_HEAD, (view.height - box.height) / 2);
      this.scroll.scrollTop += box.top - goal;
    }
  }

  /** j and k: the next or previous Điều. */
  step(by) {
    const { sections } = this.store.draft;
    const at = sections.indexOf(this.current) + by;
    if (sections[at]) this.go(sections[at].main ?? sections[at].places[0], { focus: true });
  }

  /** Shift+J, Shift+K: the next or previous place, down to the điểm. */
  stepPlace(by) {
    const places = [...this.store.draft.places.values()];
    let at = places.indexOf(this.place ?? this.current?.main ?? places[0]) + by;
    while (places[at] && !this.placeElement(places[at].id)) at += by;
    if (places[at]) this.go(places[at], { focus: true, block: 'center' });
  }

  picked(place, entry) {
    this.fold(false);
    if (!place) return;
    this.reader.way.follow(place);
    if (entry.kind === 'TOP' && entry.section.kind === 'GENERAL') this.reader.openPlace(place.id, {});
  }

  fold(open = !this.element.classList.contains('drawer-open')) {
    this.element.classList.toggle('drawer-open', open);
    this.bar.foldButton.setAttribute('aria-expanded', String(open));
    if (open) this.outline.filter.focus();
    else if (this.outline.element.contains(document.activeElement)) this.bar.foldButton.focus();
  }

  // ---- events

  clicked(event) {
    const perma = event.target.closest('[data-perma]');
    const reference = event.target.closest('[data-ref]');
    const comment = event.target.closest('[data-comment]');
    const related = event.target.closest('[data-related]');
    const life = event.target.closest('[data-life]');
    const mark = event.target.closest('mark[data-ids]');
    const place = this.store.draft.place(event.target.closest('[data-place]')?.dataset.place);
    if (place) this.place = place;
    if (perma && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const target = this.store.draft.place(perma.dataset.perma);
      this.reader.way.set(target);
      copy(new URL(`#${target.hash}`, location.href).href);
      this.reader.toast(this.t('msg.link', { place: target.name }));
    } else if (reference && !event.ctrlKey && !event.metaKey) {
      this.followed(event, place, reference);
    } else if (comment) this.reader.compose(this.store.draft.place(comment.dataset.comment), { mode: 'comment' });
    else if (related) this.reader.related(this.store.draft.place(related.dataset.related));
    else if (life) this.reader.life(this.store.draft.place(life.dataset.life));
    else if (mark && document.getSelection().isCollapsed) {
      const id = mark.dataset.ids.split(' ').at(-1);
      this.openPlace(mark.closest('.tx').place.id, { item: id === 'writing' ? null : id });
    }
  }

  /** A citation was clicked: inside the draft one goes there, to another document the browser does. */
  followed(event, from, link) {
    const target = this.store.draft.citations.target(link.dataset.ref);
    if (this.card.tapped(event, link) || !target) return;
    event.preventDefault();
    this.card.hide();
    this.reader.way.followReference(from, target);
  }

  // ---- what the reader asks of its view

  openPlace(id, { item, focus } = {}) {
    const place = this.store.draft.place(id);
    this.place = place;
    this.margin.activeItem = item ?? null;
    const thread = this.margin.open(id);
    this.element.classList.add('noted');
    if (item) thread.show(item);
    if (focus) (thread.element.querySelector('.start button, .box textarea') ?? thread.title).focus({ preventScroll: true });
    this.margin.layNow();
    return thread;
  }

  closePlace() {
    const id = this.margin.openId;
    const inside = this.margin.threads.get(id)?.element.contains(document.activeElement);
    this.margin.close();
    this.element.classList.remove('noted');
    if (inside) (this.margin.threads.get(id)?.title ?? this.scroll).focus({ preventScroll: true });
  }

  compose(place, options) {
    if (!this.isShown(place)) this.go(place, { block: 'center' });
    const thread = this.openPlace(place.id);
    thread.compose(options);
    this.paintAround(place.id);
    this.margin.layNow();
  }

  isShown(place) {
    const box = this.placeElement(place.id)?.getBoundingClientRect();
    const view = this.scroll.getBoundingClientRect();
    return box && box.bottom > view.top + 40 && box.top < view.bottom - 40;
  }

  composerClosed(thread) {
    this.paintAround(thread.place.id);
    if (!this.margin.hasSomething(thread.place.id)) this.closePlace();
    else this.margin.layNow();
  }

  /** c: on the selected words, else on the place last pointed at, else on the Điều in view. */
  commentHere(mode = 'comment') {
    const found = this.select.current ?? selected(this.sheet);
    if (found) {
      document.getSelection().removeAllRanges();
      return this.reader.compose(found.place, { mode, anchor: found.anchor });
    }
    const place = this.placeHere;
    if (place) this.reader.compose(place, { mode });
  }

  /** The place last pointed at, else the Điều in view. */
  get placeHere() {
    return this.place && this.place.section === this.current ? this.place : (this.current?.main ?? this.current?.places[0]);
  }

  /** r: what is like the place where one is. */
  relatedHere() {
    if (hasRelated(this.placeHere)) this.reader.related(this.placeHere);
  }

  changed(ids) {
    for (const id of ids) {
      const section = this.store.draft.place(id)?.section;
      if (this.near.has(section)) this.paintAround(id);
    }
    this.margin.changed(ids);
    this.outline.showCounts(this.store.threads.counts(), this.store.typedSections());
    this.bar.update();
  }

  layout() {
    this.margin.lay();
  }

  escape() {
    if (this.element.classList.contains('drawer-open')) this.fold(false);
    else if (this.margin.openId) this.closePlace();
  }
}

function bodyTitle(body) {
  const type = bodyName(body);
  const title = sentence(squeeze(body.title));
  const rest = title.toLowerCase().startsWith(type.toLowerCase()) ? title.slice(type.length).trim() : title;
  return rest.length && rest.length < 40 ? `${type} ${rest}` : type;
}
