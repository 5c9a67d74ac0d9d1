/**
 * A draft as one reads it: places that can be spoken about, in order, gathered into sections (a front page, an Điều, an
 * annex …), the pieces in which the text is laid out, counted and turned over on a phone.
 */
import { squeeze } from '../parts/words.js';
import { Citations } from './citations.js';

const GROUPS = new Set(['PART', 'CHAPTER', 'SECTION', 'SUBSECTION']);
/** The id of the place "the whole dossier", which is no provision of the server. */
export const DOSSIER = 'dossier';

export class Draft {
  /** @param json the answer of GET /versions/{id}/reader */
  constructor(json, t) {
    this.json = json;
    this.bodies = json.bodies;
    this.t = t;
    this.places = new Map();
    this.byHash = new Map();
    this.sections = [];
    this.outline = [];
    this.heads = [];
    this.several = json.bodies.length > 1;
    this.shared = sharedKinds(json);
    this.readGeneral();
    for (const body of json.bodies) this.readBody(body);
    for (const annex of json.annexes) if (!json.bodies.some((b) => b.code === annex.body)) this.readAnnex(annex, null);
    this.articles = this.sections.filter((s) => s.counted);
    this.articles.forEach((s, i) => (s.number = i + 1));
    this.citations = new Citations(json.citations, this);
  }

  /** The place with that id, or undefined. */
  place(id) {
    return this.places.get(id);
  }

