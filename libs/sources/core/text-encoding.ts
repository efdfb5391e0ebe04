import { chooseSingleByte } from './encoding.ts';
import { SourceFormatError } from './errors.ts';
import type { Encodage } from './table-reader.ts';
import type { TextProbe } from './text-probe.ts';

/** From this many UTF-8 letters on, a text that is not UTF-8 is one that mixes two encodings. */
const MIXED_FROM = 3;

/**
 * Encoding of a text from what its first pass told. Throws SourceFormatError, with the line of the first
 * offending byte, rather than let through a text that no encoding makes readable.
 */
export function encodingOf(
  probe: TextProbe,
  imposed: Encodage | undefined,
  nom: string,
  source: string,
): Encodage {
  const { notUtf8At } = probe;
  if (imposed !== undefined && (imposed !== 'utf-8' || notUtf8At === null)) return imposed;
  if (notUtf8At === null) return 'utf-8';
  const refuse = (what: string): SourceFormatError =>
    new SourceFormatError(
      `${nom}, ligne ${String(notUtf8At.ligne)}, colonne ${String(notUtf8At.octet)} : ${what}`,
      { source, fichier: nom, ligne: notUtf8At.ligne, colonne: String(notUtf8At.octet) },
    );
  if (imposed === 'utf-8') throw refuse("octet qui n'est pas de l'UTF-8, encodage pourtant imposé.");
  if (probe.bom || probe.accents >= MIXED_FROM) {
    throw refuse("le texte est de l'UTF-8 jusqu'ici, puis d'un autre encodage : le fichier en mélange deux.");
  }
  const found = chooseSingleByte(probe.highBytes);
  if (found === null) {
    throw refuse(
      'aucun encodage connu (UTF-8, windows-1252, ISO-8859-1, Mac OS Roman) ne rend ce texte lisible. ' +
        "Imposez l'encodage si vous le connaissez.",
    );
  }
  return found;
}
