import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { listPage, type Page, type PageRequest } from '../database/list-page.ts';
import type { Verdict } from './jugement.ts';
import type { Acteur, MotifAucune } from './motif-aucune.ts';
import { presentJugement, type JugementView, type OrigineJugement } from './jugement.ts';
import { RevueRepository } from './revue.repository.ts';

/** What taking a decision back would change. */
export interface ApercuAnnulation {
  readonly jugement: JugementView | null;
  readonly possible: boolean;
  /** Why it is not; null when it is. */
  readonly raison: string | null;
  /** The item goes back to the queue. */
  readonly reviendraA: 'file';
  readonly nbFormations: number;
  /** A signature is the same question in every campaign. */
  readonly campagnes: readonly { campagneId: string; nom: string; nbFormations: number; publiee: boolean }[];
  /** Exports made since, which hold the decision. */
  readonly exports: readonly { id: string; campagneId: string; campagneNom: string; creeLe: Date }[];
}

/** One of a person's own decisions, in their history. */
export interface MaDecision {
  /** The decision's. */
  readonly id: string;
  readonly revueId: string;
  readonly version: number;
  readonly libelle: string;
  readonly specialite: string | null;
  readonly verdict: Verdict | 'annule';
  readonly codeCertification: string | null;
  readonly libelleCertification: string | null;
  readonly motif: MotifAucune | null;
  readonly acteur: Acteur | null;
  readonly origine: OrigineJugement;
  readonly groupeId: string | null;
  readonly creeLe: Date;
  readonly annulable: boolean;
  readonly raison: string | null;
}

export interface MesDecisionsFilter {
  readonly verdict?: string | undefined;
  readonly campagneId?: string | undefined;
  readonly origine?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

const MINE = `SELECT j.id, j.revue_id AS "revueId", j.version, r.libelle, r.specialite, j.verdict,
  j.code_certification AS "codeCertification", j.certification->>'libelle' AS "libelleCertification", j.motif,
  j.acteur, j.origine, j.decision_groupee_id AS "groupeId", j.created_at AS "creeLe", j.auteur_id, r.campagne_id,
  j.verdict <> 'annule' AND suivant.auteur_nom IS NULL AS annulable,
  CASE WHEN j.verdict = 'annule' THEN 'c''est déjà une reprise'
    WHEN suivant.verdict = 'annule' THEN 'déjà reprise'
    WHEN suivant.auteur_nom IS NOT NULL THEN suivant.auteur_nom || ' a décidé depuis' END AS raison
  FROM jugement j JOIN revue r ON r.id = j.revue_id
  LEFT JOIN jugement suivant ON suivant.signature_id = j.signature_id AND suivant.version = j.version + 1`;

/** What one has decided, and what taking it back would change. */
@Injectable()
export class AnnulationQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly revues: RevueRepository,
  ) {}

  /** Null when there is no such item. */
  async preview(revueId: string, compteId: string): Promise<ApercuAnnulation | null> {
    const revue = await this.revues.findById(revueId);
    if (revue === null) return null;
    const last = await this.revues.lastJugement(revue.signatureId);
    const raison =
      last === null || last.verdict === 'annule'
        ? "il n'y a pas de décision à annuler"
        : last.auteurId === compteId
          ? null
          : `cette décision est de ${last.auteurNom} : on n'annule que les siennes`;
    const [campagnes, exports] = await Promise.all([
      this.campagnes(revue.signatureId),
      last === null ? [] : this.exports(revue.signatureId, last.creeLe),
    ]);
    return {
      jugement: last === null ? null : presentJugement(last, compteId),
      possible: raison === null,
      raison,
      reviendraA: 'file',
      nbFormations: campagnes.reduce((sum, { nbFormations }) => sum + nbFormations, 0),
      campagnes,
      exports,
    };
  }

  /** A person's own decisions, the last first. */
  async mine(request: PageRequest, compteId: string, filter: MesDecisionsFilter): Promise<Page<MaDecision>> {
    const page = await listPage<MaDecision & { auteur_id?: string; campagne_id?: string }>(
      this.dataSource,
      MINE,
      request,
      [
        ['auteur_id = ?::uuid', compteId],
        ['verdict = ?', filter.verdict],
        ['campagne_id = ?::uuid', filter.campagneId],
        ['origine = ?', filter.origine],
        ['id = ANY(?::uuid[])', filter.ids],
      ],
    );
    return { ...page, data: page.data.map(({ auteur_id: _author, campagne_id: _campaign, ...row }) => row) };
  }

  private campagnes(signatureId: string): Promise<ApercuAnnulation['campagnes']> {
    return this.dataSource.query(
      `SELECT c.id AS "campagneId", c.nom, count(*)::int AS "nbFormations",
         c.execution_publiee_id IS NOT NULL AS publiee
       FROM formation f JOIN campagne c ON c.id = f.campagne_id
       WHERE f.signature_id = $1 GROUP BY c.id ORDER BY c.created_at, c.nom`,
      [signatureId],
    );
  }

  private exports(signatureId: string, since: Date): Promise<ApercuAnnulation['exports']> {
    return this.dataSource.query(
      `SELECT x.id, x.campagne_id AS "campagneId", c.nom AS "campagneNom", x.created_at AS "creeLe"
       FROM export x JOIN campagne c ON c.id = x.campagne_id
       WHERE x.statut = 'terminee' AND x.ended_at >= $2 AND EXISTS (
         SELECT 1 FROM formation f WHERE f.campagne_id = x.campagne_id AND f.signature_id = $1)
       ORDER BY x.created_at DESC, x.id`,
      [signatureId, since],
    );
  }
}
