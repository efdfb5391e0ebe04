import { z } from 'zod';
import { parseText } from '../core/cell-text.ts';
import { looseDateCell, requiredCode, textCell } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';
import { acceOtherColumns, requiredUai } from './acce-uai.ts';

/** The establishment at the other end is described again, in the columns of ACCE_UAI. */
const describedAgain: readonly (string | RegExp)[] = [
  ...acceOtherColumns,
  /^(?:nature_uai|etat_etablissement|ministere_tutelle|secteur|sigle|contrat|commune|academie|departement)/,
  /^(?:denomination|appellation|patronyme|numero_siren|code_postal)/,
];

/** ACCE_UAI_MERE: for each UAI found, the one above it. An UAI may have several. `seen`. */
export const acceMere = defineTable({
  id: 'acce_mere',
  source: 'acce',
  libelle: 'ACCE — établissements mères (ACCE_UAI_MERE)',
  kind: 'complement',
  layouts: [{ requises: ['numero_uai_trouve', 'numero_uai_mere', 'type_rattachement'] }],
  autres: describedAgain,
  schema: z.object({
    numero_uai_trouve: requiredUai,
    numero_uai_mere: requiredUai,
    type_rattachement: textCell,
    date_ouverture: looseDateCell,
    date_fermeture: looseDateCell,
  }),
  toRow: (cells) => ({
    mere: cells.numero_uai_mere,
    fille: cells.numero_uai_trouve,
    type: cells.type_rattachement,
    dateOuverture: cells.date_ouverture,
    dateFermeture: cells.date_fermeture,
  }),
});

/** ACCE_UAI_FILLE: for each UAI found, those below it. `seen`. */
export const acceFille = defineTable({
  id: 'acce_fille',
  source: 'acce',
  libelle: 'ACCE — établissements filles (ACCE_UAI_FILLE)',
  kind: 'complement',
  layouts: [{ requises: ['numero_uai_trouve', 'numero_uai_fille', 'type_rattachement'] }],
  autres: describedAgain,
  schema: z.object({
    numero_uai_trouve: requiredUai,
    numero_uai_fille: requiredUai,
    type_rattachement: textCell,
    date_ouverture: looseDateCell,
    date_fermeture: looseDateCell,
  }),
  toRow: (cells) => ({
    mere: cells.numero_uai_trouve,
    fille: cells.numero_uai_fille,
    type: cells.type_rattachement,
    dateOuverture: cells.date_ouverture,
    dateFermeture: cells.date_fermeture,
  }),
});

/** ACCE_UAI_ZONE: the zones (bassins, réseaux…) of each establishment. `seen`. */
export const acceZone = defineTable({
  id: 'acce_zone',
  source: 'acce',
  libelle: 'ACCE — zones des établissements (ACCE_UAI_ZONE)',
  kind: 'complement',
  layouts: [{ requises: ['numero_uai', 'type_zone_uai', 'zone'] }],
  revision: 'date_derniere_mise_a_jour',
  schema: z.object({
    numero_uai: requiredUai,
    type_zone_uai: requiredCode('type de zone', parseText),
    type_zone_uai_libe: textCell,
    zone: requiredCode('code de zone', parseText),
    zone_libe: textCell,
    date_ouverture: looseDateCell,
    date_fermeture: looseDateCell,
  }),
  toRow: (cells) => ({
    uai: cells.numero_uai,
    typeZone: cells.type_zone_uai,
    typeZoneLibelle: cells.type_zone_uai_libe,
    zone: cells.zone,
    zoneLibelle: cells.zone_libe,
    dateOuverture: cells.date_ouverture,
    dateFermeture: cells.date_fermeture,
  }),
});

/** ACCE_UAI_SPEC: the specific features (European section, Segpa…) of each establishment. `seen`. */
export const acceSpec = defineTable({
  id: 'acce_spec',
  source: 'acce',
  libelle: 'ACCE — spécificités des établissements (ACCE_UAI_SPEC)',
  kind: 'complement',
  layouts: [{ requises: ['numero_uai', 'specificite_uai'] }],
  schema: z.object({
    numero_uai: requiredUai,
    specificite_uai: requiredCode('code de spécificité', parseText),
    specificite_uai_libe: textCell,
    date_ouverture: looseDateCell,
    date_fermeture: looseDateCell,
  }),
  toRow: (cells) => ({
    uai: cells.numero_uai,
    specificite: cells.specificite_uai,
    libelle: cells.specificite_uai_libe,
    dateOuverture: cells.date_ouverture,
    dateFermeture: cells.date_fermeture,
  }),
});
