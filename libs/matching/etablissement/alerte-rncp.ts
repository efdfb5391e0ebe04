import type { FicheRncp } from '../concordance/fiches.ts';
import type { IsoDate } from '../reference-data.ts';
import { jourFrancais } from './controle.ts';

/** What the alerts on the national register read of a row. */
export interface EntreeFiches {
  readonly rentree: IsoDate;
  /** RNCP that the row gives. */
  readonly rncpDonnes: readonly string[];
  /** RNCP of the certification that is kept, for a row that gives none. */
  readonly rncpRetenus: readonly string[];
  /** A fiche of the register as the run has it; undefined for one that it does not hold. */
  readonly ficheRncp: (code: string) => FicheRncp | undefined;
}

/** A fiche whose registration is over at the rentrée. */
export interface FicheFinie {
  readonly code: string;
  readonly date: IsoDate | null;
  /** Fiches that replaced it and take people in at the rentrée, however many renewals away; sorted. */
  readonly successeurs: readonly string[];
  /** A French sentence. */
  readonly detail: string;
}

/**
 * Fiches of a row that are over at the rentrée. A code that the row gives beside its own successor is no fault of the
 * row: it is up to date. A kept certification is told only when none of its fiches is left: a diploma that was renewed
 * keeps its former ones.
 */
export function fichesFinies({ rncpDonnes, rncpRetenus, rentree, ficheRncp }: EntreeFiches): FicheFinie[] {
  const codes = [...new Set(rncpDonnes.length > 0 ? rncpDonnes : rncpRetenus)];
  const finies = codes.flatMap((code) => {
    const fiche = ficheRncp(code);
    if (fiche === undefined || isOuverte(fiche, rentree)) return [];
    const successeurs = successeursOuverts(fiche, rentree, ficheRncp);
    return successeurs.some((successeur) => codes.includes(successeur)) ? [] : [{ fiche, successeurs }];
  });
  if (rncpDonnes.length === 0 && finies.length < codes.length) return [];
  return finies.map(({ fiche, successeurs }) => ({
    code: fiche.code,
    date: fiche.dateFinEnregistrement,
    successeurs,
    detail: `${fin(fiche, rentree)} ; ${suite(successeurs, ficheRncp)}.`,
  }));
}

/** Whether a fiche takes people in at the rentrée: one that became inactive before its end has ended. */
function isOuverte({ actif, dateFinEnregistrement: fin }: FicheRncp, rentree: IsoDate): boolean {
  return actif !== false && (fin === null || fin >= rentree);
}

/** Follows replacements through those that are over too; a fiche that the register does not hold counts as open. */
function successeursOuverts(
  fiche: FicheRncp,
  rentree: IsoDate,
  ficheRncp: EntreeFiches['ficheRncp'],
): readonly string[] {
  const seen = new Set([fiche.code]);
  const open: string[] = [];
  const waiting = [...fiche.nouveaux];
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
    if (seen.has(code)) continue;
    seen.add(code);
    const next = ficheRncp(code);
    if (next === undefined || isOuverte(next, rentree)) open.push(code);
    else waiting.push(...next.nouveaux);
  }
  return open.sort();
}

const nommee = (code: string, intitule: string | null | undefined): string =>
  intitule == null ? code : `${code} (${intitule})`;

function fin({ code, intitule, dateFinEnregistrement: date }: FicheRncp, rentree: IsoDate): string {
  const nom = nommee(code, intitule);
  return date === null || date >= rentree
    ? `${nom} n'est plus active`
    : `L'enregistrement de ${nom} prend fin le ${jourFrancais(date)}, avant la rentrée`;
}

function suite(successeurs: readonly string[], ficheRncp: EntreeFiches['ficheRncp']): string {
  const [only, ...others] = successeurs;
  if (only === undefined) return 'aucune fiche ne la remplace';
  if (others.length === 0) return `${nommee(only, ficheRncp(only)?.intitule)} la remplace`;
  return `${successeurs.slice(0, -1).join(', ')} et ${successeurs.at(-1) ?? ''} la remplacent`;
}
