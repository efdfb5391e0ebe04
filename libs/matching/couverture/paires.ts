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

/** A place and a code whose figures may be wanted. */
export interface PaireCherchee extends LieuCherche {
  readonly code: CodeCertification;
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
): readonly CodeCertification[] {
  const codes = new Set<CodeCertification>();
  const indicateurs: IndexIndicateurs = {
    at: (_territoire, _codeTerritoire, code) => {
      codes.add(code);
      return NONE;
    },
  };
  couvrirFormation({ ...formation, lieux: QUELQUE_PART }, { ...contexte, indicateurs }, pistes);
  return [...codes];
}

/** Everywhere the attachment of a formation may look: its establishments, its region and France. */
export function lieuxCherches(formation: FormationACouvrir): readonly LieuCherche[] {
  const uais = new Set(lieuxConnus(formation.lieux));
  const region = regionOf(academieDe(formation));
  return [
    ...[...uais].map((uai) => ({ territoire: 'etablissement' as const, codeTerritoire: uai })),
    ...(region === null ? [] : [{ territoire: 'region' as const, codeTerritoire: region }]),
    FRANCE,
  ];
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
  return named.filter((each) => each !== null);
}

const QUELQUE_PART: LieuxDeFormation = {
  uai: '*',
  uaiComposante: null,
  uaiAffectation: null,
  uaiGestionnaire: null,
  uaiFormateur: null,
  uaiMere: null,
};

/** Published lines, looked up by place and code. Lines may be added as they are read, each once. */
export class IndicateursLus implements IndexIndicateurs {
  private readonly byPlace = new Map<TypeTerritoire, Map<string, Map<CodeCertification, Indicateur[]>>>();

  add(lignes: Iterable<Indicateur>): void {
    for (const ligne of lignes) {
      const places = childOf(this.byPlace, ligne.territoire);
      const codes = childOf(places, ligne.codeTerritoire);
      const known = codes.get(ligne.codeCertification);
      if (known === undefined) codes.set(ligne.codeCertification, [ligne]);
      else known.push(ligne);
    }
  }

  at(territoire: TypeTerritoire, codeTerritoire: string, code: CodeCertification): readonly Indicateur[] {
    return this.byPlace.get(territoire)?.get(codeTerritoire)?.get(code) ?? NONE;
  }

  /** The lines of some codes at some places. */
  of(lieux: readonly LieuCherche[], codes: readonly CodeCertification[]): readonly Indicateur[] {
    const found: Indicateur[] = [];
    for (const { territoire, codeTerritoire } of lieux) {
      const here = this.byPlace.get(territoire)?.get(codeTerritoire);
      if (here === undefined) continue;
      for (const code of codes) found.push(...(here.get(code) ?? NONE));
    }
    return found;
  }
}

function childOf<Key, Name, Value>(parent: Map<Key, Map<Name, Value>>, key: Key): Map<Name, Value> {
  const known = parent.get(key);
  if (known !== undefined) return known;
  const child = new Map<Name, Value>();
  parent.set(key, child);
  return child;
}

/** Pairs already asked for: each is to be read once, however many rows want it. */
export class PairesDemandees {
  private readonly asked = new Map<string, Set<CodeCertification>>();
  /** Lists of codes that a place was asked: that of a question comes back with each of its rows. */
  private readonly lists = new Map<string, Set<readonly CodeCertification[]>>();

  /** Adds to `paires` those of these codes at these places that nobody has asked for yet. */
  ask(lieux: readonly LieuCherche[], codes: readonly CodeCertification[], paires: PaireCherchee[]): void {
    for (const { territoire, codeTerritoire } of lieux) {
      const place = `${territoire} ${codeTerritoire}`;
      const lists = this.lists.get(place);
      if (lists === undefined) this.lists.set(place, new Set([codes]));
      else if (lists.has(codes)) continue;
      else lists.add(codes);
      let asked = this.asked.get(place);
      if (asked === undefined) this.asked.set(place, (asked = new Set()));
      for (const code of codes) {
        if (asked.has(code)) continue;
        asked.add(code);
        paires.push({ territoire, codeTerritoire, code });
      }
    }
  }
}
