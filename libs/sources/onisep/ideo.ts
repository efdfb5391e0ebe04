import { z } from 'zod';
import { parseText } from '../core/cell-text.ts';
import { parseCfd, parseIdeo, parseRncp } from '../core/code-cell.ts';
import { anyCell, optionalCode, requiredLabel, textCell, yearCell } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';

/** Onisep gives the fiche RNCP as its page, at France compétences or at the site before it. */
function rncpOfUrl(url: string | null): string | null {
  const number = /\/recherche\/rncp\/(\d+)/i.exec(url ?? '')?.[1];
  return number === undefined ? null : parseRncp(number);
}

/** Idéo fiches: what Onisep says of each formation. `seen`: XML and flat CSV of 2024. */
export const ideoFiche = defineTable({
  id: 'ideo_fiche',
  source: 'onisep-ideo',
  libelle: 'Onisep — Idéo, fiches formations',
  kind: 'reference',
  layouts: [
    { requises: ['ideo_identifiant_formation', 'libelle_complet', 'niv_code'] },
    { requises: ['identifiant', 'libelle_complet', 'niv_code'] },
  ],
  revision: 'modification_date',
  autres: [
    'creation_date',
    'type_option',
    'attendus',
    'sous_tutelle',
    /^libelle_(?:generique|specifique)$/,
    /type_formation_libelle_court$/,
    /^(?:descriptif|nsf|niveau_etudes|nature_certificat|poursuites|metiers|publications|sources|formation|element_)/,
    /^sous_domaines_web\.sous_domaine_web\.id$/,
  ],
  schema: z.object({
    ideo_identifiant_formation: optionalCode(parseIdeo),
    identifiant: optionalCode(parseIdeo),
    code_scolarite: optionalCode(parseCfd),
    code_rncp: optionalCode(parseRncp),
    libelle_complet: requiredLabel,
    sigle: textCell,
    type_formation_sigle: textCell,
    'type_Formation.type_formation_sigle': textCell,
    type_formation_libelle: textCell,
    'type_Formation.type_formation_libelle': textCell,
    niv_code: textCell,
    niveau_certification: textCell,
    duree_formation: textCell,
    url: textCell,
    annee_premiere_session: yearCell,
    annee_derniere_session: yearCell,
    'sous_domaines_web.sous_domaine_web.libelle': anyCell,
  }),
  toRow: (cells) => ({
    ideo: cells.ideo_identifiant_formation ?? cells.identifiant,
    libelle: cells.libelle_complet,
    sigle: cells.sigle,
    typeSigle: cells.type_formation_sigle ?? cells['type_Formation.type_formation_sigle'],
    typeLibelle: cells.type_formation_libelle ?? cells['type_Formation.type_formation_libelle'],
    cfd: cells.code_scolarite,
    rncp: cells.code_rncp ?? rncpOfUrl(cells.url),
    niveau: cells.niv_code,
    niveauLibelle: cells.niveau_certification,
    duree: cells.duree_formation,
    tutelle: null,
    domaines: listOf(cells['sous_domaines_web.sous_domaine_web.libelle']),
    url: cells.url,
    premiereSession: cells.annee_premiere_session,
    derniereSession: cells.annee_derniere_session,
  }),
});

/**
 * Idéo, formations initiales. `seen`: dump of 2022. The dumps of later years name some columns otherwise
 * (`code_scolarite`, `url_et_id_onisep`): both names are known, the second ones as `seen` in open clients.
 */
export const ideoFormationInitiale = defineTable({
  id: 'ideo_formation_initiale',
  source: 'onisep-ideo',
  libelle: 'Onisep — Idéo, formations initiales',
  kind: 'reference',
  layouts: [
    { requises: ['libellé type formation', 'libellé formation principal', 'lien site onisep.fr'] },
    { requises: ['libelle_formation_principal', 'url_et_id_onisep'] },
  ],
  autres: ['code CNIS', 'code_nsf', 'niveau RNCP', 'code_niveau_rncp'],
  schema: z.object({
    'libellé formation principal': textCell,
    libelle_formation_principal: textCell,
    'sigle formation': textCell,
    sigle_formation: textCell,
    'sigle type formation': textCell,
    sigle_type_formation: textCell,
    'libellé type formation': textCell,
    libelle_type_formation: textCell,
    code_scolarite: optionalCode(parseCfd),
    'code RNCP': optionalCode(parseRncp),
    code_rncp: optionalCode(parseRncp),
    'libellé niveau RNCP': textCell,
    libelle_niveau_de_certification: textCell,
    durée: textCell,
    tutelle: textCell,
    'domaine/sous-domaine': anyCell,
    'domainesous-domaine': anyCell,
    'lien site onisep.fr': textCell,
    url_et_id_onisep: textCell,
  }),
  toRow: (cells, context) => {
    const libelle = cells['libellé formation principal'] ?? cells.libelle_formation_principal;
    if (libelle === null) {
      const old = context.has('lien site onisep.fr');
      const colonne = old ? 'libellé formation principal' : 'libelle_formation_principal';
      return { refus: { colonne, motif: 'LIBELLE_ABSENT', message: 'le libellé est absent' } };
    }
    const url = cells['lien site onisep.fr'] ?? cells.url_et_id_onisep;
    return {
      ideo: /FOR\.\d+/i.exec(url ?? '')?.[0].toUpperCase() ?? null,
      libelle,
      sigle: cells['sigle formation'] ?? cells.sigle_formation,
      typeSigle: cells['sigle type formation'] ?? cells.sigle_type_formation,
      typeLibelle: cells['libellé type formation'] ?? cells.libelle_type_formation,
      cfd: cells.code_scolarite,
      rncp: cells['code RNCP'] ?? cells.code_rncp,
      niveau: null,
      niveauLibelle: cells['libellé niveau RNCP'] ?? cells.libelle_niveau_de_certification,
      duree: cells.durée,
      tutelle: cells.tutelle === 'non renseigné' ? null : cells.tutelle,
      domaines: listOf(`${cells['domaine/sous-domaine']}|${cells['domainesous-domaine']}`),
      url,
      premiereSession: null,
      derniereSession: null,
    };
  },
});

function listOf(cell: string): string[] {
  return [...new Set(cell.split('|').map(parseText))].filter((text) => text !== null);
}
