import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { ReferenceData, ReferenceTable } from '#matching';
import { referenceOf } from './reference-rows.ts';

type Cells = Readonly<Record<string, string>>;
type MutableReference = { -readonly [Table in keyof ReferenceData]: ReferenceData[Table][number][] };

/** The nomenclature tables found in folders or files of the real data, as the engine wants them. */
export function loadReference(paths: readonly string[]): Promise<ReferenceData> {
  const reference = referenceOf() as MutableReference;
  for (const path of paths.flatMap(filesOf)) {
    const reader = READERS.find(({ pattern }) => pattern.test(basename(path)));
    if (reader === undefined) continue;
    const cells = readCells(path);
    const rows = cells.map(reader.row).filter((row) => row !== null);
    const revisions = cells.map((row) => iso(row['DATE_INTERVENTION']) ?? iso(row['Date_MaJ']) ?? '');
    const millesime = revisions.reduce((newest, date) => (date > newest ? date : newest), '');
    (reference[reader.table] as unknown[]).push({ millesime, rows });
  }
  return Promise.resolve(reference);
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name));
}

function readCells(path: string): Cells[] {
  const raw = readFileSync(path);
  const bytes = path.endsWith('.gz') ? gunzipSync(raw) : raw;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/^#(?=[A-Z])/, '')
    .split(/\r?\n/);
  const body = lines.filter((line) => !line.startsWith('# '));
  const delimiter = (body[0] ?? '').includes(';') ? ';' : ',';
  return parse<Cells>(body.join('\n'), {
    columns: true,
    delimiter,
    quote: delimiter === ',' ? '"' : null,
    relax_column_count: true,
    skip_empty_lines: true,
  });
}

const cell = (value: string | undefined): string | null => {
  const trimmed = (value ?? '').trim();
  return trimmed === '' ? null : trimmed;
};
const iso = (value: string | undefined): string | null => {
  const match = /^(\d{2})\/(\d{2})\/(\d{4})/.exec((value ?? '').trim());
  return match === null ? null : `${match[3]}-${match[2]}-${match[1]}`;
};
const int = (value: string | undefined): number | null => {
  const match = /^(\d+)/.exec((value ?? '').trim());
  return match === null ? null : Number(match[1]);
};
const yes = (value: string | undefined): boolean | null => {
  const text = cell(value);
  return text === null || text === '0' ? null : text === '1';
};
const rncp = (value: string | undefined): string | null => {
  const text = cell(value);
  return text === null ? null : `RNCP${text.replace(/^RNCP/, '')}`;
};
const list = (row: Cells, prefix: string): string[] =>
  [1, 2, 3, 4, 5, 6, 7].flatMap((rank) => cell(row[`${prefix}${rank}`]) ?? []);
const dates = (row: Cells): { dateOuverture: string | null; dateFermeture: string | null } => ({
  dateOuverture: iso(row['DATE_OUVERTURE']),
  dateFermeture: iso(row['DATE_FERMETURE']),
});

function diplome(row: Cells): object | null {
  const cfd = cell(row['FORMATION_DIPLOME']);
  if (cfd === null) return null;
  return {
    cfd,
    niveau: cell(row['NIVEAU_FORMATION_DIPLOME']) ?? cfd.slice(0, 3),
    libelleCourt: cell(row['LIBELLE_COURT']),
    libelleStat33: cell(row['LIBELLE_STAT_33']),
    libelleLong200: cell(row['LIBELLE_LONG_200']),
    ...dates(row),
    anciens: list(row, 'ANCIEN_DIPLOME_'),
    nouveaux: list(row, 'NOUVEAU_DIPLOME_'),
    premiereSession: int(row['DATE_PREMIERE_SESSION']),
    derniereSession: int(row['DATE_DERNIERE_SESSION']),
    niveauQualification: cell(row['NIVEAU_QUALIFICATION_RNCP']),
    groupeSpecialite: cell(row['GROUPE_SPECIALITE']),
    lettreSpecialite: cell(row['LETTRE_SPECIALITE']),
    sise: cell(row['DIPLOME_SISE']),
  };
}

interface Reader {
  readonly pattern: RegExp;
  readonly table: ReferenceTable;
  readonly row: (cells: Cells) => object | null;
}

