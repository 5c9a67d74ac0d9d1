/**
 * The blocks of a comparison on their sheet: what is near is written at once, what is far when it comes near or the page has
 * time. A stretch that is not shown is one line that opens.
 */
import { h, whenIdle } from '../parts/dom.js';

const AT_ONCE = 8;
const NEAR = '1000px';

export class Blocks {
  /**
   * @param pane in which they are rolled
   * @param shown tells whether a block, or a row of one, is among the changes to be seen
   * @param folded the words for so many blocks that are not
   * @param fill writes a block into its frame
   */
  constructor(pane, blocks, { shown, folded, fill }) {
    Object.assign(this, { blocks, fill, frames: new Map(), unwritten: new Map(), folds: new Map() });
    this.element = h('div', { class: 'blocks' });
    this.near = new IntersectionObserver((seen) => seen.forEach(({ isIntersecting, target }) => isIntersecting && this.write(target)), { root: pane, rootMargin: NEAR });
    let stretch = [];
    const flush = () => {
      if (stretch.length) this.element.append(this.fold(stretch, folded(stretch)));
      stretch = [];
    };
    for (const block of blocks) {
      if (!shown(block)) {
        stretch.push(block);
        continue;
      }
      flush();
      this.element.append(this.frame(block));
    }
    flush();
    [...this.unwritten.keys()].slice(0, AT_ONCE).forEach((frame) => this.write(frame));
    this.writeLater();
  }

  frame(block) {
    const frame = h('section', { class: 'blk', role: 'group', tabindex: '-1', 'data-block': block.id, 'aria-label': block.changed ? `${block.name}: ${block.verdict}` : block.name });
    frame.style.containIntrinsicBlockSize = `auto ${guess(block)}px`;
    this.frames.set(block, frame);
    this.unwritten.set(frame, block);
    this.near.observe(frame);
    return frame;
  }

  fold(stretch, words) {
    const line = h('div', { class: 'fold' }, h('button', { type: 'button', class: 'more', 'aria-expanded': 'false', onclick: () => this.open(stretch)?.focus({ preventScroll: true }) }, '… ', words));
    stretch.forEach((block) => this.folds.set(block, { line, stretch }));
    return line;
  }

  /** Writes a stretch out; its first frame. */
  open(stretch) {
    const { line } = this.folds.get(stretch[0]);
    const frames = stretch.map((block) => this.frame(block));
    stretch.forEach((block) => this.folds.delete(block));
    line.replaceWith(...frames);
    this.write(frames[0]);
    return frames[0];
  }

  write(frame) {
    const block = this.unwritten.get(frame);
    if (!block) return;
    this.unwritten.delete(frame);
    this.near.unobserve(frame);
    frame.replaceChildren(...this.fill(block));
  }

  writeLater() {
    if (!this.unwritten.size) return;
    whenIdle((time) => {
      for (const frame of this.unwritten.keys()) {
        this.write(frame);
        if (time.timeRemaining() < 2) break;
      }
      this.writeLater();
    });
  }

  /** There is more to say of the blocks: those that are written are written again, where they stand. */
  writeAgain() {
    for (const [block, frame] of this.frames) {
      const inUse = document.activeElement !== frame && frame.contains(document.activeElement);
      if (!this.unwritten.has(frame) && !inUse) frame.replaceChildren(...this.fill(block));
    }
  }

  writeAll() {
    for (const frame of [...this.unwritten.keys()]) this.write(frame);
  }

  /** The frame of a block, written with those around it, out of its fold if it lay in one. */
  reach(block) {
    const fold = this.folds.get(block);
    if (fold) this.open(fold.stretch);
    const frame = this.frames.get(block);
    for (let one = frame, n = 0; one && n < AT_ONCE; one = one.nextElementSibling, n++) this.write(one);
    if (frame.previousElementSibling) this.write(frame.previousElementSibling);
    return frame;
  }

  end() {
    this.near.disconnect();
    this.unwritten.clear();
  }
}

/** A fair guess of the height keeps the scroll bar still. */
function guess(block) {
  const letters = block.rows.reduce((n, row) => n + 40 + (row.text ?? []).reduce((m, step) => m + step.text.length, 0), 0);
  return Math.round(40 + (letters / 55) * 27);
}