  /** The place a link such as "#QC/dieu-7/khoan-2" points to, or the next above it that there is; else undefined. */
  fromHash(hash) {
    let path = hash.replace(/^#/, '');
    try {
      path = decodeURIComponent(path);
    } catch {
      /* not ours to repair */
    }
    for (path = path.normalize('NFC'); path && !this.byHash.has(path); ) path = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    return this.byHash.get(path);
  }

  // ---- reading the JSON

  readGeneral() {
    const section = this.startSection({ kind: 'GENERAL', name: this.t('outline.general') });
    this.add({ id: DOSSIER, kind: 'DOSSIER', text: '', name: this.t('place.DOSSIER'), path: 'y-kien-chung', order: 0 }, section);
    for (const body of this.json.bodies) {
      for (const place of body.places.filter((p) => p.kind === 'WHOLE_BODY')) this.addOuter(place, body, section);
    }
    this.outline.push({ kind: 'TOP', name: section.name, section });
  }

  readBody(body) {
    const front = this.startSection({ kind: 'FRONT', body, name: bodyName(body) });
    for (const kind of ['TITLE', 'GROUND', 'ENACTING']) {
      for (const place of body.places.filter((p) => p.kind === kind)) this.addOuter(place, body, front);
    }
    const entry = { kind: 'BODY', name: bodyName(body), section: front, children: [] };
    const first = body === this.json.bodies[0];
    if (first) this.addTopLines(front);
    if (this.several || !first) this.outline.push(entry);
    const children = this.several || !first ? entry.children : this.outline;
    this.readProvisions(body.provisions, { body, crumbs: [], into: children, parent: null });
    if (body.closing || body.places.some((p) => p.kind === 'RECIPIENT' || p.kind === 'SIGNATURE')) {
      const closing = this.startSection({ kind: 'CLOSING', body, name: this.t('outline.recipients') });
      for (const place of body.places.filter((p) => p.kind === 'RECIPIENT' || p.kind === 'SIGNATURE')) this.addOuter(place, body, closing);
      if (first) this.topRecipients = closing;
    }
    for (const annex of this.json.annexes.filter((a) => a.body === body.code)) this.readAnnex(annex, body, children);
    if (first && this.topRecipients) {
      const at = this.outline.findIndex((e) => e.kind !== 'TOP');
      const line = { kind: 'TOP', name: this.t('outline.recipients'), section: this.topRecipients };
      this.outline.splice(at < 0 ? this.outline.length : at, 0, line);
    }
  }

  addTopLines(front) {
    const title = front.places.find((p) => p.kind === 'TITLE');
    const ground = front.places.find((p) => p.kind === 'GROUND');
    if (title) this.outline.push({ kind: 'TOP', name: this.t('outline.title'), section: front, place: title, kinds: ['TITLE'] });
    if (ground) this.outline.push({ kind: 'TOP', name: this.t('outline.grounds'), section: front, place: ground, kinds: ['GROUND', 'ENACTING'] });
  }

  readAnnex(annex, body, into = this.outline) {
    const section = this.startSection({ kind: 'ANNEX', body, annex, name: annex.label ?? this.t('place.ANNEX') });
    const place = this.add({ id: annex.id, kind: 'ANNEX', text: annex.text ?? '', heading: annex.heading, label: annex.label,
      path: annex.path, ...this.named(annexName(annex) || this.t('place.ANNEX'), `ANNEX ${annex.label}`, body), body }, section);
    for (const row of annex.places ?? []) this.add({ ...row, body, name: this.rowName(row, annex, place), parent: place }, section);
    const entry = { kind: 'GROUP', name: headline(annex), section, children: [] };
    into.push(entry);
    this.readProvisions(annex.provisions ?? [], { body, annex, crumbs: [section.name], into: entry.children, parent: place, home: section });
  }

  /** A row goes by the number in its first cell; without one it is counted, the head of its table left out. */
  rowName(row, annex, place) {
    const number = /^\s*(\d+)\.?\s*(?:\||$)/.exec(row.text)?.[1];
    if (number) return this.t('place.ANNEX_ROW.numbered', { n: Number(number), annex: place.name });
    const [, table, nth] = /^(.*)\/[^/]*-(\d+)$/.exec(row.path) ?? [null, '', 1];
    const head = (annex.places ?? []).filter((other) => other.path.startsWith(`${table}/`)).length > 1;
    if (head && Number(nth) === 1) return this.t('place.ANNEX_ROW.head', { annex: place.name });
    return this.t('place.ANNEX_ROW', { n: nth - (head ? 1 : 0), annex: place.name });
  }

  /**
   * Headings become groups, Điều (or the headings of a text without Điều) become sections, the rest joins what is open.
   * A group's heading is set at the top of the first section below it.
   */
  readProvisions(nodes, at) {
    let open = at.home ?? null;
    for (const node of nodes) {
      if (this.isGroup(node, at)) {
        const place = this.makePlace(node, at);
        const entry = { kind: 'GROUP', name: headline(node), children: [] };
        at.into.push(entry);
        this.heads.push(place);
        const below = { ...at, crumbs: [...at.crumbs, entry.name], into: entry.children, parent: place, home: null, inOutline: node.level === 'OUTLINE' };
        this.readProvisions(node.children ?? [], below);
        if (!place.section) this.startText({ kind: 'LOOSE', name: entry.name }, below);
        entry.section = place.section;
        entry.place = place;
        open = null;
      } else if (node.level === 'ARTICLE' || node.level === 'OUTLINE') {
        const section = this.startText({ kind: node.level, counted: !at.annex }, at);
        const place = this.addTree(node, section, at.parent, at);
        Object.assign(section, { name: place.words, title: place.heading ?? '', main: place });
        at.into.push({ kind: 'SECTION', name: squeeze(place.label), title: place.heading || shorten(place.text), section });
        open = null;
      } else {
        open ??= this.startText({ kind: 'LOOSE', name: at.crumbs.at(-1) ?? bodyName(at.body) }, at);
        this.addTree(node, open, at.parent, at);
      }
    }
  }

  isGroup(node, at) {
    if (GROUPS.has(node.level)) return true;
    return node.level === 'OUTLINE' && !at.inOutline && (node.children ?? []).some((child) => child.level === 'OUTLINE');
  }

  startText(section, at) {
    const started = this.startSection({ ...section, body: at.body, crumbs: at.crumbs, heads: this.heads });
    for (const place of this.heads) this.add(place, started);
    this.heads = [];
    return started;
  }

  addTree(node, section, parent, at) {
    const place = this.add(this.makePlace(node, { ...at, parent }), section);
    for (const child of node.children ?? []) this.addTree(child, section, place, at);
    return place;
  }

  makePlace(node, at) {
    const place = { id: node.id, kind: 'PROVISION', level: node.level, text: node.text ?? '', heading: node.heading ?? null,
      label: node.label ?? null, mark: node.number ?? null, path: node.path, body: at.body, parent: at.parent, depth: node.depth,
      rows: node.rows ?? null, node };
    return Object.assign(place, this.named(this.nameOf(place), at.annex ? `ANNEX ${at.annex.label}` : 'PROVISION', at.body));
  }

  addOuter(place, body, section) {
    const same = body.places.filter((p) => p.kind === place.kind);
    const values = { n: same.indexOf(place) + 1, body: body.type ?? bodyName(body) };
    const name = this.t(same.length > 1 ? `place.${place.kind}.nth` : `place.${place.kind}`, values);
    return this.add({ ...place, body, ...this.named(name, place.kind, body) }, section);
  }

  add(place, section) {
    place.section = section;
    place.order = this.places.size;
    section.places.push(place);
    if (place.id) this.places.set(place.id, place);
    const path = (place.path ?? '').normalize('NFC');
    place.hash = this.several && place.body ? `${place.body.code}/${path}` : path;
    if (!this.byHash.has(place.hash)) this.byHash.set(place.hash, place);
    if (!this.byHash.has(path)) this.byHash.set(path, place);
    // Links from other documents name the body always.
    if (place.body && !this.several) this.byHash.set(`${place.body.code}/${path}`, place);
    return place;
  }

  startSection(section) {
    const full = { crumbs: [], places: [], counted: false, heads: [], title: '', ...section, index: this.sections.length };
    this.sections.push(full);
    return full;
  }

  // ---- names

  /** The words for a place inside its text, and its name, which says the text too where another one has such places. */
  named(words, kind, body) {
    const text = body && this.shared.has(kind) ? bodyName(body) : '';
    return { words, name: text ? words + this.t('place.join') + text : words };
  }

  /** "khoản 2 Điều 7": the way a letter names a place. */
  nameOf(place) {
    const own = this.ownName(place);
    const above = place.parent && !GROUPS.has(place.level) && place.level !== 'ARTICLE' ? nearestNamed(place) : null;
    if (!above) return own;
    return own ? own + this.t('place.join') + above.words : above.words;
  }

  ownName(place) {
    const n = place.mark ?? squeeze(place.label).replace(/[.)]+$/, '');
    switch (place.level) {
      case 'CLAUSE':
        return this.t('place.CLAUSE', { n });
      case 'POINT':
        return this.t(underOutline(place.parent) ? 'place.SUBPOINT' : 'place.POINT', { n });
      case 'OUTLINE':
        return this.t(underOutline(place) ? 'place.POINT' : 'place.OUTLINE', { n });
      case 'BULLET':
      case 'PARAGRAPH':
      case 'TABLE': {
        const siblings = (place.parent?.node?.children ?? []).filter((c) => c.level === place.level);
        const nth = siblings.indexOf(place.node) + 1;
        return siblings.length > 1 ? this.t(`place.${place.level}.nth`, { n: nth }) : this.t(`place.${place.level}`);
      }
      default:
        return squeeze(place.label).replace(/\.$/, '') || squeeze(place.heading);
    }
  }
}

