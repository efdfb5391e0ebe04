import { z } from 'zod';
import type { CleAlerte } from './alerte.query.ts';

/** An alert's id as it comes from outside: `<run>.<type>.<key>`. */
export const cleAlerteSchema = z
  .string()
  .max(300)
  .regex(/^[0-9a-f-]{36}\.[A-Z_]+\..+$/, 'identifiant d’alerte attendu');

/** The parts of an id that the schema accepted; its key may hold a dot. */
export function readCleAlerte(id: string): CleAlerte {
  const [executionId = '', type = '', ...cle] = id.split('.');
  return { executionId, type, cle: cle.join('.') };
}
