import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { installFakeApi } from '../../test/fake-fetch.ts';
import { renderPage } from '../../test/render-admin.tsx';
import { FinalitesPage } from './finalites-page.tsx';

let server: ReturnType<typeof installFakeApi>;
const open = async (session: string) => {
  server = installFakeApi(session);
  renderPage(<FinalitesPage />, { at: '/finalites', path: '/finalites' });
  await screen.findByText(/Aucune finalité déclarée/);
};
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: new RegExp(`^${label}`) }), { target: { value } });
const asked = (path: string) => server.sent.filter((request) => request.path === path).length;

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('the purpose of statistics about people', () => {
  it('is declared by an administrator, shows the statistics, and hides them again once withdrawn', async () => {
    await open('admin');
    await screen.findByLabelText(/^Base légale/);
    expect(asked('/statistiques/vitesse')).toBe(0);
    type('Finalité', 'Dimensionner les équipes de la campagne');
    type('Base légale', 'Mission d’intérêt public');
    fireEvent.click(screen.getByRole('button', { name: 'Déclarer une finalité' }));
    await screen.findByRole('heading', { name: 'Vitesse des décisions' });
    await screen.findByText('Dimensionner les équipes de la campagne');
    expect((await screen.findAllByText('3,5 s')).length).toBe(2);
    expect(server.writes()[0]).toMatchObject({
      path: '/finalites',
      body: { traitement: 'vitesse', baseLegale: 'Mission d’intérêt public', dureeJours: 90 },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Retirer la finalité' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Confirmer' }));
    await screen.findByText(/Aucune finalité déclarée/);
    expect(screen.queryByRole('heading', { name: 'Vitesse des décisions' })).toBeNull();
    await screen.findByRole('heading', { name: 'Finalités retirées' });
  });

  it('is read by everyone, and declared by no one else', async () => {
    await open('instructeur');
    await waitFor(() => expect(asked('/session')).toBeGreaterThan(0));
    expect(screen.queryByLabelText(/^Base légale/)).toBeNull();
    expect(asked('/statistiques/vitesse')).toBe(0);
  });
});
