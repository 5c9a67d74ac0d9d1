/**
 * The outline on the left: what can be spoken about, with counts, a filter and the current place.
 */
import { h, icon } from '../parts/dom.js';
import { fold, squeeze } from '../parts/words.js';
import { pointed, sentence } from './model.js';

export class OutlinePane {
  constructor(reader, { onpick }) {
    Object.assign(this, { reader, store: reader.store, t: reader.t, onpick, rows: [], current: null });
    this.filter = h('input', { type: 'search', placeholder: this.t('outline.filter'), 'aria-label': this.t('outline.filter.label'), oninput: () => this.applyFilter(),
      onkeydown: (e) => this.filterKey(e) });
    this.none = h('p', { class: 'cap none', hidden: true }, this.t('outline.none'));
    this.lists = h('div', {}, this.entries(reader.store.draft.outline));
    this.element = h('nav', { class: 'outline', 'aria-label': this.t('outline.label') },
      (this.seek = h('div', { class: 'seek' }, h('label', { class: 'flt' }, icon('search'), this.filter),
      h('a', { class: 'indossier', href: reader.store.searchUrl, 'router-link': true }, icon('folder'), this.t('action.searchDossier')))), this.none, this.lists,
      h('p', { class: 'citing' }, h('button', { type: 'button', class: 'lnk', onclick: () => reader.cited() }, icon('link'), this.t('cited.title'))),
      h('p', { class: 'cap keys' }, h('kbd', {}, 'j'), ' ', h('kbd', {}, 'k'), ` ${this.t('keys.short.move')} · `, h('kbd', {}, 'c'), ` ${this.t('keys.short.comment')} · `,
        h('button', { type: 'button', class: 'kbd', 'aria-label': this.t('help.title'), title: this.t('help.title'), onclick: () => reader.help() }, h('kbd', {}, '?'))));
  }

  entries(list) {
    const out = [];
    let ul = null;
    for (const entry of list) {
      if (entry.kind === 'BODY') {
        ul = null;
        out.push(h('h2', {}, this.link(entry, [entry.name], 'bodylink')), this.entries(entry.children));
      } else if (entry.kind === 'GROUP' && entry.children.length) {
        ul = null;
        out.push(this.group(entry));
      } else {
        if (!ul) out.push((ul = h('ul', { class: entry.kind === 'TOP' ? 'top' : null })));
        ul.append(h('li', {}, this.link(entry, this.wordsOf(entry))));
      }
    }
    return out;
  }

  wordsOf(entry) {
    if (entry.kind !== 'SECTION') return [entry.name];
    return [h('b', {}, pointed(entry.name)), ' ', sentence(squeeze(entry.title))];
  }

  group(entry) {
    const details = h('details', {}, h('summary', {}, icon('right'), h('span', {}, entry.name), this.counter(entry)), h('ul', {}, this.inner(entry.children)));
    entry.details = details;
    details.addEventListener('toggle', () => this.store.draft && this.show(this.current, false));
    return details;
  }

  inner(children) {
    return children.map((child) => h('li', {}, child.kind === 'GROUP' && child.children.length ? this.group(child) : this.link(child, this.wordsOf(child))));
  }

