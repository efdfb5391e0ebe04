import { describe, expect, it } from '@jest/globals';
import { Secret } from '../config/secret.ts';
import { redact } from './redaction.ts';

describe('redact', () => {
  it('masks what is named like a secret, at any depth, and keeps the rest', () => {
    const input = {
      identifiant: 'nadia',
      motDePasse: 'a',
      mot_de_passe_hash: 'b',
      doitChangerMotDePasse: true,
      headers: { Cookie: 'c', authorization: 'd' },
      comptes: [{ password: 'e', at: new Date(0) }],
      url: new Secret('f'),
      lignes: 12n,
    };
    const copy = structuredClone({ ...input, url: null });
    expect(redact(input)).toEqual({
      identifiant: 'nadia',
      motDePasse: '[secret]',
      mot_de_passe_hash: '[secret]',
      doitChangerMotDePasse: true,
      headers: { Cookie: '[secret]', authorization: '[secret]' },
      comptes: [{ password: '[secret]', at: '1970-01-01T00:00:00.000Z' }],
      url: '[secret]',
      lignes: '12',
    });
    expect({ ...input, url: null }).toEqual(copy);
  });

  it('masks the credentials of an address inside a sentence', () => {
    expect(redact('échec : postgres://u:p@db/x puis redis://:mdp@r:6379')).toBe(
      'échec : postgres://[secret]@db/x puis redis://[secret]@r:6379',
    );
  });

  it('keeps what explains an error, and drops the query parameters attached to it', () => {
    const cause = Object.assign(new Error('duplicate'), { code: '23505', parameters: ['$argon2id$…'] });
    const redacted = redact(new Error('insert', { cause })) as { cause: object; stack: string };
    expect(redacted).toMatchObject({ name: 'Error', message: 'insert', cause: { code: '23505' } });
    expect(redacted.stack).toContain('redaction.spec');
    expect(JSON.stringify(redacted)).not.toContain('argon2id');
  });

  it('ends on a value that contains itself', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(JSON.stringify(redact(loop))).toContain('[…]');
  });
});
