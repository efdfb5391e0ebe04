import type { CodeCertification } from '../match-result.ts';
import type { Indicateur, TypeTerritoire } from './chiffres.ts';
import {
  academieDe,
  couvrirFormation,
  pistesDesMoments,
  type ContexteCouverture,
  type FormationACouvrir,
  type PistesDesMoments,
} from './couvrir.ts';
import type { LieuxDeFormation } from './lieux.ts';
import type { IndexIndicateurs } from './rattacher.ts';
import { regionOf } from './territoire.ts';

/** A place whose figures may be wanted. */
export interface LieuCherche {
  readonly territoire: TypeTerritoire;
  /** Empty for France. */
  readonly codeTerritoire: string;
}

const FRANCE: LieuCherche = { territoire: 'france', codeTerritoire: '' };

const NONE: readonly Indicateur[] = [];

/**
 * Every code that the attachment of a formation may ask for, wherever it is taught: what it asks when nothing answers.
 * The same for all the formations that ask the same question.
 */
export function codesCherches(
  formation: FormationACouvrir,
  contexte: Omit<ContexteCouverture, 'indicateurs'>,
  pistes: PistesDesMoments = pistesDesMoments(formation, contexte),
): ReadonlySet<CodeCertification> {
  const codes = new Set<CodeCertification>();
  const indicateurs: IndexIndicateurs = {
    at: (_territoire, _codeTerritoire, code) => {
      codes.add(code);
      return NONE;
    },
  };
  couvrirFormation({ ...formation, lieux: QUELQUE_PART }, { ...contexte, indicateurs }, pistes);
  return codes;
}

/** Everywhere the attachment of a formation may look: its establishments; its region, where it has one, and France. */
export function lieuxCherches(formation: FormationACouvrir): {
  readonly etablissements: readonly LieuCherche[];
  readonly larges: readonly LieuCherche[];
} {
  const region = regionOf(academieDe(formation));
  return {
    etablissements: lieuxConnus(formation.lieux).map((uai) => ({
      territoire: 'etablissement',
      codeTerritoire: uai,
    })),
    larges: region === null ? [FRANCE] : [{ territoire: 'region', codeTerritoire: region }, FRANCE],
  };
}

function lieuxConnus({
  uai,
  uaiComposante,
  uaiAffectation,
  uaiGestionnaire,
  uaiFormateur,
  uaiMere,
}: LieuxDeFormation): string[] {
  const named = [uai, uaiComposante, uaiAffectation, uaiGestionnaire, uaiFormateur, uaiMere];
  return [...new Set(named.filter((each) => each !== null))];
}

const QUELQUE_PART: LieuxDeFormation = {
  uai: '*',
  uaiComposante: null,
  uaiAffectation: null,
  uaiGestionnaire: null,
  uaiFormateur: null,
  uaiMere: null,
};
