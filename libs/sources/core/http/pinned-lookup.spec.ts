import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from '@jest/globals';
import { UnsafeAddressError } from './http-errors.ts';
import { pinnedLookup } from './pinned-lookup.ts';
import { STRICT_POLICY } from './url-policy.ts';

function lookup(addresses: LookupAddress[], { allowPrivate = false, all = true } = {}): Promise<unknown> {
  const policy = { ...STRICT_POLICY, allowPrivate };
  const resolver = pinnedLookup(policy, 'essai', (_host, done) => done(null, addresses));
  return new Promise((resolve, reject) => {
    resolver('data.example.fr', { all }, (error, address, family) => {
      if (error) reject(error);
      else resolve(all ? address : [address, family]);
    });
  });
}

const v4 = (address: string): LookupAddress => ({ address, family: 4 });

describe('pinnedLookup', () => {
  it('hands out the addresses that it checked', async () => {
    await expect(lookup([v4('8.8.8.8'), v4('8.8.4.4')])).resolves.toEqual([v4('8.8.8.8'), v4('8.8.4.4')]);
    await expect(lookup([v4('8.8.8.8')], { all: false })).resolves.toEqual(['8.8.8.8', 4]);
  });

  it('refuses a name with a private address, even among public ones', async () => {
    await expect(lookup([v4('127.0.0.1')])).rejects.toThrow(UnsafeAddressError);
    await expect(lookup([v4('8.8.8.8'), v4('10.0.0.1')])).rejects.toThrow(
      'essai : adresse refusée, data.example.fr désigne un réseau privé.',
    );
  });

  it('lets a configured service be private, and a name without address fail', async () => {
    await expect(lookup([v4('10.0.0.1')], { allowPrivate: true })).resolves.toEqual([v4('10.0.0.1')]);
    await expect(lookup([])).rejects.toThrow(/no address/);
  });
});
