import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export interface WorkerProcessesOptions {
  /** Compiled module that each process runs; it sends a message once it is ready. */
  readonly module: string;
  readonly count: number;
  readonly env: NodeJS.ProcessEnv;
  readonly log: (message: string) => void;
}

/** A process that keeps dying is not started again more often than this. */
const RESTART_DELAY_MS = 1_000;

/**
 * Worker processes of this machine: a run keeps both cores busy while the API still answers. One that dies is started
 * again; all of them end with their parent, even when it is killed, since they watch the channel between them.
 */
export class WorkerProcesses {
  private readonly children = new Set<ChildProcess>();
  private stopping = false;

  constructor(private readonly options: WorkerProcessesOptions) {}

  /** Resolves once every worker listens to its queues. */
  async start(): Promise<void> {
    await Promise.all(Array.from({ length: this.options.count }, () => this.spawn()));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(
      [...this.children].map(
        (child) =>
          new Promise<void>((resolve) => {
            child.once('exit', () => {
              resolve();
            });
            child.kill('SIGTERM');
          }),
      ),
    );
  }

  private spawn(): Promise<void> {
    const child = fork(this.options.module, {
      env: this.options.env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.children.add(child);
    child.once('exit', (code, signal) => {
      this.children.delete(child);
      if (!this.stopping) void this.restart(signal ?? String(code));
    });
    return new Promise((resolve, reject) => {
      child.once('message', () => {
        resolve();
      });
      child.once('error', reject);
      child.once('exit', () => {
        // Also after "ready": a promise settles once, so this only tells of a worker that never started.
        reject(new Error("un travailleur s'est arrêté avant d'être prêt"));
      });
    });
  }

  private async restart(reason: string): Promise<void> {
    this.options.log(`Un travailleur s'est arrêté (${reason}) : il est relancé.`);
    await sleep(RESTART_DELAY_MS);
    if (!this.stopping) await this.spawn().catch(() => undefined);
  }
}
