/**
 * Reviewed data: words that listings and nomenclatures use for one thing, and that neither stem nor radical brings
 * together. Each line is a set of words near one another, none of which replaces another: a label that holds the very
 * word answers better. Read in the trade names of Carif-Oref's offers beside the labels of the BCN.
 */
const ENSEMBLES: readonly string[] = [
  'receptionniste reception accueil',
  'digital digitale digitales numerique numeriques',
  'retail distribution',
  'supply chain logistique',
  'web internet webdesign webdesigner webmarketing',
  'paie paye',
  'maraichage maraicher legumiere legumier legumes',
  'horticulture maraichage',
  'parcs jardins paysage paysager paysagiste',
  'automobile automobiles voiture voitures vehicule vehicules',
  'moto motos motocycle motocycles',
  'cheval chevaux equin equine hippique equestre equestres equitation',
  'vin vins viticole vitivinicole oenologie',
  'foret forets forestier forestiere bucheron bucheronnage',
  'froid frigoriste frigorifique',
  'climatisation climatique climaticien',
  'chauffage chauffagiste thermique',
  'plomberie plombier sanitaire',
  'hotel hotellerie hotelier',
  'bar barman',
  'cafe bar brasserie',
  'entrepreneur entrepreneuriat entreprenariat',
  'telecoms telecommunications telecom',
  'international internationale export',
  'enfance enfant enfants puericulture',
  'agriculture agricole agricoles exploitant',
  'photo photographie photographe',
  'poney equitation',
];

/** The words near each word of the lexicon. */
export const SYNONYMES: ReadonlyMap<string, readonly string[]> = near();

function near(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const words of ENSEMBLES.map((line) => line.split(' '))) {
    for (const word of words) {
      const others = found.get(word) ?? [];
      found.set(word, [...others, ...words.filter((other) => other !== word)]);
    }
  }
  return found;
}
