/** One thing to close, named in French for the log. */
interface ShutdownStep {
  readonly name: string;
  readonly close: () => Promise<void> | void;
}

export interface ShutdownOptions {
  readonly log: (message: string) => void;
  /** Time given to each step before it is left behind; 15 s unless told. */
  readonly stepTimeoutMs?: number;
  /** Ends the process at once on a second signal; a test gives its own. */
  readonly forceExit?: (code: number) => void;
  /** Milliseconds of a clock that never goes back; `performance.now` unless told. */
  readonly now?: () => number;
}

/**
 * One Ctrl-C under `npm start` arrives twice: from the terminal, and passed on by npm. A second signal is a person's
 * only after this long.
 */
const ECHO_MS = 1_000;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ordered closing: what was opened last is closed first, so that workers end before the database they use.
 * The first signal closes in order; a second one ends the process at once.
 */
export class Shutdown {
  private readonly steps: ShutdownStep[] = [];
  private readonly stepTimeoutMs: number;
  private readonly forceExit: (code: number) => void;
  private readonly log: (message: string) => void;
  private readonly now: () => number;
  private running: Promise<number> | null = null;
  private requestedAt = 0;
  private settle: (code: number) => void = () => undefined;
  private readonly ended: Promise<number>;
  private readonly onSignal = (): void => {
    this.handleSignal();
  };

  constructor(options: ShutdownOptions) {
    this.log = options.log;
    this.now = options.now ?? (() => performance.now());
    this.stepTimeoutMs = options.stepTimeoutMs ?? 15_000;
    this.forceExit = options.forceExit ?? ((code) => process.exit(code));
    this.ended = new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  /** Adds what must be closed before everything added until now. */
  add(name: string, close: () => Promise<void> | void): void {
    this.steps.push({ name, close });
  }

  /** Starts listening to Ctrl-C, SIGTERM and the loss of the terminal. */
  listen(): void {
    for (const signal of SIGNALS) process.on(signal, this.onSignal);
  }

  /** True from the first signal (or `run`) on. */
  get requested(): boolean {
    return this.running !== null;
  }

  /** Waits for the end of a closing that a signal or `run` started: 0, or 1 when a step failed. */
  wait(): Promise<number> {
    return this.ended;
  }

  /** Closes everything, once; later calls wait for the same closing. Never rejects. */
  run(): Promise<number> {
    this.running ??= this.closeAll().then((code) => {
      for (const signal of SIGNALS) process.off(signal, this.onSignal);
      this.settle(code);
      return code;
    });
    return this.running;
  }

  private handleSignal(): void {
    if (this.running === null) {
      this.requestedAt = this.now();
      this.log('Arrêt en cours… (Ctrl-C encore une fois pour forcer)');
      void this.run();
      return;
    }
    if (this.now() - this.requestedAt < ECHO_MS) return;
    this.log("Arrêt forcé : au prochain démarrage, la base reprendra où elle s'est arrêtée.");
    this.forceExit(130);
  }

  private async closeAll(): Promise<number> {
    let code = 0;
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop()) {
      try {
        await withTimeout(Promise.resolve(step.close()), this.stepTimeoutMs);
      } catch (error) {
        code = 1;
        const reason = error instanceof Error ? error.message : String(error);
        this.log(`Arrêt de « ${step.name} » : ${reason}`);
      }
    }
    return code;
  }
}

async function withTimeout(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`pas de réponse en ${String(Math.round(ms / 1000))} s, abandonné`));
    }, ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
