/**
 * Deterministic choices: the same seed always gives the same bytes, whatever the machine.
 *
 * @param {number} graine
 */
export function creerAlea(graine) {
  let etat = graine >>> 0;
  /** mulberry32: 32 bits of state are plenty for a few thousand draws. */
  const suivant = () => {
    etat = (etat + 0x6d2b79f5) >>> 0;
    let t = etat;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  /** @param {number} min @param {number} max both included */
  const entier = (min, max) => min + Math.floor(suivant() * (max - min + 1));
  /** @template T @param {readonly T[]} liste @returns {T} */
  const choisir = (liste) => liste[entier(0, liste.length - 1)];
  /** @template T @param {readonly T[]} liste @param {number} n @returns {T[]} n distinct items, in drawn order */
  const tirer = (liste, n) => {
    const reste = [...liste];
    const pris = [];
    while (pris.length < n && reste.length > 0) pris.push(reste.splice(entier(0, reste.length - 1), 1)[0]);
    return pris;
  };
  return { suivant, entier, choisir, tirer };
}

/**
 * A small stable number drawn from a text, for invented register numbers that must not move when a row is added.
 *
 * @param {string} texte
 */
export function empreinte(texte) {
  let h = 0x811c9dc5;
  for (const octet of Buffer.from(texte, 'utf8')) h = Math.imul(h ^ octet, 0x01000193) >>> 0;
  return h;
}
