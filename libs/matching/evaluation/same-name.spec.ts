import { describe, expect, it } from '@jest/globals';
import { evidenceRow } from '../../../test/evidence-rows.ts';
import { diplomeRow, niveauRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from '../concordance/build-concordance.ts';
import { distinctLabels } from './labelled-row.ts';
import { SameNames } from './same-name.ts';

const named = (cfd: string, libelleLong200: string, fields: Parameters<typeof diplomeRow>[1] = {}) =>
  diplomeRow(cfd, { libelleLong200, dateOuverture: '2015-09-01', ...fields });
const names = new SameNames(
  buildConcordance(
    referenceOf({
      n_formation_diplome: [
        named('26X22101', 'CHEF DE VERRERIE (ECOLE DU NORD)'),
        named('26C22101', 'CHEF DE VERRERIE (CCI DU SUD)'),
        named('26X22102', 'CHEF DE VERRERIE (ATELIER FERME)', { dateFermeture: '2020-08-31' }),
        named('36X22101', 'CHEF DE VERRERIE (ATELIER)'),
        named('13522101', 'HISTOIRE DU VERRE (MASTER)'),
        named('13522102', 'HISTOIRE DU VERRE (MASTER ROUEN)'),
        named('50022101', 'VERRIER (CAP)', { nouveaux: ['50022102'] }),
        named('50022102', 'VERRIER (CAP)', { anciens: ['50022101'] }),
      ],
      n_niveau_formation_diplome: [
        niveauRow('26X', { libelle: 'TITRE INSCRIT AU RNCP' }),
        niveauRow('135', { libelle: 'MASTER' }),
      ],
    }),
  ),
  '2024-09-01',
);
function others(libelle: string, true_cfd: string): readonly string[] {
  const [label] = distinctLabels([evidenceRow(libelle, { true_cfd })]);
  if (label === undefined) throw new Error('aucune étiquette');
  return names.of(label);
}

describe('a label that several certifications of one name answer', () => {
  it('names those of its level that are open, whoever registered them', () => {
    expect(others('Chef de verrerie', '26X22101')).toEqual(['26C22101']);
  });

  it('tells where it names who delivers its own', () => {
    expect(others('Chef de verrerie - école du Nord', '26X22101')).toEqual([]);
  });

  it('means the national diploma where a university has its own', () => {
    expect(others('Master histoire du verre', '13522101')).toEqual([]);
    expect(others('Master histoire du verre', '13522102')).toEqual(['13522101']);
    expect(others('Master histoire du verre Rouen', '13522102')).toEqual([]);
  });

  it('tells a renewed diploma by its dates', () => {
    expect(others('CAP verrier', '50022101')).toEqual([]);
  });

  it('is not ambiguous for not naming its certification', () => {
    expect(others('Bachelor arts du feu', '26X22101')).toEqual([]);
  });
});
