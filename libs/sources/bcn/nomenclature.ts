import { z } from 'zod';
import type { ComplementRows, NomenclatureRow } from '../core/canonical.ts';
import { parseText } from '../core/cell-text.ts';
import { dateCell, requiredCode, textCell } from '../core/raw-cell.ts';
import { defineTable, type TableDefinition } from '../core/table-definition.ts';
import { bcnOtherColumns } from './other-columns.ts';

/** The tables that are a code and its labels. */
type NomenclatureId = {
  [Id in keyof ComplementRows]: ComplementRows[Id] extends NomenclatureRow ? Id : never;
}[keyof ComplementRows];

interface NomenclatureSpec<Id extends NomenclatureId> {
  readonly id: Id;
  readonly libelle: string;
  /** Column of the code, and of the code above it where there is one. */
  readonly code: string;
  readonly parent?: string;
  /** Column of the label; LIBELLE_LONG by default. */
  readonly colonneLibelle?: string;
  readonly requises: readonly string[];
  readonly interdites?: readonly string[];
  readonly autres?: readonly string[];
}

/** A small nomenclature of the BCN. */
function nomenclature<Id extends NomenclatureId>(spec: NomenclatureSpec<Id>): TableDefinition<Id> {
  const { code, parent, colonneLibelle = 'LIBELLE_LONG' } = spec;
  const shape: Record<string, z.ZodType<string | null, string>> = {
    [code]: requiredCode('code', parseText),
    LIBELLE_COURT: textCell,
    [colonneLibelle]: textCell,
    DATE_OUVERTURE: dateCell,
    DATE_FERMETURE: dateCell,
  };
  if (parent !== undefined) shape[parent] = textCell;
  return defineTable<NomenclatureId, typeof shape>({
    id: spec.id,
    source: 'bcn',
    libelle: spec.libelle,
    kind: 'complement',
    layouts: [{ requises: spec.requises, interdites: spec.interdites ?? [] }],
    revision: 'DATE_INTERVENTION',
    autres: [...bcnOtherColumns, 'LIBELLE_STAT_33', 'LIBELLE_EDITION', ...(spec.autres ?? [])],
    schema: z.object(shape),
    toRow: (cells) => ({
      code: cells[code] ?? '',
      parent: parent === undefined ? null : (cells[parent] ?? null),
      libelleCourt: cells['LIBELLE_COURT'] ?? null,
      libelle: cells[colonneLibelle] ?? null,
      dateOuverture: cells['DATE_OUVERTURE'] ?? null,
      dateFermeture: cells['DATE_FERMETURE'] ?? null,
    }),
  }) as unknown as TableDefinition<Id>;
}

/** N_LETTRE_SPECIALITE. `assumed`: only its name was seen; the columns are those of its siblings. */
export const nLettreSpecialite = nomenclature({
  id: 'n_lettre_specialite',
  libelle: 'BCN — lettres de spécialité (N_LETTRE_SPECIALITE)',
  code: 'LETTRE_SPECIALITE',
  requises: ['LETTRE_SPECIALITE', 'LIBELLE_LONG'],
  interdites: ['FORMATION_DIPLOME', 'DIPLOME_SISE', 'GROUPE_SPECIALITE'],
});

/** N_GROUPE_SPECIALITE. `seen`: export of 2025. */
export const nGroupeSpecialite = nomenclature({
  id: 'n_groupe_specialite',
  libelle: 'BCN — groupes de spécialités (N_GROUPE_SPECIALITE)',
  code: 'GROUPE_SPECIALITE',
  parent: 'DOMAINE_SPECIALITE',
  requises: ['GROUPE_SPECIALITE', 'DOMAINE_SPECIALITE', 'LIBELLE_LONG'],
});

/** N_DOMAINE_SPECIALITE. `seen`: export of 2025. */
export const nDomaineSpecialite = nomenclature({
  id: 'n_domaine_specialite',
  libelle: 'BCN — domaines de spécialités (N_DOMAINE_SPECIALITE)',
  code: 'DOMAINE_SPECIALITE',
  parent: 'CATEGORIE_SPECIALITE',
  requises: ['DOMAINE_SPECIALITE', 'CATEGORIE_SPECIALITE', 'LIBELLE_LONG'],
});

/** N_TYPE_GROUPE_FORMATION: what a group of formations is (TG01 famille de métiers…). `seen`: export of 2025. */
export const nTypeGroupeFormation = nomenclature({
  id: 'n_type_groupe_formation',
  libelle: 'BCN — types de groupes de formations (N_TYPE_GROUPE_FORMATION)',
  code: 'TYPE_GROUPE_FORMATION',
  requises: ['TYPE_GROUPE_FORMATION', 'LIBELLE_LONG'],
  interdites: ['GROUPE_FORMATION'],
});

/** N_FAMILLE_METIER_SPEC_PRO: the familles de métiers before they became groups of formations. `seen`. */
export const nFamilleMetierSpecPro = nomenclature({
  id: 'n_famille_metier_spec_pro',
  libelle: 'BCN — familles de métiers (N_FAMILLE_METIER_SPEC_PRO)',
  code: 'FAMILLE_METIER',
  requises: ['FAMILLE_METIER', 'LIBELLE_LONG'],
  interdites: ['MEF'],
});

/** N_SECTEUR_DISCIPLINAIRE_SISE: disciplines of higher education. `seen`: extract of 2020 with two columns. */
export const nSecteurDisciplinaireSise = nomenclature({
  id: 'n_secteur_disciplinaire_sise',
  libelle: 'BCN — secteurs disciplinaires du supérieur (N_SECTEUR_DISCIPLINAIRE_SISE)',
  code: 'SECTEUR_DISCIPLINAIRE_SISE',
  colonneLibelle: 'LIBELLE_SECTEUR_DISCIPLINAIRE',
  requises: ['SECTEUR_DISCIPLINAIRE_SISE', 'LIBELLE_SECTEUR_DISCIPLINAIRE'],
  interdites: ['DIPLOME_SISE'],
});
