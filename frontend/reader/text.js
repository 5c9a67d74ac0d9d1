/**
 * The legal text as a set page: sections of the draft as elements, every place findable by data-place, its own words in
 * one element of class "tx" so that offsets of a quote are offsets of the text.
 */
import { h, icon, button } from '../parts/dom.js';
import { squeeze } from '../parts/words.js';
import { DOSSIER, hasRelated, pointed } from './model.js';
import { blanks, headBlock, kindAsPrinted } from '../parts/head.js';

const HAS_WORDS = /[\p{L}\p{N}]/u;

/** Draws sections; told what stands on a place (marks, notes) only when asked to paint. */
export class Sheet {
  constructor(reader) {
    Object.assign(this, { store: reader.store, t: reader.t, choices: reader.choices });
  }

  /** The section as an element, without marks; heading level for the outline of the page. */
  section(section) {
    const element = this.frame(section);
    this.fill(element, section);
    return element;
  }

  /** The section's element, empty yet. */
  frame(section) {
    return h('section', { class: `sec s-${section.kind.toLowerCase()}`, 'data-section': section.index });
  }

  /** Puts the words of the section into its frame. */
  fill(element, section) {
    const heads = section.heads.map((place) => this.groupHead(place));
    switch (section.kind) {
      case 'GENERAL': element.append(...this.general(section)); break;
      case 'FRONT': element.append(...this.front(section)); break;
      case 'CLOSING': element.append(...this.closing(section)); break;
      case 'ANNEX': element.append(...this.annex(section)); break;
      case 'LOOSE': element.append(...heads, ...section.places.filter((p) => !section.heads.includes(p)).map((p) => this.provision(p))); break;
      default: element.append(...heads, ...this.article(section));
    }
  }

  // ---- sections

  general(section) {
    const rows = section.places.map((place) =>
      h('li', { 'data-place': place.id, class: 'pl' }, h('span', {}, place.name),
        this.store.canComment && this.commentButton(place, this.t('action.generalComment'))));
    return [h('h2', { class: 'vh' }, section.name), h('ul', { class: 'whole' }, rows)];
  }

  front(section) {
    const { body } = section;
    const title = section.places.find((p) => p.kind === 'TITLE');
    const grounds = section.places.filter((p) => p.kind === 'GROUND' || p.kind === 'ENACTING');
    const words = title?.text || body.title || '';
    const type = body.type && !squeeze(words).toLowerCase().includes(body.type.toLowerCase()) ? body.type : '';
    return [
      headBlock(body.head, type),
      h('h2', { class: 'name', 'data-place': title?.id }, type && h('span', { class: 'type' }, kindAsPrinted(body, words)), this.words(words, title), title && this.tools(title)),
      h('div', { class: 'grounds' }, this.split(body.preamble, grounds, (p) => (p.kind === 'ENACTING' ? 'enacting' : 'ground'))),
    ].filter(Boolean);
  }

  closing(section) {
    const { body } = section;
    const place = { RECIPIENT: [], SIGNATURE: [] };
    for (const p of section.places) place[p.kind].push(p);
    const outside = this.remainder(body.closing, section.places);
    return [
      h('h2', { class: 'vh' }, section.name),
      h('div', { class: 'ends' },
        h('div', { class: 'recipients' }, place.RECIPIENT.length > 0 && h('p', { class: 'lead' }, outside.shift() ?? this.t('outline.recipients')),
          place.RECIPIENT.map((p) => this.line(p, 'recipient'))),
        h('div', { class: 'signature' }, place.SIGNATURE.map((p) => this.line(p, 'sign')))),
      ...outside.map((line) => h('p', { class: 'plain' }, line)),
    ];
  }

