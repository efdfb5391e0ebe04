import type { Controle, CritereControle } from './controle.ts';
import { horsPerimetreQuiForme } from './etablissement.ts';
import type { EntreeControle } from './entree-controle.ts';
import type { OrganismeQuiForme } from './fiches.ts';

/** Either what QuiForme knows of the establishment, or the check that says why it tells nothing. */
export type PorteeQuiForme = { readonly organisme: OrganismeQuiForme } | { readonly muet: Controle };

const HORS_PERIMETRE = {
  HORS_CONTRAT:
    "QuiForme ne couvre pas les établissements privés hors contrat : leur absence n'y prouve rien.",
  LYCEE_AGRICOLE: "QuiForme ne couvre pas les lycées agricoles : leur absence n'y prouve rien.",
} as const;

/**
 * What QuiForme may be asked about a row. An establishment that it knows is read even where it is not bound to reach
 * it; one that it does not reach is out of its scope, never absent.
 */
export function porteeQuiForme(
  critere: CritereControle,
  compare: string,
  { uai, fiches }: EntreeControle,
  siret: string | null,
): PorteeQuiForme {
  const { quiforme } = fiches.sources;
  const shared = { critere, compare, source: 'quiforme', date: null, desaccords: [] } as const;
  const organisme = siret === null ? undefined : fiches.organisme(siret);
  if (organisme?.connu === true) return { organisme };
  const hors = horsPerimetreQuiForme(uai === null ? undefined : fiches.uai(uai));
  if (hors !== null) {
    const detail = HORS_PERIMETRE[hors];
    return { muet: { ...shared, etat: 'hors_perimetre', motif: hors, detail, obtenuLe: quiforme } };
  }
  if (quiforme === null) {
    const detail = "Aucune réponse de QuiForme n'est en service.";
    return { muet: { ...shared, etat: 'inconnu', motif: 'SOURCE_ABSENTE', detail, obtenuLe: null } };
  }
  if (siret === null) {
    const detail = "Sans SIRET, QuiForme n'est pas interrogé.";
    return { muet: { ...shared, etat: 'inconnu', motif: 'SIRET_ABSENT', detail, obtenuLe: null } };
  }
  const asked = organisme !== undefined;
  return {
    muet: {
      ...shared,
      etat: asked ? 'non_conforme' : 'inconnu',
      motif: 'SIRET_INCONNU',
      detail: asked
        ? `QuiForme ne connaît pas le SIRET ${siret}.`
        : `QuiForme n'a pas été interrogé sur le SIRET ${siret}.`,
      obtenuLe: organisme?.obtenuLe ?? null,
    },
  };
}
