import { afterEach, describe, expect, it } from '@jest/globals';
import { Shutdown } from './shutdown.ts';

const opened: Shutdown[] = [];

function shutdown(stepTimeoutMs = 1000): {
  shutdown: Shutdown;
  log: string[];
  forced: number[];
  clock: { ms: number };
} {
  const clock = { ms: 0 };
  const log: string[] = [];
  const forced: number[] = [];
  const made = new Shutdown({
    log: (message) => log.push(message),
    stepTimeoutMs,
    forceExit: (code) => forced.push(code),
    now: () => clock.ms,
  });
  opened.push(made);
  return { shutdown: made, log, forced, clock };
}

describe('Shutdown', () => {
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.run()));
  });

  it('closes what was opened last first', async () => {
    const { shutdown: arret } = shutdown();
    const closed: string[] = [];
    arret.add('base', () => void closed.push('base'));
    arret.add('file', async () => {
      await Promise.resolve();
      closed.push('file');
    });
    arret.add('serveur', () => void closed.push('serveur'));
    expect(await arret.run()).toBe(0);
    expect(closed).toEqual(['serveur', 'file', 'base']);
  });

  it('goes on after a step that fails or never answers, and says which', async () => {
    const { shutdown: arret, log } = shutdown(20);
    let closed = false;
    arret.add('base', () => {
      closed = true;
    });
    arret.add('file', () => new Promise<void>(() => undefined));
    arret.add('serveur', () => {
      throw new Error('déjà fermé');
    });
    expect(await arret.run()).toBe(1);
    expect(closed).toBe(true);
    expect(log.join('\n')).toContain('« serveur » : déjà fermé');
    expect(log.join('\n')).toContain('« file » : pas de réponse');
  });

  it('closes on the first signal, takes its echo by npm for nothing, and ends at once on a second', async () => {
    const { shutdown: arret, log, forced, clock } = shutdown();
    let finish: () => void = () => undefined;
    arret.add('base', () => new Promise<void>((resolve) => (finish = resolve)));
    arret.listen();
    process.emit('SIGTERM');
    expect(arret.requested).toBe(true);
    expect(forced).toEqual([]);
    clock.ms = 400;
    process.emit('SIGTERM');
    expect(forced).toEqual([]);
    clock.ms = 1500;
    process.emit('SIGTERM');
    expect(forced).toEqual([130]);
    finish();
    expect(await arret.wait()).toBe(0);
    expect(log[0]).toContain('Arrêt en cours');
  });

  it('closes once, however often it is asked', async () => {
    const { shutdown: arret } = shutdown();
    let times = 0;
    arret.add('base', () => void (times += 1));
    await Promise.all([arret.run(), arret.run()]);
    expect(times).toBe(1);
  });
});
