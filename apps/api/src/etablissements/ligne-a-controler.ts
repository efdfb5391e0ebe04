import { createHash } from 'node:crypto';
import {
  alertesDeFormation,
  controlerFormation,
  estDiplomeDEtat,
  parseCfd,
  parseUai,
  type AlerteFormation,
  type Certification,
  type CodeCertification,
  type Concordance,
  type ControlesFormation,
  type DureeMef,
  type FichesEtablissements,
  type IsoDate,
  type Plateforme,
} from '#matching';
import type { FormationRow } from '#sources';

/** A row of a run with the certification that is kept for it. */
export interface LigneAControler {
  readonly formationId: string;
  readonly rang: number;
  readonly contenu: FormationRow;
  /** Why the line was refused, when it is matched all the same. */
  readonly refus: string | null;
  readonly jugementId: string | null;
  readonly codeCertification: CodeCertification | null;
  readonly rncp: readonly string[];
  readonly cfd: string | null;
  /** Fingerprint of what was written for it, or null. */
  readonly empreinte: string | null;
}

/** What all the rows of a run are checked against. */
export interface ContexteControle {
  readonly plateforme: Plateforme;
  readonly rentree: IsoDate;
  readonly concordance: Pick<Concordance, 'get' | 'ficheRncp'>;
  readonly mefs: ReadonlyMap<string, DureeMef>;
}

export interface LigneControlee {
  readonly ligne: LigneAControler;
  readonly resultat: ControlesFormation;
  readonly alertes: readonly AlerteFormation[];
  readonly empreinte: string;
}

/** Raised when a rule of the checks changes: every row is then examined anew. */
const REGLES_CONTROLE = 2;

/** What the rows of a run are checked against, as one text. */
export function empreinteSources(instantanes: readonly string[], rentree: IsoDate): string {
  return sha256([...instantanes, rentree, String(REGLES_CONTROLE)].join('\n'));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Checks one row and raises its alerts. */
export function controlerLigne(
  ligne: LigneAControler,
  { plateforme, rentree, concordance, mefs }: ContexteControle,
  fiches: FichesEtablissements,
): LigneControlee {
  const { contenu, codeCertification, refus } = ligne;
  const resultat = controlerFormation({
    rentree,
    voie: contenu.voie,
    uai: contenu.uai,
    uaiRefusee: refus === 'UAI_INVALIDE',
    siret: contenu.siret,
    siretRefuse: contenu.siretRefuse ?? null,
    // The row's own RNCP says which entry of the register it trains for; a diploma may have had several.
    rncp: contenu.codes.rncp.length > 0 ? contenu.codes.rncp : ligne.rncp,
    certificationDEtat: codeCertification !== null && estDiplomeDEtat(ligne.cfd),
    fiches,
  });
  const alertes = alertesDeFormation({
    plateforme,
    rentree,
    certification: codeCertification === null ? undefined : concordance.get(codeCertification),
    donnee: given(contenu, concordance),
    rncpDonnes: contenu.codes.rncp,
    rncpRetenus: ligne.rncp,
    ficheRncp: (code) => concordance.ficheRncp(code),
    mef: contenu.codes.mef,
    dureeMef: contenu.codes.mef === null ? undefined : mefs.get(contenu.codes.mef),
    libelle: contenu.libelle,
    uai: contenu.uai,
    siret: resultat.siret,
    controles: resultat.controles,
  });
  const empreinte = sha256(JSON.stringify([resultat, alertes]));
  return { ligne, resultat, alertes, empreinte };
}

function given({ codes }: FormationRow, concordance: Pick<Concordance, 'get'>): Certification | undefined {
  const cfd = codes.cfd === null ? null : parseCfd(codes.cfd);
  return cfd === null ? undefined : concordance.get(`CFD:${cfd}`);
}

/** The codes by which the sources are asked about rows. */
export function codesCherches(lignes: readonly LigneAControler[]): { uais: string[]; sirets: string[] } {
  const uais = lignes.flatMap(({ contenu }) =>
    contenu.uai === null ? [] : [parseUai(contenu.uai) ?? contenu.uai],
  );
  const sirets = lignes.flatMap(({ contenu }) => (contenu.siret === null ? [] : [contenu.siret]));
  return { uais: [...new Set(uais)], sirets: [...new Set(sirets)] };
}
