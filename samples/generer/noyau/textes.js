/** How the nomenclatures write labels: folded capitals, and abbreviations cut to a fixed width. */

/** @param {string} texte @returns {string} without accents; œ and æ opened */
export function sansAccents(texte) {
  return texte
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .replace(/æ/g, 'ae')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}

/** @param {string} texte */
export function capitales(texte) {
  return sansAccents(texte).toUpperCase();
}

/** @param {string} texte */
export function minusculeInitiale(texte) {
  return texte.slice(0, 1).toLowerCase() + texte.slice(1);
}

const MOTS_VIDES = new Set([
  'DE',
  'DES',
  'DU',
  'LA',
  'LE',
  'LES',
  'L',
  'A',
  'AU',
  'AUX',
  'EN',
  'UN',
  'UNE',
  'D',
]);

/** @param {string} mot @param {number} n */
function couperMot(mot, n) {
  if (mot.length <= n + 1) return mot;
  let coupe = mot.slice(0, n);
  while (coupe.length > 3 && /[AEIOUY'-]$/.test(coupe)) coupe = coupe.slice(0, -1);
  return `${coupe}.`;
}

/** @param {string} texte in capitals @param {number} largeur */
function abregerPartie(texte, largeur) {
  if (texte.length <= largeur) return texte;
  const mots = texte
    .replace(/\bET\b/g, '&')
    .replace(/ [:-] /g, ' ')
    .replace(/\b[LD]'/g, '')
    .split(/[\s,]+/)
    .filter((mot) => mot !== '' && !MOTS_VIDES.has(mot));
  for (let n = 9; n >= 3; n -= 1) {
    const essai = mots
      .map((mot) => couperMot(mot, n))
      .join(' ')
      .replace(/\. /g, n < 7 ? '.' : '. ')
      .replace(/ & /g, '&');
    if (essai.length <= largeur) return essai;
  }
  return mots
    .map((mot) => couperMot(mot, 3))
    .join('')
    .slice(0, largeur);
}

/**
 * The 33-character label of the nomenclature. The option keeps its letter: it is what tells two rows apart.
 *
 * @param {string} libelle
 */
export function libelleStat33(libelle) {
  const majuscules = capitales(libelle);
  if (majuscules.length <= 33) return majuscules;
  const commune = /\s*(2NDE COMMUNE|(BTS )?1(ERE|E) ANNEE( COMMUNE)?)$/.exec(majuscules);
  if (commune) {
    const fin = commune[1]
      .replace('BTS ', '')
      .replace('1ERE ANNEE COMMUNE', '1E AN. COM.')
      .replace('1E ANNEE COMMUNE', '1E AN. COM.');
    return `${abregerPartie(majuscules.slice(0, commune.index), 32 - fin.length)} ${fin}`;
  }
  const option = /,?\s(?:OPTION|SPE|SPECIALITE)\s(?:([A-D])\b\s?:?-?\s?|(?:CO|POP) : )?(.*)$/.exec(
    majuscules,
  );
  if (option) {
    const debut = abregerPartie(majuscules.slice(0, option.index), 19);
    const tete = `${debut} OPT.${option[1] ?? ''} `.replace('OPT. ', 'OPT.');
    return (tete + abregerPartie(option[2], 33 - tete.length)).trim();
  }
  return abregerPartie(majuscules, 33);
}
