/**
 * <gopy-search-keys>: while it is on the search page, j and k go from result to result, / into the field, the arrow from the
 * field to the first result; whoever comes to the page can type at once.
 */
class GopySearchKeys extends HTMLElement {
  connectedCallback() {
    this.life = new AbortController();
    const { signal } = this.life;
    document.addEventListener('keydown', (pressed) => this.pressed(pressed), { signal });
    // The field comes onto the page with this element, and can be typed into once the frame around it is shown.
    setTimeout(() => this.field?.addEventListener('keydown', (pressed) => this.inField(pressed), { signal }));
    this.shown = new ResizeObserver(() => this.begin());
    this.shown.observe(this.page);
  }

  begin() {
    if (!this.field?.checkVisibility()) return;
    this.shown.disconnect();
    this.field.focus({ preventScroll: true });
  }

  disconnectedCallback() {
    this.life.abort();
    this.shown.disconnect();
  }

  get page() {
    return this.closest('.search-page');
  }

  get field() {
    return this.page?.querySelector('.search-field input');
  }

  get ways() {
    return [...this.page.querySelectorAll('.hit > .pathline')];
  }

  step(by) {
    const all = this.ways;
    const at = all.findIndex((way) => way.closest('.hit').contains(document.activeElement));
    const next = all[at < 0 ? (by > 0 ? 0 : -1) : at + by];
    if (next) {
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    } else if (by < 0) this.field.focus();
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.composedPath()[0].closest?.('input:not([type=checkbox]), textarea, select')) return;
    const act = { '/': () => this.field.focus(), j: () => this.step(1), k: () => this.step(-1) }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  inField(event) {
    if (event.key !== 'ArrowDown') return;
    this.ways[0]?.focus();
    event.preventDefault();
  }
}

if (!customElements.get('gopy-search-keys')) customElements.define('gopy-search-keys', GopySearchKeys);
