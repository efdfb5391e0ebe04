import type { LoggerService } from '@nestjs/common';
import type { LogLevel } from '../config/env.schema.ts';
import { findRequestId } from './http/request-context.ts';
import { redact } from './redaction.ts';

const RANK: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 };

export interface JsonLoggerOptions {
  readonly level: LogLevel;
  /** Where a line goes. Default: stderr, because stdout belongs to the results of a command. */
  readonly write?: (line: string) => void;
  readonly now?: () => Date;
}

/**
 * One JSON object a line: `time, level, context, requestId, message` and what the caller adds. Everything goes
 * through `redact`: a secret never reaches a line, even inside an error.
 */
export class JsonLogger implements LoggerService {
  readonly #minimum: number;
  readonly #write: (line: string) => void;
  readonly #now: () => Date;

  constructor({ level, write, now }: JsonLoggerOptions) {
    this.#minimum = RANK[level];
    this.#write = write ?? ((line) => process.stderr.write(line));
    this.#now = now ?? (() => new Date());
  }

  log(message: unknown, ...parameters: unknown[]): void {
    this.#line('info', message, parameters);
  }

  warn(message: unknown, ...parameters: unknown[]): void {
    this.#line('warn', message, parameters);
  }

  error(message: unknown, ...parameters: unknown[]): void {
    this.#line('error', message, parameters);
  }

  fatal(message: unknown, ...parameters: unknown[]): void {
    this.#line('error', message, parameters);
  }

  debug(message: unknown, ...parameters: unknown[]): void {
    this.#line('debug', message, parameters);
  }

  verbose(message: unknown, ...parameters: unknown[]): void {
    this.#line('debug', message, parameters);
  }

  #line(level: LogLevel, message: unknown, parameters: readonly unknown[]): void {
    if (RANK[level] < this.#minimum) return;
    // Nest passes the logger's name last, after the stack and other parameters.
    const context = typeof parameters.at(-1) === 'string' ? parameters.at(-1) : undefined;
    const rest = context === undefined ? parameters : parameters.slice(0, -1);
    const line = {
      time: this.#now().toISOString(),
      level,
      context,
      requestId: findRequestId(),
      ...described(redact(message)),
      ...(rest.length > 0 ? { details: redact(rest) } : {}),
    };
    this.#write(`${JSON.stringify(line)}\n`);
  }
}

function described(message: unknown): object {
  return typeof message === 'object' && message !== null && !Array.isArray(message) ? message : { message };
}
