import type { GivenCodes, Voie } from '../formation.ts';
import type { CodeCertification, CodeResolution, Motif, Statut } from '../match-result.ts';
import { autreMinistere, isNouvelle } from './certification-faits.ts';
import type { ChiffresTrouves, Provenance } from './chiffres.ts';
import type { ContexteCodes } from './codes-chiffres.ts';
import { constaterFormation, type Constat, type Terminale } from './constat.ts';
import { raisonOf, type EtatCouverture } from './etat-couverture.ts';
import type { LieuxDeFormation } from './lieux.ts';
import { pisteDesCodesDonnes, pistesOf, type CodeRetenu, type Piste } from './pistes.ts';
import {
  formationARattacher,
  repliOf,
  tauxSiesOf,
  type ContexteRattachement,
  type FormationARattacher,
} from './rattacher.ts';
import { academieOf, isMalCouvert, regionOf } from './territoire.ts';

/** A formation, its answer and its decision: all that its figures depend on, figures apart. */
export interface FormationACouvrir {
  readonly voie: Voie | null;
  readonly codes: GivenCodes;
  readonly lieux: LieuxDeFormation;
  /** As the catalogue names it. */
  readonly academie: string | null;
  /** Whether an establishment of the row was open at the vintage; null where no repertory is in service. */
  readonly uaiOuverte: boolean | null;
  readonly resolutions: readonly CodeResolution[];
  readonly statut: Statut;
  readonly motifs: readonly Motif[];
  /** What was kept, by the machine or by a person. */
  readonly retenu: CodeRetenu | null;
  /** A person said that no certification fits. */
  readonly aucune: boolean;
}

export interface ContexteCouverture extends ContexteRattachement {
  /** The last school year that the figures count; null when there is no figure at all. */
  readonly derniereAnnee: number | null;
}

export interface TauxSies {
  readonly taux: number;
  readonly provenance: Provenance;
}

/** The figures of a formation, or why there are none, at the three moments. */
export interface CouvertureFormation {
  /** With the codes as the row gives them. */
  readonly codes: EtatCouverture;
  /** Once the codes went through the graph, the places and the successions. */
  readonly concordance: EtatCouverture;
  /** Once labels were matched and people decided: what is shown. */
  readonly revue: EtatCouverture;
  readonly certification: CodeCertification | null;
  readonly trouve: ChiffresTrouves | null;
  readonly terminales: readonly Terminale[];
  readonly passage: TauxSies | null;
  readonly reussite: TauxSies | null;
  /** Figures of the region, else of France, where the establishment has none to show: another population. */
  readonly repli: ChiffresTrouves | null;
}

/** The ways that are followed at each moment. They are the same wherever the formation is taught. */
export interface PistesDesMoments {
  readonly codes: readonly Piste[];
  readonly concordance: readonly Piste[];
  readonly revue: readonly Piste[];
}

const CONTRADICTIONS: readonly Motif[] = ['CODES_CONTRADICTOIRES', 'CODE_LIBELLE_CONTRADICTOIRES'];

/** The ways of a formation, which ask nothing of its places: the rows of one question may share them. */
export function pistesDesMoments(formation: FormationACouvrir, contexte: ContexteCodes): PistesDesMoments {
  return {
    codes: pisteDesCodesDonnes(formation.resolutions, contexte),
    concordance: pistesOf(formation.resolutions, formation.voie, null, contexte),
    revue: pistesRetenues(formation, contexte),
  };
}

/**
 * Attaches figures to a formation and says its coverage. Pure: same inputs, same answer.
 *
 * @param pistes those of the formation, where they are known already
 */
export function couvrirFormation(
  formation: FormationACouvrir,
  contexte: ContexteCouverture,
  pistes: PistesDesMoments = pistesDesMoments(formation, contexte),
): CouvertureFormation {
  const row = formationARattacher(formation.lieux, formation.voie);
  const codesDonnes = formation.resolutions.filter(({ typeCertification }) =>
    typeCertification.startsWith('CODE'),
  );
  const donnes = constaterFormation(
    formationARattacher(premierLieu(formation.lieux), formation.voie),
    pistes.codes,
    { ...contexte, continuum: false },
  );
  const byCodes = constaterFormation(row, pistes.concordance, contexte);
  const kept = constaterFormation(row, pistes.revue, contexte);
  const etat = (constat: Constat, resolutions: readonly CodeResolution[]): EtatCouverture =>
    etatOf(constat, resolutions, formation, contexte);
  const revue = etat(kept, formation.resolutions);
  const sies = (source: 'sies_passage' | 'sies_reussite'): TauxSies | null =>
    tauxSiesOfPistes(row, pistes.revue, source, contexte);
  return {
    codes: etat(donnes, codesDonnes),
    concordance: etat(byCodes, formation.resolutions),
    revue,
    certification: kept.certification,
    trouve: kept.trouve,
    terminales: kept.terminales,
    passage: sies('sies_passage'),
    reussite: sies('sies_reussite'),
    repli: revue === 'Couvert' ? null : repliOf(row, pistes.revue, regionOf(academieDe(formation)), contexte),
  };
}

