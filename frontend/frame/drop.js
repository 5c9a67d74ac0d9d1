/*
 * Files that are dropped on a page: a miss never makes the browser leave the page for the file, and where the page has a
 * field for files of its own it takes what is dropped anywhere, and what is chosen with another button of the page.
 */
const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
const field = () => document.querySelector('vaadin-upload[data-page-drop]');
let leaving;

const over = (on) => {
  clearTimeout(leaving);
  field()?.toggleAttribute('dragover', on);
  field()?.toggleAttribute('dragover-valid', on);
};

addEventListener('dragover', (event) => {
  if (!hasFiles(event) || event.defaultPrevented) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = field() ? 'copy' : 'none';
  over(true);
  leaving = setTimeout(over, 300, false);
});

addEventListener('drop', (event) => {
  if (!hasFiles(event) || event.defaultPrevented) return;
  event.preventDefault();
  over(false);
  field()?.dispatchEvent(new DragEvent('drop', { dataTransfer: event.dataTransfer, cancelable: true }));
});

addEventListener('click', ({ target }) => {
  if (target.closest?.('[data-chooses]')) field()?.querySelector('[data-choose]').click();
});
