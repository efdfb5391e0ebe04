import { describe, expect, it } from '@jest/globals';
import { JsonLogger } from './json-logger.ts';

function logged(
  write: (logger: JsonLogger) => void,
  level: 'debug' | 'warn' | 'silent' = 'debug',
): unknown[] {
  const lines: string[] = [];
  write(new JsonLogger({ level, write: (line) => lines.push(line), now: () => new Date(0) }));
  return lines.map((line) => JSON.parse(line));
}

describe('JsonLogger', () => {
  it('writes one JSON object a line, with the context that Nest passes last', () => {
    expect(logged((logger) => logger.log('Prêt\nsur 3000', 'http'))).toEqual([
      { time: '1970-01-01T00:00:00.000Z', level: 'info', context: 'http', message: 'Prêt\nsur 3000' },
    ]);
  });

  it('spreads an object, and masks its secrets', () => {
    const [line] = logged((logger) =>
      logger.error({ message: 'Échec', token: 'abc', error: new Error('x') }),
    );
    expect(line).toMatchObject({
      level: 'error',
      message: 'Échec',
      token: '[secret]',
      error: { message: 'x' },
    });
  });

  it('keeps what is at its level or above', () => {
    const write = (logger: JsonLogger) => {
      logger.debug('d');
      logger.log('i');
      logger.warn('w');
      logger.fatal('f');
    };
    expect(logged(write, 'warn')).toHaveLength(2);
    expect(logged(write, 'silent')).toHaveLength(0);
  });
});
