import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient } from './api-client.ts';

/** Asks for an export of a campaign, and waits for its files: a worker must be there. @returns its id. */
export async function builtExport(admin: ApiClient, campagneId: string): Promise<string> {
  const { body } = await admin.post(`/api/campagnes/${campagneId}/exports`);
  const id = body.id as string;
  for (let i = 0; i < 600; i += 1) {
    if ((await admin.get(`/api/exports/${id}`)).body.statut === 'terminee') return id;
    await sleep(50);
  }
  throw new Error(`export ${id} has not ended`);
}

/** Accepts the first candidate of a review item. @returns the identifier of one of its formations. */
export async function acceptFirst(admin: ApiClient, revueId: string): Promise<string> {
  const { body: revue } = await admin.get(`/api/revues/${revueId}`);
  const { status } = await admin.post(`/api/revues/${revueId}/decisions`, {
    commandeId: randomUUID(),
    version: revue.version,
    verdict: 'accepte',
    codeCertification: revue.candidats[0].codeCertification,
  });
  if (status !== 201) throw new Error(`item ${revueId} was not decided: ${status}`);
  return revue.formations[0].identifiant as string;
}
