import type { Candidat, CodeCertification, Contribution, MatchResult, Motif } from '../match-result.ts';

/** Who says that an establishment prepares for a certification. */
export type SourceOffre = 'catalogue_apprentissage' | 'inserjeunes' | 'insersup' | 'quiforme';

/** One certification that the establishment of a row offers, or holds an habilitation for. */
export interface PreuveEtablissement {
  readonly code: CodeCertification;
  readonly source: SourceOffre;
  readonly titre: 'offre' | 'habilitation';
  /** `mere`: said of its only mère, not of the establishment itself. */
  readonly porteur: 'etablissement' | 'mere';
}

/** What the refinement may do with a confidence; to be measured before it is switched on. */
export interface ReglagesEtablissement {
  /** Threshold that the run accepts at, the same as for the signature. */
  readonly seuil: number;
  /** Log-odds that being offered is worth, for the establishment itself; a mère is worth half. */
  readonly poids: number;
  /** A candidate whose confidence is at least this share of the first one's is as good as it. */
  readonly egalite: number;
}

/** What a person must look at whatever the establishment offers. */
const BLOCKING: readonly Motif[] = [
  'DECISION_ANTERIEURE',
  'CODE_LIBELLE_CONTRADICTOIRES',
  'CODES_CONTRADICTOIRES',
  'SPECIALITE_GENERIQUE',
  'HORS_CERTIFICATION',
  'CERTIFICATION_FERMEE',
  'UAI_INCONNU',
];

const SOURCES: Readonly<Record<SourceOffre, string>> = {
  catalogue_apprentissage: 'catalogue de l’apprentissage',
  inserjeunes: 'InserJeunes',
  insersup: 'InserSup',
  quiforme: 'QuiForme',
};

const MAX_LINES = 6;
/** A decision that holds an answer back says so by no more than this confidence. */
const HELD_BACK = 0.5;

/** The codes that go with a certification, as the graph knows them. */
export type Identite = Pick<MatchResult, 'mefstat11' | 'rncp' | 'ideo'>;

/**
 * Refines the answer of a signature for one row, by what its establishment offers. Pure; a row without evidence gets
 * the answer of its signature unchanged.
 *
 * - The candidate chosen is offered: its confidence rises, and the certified threshold decides as ever.
 * - Another one, as good as the first but for the establishment, is the only one offered: it comes first, and a
 *   person looks at it. Evidence alone never changes the certification of an accepted answer.
 * - The chosen one of an accepted answer is not offered, and an equal is: the answer goes back to a person.
 * - Silence proves nothing: an establishment whose offer names none of the candidates changes nothing.
 *
 * @param offres what the establishment of the row offers, in any order
 * @param identite gives the other codes of a certification that comes first
 */
export function refineByEstablishment(
  result: MatchResult,
  offres: readonly PreuveEtablissement[],
  reglages: ReglagesEtablissement,
  identite: (code: CodeCertification) => Identite,
): MatchResult {
  const [first] = result.candidats;
  if (first === undefined || result.statut === 'sans_correspondance') return result;
  if (result.codeCertification !== first.codeCertification) return result;
  if (result.motifs.some((motif) => BLOCKING.includes(motif))) return result;
  const proofOf = bestProofs(offres);
  const proof = proofOf.get(first.codeCertification);
  if (proof !== undefined) return raised(result, proof, reglages);
  const equals = result.candidats.filter(
    (candidat) => candidat !== first && candidat.confiance >= first.confiance * reglages.egalite,
  );
  const [offered, ...others] = equals.filter(({ codeCertification }) => proofOf.has(codeCertification));
  const its = offered === undefined ? undefined : proofOf.get(offered.codeCertification);
  if (offered === undefined || its === undefined || others.length > 0) return result;
  return result.statut === 'apparie'
    ? doubted(result, its, offered)
    : preferred(result, its, offered, identite(offered.codeCertification));
}

/** The strongest proof of each certification: said of the establishment itself rather than of its mère. */
function bestProofs(
  offres: readonly PreuveEtablissement[],
): ReadonlyMap<CodeCertification, PreuveEtablissement> {
  const rank = ({ porteur, source, titre }: PreuveEtablissement): string =>
    `${porteur === 'mere' ? 1 : 0} ${source} ${titre}`;
  const best = new Map<CodeCertification, PreuveEtablissement>();
  for (const offre of offres) {
    const known = best.get(offre.code);
    if (known === undefined || rank(offre) < rank(known)) best.set(offre.code, offre);
  }
  return best;
}

function raised(
  result: MatchResult,
  proof: PreuveEtablissement,
  { seuil, poids }: ReglagesEtablissement,
): MatchResult {
  const worth = proof.porteur === 'mere' ? poids / 2 : poids;
  const before = Math.min(0.9999, Math.max(0.0001, result.confiance));
  const odds = (before / (1 - before)) * Math.exp(worth);
  const confiance = Math.max(result.confiance, rounded(odds / (1 + odds)));
  const held = result.confiance <= HELD_BACK;
  const accepted = result.statut === 'apparie' || (!held && confiance >= seuil);
  return {
    ...result,
    statut: accepted ? 'apparie' : result.statut,
    confiance,
    motifs: accepted && result.statut !== 'apparie' ? settled(result.motifs) : result.motifs,
    explication: withLine(result.explication, line('+', proof, worth)),
    candidats: result.candidats.map((candidat, i) => (i === 0 ? { ...candidat, confiance } : candidat)),
  };
}

/** An answer that the threshold now accepts is no longer weak nor ambiguous. */
function settled(motifs: readonly Motif[]): readonly Motif[] {
  return motifs.map((motif) => (motif === 'AMBIGU' || motif === 'FAIBLE' ? 'MEILLEUR_NET' : motif));
}

function doubted(result: MatchResult, proof: PreuveEtablissement, offered: Candidat): MatchResult {
  const detail = `− l’établissement propose plutôt ${offered.libelle} (${SOURCES[proof.source]})`;
  return {
    ...result,
    statut: 'a_verifier',
    confiance: Math.min(result.confiance, 0.5),
    motifs: result.motifs.map((motif) => (motif === 'MEILLEUR_NET' ? 'AMBIGU' : motif)),
    explication: withLine(result.explication, {
      critere: 'offre de l’établissement',
      detail,
      contribution: 0,
    }),
  };
}

function preferred(
  result: MatchResult,
  proof: PreuveEtablissement,
  offered: Candidat,
  identite: Identite,
): MatchResult {
  const others = result.candidats.filter((candidat) => candidat !== offered);
  const { codeCertification, cfd, sise, confiance } = offered;
  return {
    ...result,
    codeCertification,
    cfd,
    sise,
    ...identite,
    confiance,
    explication: withLine(offered.explication, line('+', proof, 0)),
    candidats: [offered, ...others],
  };
}

function line(
  sign: '+' | '−',
  { source, titre, porteur }: PreuveEtablissement,
  contribution: number,
): Contribution {
  const who = porteur === 'mere' ? 'l’établissement mère' : 'l’établissement';
  const does = titre === 'offre' ? 'la propose' : 'y est habilité';
  return {
    critere: 'offre de l’établissement',
    detail: `${sign} ${who} ${does} (${SOURCES[source]})`,
    contribution: rounded(contribution),
  };
}

/** The line comes first; the explanation keeps its length. */
function withLine(explication: readonly Contribution[], added: Contribution): readonly Contribution[] {
  return [added, ...explication].slice(0, MAX_LINES);
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
