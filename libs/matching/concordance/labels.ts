import type { LibelleCertification, OrigineLibelle } from './certification.ts';

/** Order of the sources of labels, best first. */
const ORIGINES: readonly OrigineLibelle[] = [
  'BCN_LONG',
  'BCN_STAT33',
  'MEF_LONG',
  'MEF_EDITION',
  'CERTIF_INFO',
  'RNCP',
  'IDEO',
  'SISE',
  'GROUPE',
];

/** Collects the labels of one certification: blanks collapsed, duplicates dropped, best source first. */
export class LabelCollector {
  private readonly byOrigine = new Map<OrigineLibelle, string[]>();

  add(origine: OrigineLibelle, texte: string | null): void {
    const clean = collapseBlanks(texte ?? '');
    if (clean === '') return;
    const texts = this.byOrigine.get(origine);
    if (texts === undefined) this.byOrigine.set(origine, [clean]);
    else texts.push(clean);
  }

  /** The distinct labels; two that differ by their case only are one, told by the better source. */
  libelles(): readonly LibelleCertification[] {
    const seen = new Set<string>();
    const libelles: LibelleCertification[] = [];
    for (const origine of ORIGINES) {
      for (const texte of this.byOrigine.get(origine) ?? []) {
        const key = texte.toUpperCase();
        if (seen.has(key)) continue;
        seen.add(key);
        libelles.push({ texte, origine });
      }
    }
    return libelles;
  }
}

export function collapseBlanks(texte: string): string {
  return texte.replace(/\s+/g, ' ').trim();
}

/**
 * Family marks that the BCN writes at the end of its long labels. The family has its own field; what else
 * stands in brackets there (a school, a certifier) belongs to the label.
 */
const FAMILY_MARK =
  /\s*\((?:CAPA?|BTSA?|BAC PRO(?: AG)?|BAC TECHNO|BEPA?|BPA?[45]?|BMA|BTA?|BUT|DUT|DMA|LP|LICENCE PRO|LIC LMD|MASTER(?: PRO)?|ING|TP|BC|CSA?|CS[34]|MC ?[345]|(?:MC )?NIVEAU [IV]+|BP JEPS|FCIL)\)$/;

/**
 * The label shown to people: the BCN's long one without its final family mark.
 *
 * @example displayLabel('MANAGEMENT COMMERCIAL OPERATIONNEL (BTS)', 'BTS') // 'MANAGEMENT COMMERCIAL OPERATIONNEL'
 */
export function displayLabel(libelle: string, sigle: string | null): string {
  const clean = collapseBlanks(libelle);
  const short = sigle !== null && clean.endsWith(`(${sigle})`) ? clean.slice(0, -(sigle.length + 2)) : clean;
  const stripped = short.replace(FAMILY_MARK, '').trim();
  return stripped === '' ? clean : stripped;
}

/** A SISE diploma's label: both cells, the second alone when it repeats the first. */
export function siseLabel(libelle1: string | null, libelle2: string | null): string {
  const first = collapseBlanks(libelle1 ?? '');
  const second = collapseBlanks(libelle2 ?? '');
  if (second === '' || second === first) return first;
  if (first === '' || second.startsWith(first)) return second;
  return `${first} - ${second}`;
}
