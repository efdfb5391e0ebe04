/**
 * Invented establishments: name;type;town;INSEE code;postal code;académie. Towns and people do not exist; the
 * département and the académie do, and go together. UAI and SIRET carry valid keys (see index.js --verifier).
 *
 * Types: L lycée, LP lycée professionnel, A lycée agricole, C CFA, CA CFA agricole, I IUT, U université,
 * E private school, S institute of health and social work.
 */
import { siretDepuis, uaiDepuis } from './noyau/cles.js';

const LIGNES = `
Lycée Adèle-Montferrand;L;Montreval-sur-Aure;54902;54190;Nancy-Metz
Lycée polyvalent Honoré-Lacaze;L;Saint-Aubin-les-Forges;57903;57290;Nancy-Metz
Lycée technologique Irène-Vautier;L;Ormelle;88904;88190;Nancy-Metz
Lycée Suzanne-Delorme;L;Valmorey;67905;67390;Strasbourg
Lycée polyvalent Théophile-Wencker;L;Hohenfeld;68906;68290;Strasbourg
Lycée Marceline-Aubry;L;Pont-Saint-Éloi;25907;25390;Besançon
Lycée Hector-Bonnaure;L;Villedieu-le-Lac;21908;21290;Dijon
Lycée polyvalent Camille-Fresnoy;L;Brévannes-le-Comte;71909;71390;Dijon
Lycée Paul-Évrard;L;Castelmauroux;31910;31390;Toulouse
Lycée polyvalent Louise-Cazals;L;Rocamaure;82911;82290;Toulouse
Lycée Germaine-Rouquette;L;Saint-Thibéry-des-Mas;34912;34390;Montpellier
Lycée Aristide-Combes;L;Lauzet-les-Bains;11913;11290;Montpellier
Lycée Élise-Garcin;L;Peyrolane;13914;13190;Aix-Marseille
Lycée polyvalent Barthélemy-Roux;L;Montclar-le-Haut;84915;84290;Aix-Marseille
Lycée Angèle-Pastorelli;L;Villeroche-sur-Mer;06916;06390;Nice
Lycée Mathilde-Berthet;L;Saint-Jorioz-le-Vieux;74917;74190;Grenoble
Lycée polyvalent Ernest-Chavanel;L;La Tour-du-Rhin;38918;38290;Grenoble
Lycée Antoinette-Perrachon;L;Mornantaine;69919;69390;Lyon
Lycée Joseph-Delaigue;L;Ambérieux-le-Bas;01920;01190;Lyon
Lycée Rose-Vialatte;L;Puy-Chavanon;63921;63290;Clermont-Ferrand
Lycée Clément-Lavergne;L;Saint-Priest-la-Roche;87922;87190;Limoges
Lycée Noémie-Duhart;L;Labastide-d'Adour;64923;64290;Bordeaux
Lycée polyvalent Étienne-Sorbier;L;Créon-les-Pins;33924;33490;Bordeaux
Lycée Blanche-Guérinet;L;Châteauvert;86925;86190;Poitiers
Lycée Augustin-Hervouet;L;La Chapelle-Rigolière;44926;44290;Nantes
Lycée polyvalent Madeleine-Coutant;L;Saint-Gildas-l'Erdre;85927;85290;Nantes
Lycée Yves-Le Bihanic;L;Plouvenez;29928;29390;Rennes
Lycée Anna-Kerdoncuff;L;Lannédern;22929;22290;Rennes
Lycée Geneviève-Malherbault;L;Argentelles;61930;61190;Normandie
Lycée polyvalent Robert-Vasseur;L;Yvecourt;76931;76290;Normandie
Lycée Célestine-Hennebel;L;Wargnies-les-Moulins;59932;59290;Lille
Lycée polyvalent Émile-Dewavrin;L;Hersin-la-Fosse;62933;62290;Lille
Lycée Pauline-Tellier;L;Crèvecourt;80934;80190;Amiens
Lycée Gustave-Lambinet;L;Rethelois-sur-Suippe;51935;51190;Reims
Lycée Jeanne-Brossard;L;Les Essarts-le-Comte;78936;78290;Versailles
Lycée polyvalent Armand-Cheviré;L;Moulineau;91937;91290;Versailles
Lycée Colette-Sanvoisin;L;Champigneulles-sur-Marne;94938;94190;Créteil
Lycée Marius-Bellevaux;L;Noisemont;77939;77290;Créteil
Lycée des métiers Clémence-Arnoux;L;Paris;75120;75020;Paris
Lycée Fulbert-Dorangeon;L;Saint-Benoît-du-Val;45940;45290;Orléans-Tours
Lycée professionnel Lucie-Baudrant;LP;Ormelle;88904;88190;Nancy-Metz
Lycée professionnel Jean-Cadoret;LP;Plouvenez;29928;29390;Rennes
Lycée professionnel Solange-Mirande;LP;Castelmauroux;31910;31390;Toulouse
Lycée professionnel Denis-Wattrelin;LP;Hersin-la-Fosse;62933;62290;Lille
Lycée professionnel Odette-Ravaud;LP;Moulineau;91937;91290;Versailles
Lycée professionnel Victor-Sarrazac;LP;Créon-les-Pins;33924;33490;Bordeaux
Lycée professionnel Ida-Monteillet;LP;Montclar-le-Haut;84915;84290;Aix-Marseille
Lycée agricole du Val d'Ormelle;A;Ormelle;88904;88190;Nancy-Metz
Lycée agricole Les Hautes Terres;A;Puy-Chavanon;63921;63290;Clermont-Ferrand
Lycée viticole de Créon-les-Pins;A;Créon-les-Pins;33924;33490;Bordeaux
Lycée horticole et du paysage de l'Erdre;A;Saint-Gildas-l'Erdre;85927;85290;Nantes
Lycée agricole Château-Robillard;A;Argentelles;61930;61190;Normandie
CFA des métiers du Val d'Ormelle;C;Ormelle;88904;88190;Nancy-Metz
CFA du bâtiment de Rocamaure;C;Rocamaure;82911;82290;Toulouse
CFA de l'industrie de la Tour-du-Rhin;C;La Tour-du-Rhin;38918;38290;Grenoble
CFA des métiers de bouche de Mornantaine;C;Mornantaine;69919;69390;Lyon
CFA commerce et services de l'Erdre;C;La Chapelle-Rigolière;44926;44290;Nantes
CFA interprofessionnel de Crèvecourt;C;Crèvecourt;80934;80190;Amiens
Campus des métiers de Noisemont;C;Noisemont;77939;77290;Créteil
CFA de la mobilité de Villedieu;C;Villedieu-le-Lac;21908;21290;Dijon
CFA agricole des Hautes Terres;CA;Puy-Chavanon;63921;63290;Clermont-Ferrand
CFA agricole et viticole de Créon;CA;Créon-les-Pins;33924;33490;Bordeaux
CFPPA de l'Erdre;CA;Saint-Gildas-l'Erdre;85927;85290;Nantes
I.U.T de Montreval;I;Montreval-sur-Aure;54902;54190;Nancy-Metz
I.U.T de Castelmauroux;I;Castelmauroux;31910;31390;Toulouse
Université de Montreval;U;Montreval-sur-Aure;54902;54190;Nancy-Metz
Université de Châteauvert;U;Châteauvert;86925;86190;Poitiers
Institut catholique de Brévannes;U;Brévannes-le-Comte;71909;71390;Dijon
Institut Valois;E;Les Essarts-le-Comte;78936;78290;Versailles
École numérique de Montreval;E;Montreval-sur-Aure;54902;54190;Nancy-Metz
Groupe Campus d'Ormelle;E;Ormelle;88904;88190;Nancy-Metz
Institut régional du travail social de l'Aure;S;Montreval-sur-Aure;54902;54190;Nancy-Metz
IFSI du centre hospitalier de Mornantaine;S;Mornantaine;69919;69390;Lyon
CFA de la restauration de Villeroche;C;Villeroche-sur-Mer;06916;06390;Nice
Campus des métiers d'Ambérieux;C;Ambérieux-le-Bas;01920;01190;Lyon
`;

