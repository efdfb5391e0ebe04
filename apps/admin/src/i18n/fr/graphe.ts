/** Words of the concordance graph. */
export const graphe = {
  titre: 'Graphe de concordance',
  erreur: 'Le graphe n’a pas pu être lu.',
  place: 'Place',
  quoi: 'Certification ou code',
  validite: 'Validité',
  source: 'Source',
  autres: 'Mène aussi à',
  elle: 'Cette certification',
  predecesseur: 'Prédécesseur |||| Prédécesseur (%{n} générations)',
  successeur: 'Successeur |||| Successeur (%{n} générations)',
  continuite: 'BCN : continuité des diplômes',
};
