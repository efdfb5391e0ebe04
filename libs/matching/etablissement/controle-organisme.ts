import { parseNda } from '../codes/nda.ts';
import { jourFrancais, type Controle, type Desaccord } from './controle.ts';
import type { EntreeControle } from './entree-controle.ts';
import type { OrganismeListePublique, OrganismeQuiForme, OuiNon } from './fiches.ts';
import { porteeQuiForme } from './portee-quiforme.ts';

type Declaration = OrganismeQuiForme['declarations'][number];

/** The form of every numéro de déclaration d'activité; there is no key to check. */
export function controleFormeNda(entree: EntreeControle, siret: string | null): Controle {
  const compare = `numéro de déclaration d'activité du SIRET ${siret ?? 'inconnu'}, 11 caractères`;
  const portee = porteeQuiForme('NDA_FORME', compare, entree, siret);
  if ('muet' in portee) return portee.muet;
  const { declarations, obtenuLe } = portee.organisme;
  const shared = { critere: 'NDA_FORME', source: 'quiforme', date: null, obtenuLe, desaccords: [] } as const;
  if (declarations.length === 0) return { ...shared, compare, ...SANS_NDA };
  const bad = declarations.filter(({ nda }) => parseNda(nda) === null).map(({ nda }) => nda);
  return bad.length > 0
    ? {
        ...shared,
        compare,
        etat: 'non_conforme',
        motif: 'NDA_INVALIDE',
        detail: `${bad.join(', ')} n'a pas la forme d'un numéro de déclaration d'activité.`,
      }
    : {
        ...shared,
        compare,
        etat: 'conforme',
        motif: 'NDA_VALIDE',
        detail: `${declarations.map(({ nda }) => nda).join(', ')} : forme juste.`,
      };
}

const SANS_NDA = {
  etat: 'non_conforme',
  motif: 'NDA_ABSENT',
  detail: "QuiForme ne donne à ce SIRET aucune déclaration d'activité.",
} as const;

/** One declaration at least is active: it goes inactive when the yearly bilan was not filed. */
export function controleNdaActive(entree: EntreeControle, siret: string | null): Controle {
  const compare = `déclarations d'activité du SIRET ${siret ?? 'inconnu'}`;
  const portee = porteeQuiForme('NDA_ACTIVE', compare, entree, siret);
  if ('muet' in portee) return portee.muet;
  const { declarations, obtenuLe } = portee.organisme;
  const shared = { critere: 'NDA_ACTIVE', compare, source: 'quiforme', obtenuLe } as const;
  if (declarations.length === 0) return { ...shared, ...SANS_NDA, date: null, desaccords: [] };
  const last = (list: readonly Declaration[]): string | null =>
    list
      .map((one) => one.dateDerniereDeclaration ?? '')
      .sort()
      .at(-1) || null;
  const active = declarations.filter((one) => one.active === true);
  if (active.length > 0) {
    const date = last(active);
    const since = date === null ? '' : `, dernière déclaration le ${jourFrancais(date)}`;
    const detail = `${active.map(({ nda }) => nda).join(', ')} : déclaration d'activité active${since}.`;
    const desaccords = listeDit(entree, siret, (lines) =>
      lines.length === 0 ? 'absent de la liste publique, que quitte un organisme inactif' : null,
    );
    return { ...shared, etat: 'conforme', motif: 'NDA_ACTIVE', detail, date, desaccords };
  }
  const date = last(declarations);
  if (declarations.some((one) => one.active === null)) {
    const detail = "QuiForme ne dit pas si la déclaration d'activité est active.";
    return { ...shared, etat: 'inconnu', motif: 'NDA_NON_DIT', detail, date, desaccords: [] };
  }
  const desaccords = listeDit(entree, siret, (lines) =>
    lines.length > 0 ? `présent sur la liste publique, déclaration ${lines[0]?.nda ?? ''}` : null,
  );
  const detail = `Aucune déclaration d'activité n'est active : le bilan annuel n'a pas été déposé.`;
  return { ...shared, etat: 'non_conforme', motif: 'NDA_INACTIVE', detail, date, desaccords };
}

/** The actions of Qualiopi, as the sentences name them. */
type Flags = Readonly<Record<'formation' | 'bilan' | 'vae' | 'apprentissage', OuiNon>>;

/** Whether one of the actions that the row needs is certified: true wins, then unknown. */
function certified(flags: Flags, apprentissage: boolean): OuiNon {
  if (apprentissage) return flags.apprentissage;
  const said = [flags.formation, flags.bilan, flags.vae];
  if (said.includes(true)) return true;
  return said.includes(null) ? null : false;
}

/**
 * Qualiopi for the action concerned: training by apprenticeship for those rows, else one of action de formation, bilan
 * de compétences and VAE. A certificate obtained through the legal unit counts, and is told apart.
 */
