import type {
  CertifInfoRecord,
  DiplomeRecord,
  LienGroupeRecord,
  MefRecord,
  NiveauRecord,
  PassageRecord,
  ReferenceData,
  ReferenceRowTypes,
  ReferenceTable,
  SiseRecord,
} from '#matching';

/** Small hand-made nomenclatures: each row says what matters to its test, the rest is empty. */
export function diplomeRow(cfd: string, fields: Partial<DiplomeRecord> = {}): DiplomeRecord {
  return {
    cfd,
    niveau: cfd.slice(0, 3),
    libelleCourt: null,
    libelleStat33: null,
    libelleLong200: `DIPLOME ${cfd}`,
    dateOuverture: null,
    dateFermeture: null,
    anciens: [],
    nouveaux: [],
    premiereSession: null,
    derniereSession: null,
    niveauQualification: null,
    groupeSpecialite: null,
    lettreSpecialite: null,
    sise: null,
    ...fields,
  };
}

/** A MEF whose duration and year are the ninth and tenth characters of its code, as in every row of N_MEF. */
export function mefRow(
  mef: string,
  mefstat11: string,
  cfd: string,
  fields: Partial<MefRecord> = {},
): MefRecord {
  return {
    mef,
    mefstat11,
    cfd,
    dispositif: mef.slice(0, 3),
    duree: Number(mef.charAt(8)),
    annee: Number(mef.charAt(9)),
    libelleCourt: null,
    libelleLong: null,
    libelleEdition: null,
    dateOuverture: null,
    dateFermeture: null,
    ...fields,
  };
}

export function niveauRow(niveau: string, fields: Partial<NiveauRecord> = {}): NiveauRecord {
  return {
    niveau,
    libelleCourt: null,
    libelle: null,
    niveauInterministeriel: null,
    niveauQualification: null,
    dateOuverture: null,
    dateFermeture: null,
    ...fields,
  };
}

export function lienGroupeRow(
  groupe: string,
  cfd: string,
  fields: Partial<LienGroupeRecord> = {},
): LienGroupeRecord {
  return { groupe, cfd, dateOuverture: null, dateFermeture: null, ...fields };
}

export function siseRow(sise: string, fields: Partial<SiseRecord> = {}): SiseRecord {
  return {
    sise,
    typeDiplome: null,
    libelle1: `SISE ${sise}`,
    libelle2: null,
    secteurDisciplinaire: null,
    dateOuverture: null,
    dateFermeture: null,
    ...fields,
  };
}

export function passageRow(ci: string, fields: Partial<PassageRecord> = {}): PassageRecord {
  return { ci, ideo: null, rncp: null, cfd: null, etat: null, ...fields };
}

export function certifInfoRow(ci: string, fields: Partial<CertifInfoRecord> = {}): CertifInfoRecord {
  return {
    ci,
    libelle: `certification ${ci}`,
    typeLibelle: null,
    niveauEuropeen: null,
    rncp: null,
    rs: null,
    cfd: null,
    certificateur: null,
    premiereSession: null,
    derniereSession: null,
    ancienCi: null,
    ancienRncp: null,
    ancienCfd: null,
    etat: null,
    accessibleScolaire: null,
    accessibleApprentissage: null,
    ideo: null,
    ...fields,
  };
}

type Rows = { readonly [Table in ReferenceTable]?: readonly ReferenceRowTypes[Table][] };

/** A reference of one vintage, or of several told by their millésime. */
export function referenceOf(...vintages: readonly (Rows & { readonly millesime?: string })[]): ReferenceData {
  const tables: readonly ReferenceTable[] = [
    'n_formation_diplome',
    'v_formation_diplome',
    'enquete_51',
    'n_mef',
    'n_niveau_formation_diplome',
    'n_groupe_formation',
    'n_lien_formation_groupe',
    'n_diplome_sise',
    'n_type_diplome_sise',
    'cfd_sise',
    'onisep_passage',
    'certif_info',
    'kit_apprentissage',
    'rncp_fiche',
    'rncp_remplacement',
    'ideo_fiche',
    'ideo_formation_initiale',
    'famille_metiers',
    'n_lien_mef_famille_metier',
    'catalogue_apprentissage',
  ];
  const entries = tables.map((table) => [
    table,
    vintages.flatMap((vintage) => {
      const rows = vintage[table];
      return rows === undefined ? [] : [{ millesime: vintage.millesime ?? '2020-07-15', rows }];
    }),
  ]);
  return Object.fromEntries(entries) as ReferenceData;
}
