import { describe, expect, it } from '@jest/globals';
import { diplomeRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from '../concordance/build-concordance.ts';
import { createMatcher } from '../matcher.ts';
import { DEFAULT_MODEL } from '../model/default-model.ts';
import { SANS_CODE } from '../evaluation/labelled-row.ts';

const titre = (cfd: string, libelleLong200: string, dateFermeture: string | null) =>
  diplomeRow(cfd, { libelleLong200, dateOuverture: '2019-09-01', dateFermeture });
const matcher = createMatcher(
  buildConcordance(
    referenceOf({
      n_formation_diplome: [
        titre('36X31401', 'COMPTABLE (ECOLE DU PORT)', '2026-08-31'),
        titre('36X31402', 'COMPTABLE (INSTITUT DE LA GARE)', '2027-08-31'),
        titre('36X31403', 'COMPTABLE (ANCIENNE ECOLE)', '2020-08-31'),
        titre('36X31404', 'GESTIONNAIRE DE PAIE (ECOLE DU PORT)', '2030-08-31'),
      ],
    }),
  ),
  DEFAULT_MODEL,
  { rentree: '2025-09-01' },
);

function lastToClose(libelle: string, plateforme: 'apprentissage' | 'parcoursup'): (string | null)[] {
  return matcher
    .pairs({ plateforme, libelle, specialite: null, typeDiplome: null, voie: null, codes: SANS_CODE })
    .filter(({ fermeLaDerniere }) => fermeLaDerniere)
    .map(({ certification }) => certification.cfd);
}

describe('titles of the same name', () => {
  it('are told apart, in free text, by the one that closes last', () => {
    expect(lastToClose('Comptable', 'apprentissage')).toEqual(['36X31402']);
    expect(lastToClose('Comptable', 'parcoursup')).toEqual([]);
  });

  it('say nothing of a name that stands alone', () => {
    expect(lastToClose('Gestionnaire de paie', 'apprentissage')).toEqual([]);
  });
});
