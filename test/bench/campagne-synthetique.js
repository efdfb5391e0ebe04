// A campaign as large as those of Parcoursup, with figures to match, drawn with a fixed seed: the same bytes everywhere.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { uaiDepuis } from '../../samples/generer/noyau/cles.js';

const BCN = join(import.meta.dirname, '..', '..', 'samples', 'references', 'bcn-2026');
const SUITES = [
  '',
  ' - en apprentissage',
  ' - Entièrement en distanciel',
  ' - seconde année en apprentissage',
  ' - Parcours Marine Nationale',
  ' - UFA lycée des essais',
  ' - réservé aux Mises à Niveau',
  " - statut d'apprenti possible sur tout ou partie de la formation",
];

/** Mulberry32: small, fast and the same on every machine. @returns a draw in [0, 1) */
function tirages(graine) {
  let etat = graine;
  return () => {
    etat = (etat + 0x6d2b79f5) | 0;
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function table(nom, encodage) {
  const [entete, ...lignes] = readFileSync(join(BCN, nom), encodage)
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const colonnes = entete.split(';').map((colonne) => colonne.trim().toUpperCase());
  return lignes.map((ligne) => {
    const cellules = ligne.split(';');
    return Object.fromEntries(colonnes.map((colonne, index) => [colonne, (cellules[index] ?? '').trim()]));
  });
}

/** Diplomas of the samples that are taught at school, each with the MEFSTAT11 of its last year. */
function diplomes() {
  const mefstat11 = new Map();
  for (const mef of table('n_mef.csv', 'utf8')) {
    if (mef.DUREE_DISPOSITIF === mef.ANNEE_DISPOSITIF && mef.MEF_STAT_11 !== '')
      mefstat11.set(mef.FORMATION_DIPLOME, mef.MEF_STAT_11);
  }
  return table('n_formation_diplome.csv', 'latin1')
    .map((diplome) => ({
      cfd: diplome.FORMATION_DIPLOME,
      libelle: diplome.LIBELLE_LONG_200,
      mefstat11: mefstat11.get(diplome.FORMATION_DIPLOME),
    }))
    .filter(({ mefstat11: code }) => code !== undefined);
}

/**
 * @param {{formations: number, indicateurs: number}} taille
 * @returns {{catalogue: string, inserjeunes: string, compte: {formations: number, indicateurs: number, uai: number}}}
 *   a catalogue with free columns, and the answers of InserJeunes for its establishments
 */
export function campagneSynthetique({ formations, indicateurs }) {
  const tirer = tirages(20_260_901);
  const choisir = (liste) => liste[Math.floor(tirer() * liste.length)];
  const pool = diplomes();
  const parEtablissement = 30;
  const etablissements = Array.from({ length: Math.ceil(indicateurs / parEtablissement) }, (_, rang) => ({
    uai: uaiDepuis(`069${String(1_000 + rang).padStart(4, '0')}`),
    offre: Array.from({ length: parEtablissement }, () => ({
      ...choisir(pool),
      voie: tirer() < 0.4 ? 'apprentissage' : 'scolaire',
    })),
  }));
  const reponses = [];
  let publies = 0;
  for (const { uai, offre } of etablissements) {
    const data = [];
    const codes = new Set();
    for (const { cfd, mefstat11, voie } of offre) {
      const code = voie === 'apprentissage' ? cfd : mefstat11;
      if (codes.has(code)) continue;
      codes.add(code);
      publies += 1;
      const nb = 5 + Math.floor(tirer() * 90);
      const emploi = Math.floor(nb * tirer());
      const mesures = {
        nb_annee_term: nb,
        nb_en_emploi_6_mois: emploi,
        nb_poursuite_etudes: Math.floor((nb - emploi) * tirer()),
      };
      for (const [id_mesure, valeur_mesure] of Object.entries(mesures)) {
        data.push({
          id_mesure,
          valeur_mesure,
          filiere: voie === 'apprentissage' ? 'apprentissage' : 'voie_pro_sco_educ_nat',
          dimensions: [
            voie === 'apprentissage' ? { id_formation_apprentissage: code } : { id_mefstat11: code },
          ],
        });
      }
    }
    reponses.push(JSON.stringify({ uai, millesime: '2023_2024', reponse: { metadata: {}, data } }));
  }
  const lignes = ['id;libelle_formation;libelle_specialite;voie;uai;academie;code_cfd'];
  for (let rang = 0; rang < formations; rang += 1) {
    const { uai, offre } = choisir(etablissements);
    // Two rows in three are of what the establishment publishes; one in five gives no code.
    const { cfd, libelle, voie } = tirer() < 0.67 ? choisir(offre) : { ...choisir(pool), voie: 'scolaire' };
    const code = tirer() < 0.8 ? cfd : '';
    const cellule = `"${(libelle + choisir(SUITES)).replaceAll('"', '""')}"`;
    lignes.push(`S${rang};${cellule};;${voie};${uai};Lyon;${code}`);
  }
  return {
    catalogue: `${lignes.join('\n')}\n`,
    inserjeunes: `${reponses.join('\n')}\n`,
    compte: { formations, indicateurs: publies, uai: etablissements.length },
  };
}
