/** Where progress is shown: stderr, or a test's own. */
export interface ProgressOutput {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface ProgressOptions {
  /** What is being done, in French: `Appariement`. */
  readonly titre: string;
  /** What is counted, in the plural: `formations`. */
  readonly unite: string;
  /** Null when it is not known: no time left is shown. */
  readonly total: number | null;
  readonly output: ProgressOutput;
  /** Milliseconds of a clock that never goes back; `performance.now` unless told. */
  readonly now?: () => number;
}

const TTY_INTERVAL_MS = 100;
const LINE_INTERVAL_MS = 3_000;
/** The rate is that of the last seconds, not of the whole run: a run speeds up once its indexes are built. */
const WINDOW_MS = 5_000;

const wholeNumber = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });
const smallNumber = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

/** Progress of a long work: rows done, rate, time left. A terminal is redrawn; a file gets a line now and then. */
export class ProgressBar {
  private readonly options: ProgressOptions;
  private readonly now: () => number;
  private readonly startedAt: number;
  private samples: { at: number; done: number }[];
  private done = 0;
  private total: number | null;
  private lastShownAt: number;
  private finished = false;

  constructor(options: ProgressOptions) {
    this.options = options;
    this.total = options.total;
    this.now = options.now ?? (() => performance.now());
    this.startedAt = this.now();
    this.samples = [{ at: this.startedAt, done: 0 }];
    this.lastShownAt = options.output.isTTY === true ? Number.NEGATIVE_INFINITY : this.startedAt;
  }

  /** Says how many are done in all; `total` may be learnt on the way. */
  update(done: number, total: number | null = this.total): void {
    if (this.finished) return;
    this.done = done;
    this.total = total;
    const at = this.now();
    this.samples.push({ at, done });
    while (this.samples.length > 2 && at - (this.samples[1]?.at ?? at) >= WINDOW_MS) this.samples.shift();
    const interval = this.options.output.isTTY === true ? TTY_INTERVAL_MS : LINE_INTERVAL_MS;
    if (at - this.lastShownAt < interval) return;
    this.lastShownAt = at;
    this.show(formatProgress({ ...this.counts(at), unite: this.options.unite }), false);
  }

  /** Says that `n` more are done. */
  advance(n = 1): void {
    this.update(this.done + n);
  }

  /** Ends with a line that stays: how many, in how long, at what rate. */
  finish(): void {
    if (this.finished) return;
    this.finished = true;
    const seconds = (this.now() - this.startedAt) / 1000;
    const rate = seconds > 0 ? ` · ${formatRate(this.done / seconds)}` : '';
    this.show(
      `${wholeNumber.format(this.done)} ${this.options.unite} en ${formatDuration(seconds)}${rate}`,
      true,
    );
  }

  /** Leaves the line as it is and stops: the work failed, the error speaks next. */
  abandon(): void {
    if (this.finished) return;
    this.finished = true;
    if (this.options.output.isTTY === true) this.options.output.write('\n');
  }

  private counts(at: number): { done: number; total: number | null; rate: number | null } {
    const first = this.samples[0];
    const elapsed = first === undefined ? 0 : (at - first.at) / 1000;
    const rate = first === undefined || elapsed <= 0 ? null : (this.done - first.done) / elapsed;
    return { done: this.done, total: this.total, rate };
  }

  private show(text: string, last: boolean): void {
    const { output, titre } = this.options;
    const line = `${titre} : ${text}`;
    if (output.isTTY !== true) {
      output.write(`${line}\n`);
      return;
    }
    const width = (output.columns ?? 80) - 1;
    output.write(`\r\u001b[2K${line.slice(0, width)}${last ? '\n' : ''}`);
  }
}

/** `1 234 / 3 392 formations · 850/s · reste 3 s` */
export function formatProgress(progress: {
  readonly done: number;
  readonly total: number | null;
  readonly unite: string;
  /** Per second; null when nothing was measured yet. */
  readonly rate: number | null;
}): string {
  const { done, total, unite, rate } = progress;
  const parts = [
    total === null
      ? `${wholeNumber.format(done)} ${unite}`
      : `${wholeNumber.format(done)} / ${wholeNumber.format(total)} ${unite}`,
  ];
  if (rate !== null && rate > 0) {
    parts.push(formatRate(rate));
    if (total !== null && total > done)
      parts.push(`reste ${formatDuration(Math.ceil((total - done) / rate))}`);
  }
  return parts.join(' · ');
}

/** Seconds as a person says them: `3 s`, `2 min 05 s`, `1 h 10 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 10 && seconds > 0) return `${smallNumber.format(Math.max(0.1, seconds))} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${String(whole)} s`;
  if (whole < 3600) {
    return `${String(Math.floor(whole / 60))} min ${String(whole % 60).padStart(2, '0')} s`;
  }
  return `${String(Math.floor(whole / 3600))} h ${String(Math.floor((whole % 3600) / 60)).padStart(2, '0')} min`;
}

function formatRate(perSecond: number): string {
  const format = perSecond < 10 ? smallNumber : wholeNumber;
  return `${format.format(perSecond)}/s`;
}
