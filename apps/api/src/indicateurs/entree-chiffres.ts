import { hash } from 'node:crypto';
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
  type CouvertureFormation,
  type FichesEtablissements,
  type FormationACouvrir,
  type Indicateur,
  type LieuxDeFormation,
  type PistesDesMoments,
  type Voie,
} from '#matching';
import type { FormationAChiffrer, ReponseAChiffrer } from './chiffres-formation.repository.ts';
import type { OffreApprentissage } from './indicateur.repository.ts';

/** Rises when the rule of libs/matching/couverture changes what it answers: every row is then computed again. */
const REGLE = 2;

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
  readonly codes: ReadonlySet<CodeCertification>;
  readonly empreinte: string;
  /** Published lines of what it asks over a region and France, by region: the same for all who are taught there. */
  readonly larges: Map<string, readonly Indicateur[]>;
  /** What it is given where nothing is published of what it asks: by what still counts there. */
  readonly sansLigne: Map<string, CouvertureFormation>;
}

/** Questions met in one computation: those who share an answer ask once, and so do those whose answers are alike. */
export class Questions {
  private readonly byReponse = new Map<ReponseAChiffrer, Map<Voie | null, Question>>();
  private readonly known = new Map<string, Question>();

  constructor(
    private readonly concordance: Concordance,
    private readonly contexte: Omit<ContexteCouverture, 'indicateurs'>,
  ) {}

  of({ voie, reponse }: Pick<FormationAChiffrer, 'voie' | 'reponse'>): Question {
    let byVoie = this.byReponse.get(reponse);
    if (byVoie === undefined) this.byReponse.set(reponse, (byVoie = new Map<Voie | null, Question>()));
    const known = byVoie.get(voie);
    if (known !== undefined) return known;
    const question = this.alike(voie, reponse);
    byVoie.set(voie, question);
    return question;
  }

  private alike(voieDeLigne: Voie | null, reponse: ReponseAChiffrer): Question {
    const { codes, statut, codeCertification, motifs, verdict, codeDecide } = reponse;
    const key = JSON.stringify([voieDeLigne, codes, statut, codeCertification, motifs, verdict, codeDecide]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const voie = voieDesChiffres(voieDeLigne, codes);
    const { rentree, derniereAnnee } = this.contexte;
    const resolutions = this.concordance.resolve({ codes, voie, rentree });
    const question = { voie, resolutions, retenu: retenuOf(reponse) };
    const anywhere = formationACouvrir({ academie: null, reponse }, question, SANS_LIEU, null);
    const pistes = pistesDesMoments(anywhere, this.contexte);
    const sought = codesCherches(anywhere, this.contexte, pistes);
    const content = JSON.stringify([REGLE, derniereAnnee, key, resolutions, [...sought]]);
    const answered = {
      ...question,
      pistes,
      codes: sought,
      empreinte: sha256(content),
      larges: new Map<string, readonly Indicateur[]>(),
      sansLigne: new Map<string, CouvertureFormation>(),
    };
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
  { academie, reponse }: Pick<FormationAChiffrer, 'academie' | 'reponse'>,
  question: Pick<Question, 'voie' | 'resolutions' | 'retenu'>,
  lieux: LieuxDeFormation,
  uaiOuverte: boolean | null,
): FormationACouvrir {
  return {
    voie: question.voie,
    codes: reponse.codes,
    lieux,
    academie,
    uaiOuverte,
    resolutions: question.resolutions,
    statut: reponse.statut,
    // A person has settled what the machine could not.
    motifs: reponse.verdict === null ? reponse.motifs : [],
    retenu: question.retenu,
    aucune: reponse.verdict === 'aucune',
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
  { reponse: { codes } }: FormationAChiffrer,
  offres: MondeDesChiffres['offres'],
): OffreApprentissage | undefined {
  return codes.cleMe === null ? undefined : offres.get(codes.cleMe);
}

function retenuOf({ verdict, codeDecide, statut, codeCertification }: ReponseAChiffrer): CodeRetenu | null {
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
  ...lignes: (readonly Indicateur[])[]
): string {
  let ids = '';
  for (const some of lignes) for (const { instantane, ligne } of some) ids += `${instantane}:${ligne},`;
  return sha256(JSON.stringify([question.empreinte, lieux, academie, uaiOuverte, ids]));
}

function sha256(text: string): string {
  return hash('sha256', text);
}
