import { describe, expect, it } from '@jest/globals';
import {
  SourceAccessError,
  SourceFormatError,
  SourceRateLimitedError,
  SourceUnavailableError,
} from '#sources';
import { RuleViolationError } from '../common/domain-errors.ts';
import { MAX_ESSAIS, verdictOf } from './failure.ts';

const details = { source: 'bcn' };

describe('verdictOf', () => {
  it('waits as long as the service asks, a day at most, without counting a failure', () => {
    const limited = (ms: number) => new SourceRateLimitedError('trop', details, ms);
    expect(verdictOf(limited(3_600_000), 3)).toMatchObject({ kind: 'attendre', ms: 3_600_000, essais: 3 });
    expect(verdictOf(limited(9e9), 0)).toMatchObject({ ms: 86_400_000 });
  });

  it('waits longer and longer for a service that is away, then gives up', () => {
    const away = new SourceUnavailableError('panne', details);
    expect(verdictOf(away, 0)).toMatchObject({ kind: 'attendre', ms: 30_000, essais: 1 });
    expect(verdictOf(away, 3)).toMatchObject({ ms: 240_000, essais: 4 });
    expect(verdictOf(away, MAX_ESSAIS - 1)).toMatchObject({ kind: 'echouer', message: /8 essais/ });
  });

  it.each([
    new SourceAccessError('refusé', details),
    new SourceFormatError('colonne absente', details),
    new RuleViolationError('X', 'rien à demander'),
  ])('stops at once at what no wait mends: %s', (error) => {
    expect(verdictOf(error, 0)).toEqual({ kind: 'echouer', message: error.message });
  });

  it('leaves to the queue what is not of the source', () => {
    expect(verdictOf(new Error('connexion perdue'), 0)).toEqual({ kind: 'inconnu' });
  });
});
