import { z } from 'zod';
import { parseText } from '../core/cell-text.ts';
import { parseCi, parseRncp, parseRs } from '../core/code-cell.ts';
import { mesureCpfCell, mesureColumns } from '../core/mesure-cell.ts';
import { looseDateCell, optionalCode, requiredCode, textCell } from '../core/raw-cell.ts';
import { parseSiret } from '../core/siret.ts';
import { defineTable } from '../core/table-definition.ts';

/** -1 says that there is none, in codes too. */
function none(parse: (cell: string) => string | null) {
  return optionalCode((cell) => (cell.trim() === '-1' ? null : parse(cell)));
}

const text = none(parseText);

/** Offer of Mon compte formation, a daily image. `public`: columns of the portal; RNCP codes have no prefix. */
export const cpfOffre = defineTable({
  id: 'cpf_offre',
  source: 'cpf-offre',
  libelle: 'Mon compte formation — offre',
  kind: 'complement',
  layouts: [
    { requises: ['numero_formation', 'siret', 'code_rncp', 'code_inventaire', 'intitule_formation'] },
  ],
  revision: 'date_extract',
  autres: [
    'points_forts',
    'type_referentiel',
    'nom_region',
    'nom_departement',
    'coderegion_export',
    /^libelle_/,
  ],
  schema: z.object({
    numero_formation: requiredCode('numéro de formation', parseText),
    date_extract: looseDateCell,
    siret: optionalCode(parseSiret),
    nom_of: textCell,
    code_rncp: none(parseRncp),
    code_inventaire: none(parseRs),
    code_certifinfo: none(parseCi),
    intitule_certification: text,
    intitule_formation: text,
    libelle_niveau_sortie_formation: text,
    code_formacode_1: text,
    code_formacode_2: text,
    code_formacode_3: text,
    code_formacode_4: text,
    code_formacode_5: text,
    code_nsf_1: text,
    code_nsf_2: text,
    code_nsf_3: text,
    code_departement: text,
    code_region: text,
    ...mesureColumns(
      [
        'nb_action',
        'nb_session_active',
        'nb_session_a_distance',
        'nombre_heures_total_min',
        'nombre_heures_total_max',
        'nombre_heures_total_mean',
        'frais_ttc_tot_min',
        'frais_ttc_tot_max',
        'frais_ttc_tot_mean',
      ],
      mesureCpfCell,
    ),
  }),
  toRow: (cells) => ({
    id: cells.numero_formation,
    dateExtraction: cells.date_extract,
    siret: cells.siret,
    organisme: cells.nom_of,
    rncp: cells.code_rncp,
    rs: cells.code_inventaire,
    ci: cells.code_certifinfo,
    certification: cells.intitule_certification,
    intitule: cells.intitule_formation,
    niveau: cells.libelle_niveau_sortie_formation,
    formacodes: [
      cells.code_formacode_1,
      cells.code_formacode_2,
      cells.code_formacode_3,
      cells.code_formacode_4,
      cells.code_formacode_5,
    ].filter((code) => code !== null),
    nsf: [cells.code_nsf_1, cells.code_nsf_2, cells.code_nsf_3].filter((code) => code !== null),
    departement: cells.code_departement,
    region: cells.code_region,
    actions: cells.nb_action,
    sessions: cells.nb_session_active,
    sessionsADistance: cells.nb_session_a_distance,
    heures: {
      min: cells.nombre_heures_total_min,
      max: cells.nombre_heures_total_max,
      moyenne: cells.nombre_heures_total_mean,
    },
    frais: { min: cells.frais_ttc_tot_min, max: cells.frais_ttc_tot_max, moyenne: cells.frais_ttc_tot_mean },
  }),
});