  link(entry, words, style) {
    const target = entry.place ?? entry.section?.main ?? entry.section?.places[0];
    const count = h('span', { class: 'counts' });
    const anchor = h('a', { href: `#${target?.hash ?? ''}`, class: style ?? null, onclick: (e) => {
      if (e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
      e.preventDefault();
      this.onpick(target, entry);
    } }, h('span', {}, words), count);
    this.rows.push({ entry, anchor, count, section: entry.section, folded: fold(anchor.textContent), main: !style });
    return anchor;
  }

  counter(entry) {
    entry.count = h('span', { class: 'counts' });
    return entry.count;
  }

  // ---- counts

  /** Numbers of opinions, and a pencil where something of mine is unsent. */
  showCounts(counts, typed) {
    for (const row of this.rows) {
      const of = counts.get(row.section);
      const picked = row.entry.kinds ? merge(row.entry.kinds.map((k) => of?.byKind[k])) : row.entry.kind === 'BODY' ? null : of;
      const unsent = (picked?.unsent ?? 0) + (row.entry.kinds || row.entry.kind === 'BODY' ? 0 : typed.has(row.section) ? 1 : 0);
      this.draw(row.count, picked?.count ?? 0, unsent);
    }
    const sum = (list) => list.reduce((all, e) => {
      const below = e.children?.length ? sum(e.children) : { count: counts.get(e.section)?.count ?? 0, unsent: (counts.get(e.section)?.unsent ?? 0) + (typed.has(e.section) ? 1 : 0) };
      if (e.count) this.draw(e.count, below.count, below.unsent);
      return { count: all.count + below.count, unsent: all.unsent + below.unsent };
    }, { count: 0, unsent: 0 });
    sum(this.store.draft.outline);
  }

  draw(element, count, unsent) {
    const key = `${count}/${unsent > 0}`;
    if (element.drawn === key) return;
    element.drawn = key;
    element.replaceChildren(...[
      unsent > 0 && h('i', { class: 'mine', title: this.t('outline.unsent') }, icon('pen'), h('span', { class: 'vh' }, this.t('outline.unsent'))),
      count > 0 && h('em', { title: this.t('outline.count', { n: count }) }, h('span', { 'aria-hidden': 'true' }, String(count)), h('span', { class: 'vh' }, this.t('outline.count', { n: count }))),
    ].filter(Boolean));
  }

  // ---- where one is

  show(section, reveal = true) {
    this.current = section;
    const row = section && this.rows.find((r) => r.section === section && r.main && !r.entry.kinds);
    const target = row ?? this.rows.find((r) => r.section === section && r.main);
    if (this.marked && this.marked !== target) {
      this.marked.anchor.removeAttribute('aria-current');
      this.marked.anchor.closest('details')?.classList.remove('has-cur');
    }
    this.marked = target ?? null;
    if (!target) return;
    target.anchor.setAttribute('aria-current', 'location');
    if (!reveal) return;
    for (let d = target.anchor.closest('details'); d; d = d.parentElement.closest('details')) {
      if (!d.open) d.open = true;
    }
    const box = this.element.getBoundingClientRect();
    const at = target.anchor.getBoundingClientRect();
    const top = box.top + this.seek.offsetHeight;
    if (box.height && (at.top < top + 8 || at.bottom > box.bottom - 8)) this.element.scrollTop += at.top - top - (box.bottom - top) / 3;
  }

  // ---- filter

  applyFilter() {
    const words = fold(squeeze(this.filter.value));
    let any = false;
    for (const row of this.rows) {
      row.shown = !words || words.split(' ').every((word) => has(row.folded, word));
      (row.anchor.closest('li') ?? row.anchor.closest('h2')).hidden = !row.shown;
      any ||= row.shown;
    }
    for (const details of this.element.querySelectorAll('details')) {
      const has = [...details.querySelectorAll('li > a')].some((a) => !a.parentElement.hidden);
      details.hidden = Boolean(words) && !has;
      (details.parentElement.closest('li') ?? details).hidden = Boolean(words) && !has;
      if (words && has) details.open = true;
    }
    this.none.hidden = any;
  }

  filterKey(event) {
    if (event.key === 'Enter') {
      const row = this.rows.find((r) => r.shown !== false && r.main && !r.anchor.closest('[hidden]'));
      if (row && this.filter.value.trim()) row.anchor.click();
    } else if (event.key === 'Escape' && this.filter.value) {
      event.stopPropagation();
      this.filter.value = '';
      this.applyFilter();
    }
  }
}

/** A number must stand alone: 1 is not in 10. */
const has = (text, word) => (/^\d+$/.test(word) ? new RegExp(`(^|\\D)${word}(\\D|$)`).test(text) : text.includes(word));

const merge = (list) => list.reduce((all, one) => ({ count: all.count + (one?.count ?? 0), unsent: all.unsent + (one?.unsent ?? 0) }), { count: 0, unsent: 0 });
