import type { Request } from 'express';
import { describe, expect, it } from '@jest/globals';
import { readSessionCookie } from './session-cookie.ts';

const request = (cookie: string | undefined) => ({ get: () => cookie }) as unknown as Request;

describe('readSessionCookie', () => {
  it.each([
    ['concordance_session=abc', 'abc'],
    ['a=1; concordance_session=abc; b=2', 'abc'],
    ['autre_concordance_session=abc', null],
    ['concordance_session', null],
    ['', null],
    [undefined, null],
  ])('of %p', (header, expected) => {
    expect(readSessionCookie(request(header))).toBe(expected);
  });
});
