/** Keys that the identifiers of establishments carry. */
const LETTRES_UAI = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** @param {string} chiffres the seven digits of an UAI @returns {string} the eight characters */
export function uaiDepuis(chiffres) {
  return chiffres + LETTRES_UAI[Number(chiffres) % 23];
}

/** @param {string} uai */
export function uaiValide(uai) {
  return /^\d{7}[A-Z]$/.test(uai) && uaiDepuis(uai.slice(0, 7)) === uai;
}

/** @param {string} chiffres */
function sommeLuhn(chiffres) {
  let somme = 0;
  for (let i = 0; i < chiffres.length; i += 1) {
    const chiffre = Number(chiffres[chiffres.length - 1 - i]) * (i % 2 === 1 ? 2 : 1);
    somme += chiffre > 9 ? chiffre - 9 : chiffre;
  }
  return somme;
}

/** @param {string} chiffres without its key @returns {string} with it */
function avecCleLuhn(chiffres) {
  const reste = sommeLuhn(`${chiffres}0`) % 10;
  return chiffres + String((10 - reste) % 10);
}

/** @param {string} debutSiren eight digits @param {number} etablissement 1 for the head office */
export function siretDepuis(debutSiren, etablissement) {
  return avecCleLuhn(avecCleLuhn(debutSiren) + String(etablissement).padStart(4, '0'));
}

/** @param {string} siret */
export function siretValide(siret) {
  return /^\d{14}$/.test(siret) && sommeLuhn(siret) % 10 === 0 && sommeLuhn(siret.slice(0, 9)) % 10 === 0;
}
