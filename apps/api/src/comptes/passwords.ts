import { hash, verify } from '@node-rs/argon2';
import { Inject, Injectable } from '@nestjs/common';
import { RANDOM, type RandomSource } from '../common/random-source.ts';

/** OWASP's floor for argon2id (2024): 19 MiB, 2 passes. argon2id is the library's default algorithm. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Without the characters that are read one for another (0/o, 1/l/i): people copy it from a terminal. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

@Injectable()
export class Passwords {
  #decoy: Promise<string> | null = null;

  constructor(@Inject(RANDOM) private readonly random: RandomSource) {}

  hash(password: string): Promise<string> {
    return hash(password, ARGON2);
  }

  /**
   * Whether the password is the one of `passwordHash`. Without a hash (no such account) it does the same work
   * against a decoy, so that the time taken does not say which accounts exist.
   */
  async verify(passwordHash: string | null, password: string): Promise<boolean> {
    this.#decoy ??= this.hash(this.random.bytes(32).toString('base64'));
    const decoy = await this.#decoy;
    const matches = await verify(passwordHash ?? decoy, password);
    return matches && passwordHash !== null;
  }

  /** A password to hand over once (79 bits), as `abcd-efgh-jkmn-pqrs`. */
  provisional(): string {
    const groups = Array.from({ length: GROUPS }, () =>
      Array.from({ length: GROUP_LENGTH }, () => this.#character()).join(''),
    );
    return groups.join('-');
  }

  #character(): string {
    // Bytes past the last whole multiple are drawn again: a plain modulo would favour the first letters.
    const limit = 256 - (256 % ALPHABET.length);
    for (;;) {
      const byte = this.random.bytes(1)[0] ?? 255;
      if (byte < limit) return ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
}
