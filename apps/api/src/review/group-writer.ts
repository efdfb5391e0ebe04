import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../common/domain-errors.ts';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import { CertificationsRetenues } from './certification-retenue.ts';
import { checkMayDecide, type Auteur } from './decision-author.ts';
import {
  GroupeRepository,
  type Ecarte,
  type GroupeRecord,
  type ResultatGroupe,
} from './groupe.repository.ts';
import type { JugementRecord } from './jugement.ts';
import { acteurOf, type Acteur, type MotifAucune } from './motif-aucune.ts';
import { RevueRepository, type RevueRecord } from './revue.repository.ts';
import { WriteDecisions, type DecisionToWrite } from './write-decisions.ts';

/** Items read and written at a time: an item carries its whole answer, explanation included. */
const PART = 250;

/** A group to write, whatever asked for it. */
export interface GroupToWrite extends Pick<
  GroupeRecord,
  'commandeId' | 'genre' | 'campagneId' | 'patron' | 'verdict' | 'preuve'
> {
  readonly motif: MotifAucune | null;
  readonly acteur: Acteur | null;
  readonly commentaire: string | null;
  readonly elements: readonly { readonly id: string; readonly version: number }[];
  readonly auteur: Auteur;
  /** Why an item does not belong to the group any more; null when it does. */
  readonly refuse: (revue: RevueRecord) => string | null;
}

/** Writes one decision a signature for a whole group, in the caller's transaction. */
@Injectable()
export class GroupWriter {
  constructor(
    private readonly groupes: GroupeRepository,
    private readonly revues: RevueRepository,
    private readonly certifications: CertificationsRetenues,
    private readonly writer: WriteDecisions,
    private readonly journal: ActesJournal,
    @Inject(IDS) private readonly ids: IdGenerator,
  ) {}

  async write(manager: EntityManager, group: GroupToWrite): Promise<ResultatGroupe & { groupeId: string }> {
    const groupeId = this.ids.uuid();
    const { auteur, genre, campagneId } = group;
    const pending: ResultatGroupe = { decides: 0, ecartes: [] };
    await this.groupes.insert(manager, {
      ...group,
      id: groupeId,
      resultat: pending,
      auteurId: auteur.compteId,
      auteurNom: auteur.nom,
    });
    // Two groups of a campaign, each in several parts, would wait for each other.
    await this.groupes.lockUntilEnd(manager, campagneId);
    let decides = 0;
    const ecartes: Ecarte[] = [];
    for (let start = 0; start < group.elements.length; start += PART) {
      const sorted = await this.sort(manager, group, group.elements.slice(start, start + PART), groupeId);
      await this.writer.execute(manager, auteur, sorted.decisions);
      decides += sorted.decisions.length;
      ecartes.push(...sorted.ecartes);
    }
    const resultat = { decides, ecartes };
    await this.groupes.saveResult(manager, groupeId, resultat);
    await this.journal.note(
      {
        type: 'decision_groupee',
        message: `${auteur.nom} : ${group.verdict}, ${decides} dossier(s) d'un coup, ${ecartes.length} écarté(s)`,
        auteur,
        details: { groupeId, genre, campagneId, decides, preuve: group.preuve },
      },
      manager,
    );
    return { groupeId, ...resultat };
  }

  private async sort(
    manager: EntityManager,
    group: GroupToWrite,
    elements: GroupToWrite['elements'],
    groupeId: string,
  ): Promise<{ decisions: DecisionToWrite[]; ecartes: Ecarte[] }> {
    const seen = new Map(elements.map(({ id, version }) => [id, version]));
    const items = await this.revues.lockAll(manager, [...seen.keys()]);
    const last = await this.revues.lastJugements(
      manager,
      items.map(({ signatureId }) => signatureId),
    );
    const decisions: DecisionToWrite[] = [];
    const ecartes: Ecarte[] = [];
    for (const revue of items) {
      const before = last.get(revue.signatureId) ?? null;
      const raison = leftOut(group, revue, before, seen.get(revue.id) ?? 0);
      if (raison !== null) ecartes.push({ id: revue.id, libelle: revue.libelle, raison });
      else decisions.push(await this.decisionOn(group, revue, before, groupeId));
    }
    return { decisions, ecartes };
  }

  private async decisionOn(
    group: GroupToWrite,
    revue: RevueRecord,
    last: JugementRecord | null,
    groupeId: string,
  ): Promise<DecisionToWrite> {
    const { verdict, commentaire } = group;
    const codeCertification =
      verdict === 'accepte' ? (revue.resultat.candidats[0]?.codeCertification ?? null) : null;
    const motif = verdict === 'aucune' ? group.motif : null;
    return {
      revue,
      last,
      commandeId: this.ids.uuid(),
      verdict,
      codeCertification,
      certification: await this.certifications.of(revue, { verdict, codeCertification, motif }),
      motif,
      acteur: acteurOf(motif, group.acteur),
      commentaire,
      origine: group.genre,
      groupeId,
    };
  }
}

/** Why an item is not decided with the others; null when it is. */
function leftOut(
  { auteur, verdict, refuse }: GroupToWrite,
  revue: RevueRecord,
  last: JugementRecord | null,
  version: number,
): string | null {
  if ((last?.version ?? 0) !== version) return `${last?.auteurNom ?? 'quelqu’un'} a décidé entre-temps`;
  if (revue.statut !== 'a_traiter') return "n'est plus à traiter";
  if (verdict === 'accepte' && revue.resultat.candidats.length === 0) return "n'a pas de candidat";
  try {
    checkMayDecide(auteur, revue);
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
  return refuse(revue);
}
