import { certification } from '../certifications/index.js';
import { lignesMef } from '../references/bcn-mef.js';

/** First-year MEF of a diploma, the one Parcoursup gives. @param {string} cfd */
export function mefDe(cfd) {
  return String(lignesMef(certification(cfd))[0]?.MEF ?? '');
}

const LECTURES = {
  m: ['mef', mefDe],
  c: ['cfd', (cfd) => cfd],
  s: ['sise', (sise) => sise],
  r: ['rncp', (cfd) => certification(cfd).rncp],
  i: ['ideo', (cfd) => certification(cfd).ideo],
};

/**
 * Reads the codes column of a hard row (see parcoursup-cas.js); several RNCP or Idéo make a list.
 *
 * @param {string} texte
 * @returns {{codes: Record<string, string>, uai: string | null}}
 */
export function lireCodes(texte) {
  const codes = {};
  let uai = null;
  for (const jeton of texte === '-' ? [] : texte.split(' ')) {
    const [, genre, marque, valeur] = /^(\w+)([:!])(.+)$/.exec(jeton);
    if (genre === 'uai') {
      uai = valeur;
      continue;
    }
    const [champ, lire] = LECTURES[genre];
    const code = marque === '!' ? valeur : lire(valeur);
    codes[champ] = champ in codes ? `${codes[champ]};${code}` : code;
  }
  return { codes, uai };
}
