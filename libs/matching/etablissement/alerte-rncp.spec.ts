import { describe, expect, it } from '@jest/globals';
import type { FicheRncp } from '../concordance/fiches.ts';
import { fichesFinies, type EntreeFiches } from './alerte-rncp.ts';

const fiche = (
  code: string,
  dateFinEnregistrement: string | null,
  more: Partial<FicheRncp> = {},
): FicheRncp => ({
  code,
  intitule: null,
  actif: null,
  dateFinEnregistrement,
  nouveaux: [],
  ...more,
});

const REGISTRE = [
  fiche('RNCP10', '2025-08-31', { intitule: 'Travaux publics', nouveaux: ['RNCP11'] }),
  fiche('RNCP11', '2029-08-31', { intitule: 'Travaux publics (rénové)' }),
  fiche('RNCP20', '2026-08-31'),
  fiche('RNCP21', '2026-09-01'),
  fiche('RNCP30', '2022-01-01', { nouveaux: ['RNCP31', 'RNCP32'] }),
  fiche('RNCP31', '2024-01-01', { nouveaux: ['RNCP33', 'RNCP30'] }),
  fiche('RNCP32', null, { actif: true }),
  fiche('RNCP40', '2028-01-01', { actif: false }),
  fiche('RNCP50', '2024-01-01', { nouveaux: ['RNCP51'] }),
  fiche('RNCP51', '2025-01-01', { nouveaux: ['RNCP50'] }),
];

const finies = (rncpDonnes: readonly string[], rncpRetenus: readonly string[] = []) => {
  const entree: EntreeFiches = {
    rentree: '2026-09-01',
    rncpDonnes,
    rncpRetenus,
    ficheRncp: (code) => REGISTRE.find((one) => one.code === code),
  };
  return fichesFinies(entree);
};

describe('fichesFinies', () => {
  it('names the fiche that replaced the one that is over, with both titles', () => {
    expect(finies(['RNCP10'])).toEqual([
      {
        code: 'RNCP10',
        date: '2025-08-31',
        successeurs: ['RNCP11'],
        detail:
          "L'enregistrement de RNCP10 (Travaux publics) prend fin le 31/08/2025, avant la rentrée ; RNCP11 (Travaux publics (rénové)) la remplace.",
      },
    ]);
  });

  it('says that nothing replaces it, the last day before the rentrée; not on the day itself', () => {
    expect(finies(['RNCP20'])).toMatchObject([{ code: 'RNCP20', successeurs: [] }]);
    expect(finies(['RNCP20'])[0]?.detail).toContain('aucune fiche ne la remplace');
    expect(finies(['RNCP21'])).toEqual([]);
  });

  it('follows the renewals through those that are over, and counts an unknown successor as open', () => {
    const [found] = finies(['RNCP30']);
    expect(found?.successeurs).toEqual(['RNCP32', 'RNCP33']);
    expect(found?.detail).toContain('RNCP32 et RNCP33 la remplacent');
  });

  it('takes an inactive fiche for over whatever its date, and stops where renewals go in circles', () => {
    expect(finies(['RNCP40'])[0]?.detail).toContain("n'est plus active");
    expect(finies(['RNCP50'])).toMatchObject([{ successeurs: [] }]);
  });

  it('is silent when the row gives the successor too, and for a fiche that the register does not hold', () => {
    expect(finies(['RNCP10', 'RNCP11'])).toEqual([]);
    expect(finies(['RNCP99'])).toEqual([]);
  });

  it('tells of the kept certification only when the row gives none and none of its fiches is left', () => {
    expect(finies([], ['RNCP10', 'RNCP21'])).toEqual([]);
    expect(finies([], ['RNCP20']).map(({ code }) => code)).toEqual(['RNCP20']);
    expect(finies(['RNCP21'], ['RNCP20'])).toEqual([]);
  });
});
