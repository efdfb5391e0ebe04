import { describe, expect, it } from '@jest/globals';
import { UnsafeAddressError } from './http-errors.ts';
import { checkedUrl, redirectTarget, STRICT_POLICY } from './url-policy.ts';

const check = (url: string) => () => checkedUrl(url, STRICT_POLICY, 'essai');

describe('the addresses that an operator gives', () => {
  it('https to a public host is admitted', () => {
    expect(check('https://data.example.fr/a.csv?x=1')().hostname).toBe('data.example.fr');
  });

  it.each([
    ['http://data.example.fr/a.csv', /seul https/],
    ['file:///etc/passwd', /seul https/],
    ['ftp://data.example.fr/', /seul https/],
    ['https://127.0.0.1/', /réseau privé/],
    ['https://[::1]/', /réseau privé/],
    ['https://[::ffff:10.0.0.1]/', /réseau privé/],
    ['https://0x7f000001/', /réseau privé/],
    ['https://2130706433/', /réseau privé/],
    ['https://127.1/', /réseau privé/],
    ['https://169.254.169.254/latest/meta-data', /réseau privé/],
    ['https://moi:secret@data.example.fr/', /identifiant/],
    ['pas une adresse', /n'est pas une URL/],
  ])('%s is refused', (url, message) => {
    expect(check(url)).toThrow(UnsafeAddressError);
    expect(check(url)).toThrow(message);
  });

  it('a refusal shows neither query nor password', () => {
    expect(check('http://moi:secret@data.example.fr/a?jeton=abc')).toThrow('http://data.example.fr/a?…');
  });

  it('a redirection stays on its host and on https, unless the policy names another', () => {
    const from = new URL('https://data.example.fr/a');
    const to = (location: string, hosts: string[] = []) =>
      redirectTarget(from, location, { ...STRICT_POLICY, redirectHosts: hosts }, 'essai').href;
    expect(to('/b')).toBe('https://data.example.fr/b');
    expect(to('https://static.example.fr/b', ['static.example.fr'])).toBe('https://static.example.fr/b');
    expect(() => to('https://static.example.fr/b')).toThrow(/autre hôte \(static\.example\.fr\)/);
    expect(() => to('https://data.example.fr:8443/b')).toThrow(/autre hôte/);
    expect(() => to('http://data.example.fr/b')).toThrow(/seul https/);
    expect(() => to('https://10.0.0.1/b', ['10.0.0.1'])).toThrow(/réseau privé/);
  });
});