const READERS: readonly Reader[] = [
  { pattern: /enquete_51/, table: 'enquete_51', row: diplome },
  { pattern: /v_formation_diplome/, table: 'v_formation_diplome', row: diplome },
  {
    pattern: /n_niveau_formation_diplome/,
    table: 'n_niveau_formation_diplome',
    row: (row) => ({
      niveau: cell(row['NIVEAU_FORMATION_DIPLOME']) ?? '',
      libelleCourt: cell(row['LIBELLE_COURT']),
      libelle: cell(row['LIBELLE_100']),
      niveauInterministeriel: cell(row['NIVEAU_INTERMINISTERIEL']),
      niveauQualification: cell(row['NIVEAU_QUALIFICATION_RNCP']),
      ...dates(row),
    }),
  },
  { pattern: /n_formation_diplome/, table: 'n_formation_diplome', row: diplome },
  {
    pattern: /bcn_\d+_n_mef/,
    table: 'n_mef',
    row: (row) => ({
      mef: cell(row['MEF']) ?? '',
      mefstat11: cell(row['MEF_STAT_11']),
      cfd: cell(row['FORMATION_DIPLOME']) ?? '',
      dispositif: cell(row['DISPOSITIF_FORMATION']) ?? '',
      duree: int(row['DUREE_DISPOSITIF']),
      annee: int(row['ANNEE_DISPOSITIF']),
      libelleCourt: cell(row['LIBELLE_COURT']),
      libelleLong: cell(row['LIBELLE_LONG']),
      libelleEdition: cell(row['LIBELLE_EDITION']),
      ...dates(row),
    }),
  },
  {
    pattern: /n_groupe_formation/,
    table: 'n_groupe_formation',
    row: (row) => ({
      groupe: cell(row['GROUPE_FORMATION']) ?? '',
      type: cell(row['TYPE_GROUPE_FORMATION']),
      libelleCourt: cell(row['LIBELLE_COURT']),
      libelleLong: cell(row['LIBELLE_LONG']),
      libelleEdition: cell(row['LIBELLE_EDITION']),
      ...dates(row),
    }),
  },
  {
    pattern: /n_lien_formation_groupe/,
    table: 'n_lien_formation_groupe',
    row: (row) => ({
      groupe: cell(row['GROUPE_FORMATION']) ?? '',
      cfd: cell(row['FORMATION_DIPLOME']) ?? '',
      ...dates(row),
    }),
  },
  {
    pattern: /sise_diplome/,
    table: 'n_diplome_sise',
    row: (row) => ({
      sise: cell(row['DIPLOME_SISE']) ?? '',
      typeDiplome: cell(row['TYPE_DIPLOME_SISE']),
      libelle1: cell(row['LIBELLE_INTITULE_1']),
      libelle2: cell(row['LIBELLE_INTITULE_2']),
      secteurDisciplinaire: cell(row['SECTEUR_DISCIPLINAIRE_SISE']),
      ...dates(row),
    }),
  },
  {
    pattern: /sise_typediplome/,
    table: 'n_type_diplome_sise',
    row: (row) => ({ typeDiplome: cell(row['TYPE_DIPLOME_SISE']) ?? '', libelle: cell(row['LIBELLE_LONG']) }),
  },
  {
    pattern: /cfd_to_sise/,
    table: 'cfd_sise',
    row: (row) => ({
      cfd: cell(row['FORMATION_DIPLOME']) ?? '',
      sise: cell(row['DIPLOME_SISE']) ?? '',
      uai: cell(row['NUMERO_UAI']),
    }),
  },
  {
    pattern: /table_passage/,
    table: 'onisep_passage',
    row: (row) => ({
      ci: cell(row['certif_info_ci_identifiant']) ?? '',
      ideo: cell(row['ideo_identifiant_formation']),
      rncp: rncp(row['ci_code_rncp']),
      cfd: cell(row['ci_code_scolarite']),
      etat: cell(row['ci_etat']),
    }),
  },
  {
    pattern: /certif_info\.csv/,
    table: 'certif_info',
    row: (row) => ({
      ci: cell(row['Code_Diplome']) ?? '',
      libelle: cell(row['Libelle_Diplome']) ?? '',
      typeLibelle: cell(row['Libelle_Type_Diplome']),
      niveauEuropeen: int(row['Code_Niveau_Europeen']),
      rncp: rncp(row['Code_RNCP']),
      rs: cell(row['Code_RS']),
      cfd: cell(row['Code_Scolarité']),
      certificateur: cell(row['certificateur']),
      premiereSession: int(row['Annee_Premiere_Session']),
      derniereSession: int(row['Annee_Derniere_Session']),
      ancienCi: cell(row['Code_Ancien_Diplome']),
      ancienRncp: rncp(row['Code_Ancien_RNCP']),
      ancienCfd: cell(row['Code_Ancien_Scolarité']),
      etat: cell(row['Etat']),
      accessibleScolaire: yes(row['accessibilite_fi']),
      accessibleApprentissage: yes(row['accessibilite_ca']),
      ideo: cell(row['codeIdeo2']),
    }),
  },
];
