import { z } from 'zod';
import type { ApiRecord } from '../core/http/api-rows.ts';

const text = z.union([z.string(), z.number()]).nullish();

/** A certification as the API's list gives it. */
const certification = z.looseObject({
  certifinfo_code: z.union([z.string(), z.number()]),
  certifinfo_intitule: z.string(),
  niveau_europeen_code: text,
  rncp_code: text,
  rs_code: z.union([text, z.array(z.union([z.string(), z.number()]))]),
  etat_libelle: text,
  acc_fi: text,
  acc_ca: text,
});

export const listShape = z.object({ data: z.array(certification), total: z.int().nullish() });

/**
 * A certification of the API under the column names of the open data, so that one parser reads both. `assumed`:
 * the fields of the list were read in a third party's client; what the API does not give is left empty.
 */
export function certifInfoRecord(item: z.output<typeof certification>): ApiRecord {
  const rs = Array.isArray(item.rs_code) ? item.rs_code[0] : item.rs_code;
  return {
    Code_Diplome: item.certifinfo_code,
    Libelle_Diplome: item.certifinfo_intitule,
    Libelle_Type_Diplome: null,
    Code_Niveau_Europeen: item.niveau_europeen_code,
    Code_RNCP: item.rncp_code,
    Code_RS: rs,
    Code_Scolarité: null,
    Code_Ancien_Diplome: null,
    Etat_Libelle: item.etat_libelle,
    accessibilite_fi: item.acc_fi,
    accessibilite_ca: item.acc_ca,
  };
}
