/**
 * <gopy-compare version-id="…" older-id="…" base="/app-api">: two versions of a draft beside each other, or in one column.
 * The server says what became of every place and which words changed; this element shows it, leads from change to change,
 * and keeps in the address where one is. Light DOM.
 */
import { Api } from '../parts/api.js';
import { cannotRead } from '../parts/cannot.js';
import { button, h, icon, perFrame, showInPane } from '../parts/dom.js';
import { kept } from '../parts/kept.js';
import { roving } from '../parts/roving.js';
import { sentences } from '../parts/texts.js';
import { two } from '../parts/words.js';
import { Blocks } from './blocks.js';
import { Painter } from './paint.js';

const NARROW = matchMedia('(max-width: 759px)');
const MODE_KEY = 'gopy:compare';
const FILTER_KEY = 'gopy:compareContent';
const MODES = ['side', 'inline'];
/** So long a scroll is the page's own. */
const SETTLING_MS = 400;
const pageNow = () => location.pathname + location.search;

class GopyCompare extends HTMLElement {
  connectedCallback() {
    if (!this.life) this.begin();
  }

  disconnectedCallback() {
    queueMicrotask(() => !this.isConnected && this.end());
  }

  begin() {
    const { signal } = (this.life = new AbortController());
    this.classList.add('gopy-compare');
    this.page = pageNow();
    this.setAttribute('aria-busy', 'true');
    this.api = new Api((this.getAttribute('base') ?? '/app-api').replace(/\/$/, ''));
    this.api.get(`/versions/${this.getAttribute('version-id')}/comparison/page?with=${this.getAttribute('older-id')}`)
      .then((told) => !signal.aborted && this.start(told))
      .catch((error) => !signal.aborted && this.cannotRead(error));
  }

  end() {
    this.life?.abort();
    this.life = null;
    this.blocks?.end();
  }

  cannotRead(error) {
    this.removeAttribute('aria-busy');
    this.replaceChildren(cannotRead(error, { vi: 'Bản so sánh', en: 'The comparison' }));
  }

  start(told) {
    const { signal } = this.life;
    this.told = told;
    this.tell = sentences(told.texts, 'compare.');
    this.content = kept.get(FILTER_KEY) !== false;
    this.painter = new Painter({ tell: this.tell, names: { older: told.older.name, newer: told.newer.name }, hrefOf: (id) => this.addressOf(id) });
    this.homes = new Map(told.blocks.flatMap((block) => [[block.id, block], ...block.rows.map((row) => [row.id, block])]));
    this.build();
    this.removeAttribute('aria-busy');
    addEventListener('hashchange', () => this.hashChanged(), { signal });
    addEventListener('keydown', (event) => this.pressed(event), { signal });
    addEventListener('beforeprint', () => this.blocks.writeAll(), { signal });
    NARROW.addEventListener('change', () => this.drawAgain(), { signal });
    this.addEventListener('click', (event) => this.clicked(event), { signal });
    const wanted = this.wanted();
    if (wanted) this.go(wanted);
    this.askWhy(signal);
  }

  /** What was said before comes behind the words: nobody waits for it, and the comparison is whole without it. */
  askWhy(signal) {
    this.api.get(`/versions/${this.getAttribute('version-id')}/comparison/reasons?with=${this.getAttribute('older-id')}`).then((told) => {
      if (signal.aborted) return;
      this.painter.said.take(told);
      this.keepingPlace(() => this.blocks.writeAgain());
    }, () => {});
  }

  /** What is read stays under the eye though there is more above it. */
  keepingPlace(write) {
    const frame = this.current && this.blocks.frames.get(this.current);
    const top = frame?.getBoundingClientRect().top;
    const back = () => {
      if (!frame?.isConnected) return;
      this.wentAt = Date.now();
      this.scroller.scrollTop += frame.getBoundingClientRect().top - top;
    };
    write();
    back();
    requestAnimationFrame(back); // what was out of sight is laid out only now
  }

  // ---- what is shown

  get inline() {
    return NARROW.matches || kept.get(MODE_KEY) === 'inline';
  }

  isShown(one) {
    return this.content ? one.content : one.changed;
  }

  get changes() {
    return this.told.blocks.filter((block) => this.isShown(block));
  }

  build() {
    const { older, newer } = this.told;
    this.live = h('p', { class: 'vh', 'aria-live': 'polite' });
    this.nav = h('nav', { class: 'nav', 'aria-label': this.tell('nav.label') });
    this.place = h('span', { class: 'mut at' });
    this.scroller = h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': this.heading });
    this.scroller.addEventListener('scroll', perFrame(() => this.scrolled()), { passive: true });
    const side = ({ name, extent, url }) => h('div', {}, h('a', { href: url }, name), ' ', h('span', { class: 'cap' }, extent));
    this.head = h('div', { class: 'hdr' }, side(older), h('div'), side(newer));
    this.sheet = h('div', { class: 'leaf' });
    this.scroller.append(this.sheet);
    this.replaceChildren(this.tools(), this.nav, this.scroller, this.live);
    this.draw();
  }

