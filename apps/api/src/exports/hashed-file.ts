import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { FichierExporte } from './manifeste.ts';

/** Bytes kept before they go to disk. */
const BUFFER = 1 << 20;

/** A file written piece by piece, whose size and SHA-256 are known when it is closed. */
export class HashedFile {
  private readonly hash = createHash('sha256');
  private octets = 0;
  private pending: string[] = [];
  private pendingLength = 0;

  private constructor(
    private readonly nom: string,
    private readonly handle: FileHandle,
  ) {}

  static async create(folder: string, nom: string): Promise<HashedFile> {
    return new HashedFile(nom, await open(join(folder, nom), 'w'));
  }

  async write(text: string): Promise<void> {
    this.pending.push(text);
    this.pendingLength += text.length;
    if (this.pendingLength >= BUFFER) await this.flush();
  }

  async close(): Promise<FichierExporte> {
    await this.flush();
    await this.handle.close();
    return { nom: this.nom, octets: this.octets, sha256: this.hash.digest('hex') };
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.from(this.pending.join(''), 'utf8');
    this.pending = [];
    this.pendingLength = 0;
    this.hash.update(bytes);
    this.octets += bytes.length;
    await this.handle.writeFile(bytes);
  }
}
