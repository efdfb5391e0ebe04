import { tallyIndirect } from './indirect-verdict.ts';
import type { JudgedLabel } from './judge.ts';
import {
  acceptanceCurve,
  measure,
  reliability,
  type Mesure,
  type PointAcceptation,
  type TrancheDeFiabilite,
} from './measure.ts';
import { percent } from './percent.ts';
import { described, type RapportRecherche } from './retrieval-report.ts';
import {
  ceilingOf,
  ceilingText,
  contradictionText,
  indirectTallies,
  talliedText,
  verdictText,
  type RapportVerites,
} from './truth-report.ts';

/** What the report is of, and what it holds besides the figures. */
export interface EnteteDuRapport {
  readonly titre: string;
  readonly modele: string;
  readonly recherche?: RapportRecherche;
  readonly verites?: RapportVerites;
  /** Whether labels are named, as they are unless told; the reserve's never are. */
  readonly lister?: boolean;
}

const WIDTH = 420;
const HEIGHT = 320;
const MARGIN = 48;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
const x = (share: number): string => (MARGIN + share * (WIDTH - 2 * MARGIN)).toFixed(1);
const y = (share: number): string => (HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN)).toFixed(1);

function frame(titre: string, abscisse: string, ordonnee: string, top: string, body: string): string {
  return `<figure><figcaption>${escaped(titre)}</figcaption>
<svg viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" role="img" aria-label="${escaped(titre)}">
<path d="M${x(0)} ${y(1)}V${y(0)}H${x(1)}" fill="none" stroke="#3a3a3a"/>
<text x="${x(0.5)}" y="${String(HEIGHT - 10)}" text-anchor="middle">${escaped(abscisse)}</text>
<text x="14" y="${y(0.5)}" text-anchor="middle" transform="rotate(-90 14 ${y(0.5)})">${escaped(ordonnee)}</text>
<text x="${x(0)}" y="${String(HEIGHT - MARGIN + 16)}">0</text><text x="${x(1)}" y="${String(HEIGHT - MARGIN + 16)}" text-anchor="end">100 %</text>
<text x="${String(MARGIN - 6)}" y="${y(1)}" text-anchor="end">${escaped(top)}</text>
${body}
</svg></figure>`;
}

function reliabilityDiagram(slices: readonly TrancheDeFiabilite[]): string {
  const dots = slices
    .filter(({ etiquettes }) => etiquettes > 0)
    .map(
      ({ confianceMoyenne, partJuste, etiquettes }) =>
        `<circle cx="${x(confianceMoyenne)}" cy="${y(partJuste)}" r="${(3 + Math.sqrt(etiquettes) / 4).toFixed(1)}" fill="#000091" fill-opacity="0.7"><title>${String(etiquettes)} étiquettes : dites ${percent(confianceMoyenne)}, justes ${percent(partJuste)}</title></circle>`,
    )
    .join('\n');
  const diagonal = `<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#929292" stroke-dasharray="4"/>`;
  return frame('Diagramme de fiabilité', 'confiance annoncée', 'part juste', '100 %', `${diagonal}\n${dots}`);
}

/** Highest error that the curve shows. */
const ERROR_SHOWN = 0.1;

function acceptanceDiagram(points: readonly PointAcceptation[]): string {
  const line = points
    .map(
      ({ acceptees, fausses }, i) =>
        `${i === 0 ? 'M' : 'L'}${x(acceptees)} ${y(Math.min(1, fausses / ERROR_SHOWN))}`,
    )
    .join('');
  const target = `<path d="M${x(0)} ${y(0.01 / ERROR_SHOWN)}H${x(1)}" stroke="#ce0500" stroke-dasharray="4"/>`;
  return frame(
    'Part acceptée sans relecture et erreur',
    'part acceptée',
    'erreur parmi les acceptées',
    percent(ERROR_SHOWN),
    `${target}\n<path d="${line}" fill="none" stroke="#000091" stroke-width="2"/>`,
  );
}

