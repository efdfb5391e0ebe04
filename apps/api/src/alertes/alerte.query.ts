import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Acteur, TypeAlerte } from '#matching';
import { searchConditions } from '../campagnes/search-text.ts';
import { everyRow } from '../database/every-row.ts';
import { listPage, type Page, type PageRequest } from '../database/list-page.ts';
import { DERNIERES } from '../etablissements/etablissement.query.ts';

/** One alert of a campaign's last run, with the formations that it touches counted. */
export interface AlerteView {
  /** `<run>.<type>.<key>`. */
  readonly id: string;
  readonly campagneId: string;
  readonly campagneNom: string;
  readonly type: TypeAlerte;
  /** What it is about: a certification, a fiche RNCP, a MEF, a UAI, a SIRET and its RNCP. */
  readonly cle: string;
  /** A French sentence. */
  readonly libelle: string;
  /** Who must act. */
  readonly acteur: Acteur;
  readonly date: string | null;
  readonly nbFormations: number;
  readonly places: number;
  readonly voeux: number;
}

export interface AlerteFilter {
  readonly campagneId?: string | undefined;
  readonly type?: TypeAlerte | undefined;
  readonly acteur?: Acteur | undefined;
  readonly q?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

/** A formation that an alert touches. */
export interface AlerteFormationView {
  readonly id: string;
  readonly identifiant: string;
  readonly libelle: string;
  readonly specialite: string | null;
  readonly etablissement: string | null;
  readonly uai: string | null;
  readonly academie: string | null;
  readonly capacite: number | null;
  readonly voeux: number | null;
  readonly detail: string;
}

/** The parts of an alert's id. */
export interface CleAlerte {
  readonly executionId: string;
  readonly type: string;
  readonly cle: string;
}

const SELECT = `SELECT g.execution_id || '.' || g.type || '.' || g.cle AS id, d.campagne_id AS "campagneId",
    c.nom AS "campagneNom", g.type, g.cle, g.libelle, g.acteur, to_char(g.date, 'YYYY-MM-DD') AS date,
    g.nb_formations AS "nbFormations", g.places::float8 AS places, g.voeux::float8 AS voeux, g.recherche
  FROM alerte_groupe g
  JOIN (${DERNIERES}) d ON d.id = g.execution_id
  LEFT JOIN campagne c ON c.id = d.campagne_id`;

/** What screens and files read of alerts. */
@Injectable()
export class AlerteQuery {
  constructor(private readonly dataSource: DataSource) {}

  async list(request: PageRequest, filter: AlerteFilter): Promise<Page<AlerteView>> {
    const page = await listPage<AlerteView & { recherche?: string }>(this.dataSource, SELECT, request, [
      ['"campagneId" = ?::uuid', filter.campagneId],
      ['type = ?', filter.type],
      ['acteur = ?', filter.acteur],
      ...searchConditions('recherche', filter.q),
      ['id = ANY(?)', filter.ids],
    ]);
    return { ...page, data: page.data.map(({ recherche: _, ...alerte }) => alerte) };
  }

  /** Every alert of a campaign, a page at a time, the most frequent first. */
  ofCampagne(campagneId: string): AsyncGenerator<AlerteView[]> {
    return everyRow((request) => this.list(request, { campagneId }), { sort: 'nbFormations', order: 'DESC' });
  }

  formations(
    request: PageRequest,
    { executionId, type, cle }: CleAlerte,
  ): Promise<Page<AlerteFormationView>> {
    return listPage(
      this.dataSource,
      `SELECT f.id::text AS id, f.rang, f.identifiant, f.libelle, f.specialite,
         f.contenu->>'etablissement' AS etablissement, f.uai, f.academie, f.capacite, f.voeux, a.detail,
         a.execution_id AS "executionId", a.type, a.cle
       FROM alerte_formation a JOIN formation f ON f.id = a.formation_id`,
      request,
      [
        ['"executionId" = ?::uuid', executionId],
        ['type = ?', type],
        ['cle = ?', cle],
      ],
    );
  }
}
