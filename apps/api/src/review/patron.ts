/** How near the second candidate is, in words. */
const RIVAL: Readonly<Record<string, string>> = {
  aucun: 'aucun candidat',
  seul: 'un seul candidat',
  proche: 'un second candidat proche',
  net: 'un premier candidat nettement devant',
};

const list = (names: readonly string[]): string => names.join(', ');

/**
 * A pattern in French, a line each: what items decided together have in common.
 * @param patron as the database writes it: `MOTIFS / ±critère,… / rival`
 * @param motifLabel how a reason code is said to people
 */
export function describePatron(
  patron: string,
  motifLabel: (motif: string) => string = (motif) => motif,
): string[] {
  const [motifs = '', signes = '', rival = ''] = patron.split(' / ');
  const criteria = signes.split(',').filter(Boolean);
  const signed = (sign: string): string[] =>
    criteria.filter((critere) => critere.startsWith(sign)).map((critere) => critere.slice(1));
  const lines: [string, string][] = [
    ['Motifs', list(motifs.split(',').filter(Boolean).map(motifLabel))],
    ['Pour le premier candidat', list(signed('+'))],
    ['Contre', list(signed('-'))],
    ['Sans effet', list(signed('='))],
    ['Candidats', RIVAL[rival] ?? rival],
  ];
  return lines.filter(([, said]) => said !== '').map(([title, said]) => `${title} : ${said}`);
}
