import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Recent failed attempts, by what was typed and not by account: an identifier that does not exist is slowed down
 * like any other, so that the lock-out says nothing about which accounts exist.
 */
@Entity('tentative_connexion')
export class TentativeConnexionEntity {
  /** sha256 of the identifier typed: people type their password in the wrong field. */
  @PrimaryColumn('text', { name: 'cle_sha256' })
  cleSha256!: string;

  @Column('integer')
  echecs!: number;

  @Column('timestamptz', { name: 'derniere_at' })
  derniereAt!: Date;

  @Column('timestamptz', { name: 'bloque_jusqu_a', nullable: true })
  bloqueJusquA!: Date | null;
}
