// A process of its own, so that the memory it needs can be told: reads every broken file as an import would, and
// prints one JSON line. Arguments: how many small files, a folder.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openTables, SourceError } from '../../../libs/sources/index.ts';
import { brokenCorpus } from './broken-corpus.ts';

const [, , small = '1000', folder = '.'] = process.argv;
const found = { fichiers: 0, lus: 0, refuses: 0, autres: [] as string[], rssMo: 0 };
for (const file of brokenCorpus(Number(small))) {
  const path = join(folder, file.nom);
  await file.write(path);
  found.fichiers += 1;
  try {
    let lines = 0;
    for (const opened of await openTables(path)) for await (const _line of opened.rows()) lines += 1;
    if (lines >= 0) found.lus += 1;
  } catch (error) {
    if (error instanceof SourceError && error.message.startsWith(file.nom)) found.refuses += 1;
    else found.autres.push(`${file.nom} : ${String(error)}`.slice(0, 300));
  }
  await rm(path);
}
// Kibibytes on Linux; what the system says of the whole life of the process.
found.rssMo = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(`${JSON.stringify(found)}\n`);
