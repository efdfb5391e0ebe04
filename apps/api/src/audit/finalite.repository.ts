import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** A purpose declared for a processing of personal data (CNIL): nothing about people is computed without one. */
export interface FinaliteView {
  readonly id: string;
  readonly traitement: 'vitesse';
  readonly finalite: string;
  readonly baseLegale: string;
  /** How far back the statistics may look. */
  readonly dureeJours: number;
  readonly declareePar: string;
  readonly declareeLe: Date;
  readonly retireeLe: Date | null;
}

export interface NewFinalite extends Pick<
  FinaliteView,
  'id' | 'traitement' | 'finalite' | 'baseLegale' | 'dureeJours'
> {
  readonly auteurId: string;
  readonly auteurNom: string;
}

export interface Vitesse {
  readonly data: readonly {
    readonly jour: string;
    readonly decisions: number;
    readonly medianeSecondes: number | null;
  }[];
  readonly parPersonne: readonly {
    readonly compteId: string;
    readonly nom: string;
    readonly decisions: number;
    readonly medianeSecondes: number | null;
  }[];
}

const FINALITE = `SELECT id, traitement, finalite, base_legale AS "baseLegale", duree_jours AS "dureeJours",
  auteur_nom AS "declareePar", created_at AS "declareeLe", retiree_at AS "retireeLe" FROM finalite_declaree`;

/** Longer than this between two decisions, the person was doing something else. */
const BREAK_SECONDS = 300;

/**
 * Nothing is stored for these statistics: they are computed, while a purpose is declared, from the dates that the history
 * of decisions keeps anyway, and from none older than the declaration.
 */
@Injectable()
export class FinaliteRepository {
  constructor(private readonly dataSource: DataSource) {}

  all(): Promise<FinaliteView[]> {
    return this.dataSource.query(`${FINALITE} ORDER BY created_at DESC, id`);
  }

  async active(traitement: 'vitesse', manager?: EntityManager): Promise<FinaliteView | null> {
    const rows: FinaliteView[] = await (manager ?? this.dataSource).query(
      `${FINALITE} WHERE traitement = $1 AND retiree_at IS NULL`,
      [traitement],
    );
    return rows[0] ?? null;
  }

  async declare(manager: EntityManager, finalite: NewFinalite): Promise<void> {
    await manager.query(
      `INSERT INTO finalite_declaree (id, traitement, finalite, base_legale, duree_jours, auteur_id, auteur_nom)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        finalite.id,
        finalite.traitement,
        finalite.finalite,
        finalite.baseLegale,
        finalite.dureeJours,
        finalite.auteurId,
        finalite.auteurNom,
      ],
    );
  }

  /** @returns whether there was one to withdraw. */
  async withdraw(manager: EntityManager, id: string): Promise<boolean> {
    const result: [unknown, number] = await manager.query(
      `UPDATE finalite_declaree SET retiree_at = now() WHERE id = $1 AND retiree_at IS NULL`,
      [id],
    );
    return result[1] > 0;
  }

  /** Decisions taken one at a time since the declaration, within what it allows to look back on. */
  async vitesse({ declareeLe, dureeJours }: FinaliteView, campagneId: string | null): Promise<Vitesse> {
    const durations = `SELECT j.auteur_id, j.auteur_nom, j.created_at,
        extract(epoch FROM j.created_at - lag(j.created_at) OVER (PARTITION BY j.auteur_id ORDER BY j.created_at))
          AS secondes
      FROM jugement j JOIN revue r ON r.id = j.revue_id
      WHERE j.origine IN ('revue', 'adjudication') AND j.verdict <> 'annule'
        AND j.created_at >= greatest($1::timestamptz, now() - make_interval(days => $2))
        AND ($3::uuid IS NULL OR r.campagne_id = $3)`;
    const measures = `count(*)::int AS decisions, round((percentile_cont(0.5) WITHIN GROUP (ORDER BY secondes)
      FILTER (WHERE secondes <= ${BREAK_SECONDS}))::numeric, 1)::float8 AS "medianeSecondes"`;
    const parameters = [declareeLe, dureeJours, campagneId];
    const [data, parPersonne] = await Promise.all([
      this.dataSource.query<Vitesse['data'][number][]>(
        `SELECT to_char(created_at AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') AS jour, ${measures}
         FROM (${durations}) d GROUP BY 1 ORDER BY 1`,
        parameters,
      ),
      this.dataSource.query<Vitesse['parPersonne'][number][]>(
        `SELECT auteur_id AS "compteId", max(auteur_nom) AS nom, ${measures}
         FROM (${durations}) d GROUP BY auteur_id ORDER BY nom, auteur_id`,
        parameters,
      ),
    ]);
    return { data, parPersonne };
  }
}
