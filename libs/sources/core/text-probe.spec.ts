import { describe, expect, it } from '@jest/globals';
import { memoryContent, memoryFile } from './fixtures/memory-content.ts';
import { probeText } from './text-probe.ts';

const probe = (text: string | Buffer, octetsParLigne = 1000) =>
  probeText(memoryContent(Buffer.from(text), 64), {
    ...memoryFile,
    limits: { ...memoryFile.limits, octetsParLigne },
  });

describe('first pass over a text', () => {
  it('a NUL byte is refused with its line and column', async () => {
    await expect(probe('id;nom\n1;a\0b\n')).rejects.toMatchObject({
      message: expect.stringContaining('essai.csv, ligne 2, colonne 4') as unknown,
      details: { fichier: 'essai.csv', ligne: 2, colonne: '4' },
    });
  });

  it.each([
    ['une image PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
    ['un document PDF', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]],
    ['Microsoft Office', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
    ['UTF-16', [0xff, 0xfe, 0x69, 0x00]],
  ])('%s is named', async (name, bytes) => {
    await expect(probe(Buffer.from(bytes))).rejects.toThrow(new RegExp(`ligne 1, colonne 1 .*${name}`));
  });

  it('an endless line is refused where it passes the bound, without being kept', async () => {
    await expect(probe(`id\n${'x'.repeat(5000)}`)).rejects.toThrow(/ligne 2, colonne 1001 : .*1000 octets/);
  });

  it('lines ended by CR alone are lines', async () => {
    const result = await probe(`id\r${'x\r'.repeat(2000)}`);
    expect(result.endOfLine).toBe('\r');
  });

  it('the byte order mark is not text', async () => {
    const result = await probe(Buffer.from('\ufeffid;nom\n'));
    expect(result.bom).toBe(true);
    expect(result.head.toString()).toBe('id;nom\n');
  });
});
