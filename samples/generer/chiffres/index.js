import { tableCsv } from '../noyau/csv.js';
import { INSERJEUNES, INSERSUP, PASSAGE, REUSSITE } from './lignes.js';
import { lignesOrdinaires } from './ordinaires.js';

const lignesDe = (texte) =>
  texte
    .split('\n')
    .filter((ligne) => ligne !== '')
    .map((ligne) => ligne.split(';'));

/** A measure as the service writes it: a number, or the text `nd`. */
const mesure = (cellule) => (cellule === 'nd' ? 'nd' : Number(cellule));

/** One answer a line, with what was asked beside it; an establishment and France answer JSON inside JSON. */
function inserJeunes(ordinaires) {
  const demandes = new Map();
  for (const [lieu, millesime, code, nb, emploi, etudes, autres] of lignesDe(INSERJEUNES + ordinaires.join('\n'))) {
    const cle = `${lieu} ${millesime}`;
    const apprentissage = code.length === 8;
    const mesures = [
      ['nb_annee_term', nb],
      ['nb_en_emploi_6_mois', emploi],
      ['nb_poursuite_etudes', etudes],
      ...(autres === '' ? [] : autres.split(',').map((paire) => paire.split('='))),
    ].filter(([, valeur]) => valeur !== '');
    const donnees = demandes.get(cle) ?? { lieu, millesime, data: [] };
    for (const [id_mesure, valeur] of mesures) {
      donnees.data.push({
        id_mesure,
        valeur_mesure: mesure(valeur),
        filiere: apprentissage ? 'apprentissage' : 'voie_pro_sco_educ_nat',
        dimensions: [apprentissage ? { id_formation_apprentissage: code } : { id_mefstat11: code }],
      });
    }
    demandes.set(cle, donnees);
  }
  return `${[...demandes.values()].map(ligneInserJeunes).join('\n')}\n`;
}

function ligneInserJeunes({ lieu, millesime, data }) {
  // The whole of the place: not a formation, and never taken for one.
  const ensemble = { id_mesure: 'taux_emploi_6_mois', valeur_mesure: 60, dimensions: [{ ensemble: 'ensemble' }] };
  const reponse = { metadata: { liste_mesures: [] }, data: [...data, ensemble] };
  if (lieu === 'F') return JSON.stringify({ france: true, millesime, reponse: JSON.stringify(reponse) });
  const territoire = { D: 'departement', A: 'academie', R: 'region' }[lieu.charAt(0)];
  if (territoire !== undefined) return JSON.stringify({ [territoire]: lieu.slice(1), millesime, reponse });
  return JSON.stringify({ uai: lieu, millesime, reponse: JSON.stringify(reponse) });
}

const virgule = (nombre) => nombre.toFixed(1).replace('.', ',');

/** Every value is text, decimals have a comma. */
function insersup(ordinaires) {
  const results = lignesDe(INSERSUP + ordinaires.join('\n')).map(([etablissement, diplome, annee, sortants, poursuivants, emploi, discipline, salaire]) => {
    const total = Number(sortants) + Number(poursuivants);
    const taux = (nombre) => (nombre === 'nd' ? 'nd' : virgule((100 * Number(nombre)) / total));
    return {
      diplome,
      libelle_diplome: discipline.toUpperCase(),
      type_diplome_long: 'licence',
      etablissement,
      denomination_principale: 'Établissement inventé',
      domaine: 'DEG',
      discipline,
      secteur_disciplinaire: discipline.toUpperCase(),
      nb_inscrits: sortants === 'nd' ? 'nd' : String(total),
      nb_sortants: sortants,
      nb_poursuivants: poursuivants,
      taux_poursuivant: taux(poursuivants),
      annee_universitaire: annee,
      nb_in_dsn_6: emploi,
      taux_in_dsn_6: taux(emploi),
      salaire_q2_national_diplome_12: salaire,
    };
  });
  return `${JSON.stringify({ results }, null, 1)}\n`;
}

function sies(texte, taux) {
  return tableCsv(
    ['uai_principale', 'uai_composante', 'sise', 'annee', 'effectif_entrants', taux],
    lignesDe(texte).map(([uai_principale, uai_composante, sise, annee, valeur, effectif]) => ({
      uai_principale,
      uai_composante,
      sise,
      annee,
      effectif_entrants: effectif,
      [taux]: valeur,
    })),
  );
}

/** @returns {{chemin: string, encodage: string, texte: string}[]} every file of figures, in the format of its source */
export function fichiersDeChiffres() {
  const dans = (chemin, texte) => ({ chemin: `references/${chemin}`, encodage: 'utf-8', texte });
  const ordinaires = lignesOrdinaires();
  return [
    dans('inserjeunes/inserjeunes.ndjson', inserJeunes(ordinaires.inserjeunes)),
    dans('insersup/insersup.json', insersup(ordinaires.insersup)),
    dans('sies/taux_passage.csv', sies(PASSAGE, 'taux_de_passage')),
    dans('sies/taux_reussite.csv', sies(REUSSITE, 'taux_de_reussite')),
  ];
}
