/**
 * "Đọc từng điều": on a phone one Điều at a time in large letters, two thumbs away from agreeing, speaking or going on.
 * Nothing needs hovering or selecting words.
 */
import { dialog, open } from '../parts/dialog.js';
import { h, button, icon } from '../parts/dom.js';
import { two, capital } from '../parts/words.js';
import { roving } from '../parts/roving.js';
import { Sheet, linksIn, locateIn, paint } from './text.js';
import { Thread } from './thread.js';
import { OutlinePane } from './outline.js';
import { SIZES, deadlineWords, setTextSize, textSize } from './bar.js';
import { bodyName, DOSSIER } from './model.js';
import { isEarlier, isGone, isSent } from './threads.js';
import { reviewWords, sendable } from './whose.js';
import { brief } from './brief.js';
import { ReferenceCard } from './reference.js';

/** More pieces than this become one line. */
const MOST_SEGMENTS = 40;

export class Phone {
  constructor(reader) {
    Object.assign(this, { reader, store: reader.store, t: reader.t, current: null, place: null, life: new AbortController() });
    this.sheetOf = new Sheet(reader);
    this.heading = h('b');
    this.under = h('span', { class: 'cap' });
    this.progress = h('div', { class: 'pg', role: 'img' });
    const size = (by) => () => setTextSize(reader, SIZES[Math.max(0, Math.min(2, SIZES.indexOf(textSize()) + by))]);
    this.header = h('header', { class: 'hd' },
      h('div', { class: 'h1' }, button('', { icon: 'menu', class: 'btn ico', label: this.t('outline.label'), onclick: () => this.openOutline() }),
        h('div', { class: 'ttl' }, this.heading, this.under),
        h('span', { class: 'sz' }, button('A−', { class: 'btn ico', label: `A− ${this.t('size.smaller')}`, onclick: size(-1) }), button('A+', { class: 'btn ico', label: `A+ ${this.t('size.bigger')}`, onclick: size(1) }))),
      this.progress);
    this.main = h('div', { class: 'pmain law', lang: 'vi', tabindex: '-1' });
    this.due = h('p', { class: 'pdue' });
    this.acts = h('div', { class: 'acts' });
    this.fix = h('div', { class: 'fix', role: 'toolbar', 'aria-label': this.t('phone.bar') }, this.due, this.acts);
    roving(this.fix);
    this.scroller = h('div', { class: 'pscroll' }, this.main);
    this.element = h('div', { class: 'phone' }, h('h1', { class: 'vh' }, reader.heading), this.header, reader.notices.lines, this.scroller, this.fix);
    this.outline = new OutlinePane(reader, { onpick: (place) => this.picked(place) });
    reader.dataset.size = textSize();
    this.card = new ReferenceCard(reader, this.main);
    this.main.addEventListener('click', (e) => this.clicked(e));
    this.swipes();
    const { signal } = this.life;
    this.store.addEventListener('opinions', ({ detail }) => detail.places.size && this.changed(detail.places), { signal });
    this.store.addEventListener('waiting', () => this.changed(this.store.places), { signal });
    this.store.addEventListener('round', () => this.drawBar(), { signal });
    // The frame, or letters that load late, may move the text under a place that was just brought up.
    this.sizes = new ResizeObserver(() => this.hold());
    this.sizes.observe(this.scroller);
    this.sizes.observe(this.main);
  }

  get openPlaceId() {
    return this.thread?.place.id;
  }

  /** The pages to turn: everything but the general line, which lies in the outline. */
  get pages() {
    return this.store.draft.sections.filter((s) => s.kind !== 'GENERAL');
  }

  /** The place one comes for; without one what an opinion is wanted on, and where nothing is said of that the first page. */
  begin(section, first) {
    if (!section && this.store.brief.length) this.showBrief();
    else this.show(section ?? first, null);
  }

  /** What a leader needs for an answer: the title, a few lines, one big button. */
  showBrief() {
    this.card.hide();
    this.current = this.place = null;
    this.element.classList.add('first');
    this.main.replaceChildren(brief(this.store));
    this.scroller.scrollTop = 0;
    this.heading.textContent = this.store.version.dossierTitle;
    this.drawBar();
    this.reader.announce(this.t('brief.title'));
  }

