import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useGetList } from 'react-admin';
import { installFakeApi } from '../../test/fake-fetch.ts';
import { renderPage } from '../../test/render-admin.tsx';
import { RevuePage } from './revue-page.tsx';

const id = (n: number) => `c0ffee00-0000-4000-8000-a${String(n).padStart(11, '0')}`;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
let server: ReturnType<typeof installFakeApi>;

const draw = (n: number) =>
  renderPage(<RevuePage />, { at: `/revues/${id(n)}/show`, path: '/revues/:id/show' });
const open = async (n: number, session = 'instructeur') => {
  server = installFakeApi(session);
  draw(n);
  await screen.findByText('Certifications candidates');
  // The role is read apart: what it allows shows a moment later.
  if (session !== 'lecteur') await screen.findAllByRole('button', { name: /^(Accepter|Aucune)/ });
  // So are the keys, off until they are known.
  await waitFor(() => expect(document.querySelector('kbd')).toBeTruthy());
};
const press = (key: string, code = '') => fireEvent.keyDown(document.body, { key, code });
const title = (text: RegExp) => screen.findByRole('heading', { level: 1, name: text });
const decisions = () => server.writes().filter(({ path }) => path.endsWith('/decisions'));

/** Holds requests back on their way to the server, until what it returns is called. */
const hold = (part: string): (() => void) => {
  const send = globalThis.fetch;
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  globalThis.fetch = (async (input: string, init?: RequestInit) => {
    if (input.includes(part)) await gate;
    return send(input, init);
  }) as typeof fetch;
  return release;
};

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('a review item', () => {
  it('shows the formation, its codes, each candidate with its reasons, and what a decision touches', async () => {
    await open(1);
    await title(/Management commercial opérationnel \(ex MUC\)/);
    expect(screen.getByText('×87 formations touchées')).toBeTruthy();
    expect(screen.getByText('mis à jour')).toBeTruthy();
    const [first, second] = screen.getAllByRole('listitem').filter((item) => item.querySelector('h3'));
    expect(first?.textContent).toContain('niveau identique : Brevet de technicien supérieur');
    expect(second?.textContent).toContain('en défaveur, poids moyen (−1,1) : option différente');
    expect(screen.getByText('Aucune décision pour l’instant.')).toBeTruthy();
  });

  it('accepts the first candidate on Entrée and goes straight to the next item', async () => {
    await open(1);
    press('Enter');
    await title(/Services informatiques/);
    // Said once the server has answered; the next item did not wait for it.
    await screen.findByText('Accepté : Management commercial opérationnel.');
    expect(decisions()).toEqual([
      expect.objectContaining({
        path: `/revues/${id(1)}/decisions`,
        body: {
          commandeId: expect.stringMatching(UUID),
          version: 1,
          verdict: 'accepte',
          codeCertification: 'CFD:32031309',
        },
      }),
    ]);
  });

  it('keeps a key pressed while the decision before it is being written', async () => {
    await open(1);
    await screen.findByText(/^encore \d+ fiches$/);
    const release = hold('/decisions');
    press('Enter');
    await title(/Services informatiques/);
    press('i');
    press('i');
    release();
    await waitFor(() =>
      expect(decisions().map(({ path, body }) => [path, (body as { verdict: string }).verdict])).toEqual([
        [`/revues/${id(1)}/decisions`, 'accepte'],
        [`/revues/${id(2)}/decisions`, 'incertain'],
      ]),
    );
  });

  it('forgets that key where the decision before it is not written', async () => {
    await open(1);
    await screen.findByText(/^encore \d+ fiches$/);
    const release = hold('/decisions');
    press('Enter');
    await title(/Services informatiques/);
    press('i');
    server.intercept(({ path }) => (path.endsWith('/decisions') ? 'panne' : null));
    release();
    await screen.findByText('La décision n’est pas encore enregistrée.');
    await title(/Management commercial/);
    server.intercept(null);
    fireEvent.click(screen.getByRole('button', { name: 'Renvoyer la même décision' }));
    await title(/Services informatiques/);
    expect(new Set(decisions().map(({ path }) => path))).toEqual(new Set([`/revues/${id(1)}/decisions`]));
  });

  it('chooses another candidate by its rank', async () => {
    await open(1);
    press('é', 'Digit2');
    await title(/Services informatiques/);
    await waitFor(() => expect(decisions()).toHaveLength(1));
    expect(decisions()[0]?.body).toMatchObject({ verdict: 'autre', codeCertification: 'CFD:32031310' });
  });

  it('shows what was decided of its formations under another label, beside the context', async () => {
    await open(1);
    press('c');
    const earlier = await screen.findByText('Formation 42940, Parcoursup 2025');
    const item = earlier.closest('li');
    expect(item?.textContent).toContain('Management des unités commerciales');
    expect(item?.textContent).toContain('MANAGEMENT COMMERCIAL OPERATIONNEL CFD:32031213');
    expect(screen.getByText('RNCP462, que les référentiels ne connaissent pas')).toBeTruthy();
    expect(decisions()).toEqual([]);
  });

  it('ignores the rank of a candidate that is not there', async () => {
    await open(1);
    press('9', 'Digit9');
    press('p');
    await title(/Services informatiques/);
    expect(decisions()).toEqual([]);
  });

  it('asks why when none fits, and sends the reason', async () => {
    await open(1);
    press('n');
    const dialog = await screen.findByRole('dialog', { name: 'Aucune certification ne convient' });
    press('Enter');
    fireEvent.click(within(dialog).getByLabelText('Libellé insuffisant pour trancher'));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Valider' }));
    await title(/Services informatiques/);
    expect(decisions().map(({ body }) => body)).toEqual([
      expect.objectContaining({
        verdict: 'aucune',
        motif: 'libelle_insuffisant',
        acteur: 'etablissement',
      }),
    ]);
  });

  it('takes the last decision back and returns to its item', async () => {
    await open(1);
    press('i');
    await title(/Services informatiques/);
    await screen.findByText('Noté : incertain.');
    press('a');
    const dialog = await screen.findByRole('dialog', { name: 'Reprendre une décision' });
    await within(dialog).findByText(/87 formations sont touchées/);
    expect(dialog.textContent).toContain('Parcoursup, échantillon 2026 : 87 (exécution publiée)');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Reprendre la décision' }));
    await title(/Management commercial/);
    expect(server.writes().at(-1)).toMatchObject({
      path: `/revues/${id(1)}/annulation`,
      body: { commandeId: expect.stringMatching(UUID), version: 2 },
    });
    expect(server.api.state.revues[0]?.jugements.map(({ verdict }) => verdict)).toEqual([
      'incertain',
      'annule',
    ]);
  });

  it('sends one command for two presses in a row', async () => {
    await open(1);
    press('Enter');
    press('Enter');
    await title(/Services informatiques/);
    expect(decisions()).toHaveLength(1);
  });

  it('sends the very same command again after a failure', async () => {
    await open(1);
    server.intercept(({ method }) => (method === 'POST' ? 'panne' : null));
    press('Enter');
    await screen.findByText('La décision n’est pas encore enregistrée.');
    await title(/Management commercial/);
    server.intercept(null);
    fireEvent.click(screen.getByRole('button', { name: 'Renvoyer la même décision' }));
    await title(/Services informatiques/);
    const [failed, again] = decisions();
    expect(again?.body).toEqual(failed?.body);
  });

  it('shows the decision that someone else took first', async () => {
    await open(1);
    const revue = server.api.state.revues[0];
    server.api.handle({
      method: 'POST',
      path: `/revues/${id(1)}/decisions`,
      query: new URLSearchParams(),
      body: { commandeId: 'autre', version: revue?.version, verdict: 'incertain' },
      session: 'admin',
    });
    press('Enter');
    const dialog = await screen.findByRole('dialog', { name: 'Cette fiche vient d’être décidée' });
    expect(dialog.textContent).toContain('Incertain');
    expect(dialog.textContent).toContain('Claire Martin');
  });

  it('is quiet once the shortcuts are switched off, for the next pages too', async () => {
    await open(1);
    fireEvent.click(screen.getByRole('switch', { name: 'Raccourcis clavier' }));
    await waitFor(() => expect(document.querySelector('kbd')).toBeNull());
    press('Enter');
    press('?');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(decisions()).toEqual([]);
    cleanup();
    draw(1);
    await screen.findAllByRole('button', { name: /^(Accepter|Aucune)/ });
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Raccourcis clavier' }).checked).toBe(
        false,
      ),
    );
    expect(document.querySelector('kbd')).toBeNull();
  });

  it('takes a key of one’s own, and keeps it for the next pages', async () => {
    await open(1);
    press('?');
    const dialog = await screen.findByRole('dialog', { name: 'Raccourcis clavier' });
    const champ = within(dialog).getByRole('textbox', { name: 'Touche pour : Je ne peux pas trancher' });
    fireEvent.keyDown(champ, { key: 'p' });
    expect(dialog.textContent).toContain('« P » sert déjà à : Passer à la fiche suivante');
    fireEvent.keyDown(champ, { key: 'w' });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Fermer' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    press('i');
    expect(decisions()).toEqual([]);
    press('w');
    await title(/Services informatiques/);
    expect(decisions().map(({ body }) => body)).toEqual([expect.objectContaining({ verdict: 'incertain' })]);
    const kept = server.sent.filter(
      ({ path, method }) => method === 'PUT' && path === '/session/preferences',
    );
    expect(kept.map(({ body }) => body)).toEqual([
      { raccourcis: { actifs: true, touches: expect.objectContaining({ incertain: 'w', passer: 'p' }) } },
    ]);
  });

  it('takes back a setting that the account could not keep, and says so', async () => {
    await open(1);
    server.intercept(({ path, method }) =>
      method === 'PUT' && path === '/session/preferences'
        ? { status: 500, body: { detail: 'La base ne répond pas.' } }
        : null,
    );
    const release = hold('/session/preferences');
    const shortcuts = screen.getByRole<HTMLInputElement>('switch', { name: 'Raccourcis clavier' });
    fireEvent.click(shortcuts);
    await waitFor(() => expect(shortcuts.checked).toBe(false));
    release();
    await waitFor(() => expect(shortcuts.checked).toBe(true));
    press('Enter');
    await title(/Services informatiques/);
  });

  it('shows the establishment’s other formations on C, without leaving the item', async () => {
    await open(1);
    press('c');
    await screen.findByRole('region', { name: 'Contexte' });
    press('c');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Contexte' })).toBeNull());
  });

  it('decides similar items together, and takes them back in one go', async () => {
    await open(1);
    press('s');
    const dialog = await screen.findByRole('dialog', { name: 'Décider ensemble les fiches semblables' });
    const valider = await within(dialog).findByRole('button', { name: /^Décider \d+ fiches$/ });
    fireEvent.click(valider);
    const tout = await within(dialog).findByRole('button', { name: 'Tout reprendre' });
    const decided = server.api.state.revues.filter(({ statut }) => statut === 'decide');
    expect(decided.length).toBeGreaterThan(1);
    expect(decided.map(({ jugements }) => jugements.at(-1)?.groupeId)).toEqual(decided.map(() => 'groupe-1'));
    fireEvent.click(tout);
    await within(dialog).findByText(/remises dans la file/);
    expect(server.api.state.revues.filter(({ statut }) => statut === 'decide')).toEqual([]);
  });

  it('says who holds the item, and why it is asked again', async () => {
    server = installFakeApi();
    const revue = server.api.state.revues[2];
    if (revue) revue.bail = { parMoi: false, par: 'Claire Martin', jusquA: '2026-11-21T12:30:00Z' };
    renderPage(<RevuePage />, { at: `/revues/${id(3)}/show`, path: '/revues/:id/show' });
    await screen.findByText(/Fiche prise par Claire Martin/);
    expect(screen.getByText(/Les candidats ont changé depuis la décision/)).toBeTruthy();
  });

  it('keeps the next items for this person, and gives them back on leaving', async () => {
    await open(1);
    await screen.findByText(/^encore \d+ fiches$/);
    expect(server.writes().map(({ path }) => path)).toEqual(['/revues/prochaines']);
    cleanup();
    expect(server.writes().at(-1)?.path).toBe('/revues/baux/liberation');
  });

  it('lets a reader read and pass, not decide', async () => {
    await open(1, 'lecteur');
    await screen.findByText(/consulter les fiches, pas de décider/);
    expect(screen.queryByRole('button', { name: /Accepter/ })).toBeNull();
    press('Enter');
    press('p');
    await title(/Services informatiques/);
    expect(server.writes()).toEqual([]);
  });
});

