import { readFileSync } from 'node:fs';
import { affelnet } from '../catalogues/affelnet.js';
import { apprentissage } from '../catalogues/apprentissage.js';
import { parcoursup } from '../catalogues/parcoursup.js';
import { CERTIFICATIONS, certification } from '../certifications/index.js';
import { ETABLISSEMENTS } from '../etablissements.js';
import { empreinte } from '../noyau/alea.js';
import { decoderCsv } from '../noyau/csv.js';
import { lignesMef } from '../references/bcn-mef.js';
import { annee } from '../references/dates.js';
import { INSERJEUNES, INSERSUP } from './lignes.js';

/**
 * Published figures of the ordinary rows, drawn once for good from the place and the code: most rows have some, a part is
 * too small or withheld, a few have none, as in a real campaign. The rows of samples/cas-couverture.csv are written by
 * hand, lines and expectations: nothing is drawn where one of them looks.
 */

/** The last year that the sample's figures count. */
const DERNIERE_ANNEE = 2024;
const MILLESIME = '2023_2024';

/** Places that a case reaches through something else than its own row: its mères, or the place of its SIRET. */
const ATTEINTS = {
  43395: ['0749205D'],
  43226: ['0699219W'],
  45041: ['0749205D', '0389212G'],
  41557: ['0749205D', '0699219W'],
  46503: ['0069611P', '0019618Z'],
};

const CFD_DU_MEF = new Map(CERTIFICATIONS.flatMap((c) => lignesMef(c).map((mef) => [mef.MEF, c.cfd])));
const UAI_DU_SIRET = new Map(ETABLISSEMENTS.map((e) => [e.siret, e.uai]));

const COLONNES_UAI = {
  parcoursup: ['UAI_COMPOSANTE', 'UAI_AFF', 'UAI_GES'],
  affelnet: ['UAI'],
  apprentissage: ['UAI localisation formation (ORESP) map fichier UAI-SIRET Onisep-CO'],
};
const COLONNES_SIRET = ['formateur_SIRET', 'CFA-OFA SIRET (ORESP)'];

/** Every row of the catalogues with its places, and what `cas.csv` expects of it. */
function lignesDesCatalogues() {
  return Object.entries({ parcoursup, affelnet, apprentissage }).flatMap(([catalogue, ecrire]) => {
    const { texte, cas } = ecrire();
    const lignes = decoderCsv(texte);
    return lignes.map((ligne, rang) => {
      const [, identifiant, regle, , attendue] = cas[rang];
      const uais = COLONNES_UAI[catalogue].flatMap((colonne) => ligne[colonne].trim().split(','));
      const duSiret = COLONNES_SIRET.flatMap((colonne) => UAI_DU_SIRET.get(ligne[colonne]) ?? []);
      const donnes = [(ligne['CODECFD'] ?? ligne['Code scolarité'] ?? '').padStart(8, '0')];
      const duMef = CFD_DU_MEF.get((ligne['CODEMEF'] ?? '').slice(0, 10));
      if (duMef !== undefined) donnes.push(duMef);
      const cfds = attendue.startsWith('CFD:') ? [attendue.slice('CFD:'.length), ...donnes] : donnes;
      const scolaire = catalogue === 'affelnet' || ligne['APPRENTISSAGEOUSCOLAIRE'] === 'Scolaire';
      const lieux = [...new Set([...uais, ...duSiret])].filter((uai) => uai !== '');
      return { catalogue, identifiant, regle, cfds, scolaire, lieux };
    });
  });
}

/** Diplomas that successions link, whatever their number: their figures may stand for each other's. */
function chaineDe(cfd) {
  const chaine = new Set([cfd]);
  for (const un of chaine) {
    for (const c of CERTIFICATIONS) {
      if ([c.cfd, ...c.anciens, ...c.nouveaux].includes(un)) {
        for (const lie of [c.cfd, ...c.anciens, ...c.nouveaux]) chaine.add(lie);
      }
    }
  }
  return chaine;
}