export function controleQualiopi(entree: EntreeControle, siret: string | null): Controle {
  const apprentissage = entree.voie === 'apprentissage';
  const action = apprentissage ? "formation par l'apprentissage" : 'action de formation, bilan ou VAE';
  const compare = `Qualiopi, ${action}, SIRET ${siret ?? 'inconnu'}`;
  const portee = porteeQuiForme('QUALIOPI', compare, entree, siret);
  if ('muet' in portee) return portee.muet;
  const { declarations, obtenuLe } = portee.organisme;
  const shared = { critere: 'QUALIOPI', compare, source: 'quiforme', date: null, obtenuLe } as const;
  const said = declarations.map(({ qualiopi }) => ({
    oui: certified(qualiopi, apprentissage),
    herite: qualiopi.parUniteLegale,
  }));
  const oui = said.filter(({ oui: yes }) => yes === true);
  const verdict = oui.length > 0 ? true : said.some(({ oui: yes }) => yes === null) ? null : false;
  const desaccords = listeDit(entree, siret, (lines) => {
    const theirs = lines.map(({ certifications }) => certified(certifications, apprentissage));
    if (verdict === null || theirs.length === 0) return null;
    if (verdict && theirs.every((yes) => yes === false)) return `Qualiopi non accordé (${action})`;
    return !verdict && theirs.includes(true) ? `Qualiopi accordé (${action})` : null;
  });
  if (verdict === null) {
    const detail = `QuiForme ne dit pas si Qualiopi est accordé (${action}).`;
    return { ...shared, etat: 'inconnu', motif: 'QUALIOPI_NON_DITE', detail, desaccords };
  }
  if (!verdict) {
    const detail = `Qualiopi n'est pas accordé pour l'action concernée (${action}).`;
    return { ...shared, etat: 'non_conforme', motif: 'QUALIOPI_ABSENTE', detail, desaccords };
  }
  return {
    ...shared,
    etat: 'conforme',
    ...origine(
      oui.map(({ herite }) => herite),
      action,
    ),
    desaccords,
  };
}

function origine(herites: readonly OuiNon[], action: string): Pick<Controle, 'motif' | 'detail'> {
  if (herites.includes(false)) {
    return {
      motif: 'QUALIOPI_DIRECTE',
      detail: `Qualiopi accordé sur la déclaration elle-même (${action}).`,
    };
  }
  return herites.includes(true)
    ? { motif: 'QUALIOPI_HERITEE', detail: `Qualiopi hérité de l'unité légale, le SIREN (${action}).` }
    : { motif: 'QUALIOPI_ORIGINE_INCONNUE', detail: `Qualiopi accordé, sans dire comment (${action}).` };
}

/** The liste publique des OF, second source: there or not. */
export function controleListePublique(entree: EntreeControle, siret: string | null): Controle {
  const { listePublique } = entree.fiches.sources;
  const shared = {
    critere: 'LISTE_PUBLIQUE',
    compare: `SIRET ${siret ?? 'inconnu'}, puis son SIREN, dans la liste publique des organismes de formation`,
    source: 'organismes_formation',
    date: null,
    obtenuLe: listePublique,
  } as const;
  if (listePublique === null) {
    const detail = "La liste publique n'est pas importée.";
    return { ...shared, etat: 'inconnu', motif: 'SOURCE_ABSENTE', detail, desaccords: [] };
  }
  if (siret === null) {
    const detail = "Sans SIRET, rien n'est cherché dans la liste publique.";
    return { ...shared, etat: 'inconnu', motif: 'SIRET_ABSENT', detail, desaccords: [] };
  }
  const lines = entree.fiches.listePublique(siret);
  const organisme = entree.fiches.organisme(siret);
  const active = organisme?.connu === true && organisme.declarations.some((one) => one.active === true);
  const inactive = organisme?.connu === true && organisme.declarations.every((one) => one.active === false);
  const [line] = lines;
  if (line !== undefined) {
    const own = line.siret === siret ? 'le SIRET' : 'le SIREN';
    return {
      ...shared,
      etat: 'conforme',
      motif: 'SUR_LA_LISTE',
      detail: `La liste publique porte ${own}, déclaration ${lines.map(({ nda }) => nda).join(', ')}.`,
      desaccords: inactive ? [{ source: 'quiforme', dit: "déclaration d'activité inactive" }] : [],
    };
  }
  const hors = porteeQuiForme('LISTE_PUBLIQUE', shared.compare, entree, siret);
  if ('muet' in hors && hors.muet.etat === 'hors_perimetre') {
    const detail = "Un tel établissement n'a pas à figurer sur la liste publique.";
    return { ...shared, etat: 'hors_perimetre', motif: hors.muet.motif, detail, desaccords: [] };
  }
  // Being on the list is only owed by an organisme de formation: one that QuiForme was asked about, or that apprentices.
  const due = organisme !== undefined || entree.voie === 'apprentissage';
  return {
    ...shared,
    etat: due ? 'non_conforme' : 'inconnu',
    motif: 'HORS_DE_LA_LISTE',
    detail: `La liste publique ne porte ni le SIRET ${siret} ni son SIREN.`,
    desaccords: active ? [{ source: 'quiforme', dit: "déclaration d'activité active" }] : [],
  };
}

/** What the liste publique says against QuiForme, where it is in use. */
function listeDit(
  { fiches }: EntreeControle,
  siret: string | null,
  say: (lines: readonly OrganismeListePublique[]) => string | null,
): Desaccord[] {
  if (siret === null || fiches.sources.listePublique === null) return [];
  const dit = say(fiches.listePublique(siret));
  return dit === null ? [] : [{ source: 'organismes_formation', dit }];
}
