import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../common/auth/role.ts';

@Entity('compte')
export class CompteEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Lower-case, unique. */
  @Column('text')
  identifiant!: string;

  @Column('text')
  nom!: string;

  @Column('text')
  role!: Role;

  /** The académies it is limited to, sorted; null for all of them. */
  @Column('text', { array: true, nullable: true })
  academies!: readonly string[] | null;

  /** argon2id, in PHC form. */
  @Column('text', { name: 'mot_de_passe_hash' })
  motDePasseHash!: string;

  /** The password is provisional: nothing else is allowed before it is changed. */
  @Column('boolean', { name: 'doit_changer' })
  doitChanger!: boolean;

  @Column('boolean')
  actif!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'derniere_connexion_at', nullable: true })
  derniereConnexionAt!: Date | null;
}
