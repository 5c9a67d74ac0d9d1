/**
 * Asks for the draft of the page's address while the frame around it is still starting: the longest answer is under way
 * before the reader's element is there. Of use once, to the first reader of the page.
 */
const ADDRESS = /\/ho-so\/([\w-]+)\/du-thao\/(\d+)$/;
const HEADERS = { Accept: 'application/json' };

const asked = ADDRESS.exec(location.pathname);
let coming = asked && answers(`${location.pathname.slice(0, asked.index)}/app-api`, asked[1], asked[2]).catch(() => null);

async function answers(base, dossier, ordinal) {
  const reader = await json(`${base}/dossiers/${dossier}/drafts/${ordinal}/reader`);
  return { reader, threads: await json(`${base}/versions/${reader.version.id}/threads`) };
}

async function json(address) {
  const answer = await fetch(address, { credentials: 'same-origin', headers: HEADERS });
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
  return answer.json();
}

/** What was asked for ahead, { reader, threads }, if it is that version as that person sees it; else null. */
export async function ahead(version, person) {
  const found = await coming;
  coming = null;
  return found?.reader.version.id === version && (!person || found.reader.me.id === person) ? found : null;
}
