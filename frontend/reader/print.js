/**
 * The draft on paper: all of it, however little of it stands on the screen, with the draft's name and the number of the
 * page at the foot of each.
 */
import { h } from '../parts/dom.js';
import { Sheet } from './text.js';

/** The text alone: nothing to press. */
class PaperSheet extends Sheet {
  tools() {
    return null;
  }

  permalink() {
    return null;
  }
}

/** Puts the whole text onto the page before it is printed, by whichever way, and takes it away afterwards. */
export class Print {
  constructor(reader) {
    Object.assign(this, { reader, store: reader.store });
    this.foot = new CSSStyleSheet();
    this.foot.replaceSync(footOf(reader.store));
  }

  listen(signal) {
    addEventListener('beforeprint', () => this.begin(), { signal });
    addEventListener('afterprint', () => this.end(), { signal });
    signal.addEventListener('abort', () => this.end());
  }

  begin() {
    this.end();
    const sheet = new PaperSheet(this.reader);
    const sections = this.store.draft.sections.filter((section) => section.kind !== 'GENERAL');
    this.paper = h('article', { class: 'paper law', lang: 'vi' }, sections.map((section) => sheet.section(section)));
    this.reader.append(this.paper);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.foot];
  }

  end() {
    this.paper?.remove();
    this.paper = null;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.foot);
  }
}

/** The margin boxes of the pages: which draft of which dossier, and which page of how many. */
function footOf({ version, t }) {
  const quoted = (words) => `"${words.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"`;
  const [before, between] = t('print.page').split('{n}');
  const box = "font: 9pt 'Be Vietnam Pro', sans-serif; vertical-align: top; padding-top: 4mm;";
  return `@page {
    @bottom-left { content: ${quoted([version.dossierCode, version.label].filter(Boolean).join(' · '))}; ${box} }
    @bottom-right { content: ${quoted(before)} counter(page) ${quoted(between.split('{of}')[0])} counter(pages); ${box} }
  }`;
}