  annex(section) {
    const [place] = section.places;
    const rows = section.places.filter((p) => p.kind === 'ANNEX_ROW');
    this.rowPlaces = rows.map((p) => [letters(p.text), p]);
    const inner = section.places.filter((p) => p !== place && p.kind === 'PROVISION' && (p.parent === place));
    const parts = [
      h('header', { class: 'chap', 'data-place': place.id }, h('h2', {}, h('span', { class: 'over' }, place.label), this.words(place.heading ?? '', null)), this.tools(place)),
      place.text && h('p', { class: 'pl own', 'data-place': place.id }, this.words(place.text, place)),
      ...inner.map((p) => this.provision(p)),
    ];
    // Rows that no table shows keep their own line, so that nothing is out of reach.
    parts.push(...this.rowPlaces.map(([, p]) => this.line(p, 'recipient')));
    this.rowPlaces = [];
    return parts.filter(Boolean);
  }

  groupHead(place) {
    return h('header', { class: `chap g-${(place.level ?? '').toLowerCase()}`, 'data-place': place.id },
      h('h2', {}, place.label && h('span', { class: 'over' }, squeeze(place.label).replace(/\.$/, '')), place.heading && this.headingWords(place)),
      place.text && h('p', { class: 'own' }, this.words(place.text, place)), this.tools(place));
  }

  article(section) {
    const place = section.main;
    const runIn = !place.heading;
    const label = pointed(place.label);
    const head = h('h3', { class: runIn ? 'runin' : null }, h('span', { class: 'lab' }, label), !runIn && ' ', !runIn && this.headingWords(place));
    return [
      h('div', { class: 'pl dieu-head', 'data-place': place.id }, this.permalink(place), head,
        place.text && h('p', { class: 'own' }, this.words(place.text, place)), this.tools(place)),
      ...this.children(place),
    ];
  }

  // ---- provisions

  children(place) {
    return (place.node.children ?? []).map((node) => this.provision(this.store.draft.place(node.id))).filter(Boolean);
  }

  provision(place) {
    switch (place.level) {
      case 'TABLE': return this.table(place);
      case 'ALTERNATIVE':
        return h('div', { class: 'alternative' }, h('div', { class: 'pl', 'data-place': place.id },
          h('p', { class: 'alt-name' }, place.label ?? place.name), place.text && h('p', {}, this.words(place.text, place)), this.tools(place)),
        this.children(place), this.choices?.line(place));
      case 'OUTLINE':
        return h('div', { class: 'sub' }, h('div', { class: 'pl dieu-head', 'data-place': place.id },
          h('h4', {}, h('span', { class: 'lab' }, place.label), ' ', place.heading && this.headingWords(place)),
          place.text && h('p', { class: 'own' }, this.words(place.text, place)), this.tools(place)), this.children(place));
      default: {
        const shape = { CLAUSE: 'k', POINT: 'd', BULLET: 'b' }[place.level] ?? 'para';
        return h('div', { class: `prov ${shape}` },
          h('div', { class: 'pl', 'data-place': place.id }, h('p', {}, place.label && h('span', { class: 'num' }, place.label),
            place.heading && h('b', {}, place.heading, ' '), this.words(place.text, place)), this.tools(place)),
          this.children(place));
      }
    }
  }

  table(place) {
    const rows = place.rows ?? [];
    const wide = Math.max(0, ...rows.map((r) => r.length));
    const row = (cells, i) => {
      const at = this.rowPlaces?.findIndex(([key]) => key && key === letters(cells.join(' '))) ?? -1;
      const owner = at >= 0 ? this.rowPlaces.splice(at, 1)[0][1] : null;
      const tag = i === 0 && rows.length > 1 ? 'th' : 'td';
      const only = cells.length === 1 && wide > 1 ? wide : null;
      return h('tr', { 'data-place': owner?.id, class: owner ? 'pl' : null },
        this.cells(cells, owner).map((cell, c) => h(tag, { scope: tag === 'th' ? 'col' : null, colspan: only }, cell,
          owner && c === cells.length - 1 && this.tools(owner))));
    };
    const head = rows.length > 1 ? h('thead', {}, row(rows[0], 0)) : null;
    return h('div', { class: 'pl tbl', 'data-place': place.id },
      h('div', { class: 'tscroll', tabindex: '0', role: 'region', 'aria-label': place.name },
        h('table', {}, head, h('tbody', {}, rows.slice(head ? 1 : 0).map((cells, i) => row(cells, i + 1))))), this.tools(place));
  }

