import { randomUUID } from 'node:crypto';

/** Makes the ids of new rows. */
export interface IdGenerator {
  uuid(): string;
}

/** Injection token of the IdGenerator. */
export const IDS = Symbol('IDS');

export const systemIds: IdGenerator = { uuid: () => randomUUID() };
