import { join } from 'node:path';
import type { TableId } from '../canonical.ts';
import type { Encodage } from '../table-reader.ts';
import type { Step, StepEvent, StepTools } from './connector.ts';
import type { HttpClient, HttpRequest } from './http-client.ts';

/** A file to receive. */
export interface FileToReceive {
  readonly table: TableId;
  readonly url: string;
  /** Its name in the folder of the import. */
  readonly nom: string;
  readonly encodage?: Encodage;
  readonly request?: Partial<HttpRequest>;
}

/** Receives a file, or learns that it has not changed since the last import. */
export async function fileEvent(
  client: HttpClient,
  { folder, validators, signal }: StepTools,
  step: Step,
  { table, url, nom, encodage, request }: FileToReceive,
): Promise<StepEvent> {
  const known = validators[step.id];
  const answer = await client.download({ url, signal, validators: known, ...request }, join(folder, nom));
  if (answer.body === null) return { kind: 'inchange', etape: step.id };
  const { etag, lastModified } = answer;
  return {
    kind: 'file',
    etape: step.id,
    table,
    fichier: answer.body,
    encodage,
    validateurs: { etag, lastModified },
  };
}
