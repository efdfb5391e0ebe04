// A campaign as large as those of Parcoursup, with figures to match, drawn with a fixed seed: the same bytes everywhere.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { uaiDepuis } from '../../samples/generer/noyau/cles.js';

/** Where the diplomas of a campaign are drawn from: two tables of the BCN, with how they are encoded. */
export const BCN_EXEMPLES = {
  diplomes: ['samples/references/bcn-2026/n_formation_diplome.csv', 'latin1'],
  mefs: ['samples/references/bcn-2026/n_mef.csv', 'utf8'],
};
export const BCN_REELLE = {
  diplomes: ['reference/bcn-2025/bcn_2025_n_formation_diplome.csv', 'latin1'],
  mefs: ['reference/bcn-2025/bcn_2025_n_mef.csv', 'utf8'],
};

/** What platforms add to a label, the most frequent first: one row in twenty, then less and less. */
const SUITES = [
  ' - en apprentissage',
  ' - Entièrement en distanciel',
  ' - seconde année en apprentissage',
  ' - UFA lycée des essais',
  ' - réservé aux Mises à Niveau',
  " - statut d'apprenti possible sur tout ou partie de la formation",
  ' - Parcours Marine Nationale',
];
/** Département of the UAI, académie, region: a dozen, so that reports and regional figures have their axes. */
const LIEUX = [
  ['069', 'Lyon', '84'],
  ['059', 'Lille', '32'],
  ['075', 'Paris', '11'],
  ['013', 'Aix-Marseille', '93'],
  ['033', 'Bordeaux', '75'],
  ['031', 'Toulouse', '76'],
  ['044', 'Nantes', '52'],
  ['035', 'Rennes', '53'],
  ['067', 'Strasbourg', '44'],
  ['076', 'Normandie', '28'],
  ['038', 'Grenoble', '84'],
  ['045', 'Orléans-Tours', '24'],
];
/** Diplomas that a listing opens: the real ones name 180 to 925 of them, out of thousands. */
const OUVERTS = 900;
/** Pairs of code and vintage that an establishment publishes. */
const PAR_ETABLISSEMENT = 28;
const MILLESIMES = ['2022_2023', '2023_2024'];

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

function table(dossier, [nom, encodage]) {
  const [entete, ...lignes] = readFileSync(join(dossier, nom), encodage)
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const colonnes = entete.split(';').map((colonne) => colonne.trim().toUpperCase());
  return lignes.map((ligne) => {
    const cellules = ligne.split(';');
    return Object.fromEntries(colonnes.map((colonne, index) => [colonne, (cellules[index] ?? '').trim()]));
  });
}

/** Diplomas that are taught at school and not closed, each with the MEFSTAT11 of its last year. */
function diplomes(dossier, bcn) {
  const mefstat11 = new Map();
  for (const mef of table(dossier, bcn.mefs)) {
    if (mef.DUREE_DISPOSITIF === mef.ANNEE_DISPOSITIF && mef.MEF_STAT_11 !== '')
      mefstat11.set(mef.FORMATION_DIPLOME, mef.MEF_STAT_11);
  }
  return table(dossier, bcn.diplomes)
    .map((diplome) => ({
      cfd: diplome.FORMATION_DIPLOME,
      libelle: diplome.LIBELLE_LONG_200,
      mefstat11: mefstat11.get(diplome.FORMATION_DIPLOME),
      ferme: Number(diplome.DATE_FERMETURE.slice(-4) || 9999),
    }))
    .filter(({ mefstat11: code, ferme }) => code !== undefined && ferme > 2026);
}

/** Few diplomas are taught everywhere, many in a few places: one draw in fifty is the first one's, as in the real listings. */
function palmares(pool, tirer) {
  const melange = pool.map((diplome) => [tirer(), diplome]).sort(([a], [b]) => a - b);
  const ouverts = melange.slice(0, OUVERTS).map(([, diplome]) => diplome);
  const cumul = [];
  let total = 0;
  for (let rang = 0; rang < ouverts.length; rang += 1) cumul.push((total += 1 / (rang + 10)));
  return () => {
    const vise = tirer() * total;
    let [bas, haut] = [0, cumul.length - 1];
    while (bas < haut) {
      const milieu = (bas + haut) >> 1;
      if (cumul[milieu] < vise) bas = milieu + 1;
      else haut = milieu;
    }
    return ouverts[bas];
  };
}

