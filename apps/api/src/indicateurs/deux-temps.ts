/**
 * Work in two parts: the first parts run one after the other, in the order they were asked for; the second parts
 * run beside one another.
 */
export class DeuxTemps {
  private last: Promise<unknown> = Promise.resolve();

  start<Prepared, Done>(
    first: () => Promise<Prepared>,
    second: (prepared: Prepared) => Promise<Done>,
  ): Promise<Done> {
    const begun = this.last.then(first);
    this.last = begun;
    return awaitedLater(begun.then(second));
  }
}

/** Work whose failure is met when its turn comes: should another fail before, this one must not end the process. */
export function awaitedLater<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
