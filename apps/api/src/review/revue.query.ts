import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MatchResult } from '#matching';
import { academiesOf } from '../common/auth/perimetre-compte.ts';
import { listPageOf, whereClause, type Page, type PageRequest } from '../database/list-page.ts';
import { prepared } from '../database/prepared.ts';
import { MatcherCache } from '../referentiels/matcher-cache.ts';
import type { Auteur } from './decision-author.ts';
import { presentJugement } from './jugement.ts';
import { revueConditions } from './revue-conditions.query.ts';
import type { RevueFilter } from './revue-filter.ts';
import { SimilairesQuery } from './similaires.query.ts';
import { RevueRepository } from './revue.repository.ts';
import {
  faitsDe,
  resurgenceOf,
  type FormationExemple,
  type LectureView,
  type RevueDetail,
  type RevueListView,
} from './revue-view.ts';

/** Who reads: their leases, their decisions, their académies. */
export type Lecteur = Pick<Auteur, 'compteId' | 'role' | 'academies'>;

/** What pages are filtered and sorted by is on the item itself: a page touches one table until its rows are chosen. */
const CHOSEN = `SELECT r.*, r.nb_formations AS "nbFormations", r.created_at AS "creeLe" FROM revue r`;

const SELECT = `SELECT r.id, r.campagne_id AS "campagneId", c.nom AS "campagneNom",
  r.signature_id::text AS signature, r.statut, r.origine, r.libelle, r.specialite,
  s.contenu->>'typeDiplome' AS "typeDiplome", r.voie, s.contenu->>'plateforme' AS plateforme, s.contenu->'codes' AS codes,
  r.nb_formations AS "nbFormations", r.places, r.voeux, r.impact, r.priorite, r.academies, r.motifs,
  r.confiance, r.verdict, r.acteur,
  coalesce((SELECT max(version) FROM jugement j WHERE j.signature_id = r.signature_id), 0) AS version,
  CASE WHEN r.bail_jusqu_a > now() THEN jsonb_build_object('parMoi', r.bail_compte_id = $2, 'par', b.nom,
    'jusquA', to_char(r.bail_jusqu_a AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) END AS bail,
  r.execution_id AS "executionId", e.modele, r.created_at AS "creeLe"`;
const FROM = `FROM unnest((SELECT $1::uuid[])) WITH ORDINALITY AS voulu (id, ordre)
  JOIN revue r ON r.id = voulu.id
  JOIN campagne c ON c.id = r.campagne_id
  JOIN signature s ON s.id = r.signature_id
  JOIN execution e ON e.id = r.execution_id
  LEFT JOIN compte b ON b.id = r.bail_compte_id`;

/** What a page about one item needs beside its list view. */
interface DetailRow extends RevueListView {
  readonly resultat: MatchResult;
  readonly instantanes: string[];
  readonly patron: string;
  readonly secondeLecture: boolean;
  readonly formations: FormationExemple[];
  readonly lectures: LectureView[];
}

const DETAIL = `${SELECT}, a.resultat, e.instantanes, r.patron,
  coalesce(r.impact >= c.seuil_seconde_lecture, false) AS "secondeLecture",
  coalesce((SELECT jsonb_agg(f) FROM (
     SELECT id::text AS id, identifiant, libelle, specialite, contenu->>'etablissement' AS etablissement, uai,
       academie
     FROM formation WHERE campagne_id = r.campagne_id AND signature_id = r.signature_id
     ORDER BY rang LIMIT 10) f), '[]') AS formations,
  coalesce(CASE r.statut WHEN 'adjudication' THEN (
    SELECT jsonb_agg(jsonb_build_object('verdict', l.verdict, 'codeCertification', l.code_certification,
      'motif', l.motif, 'commentaire', l.commentaire, 'creeLe', l.created_at) ORDER BY l.created_at)
    FROM element_lecture m JOIN lecture l ON l.element_id = m.id
    WHERE m.signature_id = r.signature_id AND l.concordante = false) END, '[]') AS lectures
  ${FROM}
  JOIN appariement a ON a.execution_id = r.execution_id AND a.signature_id = r.signature_id`;