  /** The words of each cell, as parts of the words of their row where the row can be spoken about. */
  cells(cells, owner) {
    let from = 0;
    return cells.map((cell) => {
      const at = owner && cell ? owner.text.indexOf(cell, from) : -1;
      if (at >= 0) from = at + cell.length;
      const element = this.words(cell, at < 0 ? null : owner);
      if (at >= 0) Object.assign(element, { whole: owner.text, from: at });
      return element;
    });
  }

  // ---- pieces

  /**
   * The place's own words; kept on the element so that marks can be painted again and again. An element that shows only a
   * part of them has all of them as "whole" and where its part begins as "from".
   */
  words(text, place) {
    const element = h('span', { class: 'tx' });
    element.text = text;
    element.place = place;
    element.append(...blanks(text));
    return element;
  }

  headingWords(place) {
    const element = this.words(place.heading, place);
    element.heading = true;
    return element;
  }

  line(place, shape) {
    return h('div', { class: `pl ${shape}`, 'data-place': place.id }, h('p', {}, this.words(place.text, place)), this.tools(place));
  }

  /** A run of text cut at its places; what lies between them is shown as it is. */
  split(source, places, shapeOf) {
    const out = [];
    let rest = squeeze(source);
    for (const place of places) {
      const words = squeeze(place.text);
      const at = words ? rest.indexOf(words) : -1;
      if (at > 0 && HAS_WORDS.test(rest.slice(0, at))) out.push(h('p', { class: 'plain' }, rest.slice(0, at).trim()));
      if (at >= 0) rest = rest.slice(at + words.length);
      out.push(this.line(place, shapeOf(place)));
    }
    if (HAS_WORDS.test(rest)) out.push(h('p', { class: 'plain' }, rest.trim()));
    return out;
  }

  remainder(source, places) {
    let rest = squeeze(source);
    const out = [];
    for (const place of places) {
      const words = squeeze(place.text);
      const at = words ? rest.indexOf(words) : -1;
      if (at < 0) continue;
      out.push(rest.slice(0, at).trim());
      rest = rest.slice(at + words.length);
    }
    return [...out, rest.trim()].filter((line) => HAS_WORDS.test(line));
  }

  permalink(place) {
    return h('a', { class: 'perma', href: `#${place.hash}`, 'data-perma': place.id, 'aria-label': this.t('action.linkTo', { place: place.name }), title: this.t('action.linkTo', { place: place.name }) }, icon('link'));
  }

  commentButton(place, words) {
    return button(words, { icon: 'comment', class: 'btn sm ter', 'data-comment': place.id });
  }

  /**
   * Where the mouse finds a place's own "Góp ý" and what is like it; keys reach the same with c and r. An article has them
   * from the beginning, since Tab leads to them; all others when they are pointed at or read: a code has thousands.
   */
  tools(place) {
    if (!this.speaksOf(place) && !hasRelated(place)) return null;
    const tools = h('span', { class: 'pt', 'data-tools': place.id });
    if (place.level === 'ARTICLE') this.equip(tools);
    return tools;
  }

  /** Puts the tools to all places of the element that have none yet. */
  equipAll(element) {
    for (const tools of element.querySelectorAll('[data-tools]')) this.equip(tools);
  }

  equip(tools) {
    const place = this.store.draft.place(tools.dataset.tools);
    tools.removeAttribute('data-tools');
    const comment = this.speaksOf(place) && button('', { icon: 'comment', class: 'btn ico', 'data-comment': place.id, tabindex: place.level === 'ARTICLE' ? null : '-1',
      label: this.t('action.commentOn', { place: place.name }) });
    const related = hasRelated(place) && button('', { icon: 'layers', class: 'btn ico', 'data-related': place.id, tabindex: '-1', label: this.t('related.title', { place: place.name }) });
    const life = this.store.hasLife(place) && button('', { icon: 'history', class: 'btn ico', 'data-life': place.id, tabindex: '-1', label: this.t('life.title', { place: place.name }) });
    tools.append(...[comment, related, life].filter(Boolean));
  }