function row(nom: string, m: Mesure): string {
  const cells = [
    String(m.etiquettes),
    percent(m.justes),
    percent(m.dansLesCinq),
    percent(m.acceptees),
    percent(m.accepteesParLigne),
    percent(m.fausses),
    percent(m.faussesParLigne),
    percent(m.erreurDeCalibration),
  ];
  return `<tr><th scope="row">${escaped(nom)}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function table(titre: string, groups: ReadonlyMap<string, readonly JudgedLabel[]>): string {
  const head = [
    '',
    'étiquettes',
    'justes',
    'dans les cinq',
    'acceptées',
    'lignes acceptées',
    'fausses',
    'lignes fausses',
    'ECE',
  ];
  return `<table><caption>${escaped(titre)}</caption><thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead>
<tbody>${[...groups].map(([nom, labels]) => row(nom, measure(labels))).join('\n')}</tbody></table>`;
}

function grouped(
  labels: readonly JudgedLabel[],
  key: (label: JudgedLabel) => string,
): Map<string, JudgedLabel[]> {
  const groups = new Map<string, JudgedLabel[]>();
  for (const label of labels) {
    const name = key(label);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [label]);
    else group.push(label);
  }
  return groups;
}

const LOST_SHOWN = 50;

/** What the search for candidates found, and the list of what it lost. */
function retrievalSection(rapport: RapportRecherche, lister: boolean): string {
  const recall = Object.entries(rapport.rappel).map(([rang, part]) => [`dans les ${rang}`, percent(part)]);
  const steps = Object.entries(rapport.etapes).map(([etape, n]) => [`amenée : ${etape}`, String(n)]);
  const losses = Object.entries(rapport.pertes).map(([perte, n]) => [`perdue : ${perte}`, String(n)]);
  const cells = [...recall, ['parmi les candidats', percent(rapport.parmiLesCandidats)], ...steps, ...losses];
  const lines = cells.map(
    ([nom = '', valeur = '']) => `<tr><th scope="row">${escaped(nom)}</th><td>${valeur}</td></tr>`,
  );
  const lost = (lister ? rapport.perdus : [])
    .slice(0, LOST_SHOWN)
    .map((perdu) => `<li>${escaped(described(perdu))}</li>`);
  return `<h2>Recherche des candidats</h2>
<table><caption>Où est la vérité, ${String(rapport.etiquettes)} étiquettes</caption><tbody>${lines.join('\n')}</tbody></table>
${rapport.perdus.length === 0 ? '<p>Aucune vérité perdue.</p>' : `<h3>Vérités perdues (${String(rapport.perdus.length)})</h3>${lost.length === 0 ? '' : `<ul>${lost.join('\n')}</ul>`}`}`;
}

/** What the rows say of the truths: those without one, those contradicted, and what a label can tell at best. */
function truthSection(rapport: RapportVerites, lister: boolean): string {
  const list = (items: readonly string[]): string =>
    lister && items.length > 0
      ? `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}</ul>`
      : '';
  const doubtful = [...rapport.sansVerite, ...rapport.fermees].filter(
    ({ judged, verdict }) => judged.accepte && verdict !== 'juste',
  );
  const tallies = [...indirectTallies(rapport)].map(
    ([set, tally]) => `<li>${escaped(`${set} : ${talliedText(tally)}`)}</li>`,
  );
  return `<h2>Ce que les lignes disent de leur vérité</h2>
<h3>Lignes sans vérité, jugées par une vérité indirecte</h3><ul>${tallies.join('\n')}
<li>${escaped(`vérité fermée à la rentrée : ${talliedText(tallyIndirect(rapport.fermees))}`)}</li></ul>${list(doubtful.map(verdictText))}
<h3>Vérités contredites par leur propre ligne (${String(rapport.contredites.length)})</h3>${list(rapport.contredites.map(contradictionText))}
<p>${escaped(ceilingText(ceilingOf(rapport)))}</p>`;
}

/** The whole evaluation as one page that needs nothing else: tables, reliability diagram, acceptance curve. */
export function htmlReport(
  labels: readonly JudgedLabel[],
  { titre, modele, recherche, verites, lister = true }: EnteteDuRapport,
): string {
  const bySet = grouped(labels, ({ label }) => label.set);
  const byType = new Map(
    [...grouped(labels, ({ label }) => label.type || 'non précisé')].sort(
      (a, b) => b[1].length - a[1].length,
    ),
  );
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${escaped(titre)}</title>
<style>body{font-family:Marianne,Arial,sans-serif;margin:2rem;max-width:70rem}table{border-collapse:collapse;margin:1rem 0}
th,td{border:1px solid #ddd;padding:.3rem .6rem;text-align:right}th[scope=row]{text-align:left}caption{font-weight:bold;text-align:left}
figure{display:inline-block;width:30rem;margin:1rem 1rem 0 0}svg{font-size:12px}</style></head>
<body><h1>${escaped(titre)}</h1><p>Modèle ${escaped(modele)}. Une étiquette est un libellé distinct d’un jeu ; les étiquettes sans vérité, à code générique ou dont la vérité est fermée à la rentrée sont comptées à part.</p>
${table('Par jeu', new Map([...bySet, ['ensemble', [...labels]]]))}
${reliabilityDiagram(reliability(labels))}
${acceptanceDiagram(acceptanceCurve(labels))}
${table('Par type de diplôme', byType)}
${verites === undefined ? '' : truthSection(verites, lister)}
${recherche === undefined ? '' : retrievalSection(recherche, lister)}
</body></html>
`;
}
