import { describe, expect, it } from '@jest/globals';
import { diplomeRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from '../concordance/build-concordance.ts';
import { SANS_CODE } from '../evaluation/labelled-row.ts';
import { createMatcher } from '../matcher.ts';
import { DEFAULT_MODEL } from '../model/default-model.ts';
import { NOMS_DES_VALEURS, valuesOf } from './criteres.ts';

const RENTREE = '2024-09-01';
const named = (cfd: string, libelleLong200: string, dateFermeture: string | null = null) =>
  diplomeRow(cfd, { libelleLong200, dateOuverture: '2019-09-01', dateFermeture });
/** Engineers: one without a closing date among nine that have one. Licences: none closes. */
const engineers = [
  'AERONAUTIQUE',
  'TEXTILE',
  'MINES',
  'EAUX',
  'OPTIQUE',
  'CHIMIE',
  'FROID',
  'SON',
  'BOIS',
].map((name, i) => named(`1702000${String(i)}`, `INGENIEUR ${name}`, '2026-08-31'));
const matcher = createMatcher(
  buildConcordance(
    referenceOf({
      n_formation_diplome: [
        named('44633524', 'EDUCATEUR SPORTIF'),
        named('36A21301', 'TECHNICIEN DE RIVIERE'),
        named('36X32601', 'TECHNICIEN DE RESEAU'),
        named('36X32602', 'CHARGE DE RESEAU'),
        named('20532618', 'CHIMIE (LIC LMD)'),
        named('20532619', 'OPTIQUE (LIC LMD)'),
        named('17029999', 'INGENIEUR CHIMIE GENERALE'),
        ...engineers,
      ],
    }),
  ),
  DEFAULT_MODEL,
  { rentree: RENTREE },
);

function valueOf(nom: string, cfd: string, libelle: string, typeDiplome: string | null): number | undefined {
  const paire = matcher
    .pairs({
      plateforme: 'apprentissage',
      libelle,
      specialite: null,
      typeDiplome,
      voie: null,
      codes: SANS_CODE,
    })
    .find(({ certification }) => certification.cfd === cfd);
  return paire === undefined ? undefined : valuesOf(paire)[NOMS_DES_VALEURS.indexOf(nom)];
}

describe('the only certification of the family that a formation names', () => {
  const sole = 'type de diplôme/seule de la famille nommée';
  const TITRE = 'Autre titre inscrit sur demande au RNCP (niveau 3)';

  it('is told where the family is of one kind of code', () => {
    expect(valueOf(sole, '44633524', 'BPJEPS tennis', null)).toBe(1);
  });

  it('is not where the family covers others beside: the only title of one certifier is one title among many', () => {
    expect(valueOf(sole, '36A21301', 'Technicien de réseau', TITRE)).toBe(0);
  });
});

describe('a certification without a closing date', () => {
  const endless = 'dates/sans fermeture, texte libre';

  it('is told where its family has many such', () => {
    expect(valueOf(endless, '20532618', 'Licence chimie', null)).toBe(1);
  });

  it('says nothing where nearly all of its family have one', () => {
    expect(valueOf(endless, '17029999', 'Ingénieur chimie', null)).toBe(0);
  });
});