/** What a list page does to the cache before an item is opened from it. */
const ListeDAbord = () => {
  const { data } = useGetList('revues', { sort: { field: 'priorite', order: 'DESC' } });
  return data ? <RevuePage /> : null;
};

describe('the other states of the page', () => {
  it('waits for the whole item where the list has already shown half of it', async () => {
    server = installFakeApi();
    renderPage(<ListeDAbord />, { at: `/revues/${id(1)}/show`, path: '/revues/:id/show' });
    expect(await screen.findByText('Aucune décision pour l’instant.')).toBeTruthy();
  });

  it('says so while it loads', () => {
    server = installFakeApi();
    globalThis.fetch = () => new Promise(() => undefined);
    renderPage(<RevuePage />, { at: `/revues/${id(1)}/show`, path: '/revues/:id/show' });
    expect(screen.getByRole('progressbar', { name: 'Chargement…' })).toBeTruthy();
  });

  it('says what to do without any candidate', async () => {
    await open(12);
    expect(screen.getByText(/Aucun candidat\. Cherchez une certification/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Accepter' }).disabled).toBe(true);
    press('Enter');
    expect(decisions()).toEqual([]);
  });

  it('says what failed and reads again on demand', async () => {
    server = installFakeApi();
    server.intercept(({ path }) =>
      path.startsWith('/revues/') ? { status: 500, body: { detail: 'La base ne répond pas.' } } : null,
    );
    renderPage(<RevuePage />, { at: `/revues/${id(1)}/show`, path: '/revues/:id/show' });
    await screen.findByText('La base ne répond pas.', undefined, { timeout: 4000 });
    server.intercept(null);
    fireEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
    await waitFor(() => expect(screen.getByText('Certifications candidates')).toBeTruthy());
  });
});
