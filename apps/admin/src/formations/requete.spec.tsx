import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { ResourceContextProvider } from 'react-admin';
import { installFakeApi } from '../../test/fake-fetch.ts';
import { renderPage } from '../../test/render-admin.tsx';
import { FormationList } from './formation-list.tsx';

const open = async (filter?: object) => {
  installFakeApi();
  const query = filter === undefined ? '' : `?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  const page = (
    <ResourceContextProvider value="formations">
      <FormationList />
    </ResourceContextProvider>
  );
  renderPage(page, { at: `/formations${query}`, path: '/formations' });
  await screen.findByRole('table');
};
const rows = () => screen.getAllByRole('row').length - 1;
const dialog = () => screen.findByRole('dialog', { name: 'Requête sur les formations' });
/** The count, once typing has paused and the server has answered. */
const counted = async (said: RegExp) =>
  waitFor(() => expect(screen.getByRole('status').textContent).toMatch(said), { timeout: 3_000 });

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('the AND/OR query on formations', () => {
  it('counts what is written, applies it, says it in words, and takes it back', async () => {
    await open();
    const before = rows();
    fireEvent.click(screen.getByRole('button', { name: 'Requête ET/OU' }));
    const within_ = within(await dialog());
    expect(within_.getByRole('button', { name: 'Appliquer' })).toHaveProperty('disabled', true);
    fireEvent.change(within_.getByLabelText('Valeur, Condition 1'), { target: { value: 'zzz' } });
    await counted(/^0 formation gardée sur/);
    fireEvent.change(within_.getByLabelText('Valeur, Condition 1'), { target: { value: 'bts' } });
    await counted(/^[1-9]\d* formations? gardées? sur/);
    fireEvent.click(within_.getByRole('button', { name: 'Appliquer' }));
    expect(await screen.findByText('Libellé contient « bts »')).toBeTruthy();
    await waitFor(() => expect(rows()).toBeLessThan(before));
    const csv = screen.getByRole('link', { name: 'Exporter en CSV' }).getAttribute('href') ?? '';
    const sent = new URL(csv, 'http://localhost').searchParams.get('filter') ?? '';
    expect(JSON.parse(sent)).toEqual({
      condition: {
        type: 'et',
        conditions: [{ type: 'test', champ: 'libelle', operateur: 'contient', valeur: 'bts' }],
      },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Retirer la requête' }));
    await waitFor(() => expect(rows()).toBe(before));
    expect(screen.queryByText('Libellé contient « bts »')).toBeNull();
  });

  it('is read from the address, groups and closed lists in words, and opens on itself', async () => {
    const condition = {
      type: 'et',
      conditions: [
        { type: 'test', champ: 'statut', operateur: 'egal', valeur: 'a_verifier' },
        {
          type: 'ou',
          conditions: [
            { type: 'test', champ: 'confiance', operateur: 'inferieur', valeur: 0.5 },
            { type: 'test', champ: 'uai', operateur: 'vide' },
          ],
        },
      ],
    };
    await open({ condition });
    await screen.findByText(
      'Statut est égal à « À vérifier » et (Confiance (de 0 à 1) est inférieur à « 0,5 » ou UAI est vide)',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Modifier' }));
    const builder = within(await dialog());
    expect(builder.getByRole('group', { name: 'Groupe 2' })).toBeTruthy();
    expect(builder.getByRole('group', { name: 'Condition 2.2' })).toBeTruthy();
    expect(builder.getByLabelText('Valeur, Condition 2.1')).toHaveProperty('value', '0.5');
    expect(builder.getByRole('button', { name: 'Appliquer' })).toHaveProperty('disabled', false);
  });
});
