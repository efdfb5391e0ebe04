import { inspect } from 'node:util';

const MASK = '[secret]';

/**
 * A value that must not reach a log, an error message or a response. Every implicit conversion gives `[secret]`;
 * only `reveal()` gives the value, so that each place that needs it can be found by its name.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [inspect.custom](): string {
    return MASK;
  }
}
