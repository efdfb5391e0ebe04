import { beforeEach, describe, expect, it } from '@jest/globals';
import { HttpError } from 'react-admin';
import { installFakeApi } from '../../test/fake-fetch.ts';
import { dataProvider, listQuery } from './data-provider.ts';

let server: ReturnType<typeof installFakeApi>;
beforeEach(() => {
  server = installFakeApi('admin');
});

describe('listQuery', () => {
  it('speaks the contract and leaves empty filters out', () => {
    const query = new URLSearchParams(
      listQuery({
        pagination: { page: 2, perPage: 50 },
        sort: { field: 'rang', order: 'DESC' },
        filter: { q: 'bts', statut: '', motif: undefined, ouvertes: false },
      }),
    );
    expect(Object.fromEntries(query)).toEqual({
      page: '2',
      perPage: '50',
      sort: 'rang',
      order: 'DESC',
      filter: '{"q":"bts","ouvertes":false}',
    });
  });

  it('is empty for an empty query', () => {
    expect(listQuery({ filter: { q: '' } })).toBe('');
  });
});

describe('dataProvider', () => {
  it('lists with a total, and sends the header of the CSRF guard', async () => {
    const { data, total } = await dataProvider.getList('formations', {
      pagination: { page: 1, perPage: 10 },
      sort: { field: 'rang', order: 'ASC' },
      filter: { statut: 'a_verifier' },
    });
    expect(data).toHaveLength(10);
    expect(total).toBe(12);
    expect(server.sent[0]?.headers['X-Requested-With']).toBe('concordance');
  });

  it('reads a record whose id holds a colon', async () => {
    const { data } = await dataProvider.getOne('certifications', { id: 'CFD:32031309' });
    expect(data.libelle).toBe('Management commercial opérationnel');
  });

  it('reads several records by their ids', async () => {
    const { data } = await dataProvider.getMany('comptes', { ids: ['compte-1', 'compte-3'] });
    expect(data.map(({ identifiant }) => identifiant as string)).toEqual(['admin', 'lecteur']);
  });

  it('puts the parent id of a reference in the filter', async () => {
    const { total } = await dataProvider.getManyReference('lignes-refusees', {
      target: 'instantaneId',
      id: 'c0ffee00-0000-4000-8000-0000000d0003',
      pagination: { page: 1, perPage: 25 },
      sort: { field: 'ligne', order: 'ASC' },
      filter: {},
    });
    expect(total).toBe(3);
  });

  it('puts refused fields where the form shows them', async () => {
    const data = { identifiant: 'lecteur', nom: 'X', role: 'lecteur' };
    await expect(dataProvider.create('comptes', { data })).rejects.toMatchObject({
      status: 409,
      message: 'Cet identifiant est déjà pris.',
      body: { errors: { identifiant: 'Cet identifiant est déjà pris.' } },
    });
  });

  it('says in French that the server is unreachable', async () => {
    server.intercept(() => 'panne');
    await expect(dataProvider.getOne('campagnes', { id: 'x' })).rejects.toThrow('Le serveur ne répond pas');
  });

  it('says something in French for an answer without a problem body', async () => {
    server.intercept(() => ({ status: 502, body: '<html>' }));
    const error: unknown = await dataProvider
      .getOne('campagnes', { id: 'x' })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(HttpError);
    expect((error as HttpError).message).toMatch(/^Le serveur a rencontré une erreur/);
  });

  it('refuses to erase', async () => {
    await expect(dataProvider.delete('campagnes', { id: 'x' })).rejects.toThrow('supprimer');
    expect(server.sent).toHaveLength(0);
  });
});
