import { acceFille, acceMere, acceUai } from './acce.js';
import { engagements, entreesSorties, offre, usagers } from './cpf.js';
import { catalogueApprentissage, listePublique, quiforme } from './organismes.js';

/** @returns {{chemin: string, encodage: string, texte: string}[]} what is known of the establishments, and the CPF */
export function fichiersDesEtablissements() {
  return [
    { chemin: 'references/acce/ACCE_UAI.csv', encodage: 'iso-8859-1', texte: acceUai() },
    { chemin: 'references/acce/ACCE_UAI_MERE.csv', encodage: 'iso-8859-1', texte: acceMere() },
    { chemin: 'references/acce/ACCE_UAI_FILLE.csv', encodage: 'iso-8859-1', texte: acceFille() },
    { chemin: 'references/quiforme/quiforme.ndjson', encodage: 'utf-8', texte: quiforme() },
    { chemin: 'references/organismes-formation/lpof.csv', encodage: 'utf-8', texte: listePublique() },
    {
      chemin: 'references/catalogue-apprentissage/formations.json',
      encodage: 'utf-8',
      texte: catalogueApprentissage(),
    },
    { chemin: 'references/cpf/moncompteformation_catalogueformation.csv', encodage: 'utf-8', texte: offre() },
    { chemin: 'references/cpf/entree_sortie_formation.csv', encodage: 'utf-8', texte: entreesSorties() },
    { chemin: 'references/cpf/moncompteformation_formations_engagees.csv', encodage: 'utf-8', texte: engagements() },
    { chemin: 'references/cpf/moncompteformation-les-usagers.csv', encodage: 'utf-8', texte: usagers() },
  ];
}
