import { describe, expect, it } from '@jest/globals';
import { readFixture } from '../core/fixtures/read-fixture.ts';

describe('table de passage of Onisep', () => {
  it('codes are put in form, a dispositif is not a formation, a line without CI is refused', async () => {
    const content = await readFixture(new URL('./fixtures/table-passage.csv', import.meta.url));
    expect(content.table).toBe('onisep_passage');
    expect(content.rows).toEqual([
      { ci: '99901', ideo: 'FOR.9901', rncp: 'RNCP99034', cfd: '01099901', etat: 'Publié' },
      { ci: '99902', ideo: null, rncp: null, cfd: null, etat: 'habilitations' },
    ]);
    expect(content.rejets).toMatchObject([
      { ligne: 4, colonne: 'certif_info_ci_identifiant', motif: 'CODE_ABSENT' },
    ]);
  });
});