/**
 * @typedef {object} Etablissement
 * @property {string} nom
 * @property {string} type
 * @property {string} commune
 * @property {string} insee
 * @property {string} codePostal
 * @property {string} academie
 * @property {string} uai
 * @property {string} siret
 */

/** @type {readonly Etablissement[]} */
export const ETABLISSEMENTS = LIGNES.split('\n')
  .filter((ligne) => ligne !== '')
  .map((ligne, rang) => {
    const [nom, type, commune, insee, codePostal, academie] = ligne.split(';');
    return {
      nom,
      type,
      commune,
      insee,
      codePostal,
      academie,
      uai: uaiDepuis(`0${insee.slice(0, 2)}${9100 + rang * 7}`),
      siret: siretDepuis(String(99410000 + rang * 137), 1),
    };
  });

/**
 * Overseas, where the national sources follow hardly anybody: apart from the others, which are drawn from, so that the
 * draws hold.
 *
 * @type {readonly Etablissement[]}
 */
export const OUTRE_MER = [
  {
    nom: 'Lycée Zaïna-Combo',
    type: 'L',
    commune: 'Mtsapéré-le-Neuf',
    insee: '97690',
    codePostal: '97690',
    academie: 'Mayotte',
    uai: uaiDepuis('9769100'),
    siret: siretDepuis('99430000', 1),
  },
];

const PAR_NOM = new Map([...ETABLISSEMENTS, ...OUTRE_MER].map((e) => [e.nom, e]));

/** @param {string} nom @returns {Etablissement} */
export function etablissement(nom) {
  const trouve = PAR_NOM.get(nom);
  if (trouve === undefined) throw new Error(`établissement inconnu : ${nom}`);
  return trouve;
}

/** @param {...string} types @returns {readonly Etablissement[]} */
export function etablissementsDeType(...types) {
  return ETABLISSEMENTS.filter((e) => types.includes(e.type));
}
