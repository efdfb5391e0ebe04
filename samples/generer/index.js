/**
 * Writes the samples, or checks that they are what the generator makes.
 *
 *   node samples/generer/index.js             writes every file
 *   node samples/generer/index.js --verifier  compares in memory; exit code 1 when a file differs
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { affelnet } from './catalogues/affelnet.js';
import { apprentissage } from './catalogues/apprentissage.js';
import { generique } from './catalogues/generique.js';
import { parcoursup } from './catalogues/parcoursup.js';
import { fichiersDeChiffres } from './chiffres/index.js';
import { ETABLISSEMENTS, OUTRE_MER } from './etablissements.js';
import { fichiersDesEtablissements } from './etablissements/index.js';
import { siretValide, uaiValide } from './noyau/cles.js';
import { ligneCsv } from './noyau/csv.js';
import { encoder } from './noyau/encodages.js';
import { fichiersDeReference } from './references/index.js';

const RACINE = fileURLToPath(new URL('..', import.meta.url));
const RENTREE = '2026-09-01';
const CAMPAGNES = [
  ['Parcoursup 2026 (échantillon)', 'parcoursup'],
  ['Affelnet 2026 (échantillon)', 'affelnet'],
  ['Offre en apprentissage 2026 (échantillon)', 'apprentissage'],
];

/** Every file of the samples, by path. @returns {Map<string, Buffer>} */
export function fichiers() {
  const sorties = new Map();
  const references = [
    ...fichiersDeReference(),
    ...fichiersDesEtablissements(),
    ...fichiersDeChiffres(),
  ];
  for (const { chemin, encodage, texte } of references)
    sorties.set(chemin, encoder(texte, encodage));
  const catalogues = [
    ['parcoursup', parcoursup(), 'macintosh'],
    ['affelnet', affelnet(), 'macintosh'],
    ['apprentissage', apprentissage(), 'utf-8'],
    ['generique', generique(), 'utf-8'],
  ];
  const cas = [['catalogue', 'identifiant', 'cas', 'attendu_statut', 'attendu_certification', 'pourquoi']];
  for (const [nom, { texte, cas: casDuCatalogue }, encodage] of catalogues) {
    sorties.set(`catalogues/${nom}.csv`, encoder(texte, encodage));
    cas.push(...casDuCatalogue);
  }
  sorties.set('cas.csv', encoder(`${cas.map((ligne) => ligneCsv(ligne)).join('\n')}\n`, 'utf-8'));
  const campagne = {
    references: 'references',
    campagnes: CAMPAGNES.map(([nom, plateforme]) => ({
      nom,
      plateforme,
      rentree: RENTREE,
      catalogue: `catalogues/${plateforme}.csv`,
    })),
  };
  sorties.set('campagne.json', encoder(`${JSON.stringify(campagne, null, 2)}\n`, 'utf-8'));
  return sorties;
}

function verifierCles() {
  const tous = [...ETABLISSEMENTS, ...OUTRE_MER];
  const fautifs = tous.filter((e) => !uaiValide(e.uai) || !siretValide(e.siret));
  const doublons = tous.length - new Set(tous.map((e) => e.uai)).size;
  if (fautifs.length > 0 || doublons > 0)
    throw new Error(`établissements à clé fausse ou en double : ${fautifs.map((e) => e.nom).join(', ')}`);
}

function verifier() {
  const ecarts = [...fichiers()].filter(([chemin, octets]) => {
    const absolu = join(RACINE, chemin);
    return !existsSync(absolu) || !readFileSync(absolu).equals(octets);
  });
  for (const [chemin] of ecarts) console.error(`samples/${chemin} n'est pas celui que le générateur produit`);
  if (ecarts.length === 0) console.log('Les échantillons sont à jour.');
  return ecarts.length === 0;
}

function ecrire() {
  for (const [chemin, octets] of fichiers()) {
    const absolu = join(RACINE, chemin);
    mkdirSync(dirname(absolu), { recursive: true });
    writeFileSync(absolu, octets);
    console.log(`samples/${chemin} : ${octets.length} octets`);
  }
}

verifierCles();
if (process.argv.includes('--verifier')) process.exitCode = verifier() ? 0 : 1;
else ecrire();
