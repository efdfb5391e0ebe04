import { createHash } from 'node:crypto';
import {
  codesCherches,
  mereUnique,
  ouvertureUai,
  pistesDesMoments,
  voieDesChiffres,
  type CodeCertification,
  type CodeRetenu,
  type Concordance,
  type ContexteCouverture,
  type FichesEtablissements,
  type FormationACouvrir,
  type Indicateur,
  type LieuxDeFormation,
  type PistesDesMoments,
  type Voie,
} from '#matching';
import type { FormationAChiffrer } from './chiffres-formation.repository.ts';
import type { OffreApprentissage } from './indicateur.repository.ts';

/** Rises when the rule of libs/matching/couverture changes what it answers: every row is then computed again. */
const REGLE = 1;

/** What a computation knows of the world around the formations. */
export interface MondeDesChiffres {
  /** The day on which an establishment must have been open. */
  readonly jour: string;
  readonly fiches: FichesEtablissements;
  readonly offres: ReadonlyMap<string, OffreApprentissage>;
}

/** The establishments that the figures of some formations may hop through. */
export function codesEtablissements(
  formations: readonly FormationAChiffrer[],
  offres: MondeDesChiffres['offres'],
): { uais: string[]; sirets: string[] } {
  const uais = formations.flatMap((formation) => [
    formation.uai,
    formation.uaiComposante,
    formation.uaiAffectation,
    formation.uaiGestionnaire,
    ...uaisOf(offreOf(formation, offres)),
  ]);
  // A SIRET is only asked about where the row has no UAI of its own.
  const sirets = formations.flatMap(({ uai, siret }) => (uai === null ? (siret ?? []) : []));
  return { uais: [...new Set(uais.filter((uai) => uai !== null))], sirets: [...new Set(sirets)] };
}

/** What a formation asks of the figures, wherever it is taught: the same for all the rows of a signature. */
export interface Question {
  readonly voie: Voie | null;
  readonly resolutions: FormationACouvrir['resolutions'];
  readonly retenu: CodeRetenu | null;
  readonly pistes: PistesDesMoments;
  /** Every code that may be sought. */
  readonly codes: readonly CodeCertification[];
  readonly empreinte: string;
}

/** Questions met in one computation: a signature has many rows, and asks once. */
export class Questions {
  private readonly known = new Map<string, Question>();

  constructor(
    private readonly concordance: Concordance,
    private readonly contexte: Omit<ContexteCouverture, 'indicateurs'>,
  ) {}

  of(formation: FormationAChiffrer): Question {
    const { codes, statut, codeCertification, motifs, verdict, codeDecide } = formation;
    const asked = [formation.voie, codes, statut, codeCertification, motifs, verdict, codeDecide];
    const key = JSON.stringify(asked);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const voie = voieDesChiffres(formation.voie, codes);
    const { rentree, derniereAnnee } = this.contexte;
    const resolutions = this.concordance.resolve({ codes, voie, rentree });
    const question = { voie, resolutions, retenu: retenuOf(formation) };
    const anywhere = formationACouvrir(formation, question, SANS_LIEU, null);
    const pistes = pistesDesMoments(anywhere, this.contexte);
    const sought = codesCherches(anywhere, this.contexte, pistes);
    const content = JSON.stringify([REGLE, derniereAnnee, key, resolutions, sought]);
    const answered = { ...question, pistes, codes: sought, empreinte: sha256(content) };
    this.known.set(key, answered);
    return answered;
  }
}

const SANS_LIEU: LieuxDeFormation = {
  uai: null,
  uaiComposante: null,
  uaiAffectation: null,
  uaiGestionnaire: null,
  uaiFormateur: null,
  uaiMere: null,
};

