import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as conditionAdmin from '../../apps/admin/src/contract/condition.ts';
import { champsExport } from '../../apps/admin/src/i18n/fr/exports.ts';
import { typesJournal } from '../../apps/admin/src/i18n/fr/journal.ts';
import { tables } from '../../apps/admin/src/i18n/fr/tables.ts';
import { MOTIFS as MOTIFS_ADMIN } from '../../apps/admin/src/formations/motifs.ts';
import { CHAMPS_FORMATION } from '../../apps/api/src/appariements/formation-condition.ts';
import { formationExporteeSchema } from '../../apps/api/src/exports/formation-exportee.ts';
import * as conditionApi from '../../apps/api/src/perimetre/condition.ts';
import { MOTIFS } from '../../libs/matching/match-result.ts';
import { TABLES } from '../../libs/sources/index.ts';

const APPS = join(import.meta.dirname, '..', '..', 'apps');
const API = join(APPS, 'api', 'src');
const AUTH = join(APPS, 'admin', 'src', 'providers', 'auth-provider.ts');

/** The types of events that the code of the API writes in the journal. */
function journalTypes(): string[] {
  const files = readdirSync(API, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files
    .map((file) => readFileSync(join(API, file), 'utf8'))
    .filter((text) => text.includes('journal'))
    .flatMap((text) => [...text.matchAll(/(?:journal\.note\(\s*\{\s*type: |this\.#append\()'(\w+)'/g)])
    .map(([, type = '']) => type);
}

/** What the back office offers to a role, and the route that decides. */
const DROITS: readonly (readonly [droit: string, controleur: string, route: string])[] = [
  ['comptes.*', 'comptes/comptes', "Controller('comptes')"],
  ['journal.*', 'journal/journal', "Controller('journal')"],
  ['imports.create', 'imports/imports', 'Post()'],
  ['collectes.create', 'collectes/collectes', 'Post()'],
  ['planifications.create', 'planification/planifications', 'Post()'],
  ['planifications.edit', 'planification/planifications', "Put(':id')"],
  ['instantanes.retirer', 'instantanes/instantane-statut', "Controller('instantanes/:id')"],
  ['revues.decider', 'review/revues', "Post(':id/decisions')"],
  ['revues.adjuger', 'audit/confiance', "Put('campagnes/:id/seconde-lecture')"],
  ['controles.regler', 'audit/confiance', "Put('campagnes/:id/controles')"],
  ['campagnes.create', 'campagnes/campagnes', 'Post()'],
  ['campagnes.lancer', 'appariements/campagne-executions', "Post('executions')"],
  ['campagnes.publier', 'appariements/campagne-executions', "Post('publication')"],
  ['campagnes.exporter', 'exports/campagne-exports', 'Post()'],
  ['campagnes.epingler', 'instantanes/campagne-references', 'Put()'],
  ['executions.annuler', 'appariements/executions', "Post(':id/annulation')"],
  ['regles-perimetre.create', 'perimetre/regles-perimetre', 'Post()'],
  ['regles-perimetre.ecrire', 'perimetre/regles-perimetre', "Put(':id')"],
  ['regles-perimetre.deroger', 'perimetre/regles-perimetre', "Put(':id/academies/:academie')"],
  ['tirages.create', 'audit/tirages', 'Post()'],
  ['finalites.declarer', 'audit/finalites', "Post('finalites')"],
];

/** The role that a route asks for, as its controller says. */
function roleOf(controleur: string, route: string): string | undefined {
  const code = readFileSync(join(API, `${controleur}.controller.ts`), 'utf8');
  const start = code.indexOf(`@${route}`);
  return start === -1 ? undefined : /@Roles\('(\w+)'\)/.exec(code.slice(start))?.[1];
}

/**
 * The back office knows the server by HTTP only, and keeps its own lists: what each of them says twice is held here, so
 * that a word added on one side cannot be missing on the other.
 */
describe('the lists that the back office keeps apart', () => {
  it('name the reason codes of the engine, in its order', () => {
    expect([...MOTIFS_ADMIN]).toEqual([...MOTIFS]);
  });

  it.each(DROITS)('offer %s to the role that the API asks for', (droit, controleur, route) => {
    const offered = new RegExp(`'${droit}': '(\\w+)'`).exec(readFileSync(AUTH, 'utf8'))?.[1];
    expect(offered).toBeDefined();
    expect(offered).toBe(roleOf(controleur, route));
  });

  it('offer nothing to a role that is not held to a route', () => {
    const offered = [...readFileSync(AUTH, 'utf8').matchAll(/^ {2}'?([\w-]+\.[\w*]+)'?: '\w+',$/gm)];
    expect(offered.map(([, droit]) => droit).sort()).toEqual(DROITS.map(([droit]) => droit).sort());
  });

  it('keep the lists that the API keeps for a role', () => {
    const kept = readdirSync(API, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.controller.ts'))
      .flatMap((file) => {
        const code = readFileSync(join(API, file), 'utf8');
        // The role of a whole controller, or of its list.
        const found = /@Controller\('([\w-]+)'\)\s+@Roles\('(\w+)'\)/.exec(code);
        return found?.[1] !== undefined && code.includes('  @Get()') ? [found[1]] : [];
      });
    expect(kept.length).toBeGreaterThan(1);
    const text = readFileSync(AUTH, 'utf8');
    expect(kept.filter((resource) => !text.includes(`'${resource}.*': `))).toEqual([]);
  });

  it('name every table that can be imported', () => {
    expect(Object.keys(tables).sort()).toEqual(TABLES.map(({ id }) => id).sort());
  });

  it('name every field of an exported formation that two exports can differ by', () => {
    const compared = Object.keys(formationExporteeSchema.shape).filter(
      (champ) => !['id', 'rang'].includes(champ),
    );
    expect(Object.keys(champsExport)).toEqual(compared);
    const names = Object.values(champsExport);
    expect(new Set(names).size).toBe(names.length);
  });

  it('name every event that the journal can hold', () => {
    const written = journalTypes();
    expect(written.length).toBeGreaterThan(20);
    expect(written.filter((type) => !(type in typesJournal))).toEqual([]);
  });

  it('build conditions from the fields of the API, and no other', () => {
    expect(conditionAdmin.CHAMPS).toEqual(conditionApi.CHAMPS);
    expect(conditionAdmin.CHAMPS_FORMATION).toEqual(CHAMPS_FORMATION);
  });

  it('compare each kind of field as the API does, in its order', () => {
    expect(conditionAdmin.OPERATEURS_DU_GENRE).toEqual(conditionApi.OPERATEURS_DU_GENRE);
  });

  it('nest groups as deep as the API takes them, and no deeper', () => {
    const nest = (depth: number): unknown =>
      depth === 0
        ? { type: 'test', champ: 'uai', operateur: 'vide' }
        : { type: 'et', conditions: [nest(depth - 1)] };
    const taken = (depth: number): boolean => conditionApi.conditionSchema.safeParse(nest(depth)).success;
    expect(taken(conditionAdmin.MAX_PROFONDEUR)).toBe(true);
    expect(taken(conditionAdmin.MAX_PROFONDEUR + 1)).toBe(false);
  });
});