/** What no ordinary line may say: `place diploma`, of the cases and of the lines written by hand. */
function reserves(lignes) {
  const texte = readFileSync(new URL('../../cas-couverture.csv', import.meta.url), 'utf8');
  const desCas = new Set(decoderCsv(texte).map(({ catalogue, identifiant }) => `${catalogue} ${identifiant}`));
  return new Set(
    lignes
      .filter(({ catalogue, identifiant }) => desCas.has(`${catalogue} ${identifiant}`))
      .flatMap(({ identifiant, lieux, cfds }) =>
        [...lieux, ...(ATTEINTS[identifiant] ?? [])].flatMap((lieu) =>
          cfds.flatMap((cfd) => [...chaineDe(cfd)]).map((lie) => `${lieu} ${lie}`),
        ),
      ),
  );
}

/** The diploma whose pupils have been followed: itself, else the only one that it replaced; null for neither. */
function suivie(cfd) {
  const c = certification(cfd);
  const duree = Math.max(1, ...lignesMef(c).map((mef) => mef.DUREE_DISPOSITIF));
  const ancienne = c.anciens.length === 1 ? c.anciens[0] : null;
  if (annee(c.ouverture) + duree + 1 <= DERNIERE_ANNEE) return c;
  return ancienne === null ? null : certification(ancienne);
}

/** The code that InserJeunes files it under: the CFD of an apprentice, the MEFSTAT11 of a pupil's last year. */
function codePublie(c, scolaire) {
  if (!scolaire) return c.cfd;
  const terminale = lignesMef(c).find((mef) => mef.ANNEE_DISPOSITIF === mef.DUREE_DISPOSITIF && mef.DUREE_DISPOSITIF > 1);
  return terminale?.MEF_STAT_11 ?? null;
}

/** Counted, in employment, still studying; `nd` for what is withheld, null where nothing is published. */
function tirage(cle) {
  const dans = (sel, min, max) => min + (empreinte(`${sel} ${cle}`) % (max - min + 1));
  const sort = dans('sort', 0, 99);
  if (sort >= 90) return null;
  if (sort >= 82) return ['nd', 'nd', 'nd'];
  const nb = sort >= 62 ? dans('petit', 4, 19) : dans('grand', 20, 96);
  const emploi = Math.round((nb * dans('emploi', 25, 65)) / 100);
  const etudes = Math.round(((nb - emploi) * dans('etudes', 20, 80)) / 100);
  return [nb, emploi, etudes];
}

/** Agriculture and other ministries publish elsewhere. */
const AUTRES_MINISTERES = /^..[3A-Z]/;

/** @returns {{inserjeunes: string[], insersup: string[]}} lines as those of lignes.js */
export function lignesOrdinaires() {
  const lignes = lignesDesCatalogues();
  const reserve = reserves(lignes);
  const ecrites = [INSERJEUNES, INSERSUP].flatMap((bloc) => bloc.split('\n')).map((ligne) => ligne.split(';'));
  const vues = new Set(ecrites.map(([lieu, second, troisieme]) => `${lieu} ${/^\d{4}_/.test(second ?? '') ? troisieme : second}`));
  const sorties = { inserjeunes: [], insersup: [] };
  for (const { regle, cfds, scolaire, lieux } of lignes) {
    const [lieu] = lieux;
    const [cfd] = cfds;
    if (regle.startsWith('refus') || lieu === undefined || reserve.has(`${lieu} ${cfd}`)) continue;
    const c = CERTIFICATIONS.some((connue) => connue.cfd === cfd) ? suivie(cfd) : null;
    if (c === null || c.commune || AUTRES_MINISTERES.test(c.cfd)) continue;
    const code = c.sise === '' ? codePublie(c, scolaire) : c.sise;
    const cle = `${lieu} ${code}`;
    const nombres = code === null || vues.has(cle) ? null : tirage(cle);
    vues.add(cle);
    if (nombres === null) continue;
    const [nb, emploi, etudes] = nombres;
    if (c.sise === '') sorties.inserjeunes.push([lieu, MILLESIME, code, nb, emploi, etudes, ''].join(';'));
    else {
      const sortants = nb === 'nd' ? 'nd' : nb - etudes;
      sorties.insersup.push([lieu, code, '2022-2023*', sortants, etudes, emploi, c.libelle.replaceAll(';', ','), 'nd'].join(';'));
    }
  }
  return sorties;
}
