/** What the list bench asks of each page of the back office: first page, deep page, main filter, search. */
const query = (path, filter, more = '') =>
  `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}${more}`;
const DEEP = '&page=2000';

const test = (champ, operateur, valeur = null) => ({ type: 'test', champ, operateur, valeur });
const et = (...conditions) => ({ type: 'et', conditions });
const ou = (...conditions) => ({ type: 'ou', conditions });

/** What people compose on the list of formations: on the catalogue's words, on the answer, on both. */
const CONDITIONS = {
  'à vérifier et confiance > 0,5': et(
    test('statut', 'egal', 'a_verifier'),
    test('confiance', 'superieur', 0.5),
  ),
  'un motif ou un autre': ou(test('motifs', 'contient', 'AMBIGU'), test('motifs', 'contient', 'CODE_PERIME')),
  'famille et académies': et(test('famille', 'egal', 'BUT'), test('academie', 'parmi', ['09', '10'])),
  'libellé ou spécialité': ou(
    test('libelle', 'contient', 'gestion'),
    test('specialite', 'contient', 'gestion'),
  ),
  'voie et niveau, ou capacité': ou(
    et(test('voie', 'egal', 'apprentissage'), test('niveau', 'superieur_ou_egal', 5)),
    test('capacite', 'superieur_ou_egal', 40),
  ),
  'certification et périmètre': et(
    test('certification', 'commence_par', 'CFD:3'),
    test('perimetre', 'egal', 'dans'),
  ),
  'sans certification, peu de places': et(test('certification', 'vide'), test('capacite', 'inferieur', 30)),
  'non couverte et sans décision': et(
    test('couverture', 'different', 'Couvert'),
    test('decision', 'different', 'humaine'),
  ),
  'établissement et commune': et(
    test('etablissement', 'contient', 'etablissement 42'),
    test('commune', 'contient', 'ville 2'),
  ),
  'une UAI': et(test('uai', 'egal', '0004242A')),
  'sans code, beaucoup de vœux': et(
    test('cfd', 'vide'),
    test('mef', 'vide'),
    test('voeux', 'superieur', 500),
  ),
  'tout sauf un type': et(test('typeDiplome', 'ne_contient_pas', 'licence')),
  'trois niveaux de groupes': ou(
    et(
      test('statut', 'egal', 'a_verifier'),
      ou(test('motifs', 'contient', 'AMBIGU'), test('confiance', 'inferieur', 0.3)),
    ),
    et(
      test('statut', 'egal', 'sans_correspondance'),
      ou(test('specialite', 'contient', 'commerce'), test('voeux', 'superieur', 800)),
    ),
  ),
};

/** @returns {Record<string, string>} addresses by name */
export function listesDeRevue(campagneId, instantaneId) {
  const waiting = { campagneId, statut: 'a_traiter' };
  const conditions = Object.entries(CONDITIONS).map(([name, condition]) => [
    `formations, condition : ${name}`,
    query('/formations', { campagneId, condition }),
  ]);
  return {
    ...Object.fromEntries(conditions),
    'revues, première page': query('/revues', waiting),
    'revues, page 2 000': query('/revues', waiting, DEEP),
    'revues, par libellé': query('/revues', waiting, '&sort=libelle&order=ASC'),
    'revues, par académie': query('/revues', { ...waiting, academie: 'Lille' }),
    'revues, par académie et motif': query('/revues', { ...waiting, academie: 'Lille', motif: 'AMBIGU' }),
    'revues, recherche de deux mots': query('/revues', { ...waiting, q: 'banc 4242' }),
    'revues, recherche fréquente': query('/revues', { ...waiting, q: 'banc' }),
    'revues, facettes': query('/revues/facettes', waiting),
    'revues, facettes d’une académie': query('/revues/facettes', { ...waiting, academie: 'Lille' }),
    'formations, première page': query('/formations', { campagneId }),
    'formations, page 2 000': query('/formations', { campagneId }, DEEP),
    'formations, toutes les campagnes': query('/formations', {}),
    'formations, à vérifier': query('/formations', { campagneId, statut: 'a_verifier' }),
    'formations, à vérifier, page 1 000': query(
      '/formations',
      { campagneId, statut: 'a_verifier' },
      '&page=1000',
    ),
    'formations, par académie': query('/formations', { campagneId, academie: 'Lille' }),
    'formations, par motif': query('/formations', { campagneId, motif: 'AMBIGU' }),
    'formations, par périmètre': query('/formations', { campagneId, perimetre: 'dans' }),
    'formations, par couverture': query('/formations', {
      campagneId,
      raisonCouverture: 'Non couvert - UAI Inconnu',
    }),
    'formations, par libellé': query('/formations', { campagneId }, '&sort=libelle'),
    'formations, par confiance': query('/formations', { campagneId }, '&sort=confiance'),
    'formations, recherche de deux mots': query('/formations', { campagneId, q: 'banc 4242' }),
    'formations, recherche fréquente': query('/formations', { campagneId, q: 'banc' }),
    'formations, facettes': `/formations/facettes?campagneId=${campagneId}`,
    'établissements, première page': query('/etablissements', {}),
    'établissements, page 2 000': query('/etablissements', {}, DEEP),
    'établissements, par académie': query('/etablissements', { academie: 'Lyon' }),
    'établissements, par nombre': query('/etablissements', {}, '&sort=nbFormations&order=DESC'),
    'établissements, recherche': query('/etablissements', { q: 'lycee 4242' }),
    'alertes, première page': query('/alertes', { campagneId }),
    'alertes, page 200': query('/alertes', { campagneId }, '&page=200'),
    'alertes, par type': query('/alertes', { campagneId, type: 'UAI_FERMEE' }),
    'alertes, recherche': query('/alertes', { campagneId, q: '4242' }),
    'lignes refusées, première page': query('/lignes-refusees', { instantaneId }),
    'lignes refusées, page 2 000': query('/lignes-refusees', { instantaneId }, DEEP),
    'lignes refusées, toutes': query('/lignes-refusees', {}),
    'journal, première page': query('/journal', {}),
    'journal, page 2 000': query('/journal', {}, DEEP),
    'journal, par date': query('/journal', {}, '&sort=creeLe&order=DESC'),
    'journal, par type': query('/journal', { type: 'decision_prise' }),
    'imports, première page': query('/imports', {}),
    'imports, page 2 000': query('/imports', {}, DEEP),
    'instantanés, première page': query('/instantanes', {}),
    'instantanés, page 2 000': query('/instantanes', {}, DEEP),
    'instantanés, par table': query('/instantanes', { table: 'n_mef' }),
    'exports, première page': query('/exports', {}),
    'exports, page 2 000': query('/exports', {}, DEEP),
    'exports, par campagne': query('/exports', { campagneId }),
    campagnes: query('/campagnes', {}),
    exécutions: query('/executions', {}),
    'certifications, recherche': '/certifications?q=boulanger',
    'tableau de bord': `/tableau-de-bord?campagneId=${campagneId}`,
  };
}
