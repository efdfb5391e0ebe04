import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { whereClause } from '../database/list-page.ts';
import { revueConditions } from './revue-conditions.query.ts';
import type { RevueFilter } from './revue-filter.ts';

/** A value of a filter, with how many items it would leave. */
export interface Facette {
  readonly valeur: string;
  readonly libelle: string;
  readonly nombre: number;
}

export interface Tranche {
  readonly min: number;
  readonly max: number;
  readonly nombre: number;
}

export interface Facettes {
  readonly campagnes: readonly Facette[];
  readonly academies: readonly Facette[];
  readonly typesDiplome: readonly Facette[];
  readonly motifs: readonly Facette[];
  readonly statuts: readonly Facette[];
  readonly origines: readonly Facette[];
  readonly acteurs: readonly Facette[];
  readonly tranches: readonly Tranche[];
}

/** The column `tranche` is cut by them. */
const SLICES = 10;

/** Counts by value of each filter, over the items that the other filters leave: one reading of the queue. */
@Injectable()
export class FacettesQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** The académies that catalogues name: what an account can be limited to. */
  async academies(): Promise<string[]> {
    const rows: { academie: string }[] = await this.dataSource.query(
      `SELECT DISTINCT academie FROM formation WHERE academie IS NOT NULL ORDER BY academie`,
    );
    return rows.map(({ academie }) => academie);
  }

  /** @param academies what the reader is limited to; null for no limit */
  async read(filter: RevueFilter, academies: readonly string[] | null): Promise<Facettes> {
    const parameters: unknown[] = [];
    const where = whereClause(revueConditions(filter, academies), parameters);
    // Items are first counted by what they have in common, from the index alone: lists are unfolded on few groups.
    const rows: { facette: string; valeur: string; libelle: string | null; nombre: number }[] =
      await this.dataSource.query(
        `WITH groupes AS (
           SELECT campagne_id, statut, origine, acteur, profil_id, tranche, count(*)::int AS n
           FROM revue WHERE ${where} GROUP BY 1, 2, 3, 4, 5, 6
         ), profils AS (
           SELECT g.*, p.type_diplome, p.academies, p.motifs FROM groupes g JOIN revue_profil p ON p.id = g.profil_id
         ), valeurs AS (
           SELECT v.facette, v.valeur, n FROM profils, LATERAL (VALUES ('campagne', campagne_id::text),
             ('statut', statut), ('origine', origine), ('acteur', acteur), ('type', type_diplome),
             ('tranche', tranche::text)) AS v (facette, valeur)
           UNION ALL SELECT 'academie', valeur, n FROM profils, unnest(academies) AS valeur
           UNION ALL SELECT 'motif', valeur, n FROM profils, unnest(motifs) AS valeur
         )
         SELECT facette, valeur, c.nom AS libelle, nombre
         FROM (SELECT facette, valeur, sum(n)::int AS nombre FROM valeurs WHERE valeur IS NOT NULL
               GROUP BY facette, valeur) t
         LEFT JOIN campagne c ON facette = 'campagne' AND c.id::text = valeur
         ORDER BY nombre DESC, valeur`,
        parameters,
      );
    const of = (facette: string): Facette[] =>
      rows
        .filter((row) => row.facette === facette)
        .map(({ valeur, libelle, nombre }) => ({ valeur, libelle: libelle ?? valeur, nombre }));
    const counts = new Map(of('tranche').map(({ valeur, nombre }) => [Number(valeur), nombre]));
    return {
      campagnes: of('campagne'),
      academies: of('academie'),
      typesDiplome: of('type'),
      motifs: of('motif'),
      statuts: of('statut'),
      origines: of('origine'),
      acteurs: of('acteur'),
      tranches: Array.from({ length: SLICES }, (_, slice) => ({
        min: slice / SLICES,
        max: (slice + 1) / SLICES,
        nombre: counts.get(slice) ?? 0,
      })),
    };
  }
}