  show(section, back = false) {
    this.card.hide();
    if (section.kind === 'GENERAL') section = this.pages[0];
    this.element.classList.remove('first');
    this.current = section;
    this.place = section.main ?? section.places[0];
    const element = this.sheetOf.section(section);
    element.classList.add('here');
    // One Điều is the whole page here: its head follows the page's own.
    if (!element.querySelector('h2')) element.querySelector('h3')?.setAttribute('aria-level', '2');
    const crumb = section.crumbs.at(-1);
    this.main.replaceChildren(...[crumb && !section.heads.length && h('p', { class: 'up' }, crumb), element, this.neighbours(section)].filter(Boolean));
    this.drawNotes();
    this.scroller.scrollTop = 0;
    this.heading.textContent = section.body ? bodyName(section.body) : this.store.version.title;
    this.drawBar();
    this.reader.way.remember(section);
    if (back !== null) this.reader.announce(`${section.name}${section.title ? `. ${section.title}` : ''}`);
  }

  // ---- drawing

  drawBar() {
    const { current } = this;
    this.drawDue();
    if (current) this.drawPage(current);
    else this.drawFirst();
  }

  drawDue() {
    const items = sendable(this.store);
    this.due.replaceChildren(deadlineWords(this.reader), h('span', { class: 'grow' }),
      items.length > 0 ? h('button', { type: 'button', class: 'lnk', onclick: () => this.reader.review() }, reviewWords(this.store, items)) : '');
  }

  drawFirst() {
    const { articles } = this.store.draft;
    this.under.textContent = this.store.version.label;
    this.drawProgress(articles, -1);
    const agree = this.reader.consent.button('btn pri', { short: true });
    this.acts.replaceChildren(agree ?? '',
      h('button', { type: 'button', class: agree ? 'btn' : 'btn pri', onclick: () => this.turn(1) }, this.t(articles.length ? 'brief.read' : 'brief.readParts'), icon('right')));
  }

  drawPage(current) {
    const { pages } = this;
    const articles = this.store.draft.articles.filter((a) => a.body === current.body);
    const at = articles.indexOf(current);
    const label = this.store.version.label;
    this.under.textContent = at >= 0 ? `${label} · ${this.t(current.kind === 'ARTICLE' ? 'phone.article' : 'phone.part', { n: at + 1, of: articles.length })}` : `${label} · ${current.name}`;
    this.drawProgress(articles, at >= 0 ? at : pages.indexOf(current) < pages.indexOf(articles[0]) ? -1 : articles.length);
    const last = pages.indexOf(current) === pages.length - 1;
    this.acts.replaceChildren(this.reader.consent.button('btn agreebtn', { short: true }) ?? '',
      this.store.canComment ? button(this.t('action.comment'), { icon: 'comment', onclick: () => this.reader.compose(this.place ?? this.current.places[0], { mode: 'comment' }) }) : '',
      last ? button(this.t('phone.first'), { icon: 'undo', onclick: () => this.begin(null, pages[0]) })
        : h('button', { type: 'button', class: 'btn pri', onclick: () => this.turn(1) }, this.t(pages[pages.indexOf(current) + 1].kind === 'ARTICLE' ? 'phone.next' : 'phone.nextPart'), icon('right')));
  }

  /** Back and on, by name, at the end of the page: swiping is a comfort, not a need. */
  neighbours(section) {
    const { pages } = this;
    const at = pages.indexOf(section);
    const link = (page, shape, sign) => page && h('button', { type: 'button', class: `btn ter ${shape}`, onclick: () => this.turn(pages.indexOf(page) - at) },
      shape === 'back' && icon(sign), h('span', {}, capital(page.name)), shape === 'on' && icon(sign));
    const toBrief = at === 0 && this.store.brief.length > 0
      && h('button', { type: 'button', class: 'btn ter back', onclick: () => this.turn(-1) }, icon('left'), h('span', {}, this.t('brief.short')));
    return h('p', { class: 'turns' }, toBrief || link(pages[at - 1], 'back', 'left'), h('span', { class: 'grow' }), link(pages[at + 1], 'on', 'right'));
  }

