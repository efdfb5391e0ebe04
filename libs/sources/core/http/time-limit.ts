/** A signal that ends with the caller's or when its time is up, whichever comes first. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Whether it is the time that was up. */
  isPassed(): boolean;
  /** Lets go of the timer and of the caller's signal. */
  dispose(): void;
}

/** By hand rather than AbortSignal.any, whose signals stay attached to a long-lived parent on Node 20. */
export function timeLimit(ms: number, parent?: AbortSignal): TimeLimit {
  const controller = new AbortController();
  let passed = false;
  const timer = setTimeout(() => {
    passed = true;
    controller.abort();
  }, ms);
  const follow = (): void => controller.abort(parent?.reason);
  if (parent?.aborted === true) follow();
  else parent?.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    isPassed: () => passed,
    dispose: () => {
      clearTimeout(timer);
      parent?.removeEventListener('abort', follow);
    },
  };
}
