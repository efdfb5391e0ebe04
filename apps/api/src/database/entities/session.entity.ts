import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('session')
export class SessionEntity {
  /** sha256 of the token, hexadecimal: a copy of this table opens no session. */
  @PrimaryColumn('text', { name: 'token_sha256' })
  tokenSha256!: string;

  @Column('uuid', { name: 'compte_id' })
  compteId!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
