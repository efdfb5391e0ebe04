import { parseSiret } from '../codes/siret.ts';
import type { Controle, Desaccord } from './controle.ts';
import type { EntreeControle } from './entree-controle.ts';
import type { CoupleUaiSiret } from './fiches.ts';

/** The SIRET that the checks go on with, and where it comes from. */
export interface SiretRetenu {
  readonly siret: string | null;
  readonly origine: 'catalogue' | CoupleUaiSiret['source'] | null;
  /** More than one SIRET for the UAI in the best source that knows it: none is kept. */
  readonly plusieurs: readonly string[];
}

/** Sources of UAI–SIRET pairs, the most exact first: ACCE often gives the SIREN of the collectivity, or an old SIRET. */
const SOURCES = ['catalogue_apprentissage', 'quiforme', 'acce'] as const;
/** In the catalogue de l'apprentissage a UAI may be a place, a trainer or a manager: the nearest to the row first. */
const ROLES = ['lieu', 'formateur', 'gestionnaire', 'etablissement'] as const;

/** The SIRET of the row, else the one that the best source puts beside its UAI. */
export function siretRetenu({ siret, uai, fiches }: EntreeControle): SiretRetenu {
  const given = siret === null ? null : parseSiret(siret);
  if (given !== null) return { siret: given, origine: 'catalogue', plusieurs: [] };
  const couples = uai === null ? [] : fiches.couplesDeUai(uai);
  for (const source of SOURCES) {
    for (const role of ROLES) {
      const found = couples.filter((couple) => couple.source === source && couple.role === role);
      const sirets = [...new Set(found.map((couple) => couple.siret))].sort();
      const [only] = sirets;
      if (sirets.length === 1 && only !== undefined) return { siret: only, origine: source, plusieurs: [] };
      if (sirets.length > 1) return { siret: null, origine: source, plusieurs: sirets };
    }
  }
  return { siret: null, origine: null, plusieurs: [] };
}

/** The key of the SIRET that the row gives (Luhn; La Poste follows a rule of its own). */
export function controleCleSiret({ siret, siretRefuse }: EntreeControle): Controle {
  const shared = {
    critere: 'SIRET_CLE',
    compare: `SIRET ${siret ?? siretRefuse ?? 'absent'}, 14 chiffres et leur clé`,
    source: 'catalogue',
    date: null,
    obtenuLe: null,
    desaccords: [],
  } as const;
  const written = siret ?? siretRefuse;
  if (written === null) {
    const detail = 'La ligne ne donne pas de SIRET.';
    return { ...shared, etat: 'inconnu', motif: 'SIRET_ABSENT', detail };
  }
  if (parseSiret(written) === null) {
    const detail = `« ${written} » n'est pas un SIRET : sa forme ou sa clé est fausse.`;
    return { ...shared, etat: 'non_conforme', motif: 'SIRET_INVALIDE', detail };
  }
  return {
    ...shared,
    etat: 'conforme',
    motif: 'SIRET_VALIDE',
    detail: `Le SIRET ${written} est bien formé.`,
  };
}

const NOMS: Readonly<Record<CoupleUaiSiret['source'], string>> = {
  acce: 'ACCE',
  catalogue_apprentissage: "le catalogue de l'apprentissage",
  quiforme: 'QuiForme',
};

/** Whether the UAI and the SIRET of the row are of one establishment, by the sources that put both together. */
export function controleCouple(entree: EntreeControle, retenu: SiretRetenu): Controle {
  const { uai, siret, fiches } = entree;
  const ofUai = uai === null ? [] : fiches.couplesDeUai(uai);
  const shared = {
    critere: 'UAI_SIRET',
    compare: `UAI ${uai ?? 'absente'} et SIRET ${siret ?? 'absent'}`,
    source: retenu.origine ?? ofUai[0]?.source ?? 'catalogue_apprentissage',
    date: null,
    obtenuLe: ofUai[0]?.obtenuLe ?? null,
    desaccords: [],
  } as const;
  if (siret !== null && uai !== null) return compared(shared, uai, siret, entree);
  if (uai === null) {
    const detail = 'Sans UAI, aucun couple à comparer.';
    return { ...shared, etat: 'inconnu', motif: 'UAI_ABSENTE', detail };
  }
  if (retenu.siret !== null && retenu.origine !== null && retenu.origine !== 'catalogue') {
    return {
      ...shared,
      etat: 'conforme',
      motif: 'SIRET_TROUVE',
      detail: `La ligne ne donne que l'UAI ; ${NOMS[retenu.origine]} lui donne le SIRET ${retenu.siret}.`,
      desaccords: otherSirets(ofUai, retenu.siret, retenu.origine),
    };
  }
  if (retenu.plusieurs.length > 0) {
    return {
      ...shared,
      etat: 'inconnu',
      motif: 'PLUSIEURS_SIRET',
      detail: `L'UAI ${uai} a plusieurs SIRET (${retenu.plusieurs.join(', ')}) : aucun n'est retenu.`,
    };
  }
  return {
    ...shared,
    etat: 'inconnu',
    motif: 'COUPLE_INCONNU',
    detail: `Aucune source ne donne de SIRET à l'UAI ${uai}.`,
  };
}

type Shared = Pick<Controle, 'critere' | 'compare' | 'source' | 'date' | 'obtenuLe' | 'desaccords'>;

function compared(shared: Shared, uai: string, siret: string, { fiches }: EntreeControle): Controle {
  const ofUai = fiches.couplesDeUai(uai);
  const agreeing = ofUai.find((couple) => couple.siret === siret);
  if (agreeing !== undefined) {
    return {
      ...shared,
      source: agreeing.source,
      obtenuLe: agreeing.obtenuLe,
      etat: 'conforme',
      motif: 'COUPLE_CONFIRME',
      detail: `${NOMS[agreeing.source]} réunit l'UAI ${uai} et le SIRET ${siret}.`.replace(/^l/, 'L'),
      desaccords: otherSirets(ofUai, siret, agreeing.source),
    };
  }
  const ofSiret = fiches.couplesDeSiret(siret);
  const [first] = ofUai.length > 0 ? ofUai : ofSiret;
  if (first === undefined) {
    const detail = `Aucune source ne connaît l'UAI ${uai} ni le SIRET ${siret} ensemble ou séparément.`;
    return { ...shared, source: 'catalogue_apprentissage', etat: 'inconnu', motif: 'COUPLE_INCONNU', detail };
  }
  const said =
    ofUai.length > 0
      ? `donne à l'UAI ${uai} le SIRET ${first.siret}`
      : `donne au SIRET ${siret} l'UAI ${first.uai}`;
  return {
    ...shared,
    source: first.source,
    obtenuLe: first.obtenuLe,
    etat: 'non_conforme',
    motif: 'COUPLE_CONTREDIT',
    detail: `La ligne réunit l'UAI ${uai} et le SIRET ${siret} ; ${NOMS[first.source]} ${said}.`,
    desaccords: ofUai.length > 0 ? otherSirets(ofUai, siret, 'catalogue') : [],
  };
}

/** What the other sources say of the SIRET of this UAI, once each. */
function otherSirets(
  couples: readonly CoupleUaiSiret[],
  siret: string,
  except: CoupleUaiSiret['source'] | 'catalogue',
): Desaccord[] {
  const said = new Map<string, Desaccord>();
  for (const couple of couples) {
    if (couple.siret === siret || couple.source === except) continue;
    said.set(`${couple.source} ${couple.siret}`, { source: couple.source, dit: `SIRET ${couple.siret}` });
  }
  return [...said.keys()].sort().flatMap((key) => said.get(key) ?? []);
}
