/**
 * <gopy-further>: presses the button inside it as soon as one has scrolled near to it.
 */
const NEAR = '300px';

class GopyFurther extends HTMLElement {
  connectedCallback() {
    this.observer = new IntersectionObserver(([seen]) => seen.isIntersecting && this.querySelector('button')?.click(), { rootMargin: NEAR });
    this.observer.observe(this);
  }

  disconnectedCallback() {
    this.observer.disconnect();
  }
}

if (!customElements.get('gopy-further')) customElements.define('gopy-further', GopyFurther);
