/**
 * Windows-1252 and Mac OS Roman by their own tables rather than by TextDecoder: Node 20 decodes windows-1252
 * as ISO-8859-1 in one call but not when streaming, and a Node built with a small ICU has neither.
 */

/** Characters of the bytes 0x80–0x9F; the five bytes without one stay C1 controls. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f' + '\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Characters of the bytes 0x80–0xFF. */
const MACINTOSH =
  'ÄÅÇÉÑÖÜáàâäãåçéè' +
  'êëíìîïñóòôöõúùûü' +
  '†°¢£§•¶ß®©™´¨≠ÆØ' +
  '∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
  '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ' +
  '–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ' +
  '‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ' +
  '\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** Text of bytes of a single-byte encoding; no byte is an error. */
export function decodeSingleByte(bytes: Uint8Array, encodage: 'windows-1252' | 'macintosh'): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const table = encodage === 'macintosh' ? MACINTOSH : WINDOWS_1252;
  const pattern = encodage === 'macintosh' ? /[\u0080-\u00ff]/g : /[\u0080-\u009f]/g;
  return latin.replace(pattern, (char) => table.charAt(char.charCodeAt(0) - 0x80));
}
