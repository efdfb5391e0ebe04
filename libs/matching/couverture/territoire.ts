import { academieOfUai, parseAcademie, type Academie } from '../codes/academie.ts';

/** INSEE code of the region of each académie, as the figures by region name it. */
const REGIONS: Readonly<Record<string, string>> = {
  '01': '11',
  '02': '93',
  '03': '27',
  '04': '75',
  '06': '84',
  '07': '27',
  '08': '84',
  '09': '32',
  '10': '84',
  '11': '76',
  '12': '44',
  '13': '75',
  '14': '53',
  '15': '44',
  '16': '76',
  '17': '52',
  '18': '24',
  '19': '44',
  '20': '32',
  '22': '75',
  '23': '93',
  '24': '11',
  '25': '11',
  '27': '94',
  '28': '04',
  '31': '02',
  '32': '01',
  '33': '03',
  '43': '06',
  '70': '28',
};

/** The académie of a formation: that of its establishment, else the one that its row names. */
export function academieOf(uais: readonly string[], nom: string | null): Academie | null {
  for (const uai of uais) {
    const academie = academieOfUai(uai);
    if (academie !== null) return academie;
  }
  return nom === null ? null : parseAcademie(nom);
}

/** The region whose figures may stand beside those of an establishment; null overseas without a region. */
export function regionOf(academie: Academie | null): string | null {
  return academie === null ? null : (REGIONS[academie] ?? null);
}

/** Académies whose pupils the national sources barely follow (domain.md §6: their code begins with 4). */
export function isMalCouvert(academie: Academie | null): boolean {
  return academie?.startsWith('4') === true;
}
