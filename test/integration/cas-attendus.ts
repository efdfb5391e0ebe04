import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { SAMPLES } from './installation.ts';

/** One line of a table of the samples, written by hand: what is expected, and why. */
export type Cas<Colonne extends string> = Readonly<
  Record<Colonne | 'catalogue' | 'identifiant' | 'pourquoi', string>
>;

/** The lines of `samples/<fichier>.csv`. */
export function lireCas<Colonne extends string>(fichier: string): Cas<Colonne>[] {
  return parse(readFileSync(join(SAMPLES, `${fichier}.csv`), 'utf8'), { delimiter: ';', columns: true });
}

/** The same as the rows of `it.each`: a title, then the case. */
export function titres<Colonne extends string>(
  cas: readonly Cas<Colonne>[],
  quoi: (cas: Cas<Colonne>) => string,
): (readonly [string, Cas<Colonne>])[] {
  return cas.map((one) => [`${one.catalogue} ${one.identifiant} ${quoi(one)} : ${one.pourquoi}`, one]);
}