/** All that the figures of a formation depend on, figures apart. */
export function formationACouvrir(
  formation: FormationAChiffrer,
  question: Pick<Question, 'voie' | 'resolutions' | 'retenu'>,
  lieux: LieuxDeFormation,
  uaiOuverte: boolean | null,
): FormationACouvrir {
  return {
    voie: question.voie,
    codes: formation.codes,
    lieux,
    academie: formation.academie,
    uaiOuverte,
    resolutions: question.resolutions,
    statut: formation.statut,
    // A person has settled what the machine could not.
    motifs: formation.verdict === null ? formation.motifs : [],
    retenu: question.retenu,
    aucune: formation.verdict === 'aucune',
  };
}

/** The formation at its places, as the repertories in service know them. */
export function formationSituee(
  formation: FormationAChiffrer,
  question: Question,
  monde: MondeDesChiffres,
): FormationACouvrir {
  const lieux = lieuxDe(formation, monde);
  return formationACouvrir(formation, question, lieux, isOuverte(lieux, monde));
}

function lieuxDe(
  formation: FormationAChiffrer,
  { offres, fiches, jour }: MondeDesChiffres,
): LieuxDeFormation {
  const offre = offreOf(formation, offres);
  const uai = formation.uai ?? offre?.uai ?? null;
  return {
    uai,
    uaiComposante: formation.uaiComposante,
    uaiAffectation: formation.uaiAffectation,
    uaiGestionnaire: formation.uaiGestionnaire ?? offre?.uaiGestionnaire ?? null,
    uaiFormateur: offre?.uaiFormateur ?? (uai === null ? uaiOfSiret(formation.siret, fiches) : null),
    uaiMere: uai === null ? null : mereUnique(fiches.rattachements(uai), jour).mere,
  };
}

/** The establishment of a SIRET, when its sources name one and no other. */
function uaiOfSiret(siret: string | null, fiches: FichesEtablissements): string | null {
  const uais = new Set(siret === null ? [] : fiches.couplesDeSiret(siret).map(({ uai }) => uai));
  const [only] = uais;
  return uais.size === 1 ? (only ?? null) : null;
}

/** Whether one of the establishments of the row was open; null where nothing tells. */
function isOuverte(lieux: LieuxDeFormation, { fiches, jour }: MondeDesChiffres): boolean | null {
  if (fiches.sources.acce === null) return null;
  const { uaiMere: _, ...named } = lieux;
  const uais = Object.values(named).filter((uai) => uai !== null);
  // Reached by its SIRET alone, an establishment is known to whoever put the two together.
  if (lieux.uai === null && lieux.uaiFormateur !== null) return null;
  return uais.some((uai) => ouvertureUai(fiches.uai(uai), jour) === 'ouverte');
}

function uaisOf(offre: OffreApprentissage | undefined): (string | null)[] {
  return offre === undefined ? [] : [offre.uai, offre.uaiFormateur, offre.uaiGestionnaire];
}

function offreOf(
  { codes }: FormationAChiffrer,
  offres: MondeDesChiffres['offres'],
): OffreApprentissage | undefined {
  return codes.cleMe === null ? undefined : offres.get(codes.cleMe);
}

function retenuOf({ verdict, codeDecide, statut, codeCertification }: FormationAChiffrer): CodeRetenu | null {
  if (verdict === 'accepte' || verdict === 'autre') {
    return codeDecide === null ? null : { code: codeDecide, par: 'decision' };
  }
  if (verdict === 'aucune' || statut !== 'apparie' || codeCertification === null) return null;
  return { code: codeCertification, par: 'appariement' };
}

/** SHA-256 of what the figures of a formation depend on: the same one, the same figures. */
export function empreinteOf(
  { lieux, academie, uaiOuverte }: FormationACouvrir,
  question: Question,
  lignes: readonly Indicateur[],
): string {
  const ids = lignes.map(({ instantane, ligne }) => `${instantane}:${ligne}`).sort();
  return sha256(JSON.stringify([question.empreinte, lieux, academie, uaiOuverte, ids]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
