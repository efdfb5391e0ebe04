import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { installFakeApi } from '../../test/fake-fetch.ts';
import { renderPage } from '../../test/render-admin.tsx';
import { ComparaisonExports } from './comparaison-exports.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('two exports side by side', () => {
  it('shows each formation that differs, field by field, and keeps the filter in the file', async () => {
    installFakeApi();
    renderPage(<ComparaisonExports />, {
      at: '/exports/export-1/comparaison/export-0',
      path: '/exports/:id/comparaison/:avec',
    });
    const table = await screen.findByRole('table');
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    const changed = within(table).getAllByRole('row')[1]?.textContent ?? '';
    expect(changed).toContain('StatutÀ vérifier → Appariée');
    expect(changed).toContain('Candidats2 éléments → 2 éléments (contenu différent)');
    fireEvent.mouseDown(screen.getByLabelText('Écart'));
    fireEvent.click(await screen.findByRole('option', { name: 'Retirée' }));
    await waitFor(() => expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(2));
    const href = screen.getByRole('link', { name: 'Exporter en CSV' }).getAttribute('href');
    expect(href).toBe('/api/exports/export-1/ecarts.csv?genre=retire&avec=export-0');
  });
});
