import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock.ts';
import { csvParts, type CsvCell } from '../common/csv.ts';
import { NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import { ShortMemory } from '../common/short-memory.ts';
import type { Page } from '../database/list-page.ts';
import type { ChampChange } from '../instantanes/changement.ts';
import {
  champsDe,
  compareExportFiles,
  type EcartPlace,
  type EcartsExports,
  type GenreEcart,
} from './ecarts-exports.ts';
import { readLines } from './export-lines.ts';
import { ExportRepository, type ExportView } from './export.repository.ts';

export interface ComparaisonExports {
  readonly avant: ExportView;
  readonly apres: ExportView;
  readonly compteurs: Readonly<Record<GenreEcart | 'identique', number>>;
  /** Of the formations that both have, how many differ by each field; the most frequent first. */
  readonly champs: readonly { readonly champ: string; readonly nombre: number }[];
}

/** One formation that two exports do not tell alike. */
export interface EcartExport {
  readonly id: string;
  readonly libelle: string | null;
  readonly specialite: string | null;
  readonly genre: GenreEcart;
  /** The fields that differ; all those of the formation when only one export has it. */
  readonly champs: readonly ChampChange[];
}

export interface FiltreEcarts {
  readonly genre?: GenreEcart | undefined;
  readonly champ?: string | undefined;
  /** Beginning of the identifier. */
  readonly q?: string | undefined;
}

interface Fichiers {
  readonly avant: string;
  readonly apres: string;
}

/** Exports never change: what two of them differ by is kept a while, for the next page and the file. */
const FRESH_MS = 600_000;
/** Pairs remembered: places and names of fields only, some megabytes for a hundred thousand formations. */
const REMEMBERED = 3;
const CSV_BATCH = 500;

/** Compares two exports by the files that were handed over, not by what the database says today. */
@Injectable()
export class CompareExportsUseCase {
  private readonly known: ShortMemory<EcartsExports>;

  constructor(
    private readonly exports: ExportRepository,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.known = new ShortMemory(clock, FRESH_MS, REMEMBERED);
  }

  async summary(avantId: string, apresId: string): Promise<ComparaisonExports> {
    const { avant, apres, fichiers } = await this.pair(avantId, apresId);
    const { identiques, ecarts } = await this.compare(fichiers);
    const compteurs = { ajoute: 0, retire: 0, modifie: 0, identique: identiques };
    const champs = new Map<string, number>();
    for (const ecart of ecarts) {
      compteurs[ecart.genre] += 1;
      for (const champ of ecart.champs) champs.set(champ, (champs.get(champ) ?? 0) + 1);
    }
    return {
      avant,
      apres,
      compteurs,
      champs: [...champs]
        .map(([champ, nombre]) => ({ champ, nombre }))
        .sort((a, b) => b.nombre - a.nombre || a.champ.localeCompare(b.champ, 'fr')),
    };
  }

  async ecarts(
    avantId: string,
    apresId: string,
    { perPage, offset, ...filtre }: FiltreEcarts & { readonly perPage: number; readonly offset: number },
  ): Promise<Page<EcartExport>> {
    const { fichiers } = await this.pair(avantId, apresId);
    const found = chosen((await this.compare(fichiers)).ecarts, filtre);
    return { data: await read(fichiers, found.slice(offset, offset + perPage)), total: found.length };
  }

  /** A line a field that differs, for a spreadsheet. */
  async csv(avantId: string, apresId: string, filtre: FiltreEcarts): Promise<Readable> {
    const { fichiers } = await this.pair(avantId, apresId);
    const places = chosen((await this.compare(fichiers)).ecarts, filtre);
    return Readable.from(csvParts(COLONNES, csvPages(fichiers, places), (cells) => cells));
  }

  private compare({ avant, apres }: Fichiers): Promise<EcartsExports> {
    return this.known.get(`${avant}\n${apres}`, async () => {
      try {
        return await compareExportFiles(avant, apres);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        throw new NotFoundError(
          'EXPORT_SANS_FICHIERS',
          "les fichiers d'un de ces exports ne sont plus là : exportez à nouveau",
          { cause: error },
        );
      }
    });
  }

  private async pair(
    avantId: string,
    apresId: string,
  ): Promise<{ avant: ExportView; apres: ExportView; fichiers: Fichiers }> {
    const [avant, apres] = await Promise.all([this.one(avantId), this.one(apresId)]);
    if (avant.vue.plateforme !== apres.vue.plateforme) {
      throw new RuleViolationError(
        'EXPORTS_SANS_RAPPORT',
        `ces exports viennent de ${avant.vue.plateforme} et de ${apres.vue.plateforme} : comparez deux exports d'une même plateforme`,
      );
    }
    return { avant: avant.vue, apres: apres.vue, fichiers: { avant: avant.fichier, apres: apres.fichier } };
  }

  private async one(id: string): Promise<{ vue: ExportView; fichier: string }> {
    const [vue, dossier] = await Promise.all([this.exports.findById(id), this.exports.folderOf(id)]);
    if (vue === null) throw new NotFoundError('EXPORT_INCONNU', `aucun export n'a l'identifiant ${id}`);
    if (vue.statut !== 'terminee' || dossier === null) {
      throw new RuleViolationError(
        'EXPORT_NON_TERMINE',
        "un de ces exports n'est pas terminé : attendez ses fichiers",
      );
    }
    return { vue, fichier: join(dossier, 'formations.ndjson') };
  }
}

function chosen(ecarts: readonly EcartPlace[], { genre, champ, q }: FiltreEcarts): EcartPlace[] {
  return ecarts.filter(
    (ecart) =>
      (genre === undefined || ecart.genre === genre) &&
      (champ === undefined || ecart.champs.includes(champ)) &&
      (q === undefined || ecart.id.startsWith(q)),
  );
}

/** Reads chosen formations again in both files. */
async function read(fichiers: Fichiers, places: readonly EcartPlace[]): Promise<EcartExport[]> {
  const [avant, apres] = await Promise.all([
    readLines(
      fichiers.avant,
      places.map((place) => place.avant),
    ),
    readLines(
      fichiers.apres,
      places.map((place) => place.apres),
    ),
  ]);
  return places.map(({ id, genre }, index) => {
    const [before, after] = [avant[index] ?? null, apres[index] ?? null];
    const row = JSON.parse(after ?? before ?? '{}') as Record<string, string | null>;
    return {
      id,
      libelle: row['libelle_formation'] ?? null,
      specialite: row['libelle_specialite'] ?? null,
      genre,
      champs: champsDe(before, after),
    };
  });
}

const COLONNES = ['Identifiant', 'Libellé', 'Spécialité', 'Écart', 'Champ', 'Avant', 'Après'];
const GENRES: Readonly<Record<GenreEcart, string>> = {
  ajoute: 'ajoutée',
  retire: 'retirée',
  modifie: 'modifiée',
};

async function* csvPages(fichiers: Fichiers, places: readonly EcartPlace[]): AsyncGenerator<CsvCell[][]> {
  for (let start = 0; start < places.length; start += CSV_BATCH) {
    const ecarts = await read(fichiers, places.slice(start, start + CSV_BATCH));
    yield ecarts.flatMap(csvRows);
  }
}

function csvRows({ id, libelle, specialite, genre, champs }: EcartExport): CsvCell[][] {
  const formation = [id, libelle, specialite, GENRES[genre]];
  if (genre !== 'modifie') return [[...formation, null, null, null]];
  return champs.map(({ champ, avant, apres }) => [...formation, champ, cell(avant), cell(apres)]);
}

function cell(value: unknown): CsvCell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(' ');
  return JSON.stringify(value);
}
