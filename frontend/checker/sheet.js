/**
 * The original as it was read: paragraphs with their look, tables, page borders; and the caret for cutting.
 */
import { h, showInPane } from '../parts/dom.js';
import { cutAt } from '../parts/head.js';

/** Where a second provision often begins inside a paragraph. */
const NEXT_PROVISION = /[.;:,]\s+(?=(\d{1,3}[.)]|[a-zđ]\)|Điều \d|Chương [IVX\d]|[-–+] ))/u;
const SENTENCE_END = /[.;:]\s+(?=\S)/u;

export class Sheet {
  constructor(checker) {
    this.checker = checker;
    this.drawn = new Map();
    this.flow = h('div', { class: 'flow' });
    this.element = h('section', { class: 'pane original', id: 'gopy-pane-original', 'aria-label': checker.say('pane.original') },
      h('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': checker.say('pane.original') }, this.flow));
    this.flow.addEventListener('click', (event) => this.clicked(event));
  }

  show(pieces) {
    this.dropCaret();
    const earlier = this.drawn;
    this.drawn = new Map();
    const nodes = [];
    let table = null;
    let page = 0;
    for (const piece of pieces) {
      const cell = piece.kind === 'CELL' ? piece.cell : null;
      if (!cell && piece.page > page) {
        if (page || this.confidence(piece.page)) nodes.push(h('div', { class: 'page' }, this.pageWords(piece.page)));
        page = piece.page;
      }
      const node = this.paragraph(piece, earlier);
      if (!cell) {
        table = null;
        nodes.push(node);
        continue;
      }
      if (table?.number !== cell.table) nodes.push((table = newTable(cell.table)).element);
      table.put(cell, node);
    }
    this.flow.replaceChildren(...nodes);
  }

  /** What a recognition of letters says of its own work on the page; undefined where the letters are the file's. */
  confidence(page) {
    return this.checker.store.structure.recognised.find((one) => one.page === page)?.confidence;
  }

  pageWords(page) {
    const confidence = this.confidence(page);
    const words = this.checker.say('page', { n: page });
    return confidence ? `${words} · ${this.checker.say('page.confidence', { n: confidence })}` : words;
  }

  /** The same paragraph keeps its element, so that long files stay quick. */
  paragraph(piece, earlier) {
    const print = JSON.stringify([piece.segments, piece.look, piece.role, piece.begins, piece.said, piece.supplied, piece.dropped]);
    const before = earlier.get(piece.id);
    const entry = before?.print === print ? before : { print, node: this.draw(piece) };
    this.drawn.set(piece.id, entry);
    return entry.node;
  }

  draw(piece) {
    const { look } = piece;
    const styles = [look.bold && 'b', look.italic && 'it', look.centred && 'c', piece.kind === 'FOOTNOTE' && 'note-line', piece.dropped && 'gone', piece.said && 'said', piece.supplied && 'supplied', !piece.begins && 'cont'];
    const name = this.checker.store.roleName(piece);
    return h('p', { class: ['para', ...styles.filter(Boolean)].join(' '), 'data-id': piece.id, title: piece.supplied ? this.checker.say('supplied') : null },
      h('span', { class: 'what', 'aria-hidden': 'true' }, piece.begins || piece.said || piece.dropped ? name : ''),
      piece.segments.map((segment, i) => h('span', { class: 'seg', 'data-block': segment.block, 'data-offset': segment.offset },
        i > 0 && ' ', segment.lead && h('span', { class: 'lead' }, `${segment.lead} `), this.words(segment, i === 0 && look.boldLead))));
  }

  /** The words of a segment; those that a recognition was not sure of are underlined. */
  words({ block, offset, text }, boldLead) {
    const end = boldLead ? text.search(/[.:]\s/u) + 1 : 0;
    const doubts = this.doubtsOf(block).map(({ from, to }) => [from - offset, to - offset]).filter(([from, to]) => from >= 0 && to <= text.length);
    const marked = cutAt(text, doubts, (doubt) => h('u', { class: 'doubt', title: this.checker.say('doubt') }, doubt));
    return h('span', { class: 'txt' }, end > 0 && !doubts.length ? [h('b', {}, text.slice(0, end)), text.slice(end)] : marked);
  }

  doubtsOf(block) {
    const { doubts } = this.checker.store.structure;
    if (this.listed !== doubts) {
      this.listed = doubts;
      this.doubts = new Map();
      for (const doubt of doubts) this.doubts.set(doubt.block, [...(this.doubts.get(doubt.block) ?? []), doubt]);
    }
    return this.doubts.get(block) ?? [];
  }

  mark(piece, scroll) {
    this.marked?.removeAttribute('aria-current');
    this.marked = this.drawn.get(piece.id)?.node;
    this.marked?.setAttribute('aria-current', 'true');
    if (scroll) showInPane(this.marked, { margin: 80 });
  }

  // ---- the caret

  clicked(event) {
    const para = event.target.closest('.para');
    if (!para) return;
    this.dropCaret();
    this.checker.select(para.dataset.id, { from: 'sheet' });
    const at = caretAt(event.clientX, event.clientY);
    if (at && para.contains(at.node)) this.placeAtWord(at.node, at.offset);
  }

  /** A click means the beginning of the nearest word: nobody cuts a word. */
  placeAtWord(node, offset) {
    const text = node.parentElement?.closest('.txt');
    if (!text) return;
    const at = before(text, node) + offset;
    const starts = [...text.textContent.matchAll(/\S+/gu)].map((word) => word.index);
    const nearest = starts.reduce((best, start) => (Math.abs(start - at) < Math.abs(best - at) ? start : best), starts[0] ?? 0);
    this.placeCaret(...nodeAt(text, nearest));
  }

  placeCaret(node, offset) {
    const text = node.parentElement?.closest('.txt');
    const segment = node.parentElement?.closest('.seg');
    if (!text || !segment || node.nodeType !== Node.TEXT_NODE) return;
    const spot = { block: Number(segment.dataset.block), offset: Number(segment.dataset.offset) + before(text, node) + offset };
    const first = !segment.previousElementSibling?.classList.contains('seg');
    if (first && spot.offset === Number(segment.dataset.offset)) return;
    const mark = h('i', { class: 'caret', 'aria-hidden': 'true' });
    const rest = node.splitText(offset);
    rest.before(mark);
    this.caret = { spot, mark, text };
  }

  /** Proposes a place to cut: where a numbering sign follows a sentence, else after the first sentence. */
  offerCaret(piece) {
    const texts = [...(this.drawn.get(piece.id)?.node.querySelectorAll('.txt') ?? [])];
    for (const pattern of [NEXT_PROVISION, SENTENCE_END, /\s+(?=\S)/u]) {
      for (const text of texts) {
        const found = pattern.exec(text.textContent);
        if (found) return this.startSplitting(text, found.index + found[0].length);
      }
    }
    this.checker.notices.toast(this.checker.say('split.none'));
  }

  startSplitting(text, offset) {
    this.dropCaret();
    const [node, within] = nodeAt(text, offset);
    this.placeCaret(node, within);
    this.splitting = Boolean(this.caret);
    if (this.splitting) this.checker.notices.toast(this.checker.say('split.how'));
  }

  /** Moves the caret by words. */
  moveCaret(by) {
    const { text, spot } = this.caret;
    const from = spot.offset - Number(text.closest('.seg').dataset.offset);
    const starts = [...text.textContent.matchAll(/\S+/gu)].map((word) => word.index);
    const to = by > 0 ? starts.find((start) => start > from) : starts.findLast((start) => start < from && start > 0);
    if (to !== undefined) this.startSplitting(text, to);
  }

  takeCaret() {
    this.checker.notices.quiet();
    const spot = this.caret?.spot ?? null;
    this.dropCaret();
    return spot;
  }

  dropCaret() {
    if (this.caret) {
      this.caret.mark.remove();
      this.caret.text.normalize();
    }
    this.caret = null;
    this.splitting = false;
  }
}

function newTable(number) {
  const body = h('tbody');
  const rows = new Map();
  return {
    number,
    element: h('table', { class: 'cells' }, body),
    put(cell, node) {
      if (!rows.has(cell.row)) {
        rows.set(cell.row, { tr: h('tr'), cells: new Map() });
        body.append(rows.get(cell.row).tr);
      }
      const row = rows.get(cell.row);
      for (let column = row.cells.size; column <= cell.column; column++) {
        row.cells.set(column, h('td'));
        row.tr.append(row.cells.get(column));
      }
      row.cells.get(cell.column).append(node);
    },
  };
}

function caretAt(x, y) {
  if (document.caretPositionFromPoint) {
    const at = document.caretPositionFromPoint(x, y);
    return at && { node: at.offsetNode, offset: at.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

/** How many characters of the text stand before the node. */
function before(text, node) {
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEndBefore(node);
  return range.toString().length;
}

function nodeAt(text, offset) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let left = offset;
  while (walker.nextNode()) {
    if (left < walker.currentNode.length) return [walker.currentNode, left];
    left -= walker.currentNode.length;
  }
  return [text.lastChild, text.lastChild?.length ?? 0];
}