/**
 * Labels, codes and establishments are spread as in the real listings: about one distinct row in four
 * (3,147 of 14,252 in Parcoursup's, 468 of 3,392 in Affelnet's), an establishment has 2 to 14 rows, four diplomas in five
 * come with their code.
 *
 * @param {{formations: number, indicateurs: number, dossier: string, bcn: typeof BCN_EXEMPLES}} taille
 * @returns {{catalogue: string, inserjeunes: string, corrige: string,
 *   compte: {formations: number, indicateurs: number, uai: number}}}
 *   a catalogue with free columns, the answers of InserJeunes for its establishments, its regions and France, and those
 *   that are corrected afterwards, for one establishment in a hundred
 */
export function campagneSynthetique({ formations, indicateurs, dossier, bcn }) {
  const tirer = tirages(20_260_901);
  const choisir = (liste) => liste[Math.floor(tirer() * liste.length)];
  const diplome = palmares(diplomes(dossier, bcn), tirer);
  const offert = () => ({ ...diplome(), voie: tirer() < 0.4 ? 'apprentissage' : 'scolaire' });
  const etablissements = Array.from({ length: Math.ceil(indicateurs / PAR_ETABLISSEMENT) }, (_, rang) => {
    const [departement, academie] = LIEUX[rang % LIEUX.length];
    const offre = Array.from({ length: PAR_ETABLISSEMENT / MILLESIMES.length }, offert);
    return { uai: uaiDepuis(`${departement}${String(1_000 + rang).padStart(4, '0')}`), academie, offre };
  });
  let publies = 0;
  const reponse = (lieu, millesime, offre) => {
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
    return JSON.stringify({ ...lieu, millesime, reponse: { metadata: {}, data } });
  };
  const reponses = MILLESIMES.flatMap((millesime) =>
    etablissements.map(({ uai, offre }) => reponse({ uai }, millesime, offre)),
  );
  const regions = [...new Set(LIEUX.map(([, , region]) => region))];
  for (const lieu of [...regions.map((region) => ({ region })), { france: true }])
    reponses.push(reponse(lieu, MILLESIMES[1], Array.from({ length: 400 }, offert)));
  const indicateursPublies = publies;
  const corrige = etablissements
    .filter((_, rang) => rang % 100 === 0)
    .map(({ uai, offre }) => reponse({ uai }, MILLESIMES[1], offre));

  const mots = [
    ...new Set(Array.from({ length: 400 }, diplome).flatMap(({ libelle }) => libelle.split(/\W+/))),
  ];
  const precision = () => {
    const part = tirer();
    if (part < 0.75) return '';
    if (part < 0.9) return SUITES[Math.floor(tirer() ** 2 * SUITES.length)];
    return ` - parcours ${choisir(mots)} et ${choisir(mots)}`.toLowerCase();
  };
  const lignes = [
    'id;libelle_formation;libelle_specialite;voie;uai;academie;capacite;code_cfd;code_mefstat11',
  ];
  for (let rang = 0; rang < formations; rang += 1) {
    const { uai, academie, offre } = choisir(etablissements);
    // Two rows in three are of what the establishment publishes.
    const { cfd, mefstat11, libelle, voie } = tirer() < 0.67 ? choisir(offre) : offert();
    const cellule = `"${(libelle + precision()).replaceAll('"', '""')}"`;
    const codes = Number(cfd) % 5 === 0 ? ';' : voie === 'apprentissage' ? `${cfd};` : `;${mefstat11}`;
    lignes.push(`S${rang};${cellule};;${voie};${uai};${academie};${10 + (rang % 40)};${codes}`);
  }
  return {
    catalogue: `${lignes.join('\n')}\n`,
    inserjeunes: `${reponses.join('\n')}\n`,
    corrige: `${corrige.join('\n')}\n`,
    compte: { formations, indicateurs: indicateursPublies, uai: etablissements.length },
  };
}
