/**
 * Single-byte encoders that Node lacks. A character that the target cannot hold is an error: the samples show
 * the encodings of the real files, never a silent question mark.
 */
const MACINTOSH =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
const WINDOWS_1252_80_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** @param {string} haut the characters of bytes 0x80 and up */
function tableDepuis(haut) {
  const table = new Map();
  [...haut].forEach((caractere, i) => table.set(caractere, 0x80 + i));
  return table;
}

const latin1Haut = Array.from({ length: 96 }, (_, i) => String.fromCharCode(0xa0 + i)).join('');
const TABLES = {
  macintosh: tableDepuis(MACINTOSH),
  'windows-1252': tableDepuis(WINDOWS_1252_80_9F + latin1Haut),
  'iso-8859-1': tableDepuis(`${'\u0000'.repeat(32)}${latin1Haut}`),
};

/**
 * @param {string} texte
 * @param {'utf-8' | 'utf-8-bom' | 'macintosh' | 'windows-1252' | 'iso-8859-1'} encodage
 * @returns {Buffer}
 */
export function encoder(texte, encodage) {
  if (encodage === 'utf-8') return Buffer.from(texte, 'utf8');
  if (encodage === 'utf-8-bom')
    return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(texte, 'utf8')]);
  const table = TABLES[encodage];
  const octets = [];
  for (const caractere of texte) {
    const point = caractere.codePointAt(0);
    const octet = point < 0x80 ? point : table.get(caractere);
    if (octet === undefined) throw new Error(`« ${caractere} » n'existe pas en ${encodage}`);
    octets.push(octet);
  }
  return Buffer.from(octets);
}
