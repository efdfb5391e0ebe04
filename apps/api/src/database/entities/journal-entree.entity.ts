import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A line of the audit journal. The database refuses to change or remove one. */
@Entity('journal_entree')
export class JournalEntreeEntity {
  /** bigint: a string here, as pg gives it. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  type!: string;

  /** One French sentence. */
  @Column('text')
  message!: string;

  /** Null when the machine acted by itself. */
  @Column('uuid', { name: 'auteur_id', nullable: true })
  auteurId!: string | null;

  /** The name as it was that day. */
  @Column('text', { name: 'auteur_nom' })
  auteurNom!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('jsonb')
  details!: Record<string, unknown>;
}
