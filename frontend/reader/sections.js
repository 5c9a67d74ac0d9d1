/**
 * The sections of the sheet as they get written: those where reading begins at once, the others when they come near, are
 * asked for, or the page has time. One that is not written yet keeps the height it was guessed at, and nothing else.
 */
import { whenIdle, READING_FIRST_MS } from '../parts/dom.js';
import { Sheet } from './text.js';

/** More than a screen shows, few enough that nobody waits for them. */
const AT_ONCE = 6;

export class Sections {
  /** @param sheet the element in which they stand */
  constructor(reader, sheet) {
    this.draft = reader.store.draft;
    this.writer = new Sheet(reader);
    this.frames = new Map();
    this.places = new Map();
    this.unwritten = new Set(this.draft.sections);
    for (const section of this.draft.sections) {
      const frame = this.writer.frame(section);
      frame.classList.add('unwritten');
      frame.classList.toggle('newbody', section.kind === 'FRONT' && section.body !== this.draft.bodies[0]);
      frame.style.containIntrinsicBlockSize = `auto ${guess(section)}px`;
      this.frames.set(section, frame);
    }
    sheet.append(...this.frames.values());
    this.writeFrom(0);
    this.rest = setTimeout(() => this.writeLater(), READING_FIRST_MS);
  }

  element(section) {
    return this.frames.get(section);
  }

  get elements() {
    return this.frames.values();
  }

  /** The element of the place, written if it was not; undefined where the sheet shows no such place. */
  place(id) {
    const section = this.draft.place(id)?.section;
    if (section) this.write(section);
    return this.places.get(id);
  }

  write(section) {
    if (!this.unwritten.delete(section)) return;
    const frame = this.frames.get(section);
    this.writer.fill(frame, section);
    frame.classList.remove('unwritten');
    for (const element of frame.querySelectorAll('[data-place]')) if (!this.places.has(element.dataset.place)) this.places.set(element.dataset.place, element);
  }

  /** As many from there on as a screen may show, and the one before. */
  writeFrom(index) {
    for (const section of this.draft.sections.slice(Math.max(0, index - 1), index + AT_ONCE)) this.write(section);
  }

  writeAll() {
    for (const section of this.unwritten) this.write(section);
  }

  writeLater() {
    if (!this.unwritten.size) return;
    whenIdle((time) => {
      let n = 0;
      for (const section of this.unwritten) {
        this.write(section);
        if (++n >= AT_ONCE && time.timeRemaining() < 2) break;
      }
      this.writeLater();
    });
  }

  /** Mouse and keys find their tools at every place of the element. */
  equip(element) {
    this.writer.equipAll(element);
  }

  end() {
    clearTimeout(this.rest);
    this.unwritten.clear();
  }
}

/** A good guess of the height in pixels keeps the scroll bar still while sections off the screen are not laid out. */
function guess(section) {
  const letters = section.places.reduce((n, place) => n + place.text.length + 34, 0);
  return Math.round(60 + (letters / 66) * 31);
}
