import { describe, expect, it } from '@jest/globals';
import type { Connector } from '../../../libs/sources/core/http/connector.ts';
import {
  SourceAccessError,
  SourceRateLimitedError,
  UnsafeAddressError,
} from '../../../libs/sources/core/http/http-errors.ts';
import { SourceFormatError, SourceUnavailableError } from '../../../libs/sources/index.ts';
import type { ContractSuite, Imported } from './contract-run.ts';
import type { Play } from './contract-server.ts';

/** A service and an import of it that succeeds. */
export interface ConnectorCase {
  readonly connector: Connector;
  /** A service that starts afresh; `drift` takes away a column that is needed. */
  readonly service: (options: { drift: boolean }) => Play;
  readonly input?: unknown;
  readonly settings: (url: string) => Record<string, string>;
  readonly credentials?: Readonly<Record<string, string>>;
  /** Requests that carry data, as `METHOD /path?query`. */
  readonly data: RegExp;
  readonly rows: number;
  readonly dataRequests: number;
  /** Name of the column that drifts, as the message gives it. */
  readonly driftColumn: RegExp;
}

/** The contract that every connector keeps, whatever its service. */
export function describeConnector(nom: string, suite: ContractSuite, tried: ConnectorCase): void {
  const { connector, data } = tried;
  const run = (options: { drift?: boolean } & Partial<Parameters<ContractSuite['run']>[1]> = {}) => {
    const { drift: _drift, ...overrides } = options;
    return suite.run(connector, {
      input: tried.input,
      settings: tried.settings(suite.server().url),
      credentials: tried.credentials ?? {},
      ...overrides,
    });
  };
  const start = (drift = false): void => {
    suite.server().play(tried.service({ drift }));
  };
  const secrets = Object.values(tried.credentials ?? {});

  describe(nom, () => {
    it('first load: every row comes, none refused, a cursor after each step', async () => {
      start();
      const imported = await run();
      expect(imported.error).toBeNull();
      expect(imported.rejets).toEqual([]);
      expect(imported.rows).toHaveLength(tried.rows);
      expect(suite.server().seen(data)).toHaveLength(tried.dataRequests);
      expect(imported.cursors.length).toBeGreaterThan(0);
      expect(imported.progress.at(-1)).toMatchObject({ resteMs: 0 });
      const agents = new Set(suite.server().requests.map(({ headers }) => headers['user-agent']));
      expect([...agents]).toEqual(['Concordance/0.0.0-essai']);
    });

    it('rate limit: waits as long as Retry-After says, then goes on', async () => {
      start();
      suite.server().fault(data, { status: 429, headers: { 'retry-after': '7' }, body: '' });
      const imported = await run();
      expect(imported.error).toBeNull();
      expect(imported.rows).toHaveLength(tried.rows);
      expect(Math.max(...imported.clock.naps)).toBeGreaterThanOrEqual(7000);
    });

    it('rate limit too long to wait for: says when to come back, and resumes', async () => {
      start();
      suite.server().fault(data, { status: 429, headers: { 'retry-after': '3600' }, body: '' });
      const stopped = await run();
      expect(stopped.error).toBeInstanceOf(SourceRateLimitedError);
      expect(stopped.error).toMatchObject({ retryAfter: 3_600_000, retryable: true });
      await expectWhole(stopped, await run({ cursor: stopped.cursors.at(-1) ?? null }));
    });

    it('a failure and a cut body: asks again', async () => {
      start();
      suite.server().fault(data, { status: 500, body: 'panne' });
      suite.server().fault(data, (usual) => ({ ...usual, cutAfter: 10 }));
      const imported = await run();
      expect(imported.error).toBeNull();
      expect(imported.rows).toHaveLength(tried.rows);
    });

    it('a service that stays down: stops, and resumes where it stopped', async () => {
      start();
      const after = Math.min(1, tried.dataRequests - 1);
      suite.server().fault(data, { status: 503, body: '' }, { times: 9, after });
      const stopped = await run();
      expect(stopped.error).toBeInstanceOf(SourceUnavailableError);
      expect(stopped.error?.message).toMatch(/HTTP 503/);
      start();
      const resumed = await run({ cursor: JSON.parse(JSON.stringify(stopped.cursors.at(-1) ?? null)) });
      await expectWhole(stopped, resumed);
      expect(suite.server().seen(data)).toHaveLength(tried.dataRequests - after);
    });

    it('drift: a column that is missing stops the import and is named', async () => {
      start(true);
      const { error } = await run();
      expect(error).toBeInstanceOf(SourceFormatError);
      expect(error?.message).toMatch(tried.driftColumn);
    });

    it('a redirection to another host is refused', async () => {
      start();
      suite.server().fault(data, { status: 302, headers: { location: 'https://ailleurs.example/x' } });
      const { error } = await run();
      // A POST is never redirected, wherever to.
      expect(error?.constructor === UnsafeAddressError || error?.constructor === SourceFormatError).toBe(
        true,
      );
      expect(error?.message).toMatch(/redirection/);
    });

    it('a cancelled import stops at once', async () => {
      start();
      const controller = new AbortController();
      suite.server().fault(data, (usual) => {
        controller.abort(new Error('import annulé'));
        return { ...usual, delay: 500 };
      });
      const { error } = await run({ signal: controller.signal });
      expect(error?.message).toBe('import annulé');
    });

    if (secrets.length > 0) {
      it('credentials refused: says so without showing them, and does not insist', async () => {
        start();
        const wrong = Object.fromEntries(
          Object.keys(tried.credentials ?? {}).map((name) => [name, `faux-secret-${name}`]),
        );
        const { error, cursors } = await run({ credentials: wrong });
        expect(error).toBeInstanceOf(SourceAccessError);
        expect(error?.message).toMatch(/accès refusé/);
        expect(error?.message).not.toContain('faux-secret');
        expect(cursors).toEqual([]);
        expect(suite.server().requests.length).toBeLessThanOrEqual(4);
      });

      it('a credential that is not set is named', async () => {
        start();
        const { error } = await run({ credentials: {} });
        expect(error).toBeInstanceOf(SourceAccessError);
        const names = Object.keys(tried.credentials ?? {});
        expect(names.some((name) => error?.message.includes(name))).toBe(true);
        expect(suite.server().requests).toEqual([]);
      });
    }
  });

  const expectWhole = async (stopped: Imported, resumed: Imported): Promise<void> => {
    expect(resumed.error).toBeNull();
    const both = [...stopped.rows, ...resumed.rows].map((row) => JSON.stringify(row));
    expect(both).toHaveLength(tried.rows);
    expect(new Set(both).size).toBe(tried.rows);
  };
}
