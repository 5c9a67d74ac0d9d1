/**
 * "Vì sao câu này thành thế này?": the words of a place in every draft that has it, each with what was changed from the one
 * before, and between them what was said of it and what became of that.
 */
import { html, nothing, render } from '../lit/lit-html.js';
import { dialog, open } from '../parts/dialog.js';
import { Outcome } from '../parts/names.js';
import { two } from '../parts/words.js';
import { marked } from './changes.js';

const TAGS = { insert: 'ins', delete: 'del' };
const STYLES = { [Outcome.ACCEPT]: 'st ok', [Outcome.ACCEPT_LATER]: 'st ok', [Outcome.ACCEPT_PART]: 'st part', [Outcome.KEEP]: 'st keep', [Outcome.ALREADY]: 'st keep', [Outcome.ESCALATE]: 'st wait' };

export async function lifeDialog(reader, place) {
  const { t } = reader;
  const box = dialog({ title: t('life.title', { place: place.name }), close: t('action.close'), kind: 'wide' });
  const draw = (rows) => render(html`<ol class="life" tabindex="0" aria-label=${t('life.title', { place: place.name })} aria-busy=${rows ? nothing : 'true'}>${rows ?? nothing}</ol>`, box);
  draw(null);
  open(reader, box);
  draw(await reader.server.life(place).then(
    (life) => (life.stages.length > 1 || life.said.length ? rowsOf(t, life) : html`<li class="cap">${t(life.stages.length ? 'life.new' : 'life.none')}</li>`),
    (error) => html`<li class="err" role="alert">${reader.news.sentenceFor(error)}</li>`));
}

/** Each draft, and behind it what was said of it. */
function rowsOf(t, { stages, said }) {
  return stages.map((stage, i) => {
    const same = i > 0 && stage.steps.every(({ op }) => op === 'equal');
    const own = said.filter(({ ordinal }) => ordinal === stage.ordinal);
    return html`<li><h3>${t('life.draft', { n: stage.ordinal })} <span class="cap">${stage.place}</span></h3>
      ${same ? html`<p class="cap">${t('life.same')}</p>` : html`<p class="change" lang="vi">${words(stage.steps, i > 0)}</p>`}
      ${own.length ? html`<section class="between"><h4 class="cap">${t('life.said', { n: two(own.length) })}</h4>${own.map((one) => opinion(t, one))}</section>` : nothing}</li>`;
  });
}

/** What went and came; of the oldest draft its words alone. */
const words = (steps, compared) => marked(steps.map(({ op, text }) => ({ tag: compared ? TAGS[op] : null, text })));

function opinion(t, { number, who, text, outcome, answer }) {
  return html`<article><p class="by"><b>${[number, who].filter(Boolean).join(' · ')}</b>${outcome ? html`<span class=${STYLES[outcome] ?? 'st'}>${t(`outcome.${outcome}`)}</span>` : nothing}</p>
    <p class="say" lang="vi">${text}</p>${answer ? html`<p class="answer" lang="vi">${answer}</p>` : nothing}</article>`;
}
