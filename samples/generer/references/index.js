import { certification } from '../certifications/index.js';
import { enquete51, nFormationDiplome, nFormationDiplomeAncien, vFormationDiplome } from './bcn-diplomes.js';
import { nMef, nMefAncien } from './bcn-mef.js';
import { nNiveauFormationDiplome } from './bcn-niveaux.js';
import { certifInfo, passageOnisep } from './certif-info.js';
import { nGroupeFormation, nLienFormationGroupe } from './groupes.js';
import { rncpFiches, rncpRemplacements } from './rncp.js';
import { nDiplomeSise, nTypeDiplomeSise } from './sise.js';

/** @returns {{chemin: string, encodage: string, texte: string}[]} every reference file, in the encoding of its source */
export function fichiersDeReference() {
  return [
    {
      chemin: 'references/bcn-2026/n_formation_diplome.csv',
      encodage: 'windows-1252',
      texte: nFormationDiplome(),
    },
    {
      chemin: 'references/bcn-2026/v_formation_diplome.csv',
      encodage: 'utf-8-bom',
      texte: vFormationDiplome(),
    },
    {
      chemin: 'references/bcn-2026/n_formation_diplome_enquete_51.csv',
      encodage: 'windows-1252',
      texte: enquete51(),
    },
    { chemin: 'references/bcn-2026/n_mef.csv', encodage: 'utf-8-bom', texte: nMef() },
    {
      chemin: 'references/bcn-2026/n_niveau_formation_diplome.csv',
      encodage: 'utf-8',
      texte: nNiveauFormationDiplome(),
    },
    {
      chemin: 'references/bcn-2026/n_groupe_formation.csv',
      encodage: 'utf-8-bom',
      texte: nGroupeFormation(),
    },
    {
      chemin: 'references/bcn-2026/n_lien_formation_groupe.csv',
      encodage: 'utf-8-bom',
      texte: nLienFormationGroupe(certification),
    },
    {
      chemin: 'references/bcn-2024-ancien/n_formation_diplome_ancien.csv',
      encodage: 'windows-1252',
      texte: nFormationDiplomeAncien(),
    },
    { chemin: 'references/bcn-2024-ancien/n_mef_ancien.csv', encodage: 'iso-8859-1', texte: nMefAncien() },
    { chemin: 'references/sise/n_diplome_sise.csv', encodage: 'iso-8859-1', texte: nDiplomeSise() },
    { chemin: 'references/sise/n_type_diplome_sise.csv', encodage: 'utf-8', texte: nTypeDiplomeSise() },
    { chemin: 'references/certif-info/certif_info.csv', encodage: 'utf-8', texte: certifInfo() },
    { chemin: 'references/onisep/table_passage.csv', encodage: 'utf-8', texte: passageOnisep() },
    { chemin: 'references/rncp/fiches.csv', encodage: 'utf-8', texte: rncpFiches() },
    { chemin: 'references/rncp/remplacements.csv', encodage: 'utf-8', texte: rncpRemplacements() },
  ];
}
