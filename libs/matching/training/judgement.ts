import { canonicalLabel } from '../features/prepare-demande.ts';
import type { Formation } from '../formation.ts';
import { SANS_CODE, type DistinctLabel } from '../evaluation/labelled-row.ts';
import type { CodeCertification } from '../match-result.ts';
import type { IsoDate } from '../reference-data.ts';

/** Format of the file of exported judgements; raised when a field changes its meaning. */
export const VERSION_JUGEMENTS = 1;

/**
 * A judgement of a person as the service exports it, without a name. `origine` says how its item was chosen:
 * `revue` by the queue, which asks the doubtful ones first; `audit` at random among all; `controle` among those
 * whose answer is known, to check the readers.
 */
export interface JugementExporte {
  readonly version: typeof VERSION_JUGEMENTS;
  readonly plateforme: Formation['plateforme'];
  readonly libelle: string;
  readonly specialite: string | null;
  readonly typeDiplome: string | null;
  readonly voie: Formation['voie'];
  readonly codes: Formation['codes'];
  readonly rentree: IsoDate;
  readonly verdict: 'accepte' | 'autre' | 'aucune';
  readonly codeCertification: CodeCertification | null;
  /** CFD of that certification; null for a SISE diploma, or for « aucune ». */
  readonly cfd: string | null;
  readonly motif: string | null;
  /** Model whose answer was judged. */
  readonly modele: string;
  readonly origine: 'revue' | 'audit' | 'controle';
  /** Day of the judgement. */
  readonly date: IsoDate;
}

/**
 * The distinct label of a formation, written as the labelled sets write theirs: folded, without signs, and without
 * the mention of the route that ends it.
 *
 * @example labelKey({ libelle: 'BTS - Services', specialite: 'Tourisme - en apprentissage' }) // 'bts services tourisme'
 */
export function labelKey(formation: Pick<Formation, 'libelle' | 'specialite'>): string {
  return canonicalLabel(formation)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/ en apprentissage *$/, '')
    .trim();
}

/** What learning and measuring do with judgements: chosen ones teach, random ones measure, never the reverse. */
export interface JugementsTries {
  readonly aApprendre: readonly DistinctLabel[];
  readonly aMesurer: readonly DistinctLabel[];
}

/**
 * Sorts judgements by use. The queue asks about what is doubtful: its answers teach, but would make any measure too
 * dark. Audits are drawn at random: they measure, and would be worthless for that once learned from. Controls check
 * readers and serve neither. Rows of one label are one example, whose truths are all the CFD judged right.
 *
 * @param keyOf the key of a label, which decides its part; that of the labelled sets for a label they have
 */
export function sortJudgements(
  jugements: readonly JugementExporte[],
  keyOf: (formation: Formation) => string = labelKey,
): JugementsTries {
  const of = (origine: JugementExporte['origine']): DistinctLabel[] =>
    distinctJudgements(
      jugements.filter((jugement) => jugement.origine === origine),
      keyOf,
    );
  // A label that was drawn at random is never learned from, whoever judged it too.
  const aMesurer = of('audit');
  const measured = new Set(aMesurer.map(({ cle }) => cle));
  const aApprendre = of('revue').filter(({ cle }) => !measured.has(cle));
  return { aApprendre, aMesurer };
}

function distinctJudgements(
  jugements: readonly JugementExporte[],
  keyOf: (formation: Formation) => string,
): DistinctLabel[] {
  const groups = new Map<
    string,
    { formation: Formation; set: string; cle: string; type: string; cfds: string[]; lignes: number }
  >();
  for (const jugement of jugements) {
    const { plateforme, libelle, specialite, typeDiplome, voie, rentree } = jugement;
    const formation = { plateforme, libelle, specialite, typeDiplome, voie, codes: SANS_CODE };
    const cle = keyOf(formation);
    const set = `jugements_${plateforme}_${rentree.slice(0, 4)}`;
    // Of a certification that has no CFD the labelled sets have no example: neither right nor wrong, left out.
    if (jugement.verdict !== 'aucune' && jugement.cfd === null) continue;
    const id = `${set}\u001f${cle}`;
    const group = groups.get(id) ?? { formation, set, cle, type: typeDiplome ?? '', cfds: [], lignes: 0 };
    groups.set(id, group);
    group.lignes++;
    if (jugement.cfd !== null) group.cfds.push(jugement.cfd);
  }
  return [...groups.keys()].sort().flatMap((id) => {
    const group = groups.get(id);
    if (group === undefined) return [];
    const { cfds, ...rest } = group;
    const distinct = [...new Set(cfds)].sort();
    const verites = distinct.map((cfd) => ({ cfd, lignes: cfds.filter((other) => other === cfd).length }));
    return [{ ...rest, verites: verites.sort((a, b) => b.lignes - a.lignes) }];
  });
}