  speaksOf(place) {
    return this.store.canComment && place.id !== DOSSIER;
  }
}

const letters = (text) => (text ?? '').normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

// ---- marks on words

/** Where the quoted words stand in the text: [from, to), or null when they are not there any more. */
export function locate(text, { quote, prefix = '', suffix = '', start }) {
  if (!quote) return null;
  let best = null;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const score = common(text.slice(0, at), prefix, true) + common(text.slice(at + quote.length), suffix, false) - (start === at ? 0 : 0.5) - Math.abs((start ?? at) - at) / 1e6;
    if (!best || score > best.score) best = { score, at };
  }
  return best && [best.at, best.at + quote.length];
}

/** The same inside what the element shows of its place's words, or null where it shows none of them. */
export function locateIn(element, opinion) {
  const at = locate(element.whole ?? element.text, opinion);
  return at && shownPart(element, at);
}

function shownPart(element, [from, to]) {
  const start = element.from ?? 0;
  const part = [Math.max(0, from - start), Math.min(element.text.length, to - start)];
  return part[0] < part[1] ? part : null;
}

/** The citations in what the element shows. */
export function linksIn(element, citations) {
  return citations.of(element.place, element.heading).flatMap((link) => {
    const part = shownPart(element, [link.from, link.to]);
    return part ? [{ ...link, from: part[0], to: part[1] }] : [];
  });
}

function common(text, context, fromEnd) {
  const most = Math.min(text.length, context?.length ?? 0);
  let n = 0;
  while (n < most && (fromEnd ? text.at(-1 - n) === context.at(-1 - n) : text[n] === context[n])) n++;
  return n;
}

/**
 * Paints the words of one element. marks: [{ from, to, id, mine, on }], links: [{ from, to, href, id }]; overlapping marks
 * are cut at each other's edges, so every piece knows all opinions on it. A selection inside stays selected.
 */
export function paint(element, marks, links = []) {
  const key = JSON.stringify([marks, links.length]);
  if (element.painted === key || (!element.painted && !marks.length && !links.length)) return;
  element.painted = key;
  const selected = selectionIn(element);
  const cuts = new Set([0, element.text.length]);
  for (const { from, to } of [...marks, ...links]) cuts.add(from).add(to);
  const edges = [...cuts].filter((c) => c >= 0 && c <= element.text.length).sort((a, b) => a - b);
  const nodes = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const words = element.text.slice(edges[i], edges[i + 1]);
    const over = marks.filter((m) => m.from <= edges[i] && m.to >= edges[i + 1]);
    const link = links.find((l) => l.from <= edges[i] && l.to >= edges[i + 1]);
    const inner = link ? h('a', { class: 'ref', href: link.href, 'data-ref': String(link.id) }, words) : blanks(words);
    nodes.push(over.length ? h('mark', { 'data-ids': over.map((m) => m.id).join(' '), class: markClass(over) }, inner) : inner);
  }
  element.replaceChildren(...nodes.flat());
  if (selected) restore(element, selected);
}

function markClass(over) {
  const classes = [];
  if (over.some((m) => m.on)) classes.push('on');
  if (over.every((m) => m.mine)) classes.push('mine');
  return classes.join(' ') || null;
}

/** Offsets [from, to] of the selection in the element's text, or null. */
export function selectionIn(element) {
  const selection = document.getSelection();
  if (!selection?.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  return [offsetIn(element, range.startContainer, range.startOffset), offsetIn(element, range.endContainer, range.endOffset)];
}

/** How many characters of the element's text stand before that point. */
export function offsetIn(element, node, offset) {
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The range of characters [from, to) of the element's text. */
export function rangeOf(element, from, to) {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let seen = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const end = seen + node.data.length;
    if (!begun && from < end) {
      range.setStart(node, from - seen);
      begun = true;
    }
    if (to <= end) {
      range.setEnd(node, to - seen);
      return range;
    }
    seen = end;
  }
  range.selectNodeContents(element);
  return range;
}

function restore(element, [from, to]) {
  const selection = document.getSelection();
  selection.removeAllRanges();
  selection.addRange(rangeOf(element, from, to));
}