  get heading() {
    return `${this.tell('title')}: ${this.told.older.name}, ${this.told.newer.name}`;
  }

  tools() {
    this.modes = MODES.map((mode) => h('button', { type: 'button', onclick: () => this.pick(mode) }, this.tell(`mode.${mode}`)));
    const filter = h('input', { type: 'checkbox', checked: this.content, onchange: () => this.filter(filter.checked) });
    this.opener = button('', { icon: 'menu', class: 'btn ico lister', label: this.tell('nav.label'), 'aria-expanded': 'false', onclick: () => this.openNav() });
    const step = (by, key, name) => button('', { icon: name, class: 'btn ico nx', label: this.tell(key), onclick: () => this.step(by) });
    const marks = h('span', { class: 'key', role: 'group', 'aria-label': this.tell('key.label') }, h('ins', {}, this.tell('key.ins')), h('del', {}, this.tell('key.del')), h('span', { class: 'moved' }, this.tell('key.moved')));
    this.steps = [step(-1, 'previous', 'left'), step(1, 'next', 'right')];
    const bar = h('div', { class: 'tools', role: 'toolbar', 'aria-label': this.tell('label') },
      this.opener, this.choice(), h('span', { class: 'sep' }),
      h('span', { class: 'seg', role: 'group', 'aria-label': this.tell('mode.label') }, this.modes),
      h('label', { class: 'tg' }, filter, h('span', {}, this.tell('filter'))), h('span', { class: 'sep' }), marks,
      h('span', { class: 'grow' }), this.place, this.steps,
      h('a', { class: 'btn docx', href: this.told.docx, download: '', 'router-ignore': true, 'aria-label': this.tell('docx'), title: this.tell('docx') }, icon('download'), h('span', {}, this.tell('docx'))));
    roving(bar, { items: 'button, a[href], select, input' });
    return bar;
  }

  /** Which two are compared; to be chosen where there are more. */
  choice() {
    const { older, newer, versions } = this.told;
    if (versions.length < 3) return h('h1', { class: 's' }, this.tell('title'), ' ', small(older.name), ` ${this.tell('with')} `, small(newer.name));
    const list = (key, chosen) => h('select', { class: 'fld', 'aria-label': this.tell(key), onchange: () => this.compare() },
      versions.map(({ ordinal, name }) => h('option', { value: String(ordinal), selected: ordinal === chosen.ordinal }, name)));
    this.chosen = [list('older', older), list('newer', newer)];
    return h('span', { class: 'choice' }, h('h1', { class: 's' }, this.tell('title')), this.chosen[0], h('span', { class: 'mut' }, this.tell('with')), this.chosen[1]);
  }

  compare() {
    const [a, b] = this.chosen.map((list) => list.value);
    location.assign(location.pathname.replace(/\/\d+\/\d+\/?$/, `/${a}/${b}`));
  }

  draw() {
    const { told, tell, inline } = this;
    const key = this.content ? 'fold.content' : 'fold';
    const words = (blocks) => (blocks.every((block) => /(^|\/)dieu-[^/]*$/.test(block.id)) ? tell(key, { n: two(blocks.length) }) : tell(`${key}.places`, { n: two(blocks.length) }));
    const fill = (block) => this.painter.rows(block, { inline, shown: (row) => this.isShown(row) || !this.isShown(block), folded: (n) => tell(`${key}.rows`, { n: two(n) }) });
    this.blocks?.end();
    this.current = null;
    this.dataset.mode = inline ? 'inline' : 'side';
    this.modes.forEach((one, i) => one.setAttribute('aria-pressed', String((MODES[i] === 'inline') === inline)));
    this.blocks = new Blocks(this.scroller, told.blocks, { shown: (block) => this.isShown(block), folded: words, fill });
    this.sheet.replaceChildren(...(inline ? [] : [this.head]), ...this.empty(), this.blocks.element);
    this.drawNav();
  }

  /** What there is to say where nothing is to be seen. */
  empty() {
    const { blocks } = this.told;
    if (this.changes.length) return [];
    const key = !blocks.length ? 'none.words' : blocks.some((block) => block.changed) ? 'none.content' : 'none';
    return [h('p', { class: 'empty' }, this.tell(key))];
  }

  drawNav() {
    const { changes } = this;
    const counts = new Map();
    changes.forEach(({ kind }) => counts.set(kind, (counts.get(kind) ?? 0) + 1));
    const way = (block) => h('li', {}, h('a', { href: this.addressOf(block.id), 'data-go': block.id }, h('b', {}, block.name), h('span', {}, block.verdict)));
    this.nav.replaceChildren(h('h2', {}, this.tell(this.content ? 'changes.content' : 'changes.all', { n: two(changes.length) })),
      h('ul', { class: 'counts', 'aria-label': this.tell('counts.label') }, [...counts].map(([kind, n]) => h('li', {}, h('b', {}, two(n)), ' ', this.tell(`was.${kind.toUpperCase()}`)))),
      h('ul', {}, changes.map(way)));
    this.steps.forEach((one) => (one.disabled = !changes.length));
    this.mark(null);
  }

