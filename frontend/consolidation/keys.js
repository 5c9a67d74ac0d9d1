/**
 * The keys of the desk: a digit gives the outcome, j and k lead from group to group, i takes the answer that was given
 * before to something alike, c leads to where the answer is written, Ctrl+Enter saves and goes on, also while
 * one writes, d tells that the answer was checked a second time, Ctrl+Z outside a field puts back what was done last. What is pressed here are the buttons of the page themselves.
 */
const press = (selector) => document.querySelector(`.consolidation ${selector}`)?.click();

addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || !document.querySelector('.consolidation')) return;
  const typing = event.composedPath()[0].closest?.('input:not([type=checkbox]), textarea, select, [contenteditable]');
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    if (typing) typing.blur(); // so that the field tells what was typed before the press
    return press('.save-next');
  }
  if (typing) return;
  if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
    event.preventDefault();
    return press('.undo');
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^[1-7]$/.test(event.key)) press(`[data-key="${event.key}"]`);
  else if (event.key === 'j') press('.after');
  else if (event.key === 'k') press('.before');
  else if (event.key === 'i') press('.similar .use');
  else if (event.key === 'd') press('.second-check .check');
  else if (event.key === 'c') document.querySelector('.consolidation .answer .words')?.focus();
  else return;
  event.preventDefault();
});
