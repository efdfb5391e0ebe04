import type { ExportJson } from './campagne.ts';

export const GENRES_ECART_EXPORT = ['modifie', 'ajoute', 'retire'] as const;
export type GenreEcartExport = (typeof GENRES_ECART_EXPORT)[number];

/** One formation that two exports do not tell alike. */
export interface EcartExport {
  /** Its identifier in the catalogue. */
  id: string;
  libelle: string | null;
  specialite: string | null;
  genre: GenreEcartExport;
  champs: { champ: string; avant: unknown; apres: unknown }[];
}

export interface ComparaisonExports {
  avant: ExportJson;
  apres: ExportJson;
  compteurs: Record<GenreEcartExport | 'identique', number>;
  champs: { champ: string; nombre: number }[];
}