  pick(mode) {
    kept.set(MODE_KEY, mode);
    this.drawAgain();
  }

  filter(content) {
    kept.set(FILTER_KEY, content);
    this.content = content;
    this.drawAgain();
  }

  /** Another look at the same place. */
  drawAgain() {
    const at = this.current;
    this.draw();
    if (at && this.isShown(at)) this.go(at.id);
  }

  openNav(open = !this.classList.contains('listed')) {
    this.classList.toggle('listed', open);
    this.opener.setAttribute('aria-expanded', String(open));
    if (open) (this.nav.querySelector('[aria-current]') ?? this.nav.querySelector('a'))?.focus();
  }

  // ---- from change to change

  step(by) {
    const { changes } = this;
    const at = changes.indexOf(this.current);
    const next = at < 0 ? changes[by > 0 ? 0 : changes.length - 1] : changes[at + by];
    if (!next) return;
    this.go(next.id, { focus: true });
    this.write(next.id);
    this.live.textContent = this.tell('announced', { name: next.name, verdict: next.verdict, at: two(changes.indexOf(next) + 1), n: two(changes.length) });
  }

  /** Shows a change, or a row of one, out of its fold. */
  go(id, { focus = false } = {}) {
    const block = this.homes.get(id);
    if (!block) return;
    const frame = this.blocks.reach(block);
    const row = id === block.id ? null : frame.querySelector(`[data-row="${CSS.escape(id)}"]`);
    this.wentAt = Date.now();
    const show = () => showInPane(row ?? frame, { start: true, margin: this.head.isConnected ? this.head.offsetHeight : 0 });
    show();
    // What is written and laid out only now may have moved it.
    requestAnimationFrame(() => requestAnimationFrame(show));
    this.mark(block);
    this.querySelectorAll('.row.met').forEach((one) => one.classList.remove('met'));
    row?.classList.add('met');
    if (focus) frame.focus({ preventScroll: true });
  }

  mark(block) {
    const { changes } = this;
    if (this.current) this.blocks.frames.get(this.current)?.classList.remove('cur');
    this.current = block;
    if (block) this.blocks.frames.get(block)?.classList.add('cur');
    const at = changes.indexOf(block);
    this.place.textContent = changes.length ? this.tell('at', { at: at < 0 ? '–' : two(at + 1), n: two(changes.length) }) : '';
    this.nav.querySelector('[aria-current]')?.removeAttribute('aria-current');
    const way = block && this.nav.querySelector(`[data-go="${CSS.escape(block.id)}"]`);
    way?.setAttribute('aria-current', 'true');
    if (way?.checkVisibility()) way.scrollIntoView({ block: 'nearest' });
  }

  /** The change that is read, as the sheet is rolled. */
  scrolled() {
    if (Date.now() - (this.wentAt ?? 0) < SETTLING_MS) return;
    const top = this.scroller.getBoundingClientRect().top + 80;
    const here = this.changes.find((block) => this.blocks.frames.get(block)?.getBoundingClientRect().bottom > top);
    if (here && here !== this.current) this.mark(here);
  }

  // ---- the address

  wanted() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return '';
    }
  }

  addressOf(id) {
    return `${pageNow()}#${encodeURI(id)}`;
  }

  /** The router's own state of this page must stay. */
  write(id) {
    history.replaceState(history.state, '', this.addressOf(id));
  }

  /** Goes there as a link does: back leads to where one was. */
  follow(id) {
    if (this.current) this.write(this.current.id);
    history.pushState(history.state, '', this.addressOf(id));
    this.openNav(false);
    this.go(id, { focus: true });
  }

  hashChanged() {
    const id = this.wanted();
    if (id) this.go(id, { focus: true });
  }

  /** A step in the history inside of this page is the page's own; the router would load it anew. */
  stepped(event) {
    const before = this.page;
    this.page = pageNow();
    if (before === this.page) event.stopImmediatePropagation();
  }

  // ---- presses

  clicked(event) {
    const way = event.target.closest('a[data-go]');
    if (!way || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    event.stopPropagation();
    this.follow(way.dataset.go);
  }

  pressed(event) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open], vaadin-dialog[opened]')) return;
    if (event.key === 'Escape' && this.classList.contains('listed')) {
      this.openNav(false);
      return this.opener.focus();
    }
    const target = event.composedPath()[0];
    if (target instanceof Element && target.closest('input:not([type=checkbox]), textarea, select, [contenteditable="true"]')) return;
    const by = { j: 1, k: -1 }[event.key];
    if (!by || kept.get('gopy:keys') === false) return;
    event.preventDefault();
    this.step(by);
  }
}

/** "lần 2" of "Dự thảo lần 2": the page says already what is compared. */
function small(name) {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
}

if (!customElements.get('gopy-compare')) customElements.define('gopy-compare', GopyCompare);
