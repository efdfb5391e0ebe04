import { randomUUID } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { startApi } from '../../apps/api/src/api-server.ts';
import type { Role } from '../../apps/api/src/common/auth/role.ts';
import { CreerCompte } from '../../apps/api/src/comptes/creer-compte.use-case.ts';
import { SYSTEME } from '../../apps/api/src/journal/journal-entry.ts';
import type { RevueDetail } from '../../apps/api/src/review/revue-view.ts';
import { ApiClient, type ApiAnswer } from './api-client.ts';
import { startSampleRun, type Installation } from './installation.ts';

/** The whole service over HTTP, with the sample campaign run and ready to be reviewed. */
export interface ReviewApp {
  readonly installation: Installation;
  readonly url: string;
  readonly campagneId: string;
  /** Stops the API at once and starts another on the same database, as after a crash. Clients keep their cookies. */
  restart(): Promise<void>;
  /** Someone signed in, with a password of their own. */
  steward(identifiant: string, role?: Role, academies?: readonly string[] | null): Promise<ApiClient>;
  close(): Promise<void>;
}

export async function startReviewApp(): Promise<ReviewApp> {
  const { installation, campagneId } = await startSampleRun();
  let api: NestExpressApplication = await startApi({ ...installation.config, port: 0, adresse: '127.0.0.1' });
  const url = await api.getUrl();
  return {
    installation,
    url,
    campagneId,
    restart: async () => {
      await api.close();
      api = await startApi({
        ...installation.config,
        port: Number(new URL(url).port),
        adresse: '127.0.0.1',
      });
    },
    steward: async (identifiant, role = 'instructeur', academies = null) => {
      const { motDePasseProvisoire } = await installation.app
        .get(CreerCompte)
        .execute({ identifiant, nom: `Nom ${identifiant}`, role, academies }, SYSTEME);
      const client = new ApiClient(url);
      await client.signInFirst(identifiant, motDePasseProvisoire);
      return client;
    },
    close: async () => {
      await api.close();
      await installation.close();
    },
  };
}

/** The next items, lent to the client. */
export async function take(
  client: ApiClient,
  filtre: object,
  more: { nombre?: number; sauf?: readonly string[] } = {},
): Promise<RevueDetail[]> {
  const { status, body } = await client.post('/api/revues/prochaines', { filtre, ...more });
  if (status !== 200) throw new Error(`prochaines: ${String(status)} ${JSON.stringify(body)}`);
  return body.data;
}

/** Decides an item: by default, that nothing fits. */
export function decide(client: ApiClient, revue: RevueDetail, said: object = {}): Promise<ApiAnswer> {
  return client.post(`/api/revues/${revue.id}/decisions`, {
    commandeId: randomUUID(),
    version: revue.version,
    verdict: 'aucune',
    motif: 'hors_nomenclature',
    ...said,
  });
}

export const json = (filter: object): string => encodeURIComponent(JSON.stringify(filter));
