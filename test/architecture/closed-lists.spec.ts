import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  ACTEURS_ALERTE,
  TYPES_ALERTE as ALERTES_MONTREES,
} from '../../apps/admin/src/contract/etablissement.ts';
import { ETATS_COUVERTURE as ETATS_MONTRES } from '../../apps/admin/src/contract/couverture.ts';
import { ACTEURS, ETATS_COUVERTURE, TYPES_ALERTE } from '../../libs/matching/index.ts';
import { MIGRATIONS } from '../../apps/api/src/database/migrations.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Every statement that the migrations run on an empty database, in their order. */
async function statements(): Promise<string[]> {
  const said: string[] = [];
  const runner = { query: (sql: string) => Promise.resolve(void said.push(sql)) };
  for (const Migration of MIGRATIONS) await new Migration().up(runner as never);
  return said;
}

/** The values of the last list that a pattern finds in the statements: a later one replaces those before. */
async function listed(pattern: RegExp): Promise<string[]> {
  const found = (await statements()).flatMap((sql) => pattern.exec(sql)?.[1] ?? []);
  return [...(found.at(-1) ?? '').matchAll(/'((?:[^']|'')*)'/g)].map(([, value = '']) =>
    value.replaceAll("''", "'"),
  );
}

describe('the closed lists that the engine, the database and the back office each write', () => {
  it('states of coverage: same words, same order', async () => {
    expect(await listed(/CREATE DOMAIN etat_couverture AS text CHECK \(VALUE IN \((.*)\)\)/s)).toEqual(
      ETATS_COUVERTURE,
    );
    expect(ETATS_MONTRES).toEqual(ETATS_COUVERTURE);
  });

  it('who must act on an alert, and what alerts are about', async () => {
    expect(await listed(/alerte_formation_acteur_check\s+CHECK \(acteur IN \(([^)]*)\)/)).toEqual(ACTEURS);
    expect(ACTEURS_ALERTE).toEqual(ACTEURS);
    expect(ALERTES_MONTREES).toEqual(TYPES_ALERTE);
    const page = read('docs/etablissements.md');
    expect(TYPES_ALERTE.filter((type) => !page.includes(`| \`${type}\``))).toEqual([]);
  });
});