  drawProgress(articles, at) {
    this.progress.setAttribute('aria-label', this.t('phone.read', { n: Math.max(0, Math.min(at, articles.length)), of: articles.length }));
    if (articles.length > MOST_SEGMENTS || !articles.length) {
      const part = articles.length ? Math.max(0, at + 1) / articles.length : (this.pages.indexOf(this.current) + 1) / this.pages.length;
      const line = h('i', { class: 'd' });
      line.style.flex = `0 0 ${Math.round(part * 100)}%`;
      this.progress.replaceChildren(line, h('i'));
    } else this.progress.replaceChildren(...articles.map((_, i) => h('i', { class: i < at ? 'd' : i === at ? 'c' : null })));
  }

  /** Under each place a line that opens what was said there; marks on the words. */
  drawNotes() {
    for (const old of this.main.querySelectorAll('.pnote')) old.remove();
    for (const tx of this.main.querySelectorAll('.tx')) {
      if (!tx.place) continue;
      const marks = this.store.threads.at(tx.place.id).filter((i) => !isGone(i)).map((i) => ({ at: locateIn(tx, i), id: i.id, mine: !isSent(i) }));
      paint(tx, marks.filter((m) => m.at).map(({ at, id, mine }) => ({ from: at[0], to: at[1], id, mine, on: false })),
        linksIn(tx, this.store.draft.citations));
    }
    const { typed, queued } = this.store;
    for (const element of this.main.querySelectorAll('[data-place]')) {
      const id = element.dataset.place;
      const items = this.store.threads.at(id).filter((i) => !isGone(i));
      const before = items.filter(isEarlier).length;
      const own = items.filter((i) => !isSent(i)).length;
      const kept = typed.has(id) || queued.has(id);
      if (!items.length && !kept) continue;
      const words = [before > 0 && this.t('thread.before', { n: two(before) }), items.length > own + before && this.t('thread.count', { n: two(items.length - own - before) }), own > 0 && this.t('phone.unsent', { n: own }), kept && !own && this.t('state.TYPING')].filter(Boolean).join(' · ');
      const row = element.closest('tr');
      const note = h('button', { type: 'button', class: 'pnote', onclick: () => this.openPlace(id, {}) }, icon(items.length > own ? 'opinion' : 'pen'),
        h('span', {}, row && h('b', {}, `${capital(this.store.draft.place(id).name)}. `), words), icon('right'));
      // Inside of a table there is no room: the notes of its rows follow it.
      (row ? row.closest('.tbl') : element).append(note);
    }
  }

  /** A tap: on a citation it shows what stands there, on marked words and on a row of a table what was said about them. */
  clicked(event) {
    const link = event.target.closest('[data-ref]');
    if (!link && document.getSelection().isCollapsed) return this.opened(event.target);
    const target = link && this.store.draft.citations.target(link.dataset.ref);
    if (!link || event.ctrlKey || event.metaKey || this.card.tapped(event, link) || !target) return;
    event.preventDefault();
    this.card.hide();
    this.reader.way.followReference(this.store.draft.place(link.closest('[data-place]')?.dataset.place), target);
  }

  opened(target) {
    const mark = target.closest('mark[data-ids]');
    const row = target.closest('tr[data-place]');
    if (mark) this.openPlace(mark.closest('.tx').place.id, { item: mark.dataset.ids.split(' ').at(-1) });
    else if (row) this.openPlace(row.dataset.place, {});
  }

  // ---- moving

  turn(by) {
    const { pages } = this;
    const at = pages.indexOf(this.current) + by;
    const next = pages[at];
    if (at === -1 && this.current && this.store.brief.length) {
      this.showBrief();
      return this.main.focus({ preventScroll: true });
    }
    if (!next) return;
    this.show(next);
    this.reader.way.set(next.main ?? next.places[0]);
    this.main.focus({ preventScroll: true });
  }

  step(by) {
    this.turn(by);
  }

  stepPlace(by) {
    this.turn(by);
  }