/** With the codes as given, only the establishment that the row names first is asked. */
function premierLieu(lieux: LieuxDeFormation): LieuxDeFormation {
  return {
    uai: lieux.uai,
    uaiComposante: null,
    uaiAffectation: null,
    uaiGestionnaire: null,
    uaiFormateur: null,
    uaiMere: null,
  };
}

/**
 * The ways that may be followed once something was kept: those that lead to it. A contradiction that nobody has
 * settled, like a person's « aucune », leaves no way: figures are never shown on a doubt.
 */
function pistesRetenues(formation: FormationACouvrir, contexte: ContexteCodes): readonly Piste[] {
  const { resolutions, voie, retenu } = formation;
  if (formation.aucune) return [];
  if (retenu !== null) {
    const certifications = retenu.code.startsWith('MEFSTAT11:')
      ? contexte.graphe.byMefstat11(retenu.code.slice('MEFSTAT11:'.length))
      : [retenu.code];
    return pistesOf(resolutions, voie, { certifications, par: retenu.par }, contexte);
  }
  if (isContradictory(formation)) return [];
  return pistesOf(resolutions, voie, null, contexte);
}

function isContradictory({ motifs }: Pick<FormationACouvrir, 'motifs'>): boolean {
  return motifs.some((motif) => CONTRADICTIONS.includes(motif));
}

function etatOf(
  constat: Constat,
  resolutions: readonly CodeResolution[],
  formation: FormationACouvrir,
  { graphe, derniereAnnee }: ContexteCouverture,
): EtatCouverture {
  if (constat.couvert) return 'Couvert';
  const certification = constat.certification === null ? null : (graphe.get(constat.certification) ?? null);
  const douteux =
    resolutions.some(({ validite }) => validite === 'Non valide - Code inconnu') ||
    isContradictory(formation);
  return raisonOf({
    certificationsAuDepart: constat.certificationsAuDepart,
    couvertesAuDepart: constat.couvertesAuDepart,
    anneesTerminales: constat.anneesTerminales,
    anneeCommune: (certification?.specialitesDuTroncCommun.length ?? 0) > 0,
    sousLeSeuil: constat.sousLeSeuil,
    nouvelle: certification !== null && isNouvelle(certification, graphe, derniereAnnee),
    territoireMalCouvert: isMalCouvert(academieDe(formation)),
    uaiInconnue: formation.uaiOuverte === false,
    // A contradiction names certifications: it is the quality of the codes that fails, not the knowledge of one.
    codeInconnu: constat.certificationsAuDepart === 0 && (formation.aucune || !isContradictory(formation)),
    autreMinistere: certification !== null && autreMinistere(certification),
    codeDouteux: douteux,
  });
}

/** The académie of a formation, from its establishments, else from its row. */
export function academieDe({
  lieux,
  academie: nom,
}: Pick<FormationACouvrir, 'lieux' | 'academie'>): ReturnType<typeof academieOf> {
  const uais = [lieux.uai, lieux.uaiComposante, lieux.uaiAffectation, lieux.uaiGestionnaire];
  return academieOf(
    uais.filter((uai) => uai !== null),
    nom,
  );
}

function tauxSiesOfPistes(
  row: FormationARattacher,
  pistes: readonly Piste[],
  source: 'sies_passage' | 'sies_reussite',
  contexte: ContexteRattachement,
): TauxSies | null {
  for (const { chemin, inverse, certifications } of pistes) {
    const [only, ...others] = certifications;
    if (only === undefined || others.length > 0) continue;
    const found = tauxSiesOf(row, { chemin, inverse, ...only }, source, contexte);
    if (found !== null) return found;
  }
  return null;
}