/** The levels that say something of their own. */
const LEVELS = new Set(['ARTICLE', 'CLAUSE', 'POINT', 'OUTLINE']);

/** Whether other drafts may speak of the same as the place. */
export const hasRelated = (place) => LEVELS.has(place?.level);

/** The words that a proposal without a quote is about. */
export const ownWords = (place) => place?.text || place?.heading || '';

/** "Phụ lục I" for what is printed "PHỤ LỤC I". */
const annexName = ({ label }) => squeeze(label).replace(/^phụ lục/iu, 'Phụ lục');

/** "Chương II. Nhiệm vụ": label and heading on one line. */
export function headline(node) {
  const heading = sentence(squeeze(node.heading));
  const label = squeeze(node.label);
  return label && heading ? `${pointed(label)} ${heading}` : label || heading || shorten(node.text ?? '');
}

/** The label with a full stop, unless it brings a mark of its own: "Điều 7.", "I-", "a)". */
export function pointed(label) {
  const words = squeeze(label);
  return !words || /[^\p{L}\p{N}]$/u.test(words) ? words : `${words}.`;
}

/** Headings set in capitals are read as words in lists: "NHIỆM VỤ, QUYỀN HẠN" becomes "Nhiệm vụ, quyền hạn". */
export function sentence(text) {
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length < 4 || letters !== letters.toLocaleUpperCase('vi')) return text;
  const lower = text.toLocaleLowerCase('vi');
  return lower.charAt(0).toLocaleUpperCase('vi') + lower.slice(1);
}

export function bodyName(body) {
  return body?.type ? sentence(body.type) : squeeze(body?.title) || '';
}

/** The headings of a plan are mục; what is numbered below one is its điểm, and what is lettered below that its tiết. */
function underOutline(place) {
  return place?.level === 'OUTLINE' && place.parent?.level === 'OUTLINE';
}

/** The kinds of places that more than one text of the dossier has: there the name of a place says the text. */
function sharedKinds({ bodies, annexes }) {
  const kinds = bodies.flatMap((body) => [...new Set([...(body.provisions.length ? ['PROVISION'] : []), ...body.places.map((place) => place.kind)])]);
  kinds.push(...annexes.map((annex) => `ANNEX ${annex.label}`));
  const saying = new Set(['TITLE', 'WHOLE_BODY']);
  return new Set(kinds.filter((kind, i) => kinds.indexOf(kind) !== i && !saying.has(kind)));
}

/** The next place above that the name needs: "mục 2.1" says "mục 2" already. */
function nearestNamed(place) {
  for (let at = place.parent; at; at = at.parent) {
    const said = place.level === 'OUTLINE' && at.level === 'OUTLINE' && place.mark?.startsWith(`${at.mark}.`);
    if (at.words && !said && !GROUPS.has(at.level)) return at;
  }
  return null;
}

function shorten(text) {
  const line = squeeze(text);
  return line.length <= 64 ? line : `${line.slice(0, 60).replace(/\s\S*$/, '')} …`;
}
