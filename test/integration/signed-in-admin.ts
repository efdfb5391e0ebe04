import type { NestExpressApplication } from '@nestjs/platform-express';
import { startApi } from '../../apps/api/src/api-server.ts';
import { CreerPremierAdministrateur } from '../../apps/api/src/comptes/creer-premier-administrateur.use-case.ts';
import { ApiClient } from './api-client.ts';
import type { Installation } from './installation.ts';

/** Starts the API of an installation, and signs its first administrator in. The caller closes the API. */
export async function signedInAdmin({
  config,
}: Pick<Installation, 'config'>): Promise<{ api: NestExpressApplication; admin: ApiClient }> {
  const api = await startApi({ ...config, port: 0, adresse: '127.0.0.1' });
  const first = await api.get(CreerPremierAdministrateur).execute();
  const admin = new ApiClient(await api.getUrl());
  await admin.signInFirst(first?.identifiant ?? '', first?.motDePasse ?? '');
  return { api, admin };
}
