import { Writable } from 'node:stream';
import type { Terminal } from '../apps/api/src/cli/command.ts';

class Captured extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

/** A terminal that keeps what a command says. */
export class CapturedTerminal implements Terminal {
  readonly stdout = new Captured();
  readonly stderr = new Captured();
}