  swipes() {
    let from = null;
    this.scroller.addEventListener('touchstart', (e) => (from = e.touches.length === 1 ? e.touches[0] : null), { passive: true });
    this.scroller.addEventListener('touchend', (e) => {
      if (!from || !document.getSelection().isCollapsed || e.target.closest('.tscroll')) return;
      const to = e.changedTouches[0];
      const x = to.clientX - from.clientX;
      const y = to.clientY - from.clientY;
      if (Math.abs(x) > 70 && Math.abs(x) > 2.2 * Math.abs(y)) this.turn(x < 0 ? 1 : -1);
    }, { passive: true });
  }

  go(place) {
    this.show(place.section);
    this.place = place;
    const element = this.main.querySelector(`[data-place="${CSS.escape(place.id)}"]`);
    this.bring(place === place.section.main ? null : element);
  }

  bring(element) {
    element?.scrollIntoView({ block: 'center' });
    this.held = element && { element, at: this.scroller.scrollTop };
  }

  /** As long as nobody has scrolled the place that was gone to is kept in sight. */
  hold() {
    if (this.held?.element.isConnected && this.scroller.scrollTop === this.held.at) this.bring(this.held.element);
  }

  picked(place) {
    this.outlineDialog?.close();
    if (!place) return;
    if (place.section.kind === 'GENERAL') this.openPlace(DOSSIER, {});
    else this.reader.way.follow(place);
  }

  openOutline() {
    const home = h('a', { class: 'btn ter', href: this.reader.getAttribute('home') ?? '/' }, icon('home'), this.t('phone.home'));
    const versions = this.store.versions.filter((v) => v.id !== this.store.version.id);
    this.outlineDialog = dialog({ label: this.t('outline.label'), kind: 'side', light: true },
      h('div', { class: 'tp' }, home, h('span', { class: 'grow' }), button('', { icon: 'close', class: 'btn ico', label: this.t('action.close'), onclick: () => this.outlineDialog.close() })),
      this.outline.element, versions.length > 0 && h('p', { class: 'others' }, versions.map((v) => h('a', { class: 'lnk', href: this.reader.way.inVersion(v) }, v.label))));
    this.outline.showCounts(this.store.threads.counts(), this.store.typedSections());
    open(this.reader, this.outlineDialog);
    this.outline.show(this.current);
  }

  // ---- the sheet from below: what was said here, and the box

  openPlace(id, { item } = {}) {
    const place = this.store.draft.place(id);
    this.place = place;
    if (!this.dialog || this.thread.place !== place) {
      this.dialog?.close();
      this.thread = new Thread(this.reader, place, { chips: true });
      const { thread } = this;
      const below = dialog({ label: this.t('compose.at', { place: place.name }), kind: 'bottom', light: true, onclose: () => {
        thread.composer?.leave();
        if (this.dialog === below) this.dialog = this.thread = null;
        this.drawNotes();
      } }, thread.element);
      this.dialog = open(this.reader, below);
    }
    this.thread.setOpen(true);
    if (item) this.thread.show(item);
    return this.thread;
  }

  closePlace() {
    this.dialog?.close();
  }

  compose(place, options) {
    this.openPlace(place.id).compose(options);
  }

  composerClosed(thread) {
    if (thread === this.thread && !thread.items.length && !thread.waiting.length) this.closePlace();
  }

  commentHere(mode = 'comment') {
    this.compose(this.place ?? (this.current ?? this.pages[0]).places[0], { mode });
  }

  changed(ids) {
    if (this.thread && ids.has(this.thread.place.id)) this.thread.update();
    this.drawNotes();
    this.drawBar();
    if (this.outlineDialog?.open) this.outline.showCounts(this.store.threads.counts(), this.store.typedSections());
  }

  paintAround() {
    this.drawNotes();
  }

  layout() {
    // One column: nothing to place.
  }

  escape() {
    // Dialogs close themselves.
  }

  destroy() {
    this.life.abort();
    this.sizes.disconnect();
    this.dialog?.close();
    this.outlineDialog?.close();
    this.card.destroy();
    this.element.remove();
  }
}

