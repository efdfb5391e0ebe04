import type { Contribution, CodeCertification } from '../match-result.ts';
import type { CodesEtablissement, OffresEtablissements, SourceOffre } from '../etablissement/offres.ts';
import type { Classe } from '../model/rank.ts';
import type { Decision } from './decide.ts';
import type { IsoDate } from '../reference-data.ts';

/** What the establishments of the rows of one signature are known to offer. */
export interface Temoignage {
  /** Establishments of the rows, and those of which something is known. */
  readonly etablissements: number;
  readonly connus: number;
  readonly offrants: ReadonlyMap<CodeCertification, Offrants>;
}

export interface Offrants {
  /** Establishments, among those known, that offer the certification. */
  readonly nombre: number;
  readonly sources: ReadonlySet<SourceOffre>;
}

/**
 * Log-odds that an offer of all the known establishments adds to a candidate. Learned where the answer goes to a person
 * (1.2 by pair of a label and an establishment, 95 % between 0.5 and 1.9) and kept below: beyond 1 an offer breaks more
 * answers than it mends. Nothing is learned of it where the label suffices (-0.3), and it is not read there
 * (`npm run evaluation -- --etablissements`, docs/algorithme.md).
 */
export const POIDS_OFFRE = 1;
/** The candidates that an offer may tell apart: the first few, within reach of the first. */
const PREMIERS = 5;
const PORTEE = 4;

/** Asks what establishments offer; null where nothing is known of any of them. */
export function temoignage(
  etablissements: readonly CodesEtablissement[],
  offres: OffresEtablissements,
  jour: IsoDate,
): Temoignage | null {
  const offrants = new Map<CodeCertification, { nombre: number; sources: Set<SourceOffre> }>();
  let connus = 0;
  for (const codes of etablissements) {
    const known = offres.de(codes, jour);
    if (known.size > 0) connus++;
    for (const [certification, sources] of known) {
      const one = offrants.get(certification) ?? { nombre: 0, sources: new Set<SourceOffre>() };
      one.nombre++;
      for (const source of sources) one.sources.add(source);
      offrants.set(certification, one);
    }
  }
  return connus === 0 ? null : { etablissements: etablissements.length, connus, offrants };
}

/** The candidates in the order that the establishments give them, with the line that says so of each that they offer. */
export interface Reclassement {
  readonly ranked: readonly Classe[];
  readonly lignes: ReadonlyMap<CodeCertification, Contribution>;
}

/**
 * Lets what establishments offer tell close candidates apart.
 *
 * @param ranked best first
 * @returns null where it does not: none of the close candidates is offered, or all of them alike
 */
export function reclasser(
  ranked: readonly Classe[],
  temoin: Temoignage,
  poids: number = POIDS_OFFRE,
): Reclassement | null {
  const top = ranked[0]?.score ?? 0;
  const close = ranked.slice(0, PREMIERS).filter(({ score }) => top - score <= PORTEE);
  const parts = close.map(({ paire }) => shareOf(paire.certification.code, temoin));
  const [premiere] = parts;
  if (parts.every((part) => part === premiere)) return null;
  const gains = new Map(close.map(({ paire }, i) => [paire.rang, poids * (parts[i] ?? 0)]));
  const scored = ranked.map((classe) => ({
    ...classe,
    score: classe.score + (gains.get(classe.paire.rang) ?? 0),
  }));
  // Stable: those that are level stay in the order of the label.
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  const masses = scored.map(({ score }) => Math.exp(score - best));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  const lignes = new Map<CodeCertification, Contribution>();
  for (const { paire } of close) {
    const { code } = paire.certification;
    const contribution = gains.get(paire.rang) ?? 0;
    const offrants = temoin.offrants.get(code);
    if (offrants !== undefined)
      lignes.set(code, {
        critere: 'offre de l’établissement',
        detail: `+ ${sentence(offrants, temoin)}`,
        contribution: Math.round(contribution * 1000) / 1000,
      });
  }
  return {
    ranked: scored.map((classe, i) => ({ ...classe, probabilite: (masses[i] ?? 0) / total })),
    lignes,
  };
}

/**
 * The answer once establishments have spoken: never accepted, and never surer than the label alone. An offer says which of
 * two to look at first, not that it is right.
 *
 * @param again decides anew, from the new order
 */
export function proposeByOffers(
  byLabel: Decision,
  ranked: readonly Classe[],
  again: () => Decision,
): Decision {
  const labelled = byLabel.choisi?.paire;
  const proposed = ranked[0]?.paire === labelled ? null : again();
  // Words so far from the label that nothing would be answered: its own first stays.
  if (proposed === null || proposed.choisi === null)
    return { ...byLabel, choisi: ranked.find(({ paire }) => paire === labelled) ?? null };
  return {
    ...proposed,
    statut: 'a_verifier',
    confiance: Math.min(proposed.confiance, byLabel.confiance),
    motifs: proposed.motifs.map((motif) => (motif === 'MEILLEUR_NET' ? 'AMBIGU' : motif)),
  };
}

const shareOf = (code: CodeCertification, { connus, offrants }: Temoignage): number =>
  (offrants.get(code)?.nombre ?? 0) / connus;

const SOURCES: readonly (readonly [SourceOffre, string])[] = [
  ['catalogue_apprentissage', 'catalogue de l’apprentissage'],
  ['quiforme', 'habilitation, QuiForme'],
];

/** "l’établissement propose déjà cette certification (catalogue de l’apprentissage)". */
function sentence({ nombre, sources }: Offrants, { etablissements, connus }: Temoignage): string {
  const said = SOURCES.filter(([source]) => sources.has(source)).map(([, nom]) => nom);
  const offered = sources.has('catalogue_apprentissage');
  const one = offered ? 'propose déjà cette certification' : 'est habilité pour cette certification';
  const several = offered ? 'proposent déjà cette certification' : 'sont habilités pour cette certification';
  const what = `(${said.join(' ; ')})`;
  if (etablissements === 1) return `l’établissement ${one} ${what}`;
  if (connus === 1) return `le seul établissement connu ${one} ${what}`;
  return `${String(nombre)} des ${String(connus)} établissements connus ${nombre === 1 ? one : several} ${what}`;
}
