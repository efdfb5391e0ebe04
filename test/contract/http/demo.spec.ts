import { describe, expect, it } from '@jest/globals';
import { CONNECTORS, connectorOf } from '../../../libs/sources/connectors.ts';
import { TestClock } from './contract-run.ts';
import { runDemo } from './demo/run-demo.ts';

describe('the demonstration of the sources', () => {
  it('shows every connector, and each of its imports ends well', async () => {
    const lines: string[] = [];
    const results = await runDemo({
      runtime: new TestClock(),
      say: (line) => lines.push(line),
      progress: () => undefined,
    });
    expect([...new Set(results.map(({ source }) => source))].sort()).toEqual(
      CONNECTORS.map(({ id }) => id).sort(),
    );
    expect(results.filter(({ erreur, refusees }) => erreur !== null || refusees > 0)).toEqual([]);
    expect(results.filter(({ lignes }) => lignes === 0)).toEqual([]);
    expect(results.find(({ source }) => source === 'inserjeunes')).toMatchObject({ lignes: 22 * 3 });
    expect(lines).toContain('   interrompu ; reprise depuis le dernier curseur');
  });
});

describe('the list of connectors', () => {
  it('names each once, with its settings and secrets', () => {
    const ids = CONNECTORS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(connectorOf('bcn')?.identifiants.map(({ nom }) => nom)).toContain('BCN_CLE_API');
    expect(connectorOf('acce')).toBeUndefined();
    const names = CONNECTORS.flatMap(({ identifiants, reglages }) => [...identifiants, ...reglages]);
    expect(names.filter(({ nom }) => !/^[A-Z][A-Z_]+$/.test(nom))).toEqual([]);
  });

  it('asks the real services over https only, by default', () => {
    const addresses = CONNECTORS.flatMap(({ reglages }) => reglages.map(({ defaut }) => defaut ?? ''));
    expect(addresses.filter((address) => /:\/\//.test(address) && !address.startsWith('https://'))).toEqual(
      [],
    );
  });
});
