/**
 * What is to be looked at in a structure, each finding with the paragraph that its place begins with.
 */

/** Places outside the tree that a finding can name. */
const ZONE_PATHS = { HEAD: 'phan-dau', TITLE: 'ten-goi', PREAMBLE: 'ban-hanh', CLOSING: 'phan-cuoi' };

/** Each finding with the paragraph that its place begins with. */
export function findingsOf(structure, pieces) {
  const rows = new Map();
  structure.rows.forEach((row, index) => {
    const path = row.path || ZONE_PATHS[row.zone];
    for (const key of path ? [path, `${row.body}/${path}`] : []) if (!rows.has(key)) rows.set(key, index);
  });
  const firsts = new Map();
  for (const piece of pieces) if (piece.row >= 0 && !firsts.has(piece.row)) firsts.set(piece.row, piece);
  const missing = new Map(structure.missing.map((one) => [one.finding, one]));
  const findings = structure.findings.map((finding, index) => {
    const lost = missing.get(index);
    const near = lost && pieceWith(lost.before, pieces);
    const row = near?.row ?? (finding.path ? rows.get(finding.path) ?? -1 : -1);
    return { ...finding, key: [finding.code, finding.path, finding.message].join(' '), row, place: placeOf(structure.rows, row), piece: near ?? firsts.get(row), missing: lost?.words };
  });
  return findings.sort((a, b) => (a.piece?.index ?? -1) - (b.piece?.index ?? -1));
}

/**
 * The finding after the one shown last; whoever has gone elsewhere meanwhile goes on from there. Each is reached, also
 * those about the whole file, which have no place. Undefined when there is none.
 */
export function nextFinding(findings, found, current) {
  const at = found ? findings.findIndex((one) => one.key === found.key) : -1;
  const stays = at >= 0 && (!found.piece || found.piece.id === current?.id);
  if (stays) return findings[(at + 1) % findings.length];
  return (found && findings.find((one) => one.piece && one.piece.index > (current?.index ?? -1))) ?? findings[0];
}

/** The only paragraph that holds the words before those that are missing; undefined when none or several do. */
function pieceWith(words, pieces) {
  const wanted = letters(words);
  if (wanted.length < 12) return undefined;
  const found = pieces.filter((piece) => letters(piece.segments.map(({ lead, text }) => `${lead} ${text}`).join(' ')).includes(wanted));
  return found.length === 1 ? found[0] : undefined;
}

const letters = (text) => text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The provisions above a row, from its Điều on, as "Điều 13 › 1.". */
function placeOf(rows, row) {
  const labels = [];
  let level = rows[row]?.indent ?? 0;
  for (let i = row - 1; i >= 0 && level > 0; i--) {
    if (rows[i].indent >= level || rows[i].zone !== 'PROVISION') continue;
    level = rows[i].indent;
    if (rows[i].label) labels.unshift(rows[i].label);
    if (rows[i].level === 'ARTICLE') break;
  }
  return labels.join(' › ');
}
