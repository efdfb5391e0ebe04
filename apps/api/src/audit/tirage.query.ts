import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { upperBound } from '#matching';
import { listPage, type Page, type PageRequest } from '../database/list-page.ts';
import { proportion, type Proportion } from './intervalle.ts';

interface TirageRow {
  readonly id: string;
  readonly genre: 'audit' | 'bande';
  readonly campagneId: string;
  readonly campagneNom: string;
  readonly executionId: string;
  readonly graine: string;
  readonly population: number;
  readonly taille: number;
  readonly nbControles: number;
  readonly confianceMin: number | null;
  readonly confianceMax: number | null;
  readonly risque: number | null;
  readonly lus: number;
  readonly aLire: number;
  readonly justes: number;
  readonly faux: number;
  readonly incertains: number;
  readonly formationsJustes: number;
  readonly formationsLues: number;
  readonly controlesLus: number;
  readonly controlesJustes: number;
  readonly groupeId: string | null;
  readonly auteur: string;
  readonly creeLe: Date;
}

/** A draw and what its readings say. Counts leave the control items out; these are never told by person. */
export interface TirageView extends Omit<
  TirageRow,
  'formationsJustes' | 'formationsLues' | 'controlesLus' | 'controlesJustes'
> {
  /** Share of right answers among those a reader could judge, by signature. */
  readonly precision: Proportion | null;
  /** The same by formation, without an interval: formations of a signature are right or wrong together. */
  readonly precisionParFormation: number | null;
  /** Exact one-sided 95 % upper bound of the error, what no reader could judge counted as wrong. */
  readonly borneErreur: number | null;
  readonly controles: { readonly lus: number; readonly justes: number };
  readonly etat: 'en_cours' | 'lu' | 'clos';
  readonly cloturePossible: boolean;
  /** Why a band cannot be closed; null for an audit, or when it can. */
  readonly raison: string | null;
}

const SELECT = `SELECT t.id, t.genre, t.campagne_id AS "campagneId", c.nom AS "campagneNom",
  t.execution_id AS "executionId", t.graine, t.population, t.taille, t.nb_controles AS "nbControles",
  t.confiance_min AS "confianceMin", t.confiance_max AS "confianceMax", t.risque,
  n.lus, t.taille - n.lus AS "aLire", n.justes, n.faux, n.incertains, n."formationsJustes", n."formationsLues",
  n."controlesLus", n."controlesJustes", t.decision_groupee_id AS "groupeId", t.auteur_nom AS auteur,
  t.created_at AS "creeLe"
  FROM tirage t JOIN campagne c ON c.id = t.campagne_id
  CROSS JOIN LATERAL (
    SELECT count(l.id) FILTER (WHERE e.genre <> 'controle')::int AS lus,
      count(*) FILTER (WHERE e.genre <> 'controle' AND l.concordante)::int AS justes,
      count(*) FILTER (WHERE e.genre <> 'controle' AND l.concordante = false)::int AS faux,
      count(*) FILTER (WHERE e.genre <> 'controle' AND l.verdict = 'incertain')::int AS incertains,
      coalesce(sum(e.nb_formations) FILTER (WHERE e.genre <> 'controle' AND l.concordante), 0)::int
        AS "formationsJustes",
      coalesce(sum(e.nb_formations) FILTER (WHERE e.genre <> 'controle' AND l.concordante IS NOT NULL), 0)::int
        AS "formationsLues",
      count(l.id) FILTER (WHERE e.genre = 'controle')::int AS "controlesLus",
      count(*) FILTER (WHERE e.genre = 'controle' AND l.concordante)::int AS "controlesJustes"
    FROM element_lecture e LEFT JOIN lecture l ON l.element_id = e.id WHERE e.tirage_id = t.id) n`;

@Injectable()
export class TirageQuery {
  constructor(private readonly dataSource: DataSource) {}

  async findById(id: string): Promise<TirageView | null> {
    const rows: TirageRow[] = await this.dataSource.query(`${SELECT} WHERE t.id = $1`, [id]);
    return rows[0] === undefined ? null : present(rows[0]);
  }

  async list(
    request: PageRequest,
    filter: {
      campagneId?: string | undefined;
      genre?: string | undefined;
      executionId?: string | undefined;
      ids?: readonly string[] | undefined;
    },
  ): Promise<Page<TirageView>> {
    const page = await listPage<TirageRow>(this.dataSource, SELECT, request, [
      ['"campagneId" = ?::uuid', filter.campagneId],
      ['genre = ?', filter.genre],
      ['"executionId" = ?::uuid', filter.executionId],
      ['id = ANY(?::uuid[])', filter.ids],
    ]);
    return { ...page, data: page.data.map(present) };
  }
}

function present({
  formationsJustes,
  formationsLues,
  controlesLus,
  controlesJustes,
  ...row
}: TirageRow): TirageView {
  const borneErreur = row.lus === 0 ? null : upperBound(row.faux + row.incertains, row.lus);
  const raison = row.genre === 'audit' ? null : whyNotClosed(row, borneErreur);
  return {
    ...row,
    precision: proportion(row.justes, row.justes + row.faux),
    precisionParFormation: formationsLues === 0 ? null : formationsJustes / formationsLues,
    borneErreur,
    controles: { lus: controlesLus, justes: controlesJustes },
    etat: row.groupeId !== null ? 'clos' : row.aLire === 0 ? 'lu' : 'en_cours',
    cloturePossible: row.genre === 'bande' && raison === null,
    raison,
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1).replace('.', ',')} %`;

function whyNotClosed(
  row: Pick<TirageRow, 'groupeId' | 'taille' | 'aLire' | 'risque'>,
  borne: number | null,
): string | null {
  if (row.groupeId !== null) return 'la tranche est déjà close';
  if (row.taille === 0) return 'la tranche était vide';
  // The bound holds for a sample fixed beforehand: stopping as soon as it looks good would make it lie.
  if (row.aLire > 0) return `il reste ${row.aLire} élément(s) à lire`;
  if (borne !== null && row.risque !== null && borne > row.risque) {
    return `l'erreur peut atteindre ${percent(borne)}, au-delà des ${percent(row.risque)} admis`;
  }
  return null;
}
