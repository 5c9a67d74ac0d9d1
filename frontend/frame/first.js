/* The few lines of every page that must run before anything is painted. Written into the page itself, with "{app}" as the folder of our files. */

// A chosen light or dark look, so that the first paint already has it.
try {
  const look = localStorage.getItem('gopy-theme');
  if (look) document.documentElement.dataset.theme = look;
} catch (refused) {
  /* a browser without storage shows the look of the system */
}

// Who listens on a window is told in the order of asking, and only a page's own lines ask before the router.
addEventListener('popstate', (step) => document.querySelector('gopy-reader, gopy-compare')?.stepped?.(step));

// A page that begins with the reader asks for the draft, and for the reader's files, while the frame is still starting.
{
  const asked = /\/ho-so\/([\w-]+)\/du-thao\/([\w-]+)$/.exec(location.pathname);
  if (asked) {
    const draft = `${location.pathname.slice(0, asked.index)}/app-api/dossiers/${asked[1]}/drafts/${asked[2]}`;
    const ask = (what) => fetch(`${draft}/${what}`, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
    globalThis.gopyAhead = Promise.all([ask('reader'), ask('threads')]);
    globalThis.gopyAhead.catch(() => {});
    for (const file of ['ahead.js', 'reader.js'])
      document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: `{app}reader/${file}` }));
  }
}
