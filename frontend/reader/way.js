/**
 * Where one is in the draft: kept in the address, in the history of the page, and for this tab in the browser.
 */
const pageNow = () => location.pathname + location.search;

export class Way {
  constructor(reader) {
    Object.assign(this, { reader, draft: reader.store.draft, key: `gopy:at:${reader.store.versionId}`, page: pageNow() });
  }

  listen(signal) {
    addEventListener('hashchange', () => this.hashChanged(), { signal });
  }

  /** The place in the address, else where this tab was before. */
  here() {
    const { current, place } = this.reader.view ?? {};
    if (current) return place?.section === current ? place : (current.main ?? current.places[0]);
    return this.draft.fromHash(location.hash) ?? this.draft.fromHash(sessionStorage.getItem(this.key) ?? '');
  }

  remember(section) {
    const place = section.main ?? section.places[0];
    if (place) sessionStorage.setItem(this.key, place.hash);
  }

  /** Where another draft of the dossier shows what is read here. */
  inVersion(version) {
    const place = this.here();
    const path = place && (place.body && !place.hash.startsWith(`${place.body.code}/`) ? `${place.body.code}/${place.hash}` : place.hash);
    return path ? `${version.url}#${path}` : version.url;
  }

  /** Writes the place into the address. */
  set(place) {
    // The router's own state of this page must stay; a bare "#…" would be one of the page's base.
    history.replaceState(history.state, '', this.addressOf(place));
  }

  addressOf(place) {
    return `${pageNow()}#${place.hash}`;
  }

  /** Goes to a place as a link would: back leads to where one was. */
  follow(place) {
    const from = this.here();
    if (from) this.set(from);
    history.pushState(history.state, '', this.addressOf(place));
    this.reader.view.go(place, { focus: true });
  }

  /** Goes where a citation points, and offers the way back. */
  followReference(from, to) {
    const { t } = this.reader;
    this.follow(to);
    if (from) this.reader.toast(t('msg.followed', { place: to.name }), { words: t('action.back', { place: from.name }), act: () => this.follow(from) });
  }

  /**
   * A step back or on in the history, told by the frame before the router hears of it: one inside of this page is the
   * page's own, the router would load it anew.
   */
  stepped(event) {
    const before = this.page;
    this.page = pageNow();
    if (before === this.page) event.stopImmediatePropagation();
  }

  hashChanged() {
    const place = this.draft.fromHash(location.hash);
    if (place) this.reader.view.go(place, { focus: true });
  }
}
