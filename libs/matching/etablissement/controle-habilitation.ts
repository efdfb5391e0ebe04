import type { IsoDate } from '../reference-data.ts';
import { jourFrancais, type Controle } from './controle.ts';
import type { EntreeControle } from './entree-controle.ts';
import type { OrganismeQuiForme } from './fiches.ts';
import { porteeQuiForme } from './portee-quiforme.ts';

type Habilitation = OrganismeQuiForme['habilitations'][number];
type Verdict = Pick<Controle, 'etat' | 'motif' | 'detail' | 'date'>;

/** The best news first: of several habilitations for the row's codes, the most favourable one counts. */
const RANGS: readonly Controle['motif'][] = [
  'HABILITE',
  'HABILITATION_FINISSANTE',
  'HABILITATION_NON_DITE',
  'HABILITATION_SANS_FORMER',
  'HABILITATION_A_VENIR',
  'HABILITATION_TERMINEE',
  'HABILITATION_INACTIVE',
];

/**
 * The habilitation of the establishment for the row's RNCP: active, allowed to train, and running at the rentrée. The
 * State's own diplomas need none at France compétences, so that its absence there proves nothing.
 */
export function controleHabilitation(entree: EntreeControle, siret: string | null): Controle {
  const { rncp, rentree, certificationDEtat } = entree;
  const compare = `habilitation pour ${rncp.join(', ') || 'aucun RNCP'} à la rentrée du ${jourFrancais(rentree)}`;
  const shared = { critere: 'HABILITATION', compare, source: 'quiforme', desaccords: [] } as const;
  if (rncp.length === 0) {
    const detail = "La certification retenue n'a pas de fiche RNCP.";
    return { ...shared, etat: 'inconnu', motif: 'SANS_RNCP', detail, date: null, obtenuLe: null };
  }
  const portee = porteeQuiForme('HABILITATION', compare, entree, siret);
  if ('muet' in portee) return certificationDEtat ? deLEtat(portee.muet) : portee.muet;
  const { habilitations, obtenuLe } = portee.organisme;
  const verdicts = habilitations
    .filter(({ code }) => rncp.includes(code))
    .map((habilitation) => ({ ...judged(habilitation, rentree), objet: habilitation.code }))
    .sort((a, b) => RANGS.indexOf(a.motif) - RANGS.indexOf(b.motif));
  const [best] = verdicts;
  if (best !== undefined) return { ...shared, ...best, obtenuLe };
  const absent: Controle = {
    ...shared,
    etat: 'non_conforme',
    motif: 'HABILITATION_ABSENTE',
    detail: `Aucune habilitation pour ${rncp.join(', ')}.`,
    date: null,
    obtenuLe,
  };
  return certificationDEtat ? deLEtat(absent) : absent;
}

function deLEtat(muet: Controle): Controle {
  return {
    ...muet,
    etat: 'hors_perimetre',
    motif: 'DIPLOME_D_ETAT',
    detail: "Diplôme délivré par l'État : aucune habilitation n'est à enregistrer à France compétences.",
  };
}

function judged(habilitation: Habilitation, rentree: IsoDate): Verdict {
  const { code, active, dateActive, dateFinEnregistrement: fin, former, organiserEvaluation } = habilitation;
  const non = (motif: Controle['motif'], detail: string, date: IsoDate | null): Verdict => ({
    etat: 'non_conforme',
    motif,
    detail,
    date,
  });
  if (fin !== null && fin < rentree) {
    return non('HABILITATION_TERMINEE', `L'habilitation ${code} a pris fin le ${jourFrancais(fin)}.`, fin);
  }
  if (active === false) return non('HABILITATION_INACTIVE', `L'habilitation ${code} n'est pas active.`, fin);
  if (dateActive !== null && dateActive > rentree) {
    const detail = `L'habilitation ${code} ne commence que le ${jourFrancais(dateActive)}.`;
    return non('HABILITATION_A_VENIR', detail, dateActive);
  }
  if (former === false) {
    const only =
      organiserEvaluation === true ? "d'organiser l'évaluation, non de former" : 'ni de former ni d’évaluer';
    return non('HABILITATION_SANS_FORMER', `L'habilitation ${code} permet ${only}.`, fin);
  }
  if (former === null || active === null) {
    const detail = `QuiForme ne dit pas si l'habilitation ${code} est active et permet de former.`;
    return { etat: 'inconnu', motif: 'HABILITATION_NON_DITE', detail, date: fin };
  }
  const evaluer = organiserEvaluation === true ? " et d'organiser l'évaluation" : '';
  if (fin !== null && fin < nextRentree(rentree)) {
    const detail = `L'habilitation ${code} permet de former${evaluer}, mais prend fin le ${jourFrancais(fin)}, avant la rentrée suivante.`;
    return { etat: 'conforme', motif: 'HABILITATION_FINISSANTE', detail, date: fin };
  }
  const until = fin === null ? '' : ` jusqu'au ${jourFrancais(fin)}`;
  const detail = `L'habilitation ${code} permet de former${evaluer}${until}.`;
  return { etat: 'conforme', motif: 'HABILITE', detail, date: fin };
}

/** The same day, a year later. */
function nextRentree(rentree: IsoDate): IsoDate {
  return `${String(Number(rentree.slice(0, 4)) + 1)}${rentree.slice(4)}`;
}

/**
 * Whether a certification is one of the State's own diplomas. Titles have a letter as third character of their CFD (`X`
 * of the register, `T` titre professionnel, `C` of a chamber): those are taught under an habilitation.
 * @param cfd null for a diploma of higher education that has only a SISE code
 */
export function estDiplomeDEtat(cfd: string | null): boolean {
  return cfd === null || !/^..[A-Z]/.test(cfd);
}
