import type { RowTypes, TableId } from '#sources';

/** The fields that name a row of a table from one vintage to the next. */
const KEYS: { readonly [Table in TableId]?: readonly (keyof RowTypes[Table] & string)[] } = {
  n_formation_diplome: ['cfd'],
  v_formation_diplome: ['cfd'],
  enquete_51: ['cfd'],
  n_mef: ['mef'],
  n_niveau_formation_diplome: ['niveau'],
  n_groupe_formation: ['groupe'],
  n_lien_formation_groupe: ['groupe', 'cfd'],
  n_diplome_sise: ['sise'],
  n_type_diplome_sise: ['typeDiplome'],
  cfd_sise: ['cfd', 'sise', 'uai'],
  onisep_passage: ['ci', 'ideo', 'rncp', 'cfd'],
  certif_info: ['ci'],
  parcoursup: ['id'],
  affelnet: ['id'],
  apprentissage: ['id'],
  generique: ['id'],
  n_dispositif_formation: ['dispositif'],
  n_lettre_specialite: ['code'],
  n_groupe_specialite: ['code'],
  n_domaine_specialite: ['code'],
  n_type_groupe_formation: ['code'],
  n_secteur_disciplinaire_sise: ['code'],
  n_famille_metier_spec_pro: ['code'],
  n_lien_mef_famille_metier: ['famille', 'mef'],
  famille_metiers: ['cfdCommun', 'cfdSpecialite'],
  kit_apprentissage: ['cfd', 'rncp'],
  rncp_fiche: ['code'],
  rncp_rome: ['code', 'rome'],
  rncp_remplacement: ['code', 'ancien', 'nouveau'],
  rncp_certificateur: ['code', 'siret', 'nom'],
  rncp_partenaire: ['code', 'siret', 'nom'],
  ideo_fiche: ['ideo', 'libelle'],
  ideo_formation_initiale: ['ideo', 'libelle'],
  acce_uai: ['uai'],
  acce_zone: ['uai', 'typeZone', 'zone'],
  acce_spec: ['uai', 'specificite'],
  acce_mere: ['mere', 'fille', 'type'],
  acce_fille: ['mere', 'fille', 'type'],
  geographie: ['departement'],
  catalogue_apprentissage: ['cleMe'],
  inserjeunes: ['territoire', 'codeTerritoire', 'millesime', 'voie', 'filiere', 'cfd', 'mefstat11'],
  inserjeunes_etablissement: ['codeTerritoire', 'millesime', 'voie', 'filiere', 'cfd', 'mefstat11'],
  sies_passage: ['uai', 'uaiComposante', 'sise', 'annee'],
  sies_reussite: ['uai', 'uaiComposante', 'sise', 'annee'],
  quiforme: ['siret'],
  organisme_formation: ['nda'],
  cpf_offre: ['id'],
  parcoursup_filiere: ['id', 'annee'],
  affelnet_offre: ['uai', 'mefstat11', 'annee', 'voie'],
  constat_rentree: ['uai', 'mefstat11', 'annee', 'voie'],
  encodage_manuel: ['codeFormationAccueil', 'annee'],
};

/**
 * The fields that name a row of this table. Empty where a row is known by its whole content only: such a row is
 * added or removed, never changed.
 */
export function keyFields(table: string): readonly string[] {
  return Object.hasOwn(KEYS, table) ? (KEYS[table as TableId] ?? []) : [];
}

/** The text that names a row of the table, from its `contenu`. */
export function keyExpression(table: string): string {
  const fields = keyFields(table);
  // Field names come from the list above, never from a caller.
  return fields.length === 0
    ? `jsonb_strip_nulls(contenu)::text`
    : `concat_ws(' · ', ${fields.map((field) => `contenu->>'${field}'`).join(', ')})`;
}

/** How a row leads to the certifications it touches. */
export type Portee = 'codes' | 'niveau' | 'rncp' | 'mef' | 'inconnue';

/**
 * Rows with a CFD or a SISE code touch that certification; a level touches every CFD that begins with it; a fiche of
 * the RNCP those that the passages and kits in service give its code; a MEF that of its diploma. The others (types of
 * SISE diplomas, groups, establishments) touch certifications that no field of theirs names.
 */
const PORTEES: { readonly [Table in TableId]?: Portee } = {
  n_niveau_formation_diplome: 'niveau',
  rncp_fiche: 'rncp',
  rncp_remplacement: 'rncp',
  n_lien_mef_famille_metier: 'mef',
  n_formation_diplome: 'codes',
  v_formation_diplome: 'codes',
  enquete_51: 'codes',
  n_mef: 'codes',
  n_lien_formation_groupe: 'codes',
  n_diplome_sise: 'codes',
  cfd_sise: 'codes',
  onisep_passage: 'codes',
  certif_info: 'codes',
  ideo_fiche: 'codes',
  ideo_formation_initiale: 'codes',
  kit_apprentissage: 'codes',
  famille_metiers: 'codes',
  catalogue_apprentissage: 'codes',
  encodage_manuel: 'codes',
  inserjeunes: 'codes',
  inserjeunes_etablissement: 'codes',
  insersup: 'codes',
  insersup_open_data: 'codes',
  sies_passage: 'codes',
  sies_reussite: 'codes',
};

export function porteeOf(table: string): Portee {
  return Object.hasOwn(PORTEES, table) ? (PORTEES[table as TableId] ?? 'inconnue') : 'inconnue';
}
