import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { CONNECTORS } from '#sources';
import { CONNECTOR_PREFIXES } from './connector-variables.ts';
import { ConfigError, loadEnv, loadLocalEnv } from './load-env.ts';
import { Secret } from './secret.ts';

const DATABASE_URL = 'postgres://concordance:tres-secret@db:5432/concordance';

function problemsOf(source: Record<string, string>): ConfigError {
  try {
    loadEnv(source);
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('accepted');
}

describe('loadEnv', () => {
  it('gives the defaults', () => {
    const config = loadEnv({ DATABASE_URL, PATH: '/usr/bin', PORT: '' });
    expect(config).toMatchObject({
      port: 3000,
      queueSchema: 'bull',
      logLevel: 'info',
      travailleurs: 2,
      proxys: 0,
    });
    expect([config.redisUrl, config.dataDir, config.exportDir, config.adresse]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(config.databaseUrl.reveal()).toBe(DATABASE_URL);
  });

  it('lists every problem by name and shows no value', () => {
    const error = problemsOf({
      DATABASE_URL: 'mysql://root:tres-secret@db',
      PORT: '70000',
      CONCORDANCE_QUEUE_SCHEMA: 'bull"; DROP',
      CONCORDANCE_TRAVAILEURS: 'tres-secret',
      LOG_LEVEL: 'bavard',
    });
    expect(error.problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([
      'CONCORDANCE_QUEUE_SCHEMA',
      'CONCORDANCE_TRAVAILEURS',
      'DATABASE_URL',
      'LOG_LEVEL',
      'PORT',
    ]);
    for (const value of ['tres-secret', 'mysql', '70000', 'DROP', 'bavard'])
      expect(error.message).not.toContain(value);
  });

  it('needs a database, unless the process can do without', () => {
    expect(problemsOf({}).problems).toEqual(['DATABASE_URL : absente']);
    expect(loadLocalEnv({}).databaseUrl).toBeNull();
    expect(() => loadLocalEnv({ PORT: 'x' })).toThrow(ConfigError);
  });

  it('lets the variables of the launcher and of the tests through', () => {
    expect(() =>
      loadLocalEnv({ CONCORDANCE_DATA: '/d', CONCORDANCE_TEST_POSTGRES: 'x', CONCORDANCE_CONSTRUIT: '1' }),
    ).not.toThrow();
  });
});

describe('variables of the services', () => {
  const env = {
    DATABASE_URL,
    BCN_VOIE: 'json',
    BCN_MOT_DE_PASSE: 'tres-secret',
    QUIFORME_URL: 'https://q.example',
  };

  it('are read by name, secrets apart', () => {
    const { connecteurs } = loadEnv(env);
    expect(connecteurs.reglages).toEqual({ BCN_VOIE: 'json', QUIFORME_URL: 'https://q.example' });
    expect(connecteurs.secrets['BCN_MOT_DE_PASSE']?.reveal()).toBe('tres-secret');
    expect(JSON.stringify(connecteurs)).not.toContain('tres-secret');
  });

  it('are refused by name when they are none, or none of their values', () => {
    const { problems, message } = problemsOf({
      ...env,
      BCN_MOTDEPASSE: 'tres-secret',
      ONISEP_VOIE: 'tres-secret',
      CPF_URL: 'tres-secret',
    });
    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([
      'BCN_MOTDEPASSE',
      'CPF_URL',
      'ONISEP_VOIE',
    ]);
    expect(message).not.toContain('tres-secret');
  });

  it('all begin as the typo guard knows', () => {
    const names = CONNECTORS.flatMap(({ identifiants, reglages }) => [...identifiants, ...reglages]);
    expect(names.filter(({ nom }) => !CONNECTOR_PREFIXES.some((prefix) => nom.startsWith(prefix)))).toEqual(
      [],
    );
  });
});

describe('Secret', () => {
  it('shows itself only when asked to', () => {
    const secret = new Secret('tres-secret');
    expect([String(secret), JSON.stringify({ secret }), inspect({ secret })].join()).not.toContain(
      'tres-secret',
    );
    expect(JSON.stringify({ ...loadEnv({ DATABASE_URL }) })).not.toContain('tres-secret');
    expect(secret.reveal()).toBe('tres-secret');
  });
});
