import { describe, expect, it } from '@jest/globals';
import { SourceFormatError, SourceUnavailableError } from '../errors.ts';
import type { ConnectorEvent, ConnectorProgress, Json, Step, StepEvent } from './connector.ts';
import { FakeClock } from './fixtures/fake-transport.ts';
import { runSteps } from './run-steps.ts';

const steps = (count: number): Step[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `e${String(n)}`,
    libelle: `Étape ${String(n)}`,
    params: {},
    facultative: true,
  }));

const down = (): SourceUnavailableError =>
  new SourceUnavailableError('essai : en panne.', { source: 'essai' });

interface Ran {
  readonly made: string[];
  readonly refus: string[];
  readonly cursors: Json[];
  readonly progress: ConnectorProgress[];
  readonly error: unknown;
}

/** Runs steps of which `fails` says, by id and by rank of the try, how they fail. */
async function run(
  plan: Step[],
  fails: (id: string, attempt: number) => Error | null,
  cursor: Json | null = null,
): Promise<Ran> {
  const clock = new FakeClock();
  const attempts = new Map<string, number>();
  const ran: Omit<Ran, 'error'> = { made: [], refus: [], cursors: [], progress: [] };
  const make = async function* (step: Step): AsyncGenerator<StepEvent> {
    const attempt = (attempts.get(step.id) ?? 0) + 1;
    attempts.set(step.id, attempt);
    await clock.sleep(1000);
    const failure = fails(step.id, attempt);
    if (failure) throw failure;
    ran.made.push(step.id);
    yield { kind: 'inchange', etape: step.id };
  };
  const events = runSteps({
    source: 'essai',
    steps: plan,
    fingerprint: 'p',
    maker: { make, close: () => undefined },
    run: {
      input: {},
      cursor,
      credentials: {},
      folder: '',
      http: { runtime: clock, version: '0' },
      onProgress: (progress) => ran.progress.push(progress),
    },
  });
  const note = (event: ConnectorEvent): void => {
    if (event.kind === 'cursor') ran.cursors.push(event.cursor);
    if (event.kind === 'refus') ran.refus.push(event.etape);
  };
  try {
    for await (const event of events) note(event);
  } catch (error) {
    return { ...ran, error };
  }
  return { ...ran, error: null };
}

describe('an import by steps', () => {
  it('one step that fails is made again after the others', async () => {
    const ran = await run(steps(4), (id, attempt) => (id === 'e1' && attempt === 1 ? down() : null));
    expect(ran).toMatchObject({ made: ['e0', 'e2', 'e3', 'e1'], refus: [], error: null });
  });

  it('one that keeps failing is left out with its reason, and the import ends', async () => {
    const ran = await run(steps(4), (id) => (id === 'e1' ? down() : null));
    expect(ran).toMatchObject({ made: ['e0', 'e2', 'e3'], refus: ['e1'], error: null });
  });

  it('three in a row mean that the service is down: the import stops and goes on from there', async () => {
    const ran = await run(steps(8), (id) => (id >= 'e3' ? down() : null));
    expect(ran.error).toBeInstanceOf(SourceUnavailableError);
    expect(ran.made).toEqual(['e0', 'e1', 'e2']);
    const resumed = await run(steps(8), () => null, ran.cursors.at(-1));
    expect(resumed).toMatchObject({ made: ['e5', 'e6', 'e7', 'e3', 'e4'], refus: [], error: null });
  });

  it('a format that drifts stops at once, whatever the step', async () => {
    const ran = await run(steps(3), () => new SourceFormatError('essai : format.', { source: 'essai' }));
    expect(ran).toMatchObject({ made: [], cursors: [], error: { code: 'FORMAT_INATTENDU' } });
  });

  it('a step that is not one of many stops the import', async () => {
    const plan = steps(3).map((step) => ({ ...step, facultative: false }));
    const ran = await run(plan, (id) => (id === 'e1' ? down() : null));
    expect(ran.made).toEqual(['e0']);
    expect(ran.error).toBeInstanceOf(SourceUnavailableError);
  });

  it('says how far it is and how long is left', async () => {
    const { progress } = await run(steps(4), () => null);
    expect(progress[0]).toMatchObject({ faites: 0, total: 4, resteMs: null });
    expect(progress.filter(({ faites }) => faites === 2)[0]).toMatchObject({ resteMs: 2000 });
    expect(progress.at(-1)).toMatchObject({ faites: 4, total: 4, resteMs: 0 });
  });

  it('a cursor from elsewhere is refused', async () => {
    const cursors: Json[] = [{ v: 1, plan: 'q', suivante: 0, position: null, reportees: [] }, 'x', { v: 2 }];
    for (const cursor of cursors) {
      expect((await run(steps(1), () => null, cursor)).error).toMatchObject({ code: 'CURSEUR_INCOMPATIBLE' });
    }
  });
});