@Injectable()
export class RevueQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly matchers: MatcherCache,
    private readonly revues: RevueRepository,
    private readonly similaires: SimilairesQuery,
  ) {}

  list(request: PageRequest, filter: RevueFilter, lecteur: Lecteur): Promise<Page<RevueListView>> {
    const rows = (ids: readonly string[]): Promise<RevueListView[]> => this.byIds(ids, lecteur);
    const conditions = revueConditions(filter, academiesOf(lecteur));
    return listPageOf(this.dataSource, { select: CHOSEN, rows }, request, conditions);
  }

  /** List views in the order of the ids; an id of nothing is left out. */
  async byIds(ids: readonly string[], { compteId }: Lecteur): Promise<RevueListView[]> {
    if (ids.length === 0) return [];
    return prepared(this.dataSource, `${SELECT} ${FROM} ORDER BY voulu.ordre`, [ids, compteId]);
  }

  async findById(id: string, lecteur: Lecteur, filter: RevueFilter = {}): Promise<RevueDetail | null> {
    const [[revue], suivanteId] = await Promise.all([
      this.details([id], lecteur),
      this.next(id, filter, lecteur),
    ]);
    return revue === undefined ? null : { ...revue, suivanteId };
  }

  /** Items as their page shows them, in the order of the ids, all read at once; `suivanteId` is left null. */
  async details(ids: readonly string[], { compteId }: Lecteur): Promise<RevueDetail[]> {
    if (ids.length === 0) return [];
    const rows = await prepared<DetailRow>(this.dataSource, `${DETAIL} ORDER BY voulu.ordre`, [
      ids,
      compteId,
    ]);
    const decided = rows.filter(({ version }) => version > 0).map(({ signature }) => signature);
    const jugements = decided.length === 0 ? [] : await this.revues.jugementsOf(decided);
    return Promise.all(
      rows.map(async ({ resultat, instantanes, ...view }) => {
        const [concordance, nbSimilaires] = await Promise.all([
          this.matchers.concordance(instantanes),
          this.similaires.count(view),
        ]);
        const own = jugements
          .filter(({ signatureId }) => signatureId === view.signature)
          .map((jugement) => presentJugement(jugement, compteId));
        return {
          ...view,
          nbSimilaires,
          candidats: resultat.candidats.map((candidat, index) => ({
            rang: index + 1,
            ...candidat,
            ...faitsDe(concordance.get(candidat.codeCertification)),
          })),
          resolutions: resultat.codes,
          jugements: own,
          resurgence: resurgenceOf(view.origine, own),
          suivanteId: null,
        };
      }),
    );
  }

  /**
   * The item to treat after this one, in the queue's own order and by the list's filter; the first of the queue once
   * at its end.
   */
  private async next(id: string, filter: RevueFilter, lecteur: Lecteur): Promise<string | null> {
    const parameters: unknown[] = [id, lecteur.compteId];
    const where = whereClause(
      revueConditions({ ...filter, statut: undefined, ids: undefined }, academiesOf(lecteur)),
      parameters,
    );
    // The status is written out: the queue's index is on this condition.
    const waiting = `SELECT id FROM revue WHERE ${where} AND statut = 'a_traiter' AND id <> $1
      AND campagne_id = (SELECT campagne_id FROM revue WHERE id = $1)
      AND (bail_jusqu_a IS NULL OR bail_jusqu_a < now() OR bail_compte_id = $2)`;
    const first = `ORDER BY priorite DESC NULLS LAST, id LIMIT 1`;
    const priorite = `(SELECT priorite FROM revue WHERE id = $1)`;
    const rows = await prepared<{ id: string | null }>(
      this.dataSource,
      `SELECT coalesce((${waiting} AND priorite <= ${priorite}
           AND (priorite < ${priorite} OR id > $1) ${first}), (${waiting} ${first})) AS id`,
      parameters,
    );
    return rows[0]?.id ?? null;
  }
}
