/** Work whose failure is met when its turn comes: should another fail before, this one must not end the process. */
export function awaitedLater<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
