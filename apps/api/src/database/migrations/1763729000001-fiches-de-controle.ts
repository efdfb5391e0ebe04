import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Items already judged, served again blind in the queue: at which rate, to whom, and what they must be compared with. */
export class FichesDeControle1763729000001 implements MigrationInterface {
  readonly name = 'FichesDeControle1763729000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const GENRES = `'audit', 'controle', 'echantillon', 'seconde_lecture'`;

/** Everything people have said of signatures; a control of the queue teaches as one of an audit does. */
const etiquettes = (genre: string): string => `CREATE OR REPLACE VIEW etiquette_humaine AS
  SELECT signature_id, verdict, code_certification, motif, modele, execution_id, origine, created_at
  FROM jugement_en_vigueur
  UNION ALL
  SELECT e.signature_id, l.verdict, l.code_certification, l.motif, x.modele, e.execution_id,
    ${genre}, l.created_at
  FROM lecture l
  JOIN element_lecture e ON e.id = l.element_id
  JOIN execution x ON x.id = e.execution_id
  WHERE l.verdict <> 'incertain' AND e.genre <> 'seconde_lecture'`;

const UP = [
  `ALTER TABLE campagne ADD COLUMN taux_controle double precision NOT NULL DEFAULT 0
     CHECK (taux_controle BETWEEN 0 AND 0.2)`,
  `ALTER TABLE element_lecture DROP CONSTRAINT element_lecture_genre_check`,
  `ALTER TABLE element_lecture ADD CONSTRAINT element_lecture_genre_check
     CHECK (genre IN (${GENRES}, 'controle_file'))`,
  `ALTER TABLE element_lecture DROP CONSTRAINT element_lecture_check`,
  `ALTER TABLE element_lecture ADD CONSTRAINT element_lecture_check
     CHECK ((genre IN ('seconde_lecture', 'controle_file')) = (tirage_id IS NULL))`,
  `CREATE INDEX element_lecture_controle_idx ON element_lecture (bail_compte_id) WHERE genre = 'controle_file'`,
  etiquettes(
    `CASE e.genre WHEN 'echantillon' THEN 'audit' WHEN 'controle_file' THEN 'controle' ELSE e.genre END`,
  ),
];

const DOWN = [
  `DROP INDEX element_lecture_controle_idx`,
  etiquettes(`CASE e.genre WHEN 'echantillon' THEN 'audit' ELSE e.genre END`),
  // Answers are never erased: those of controls stay, and the lists that leave them out hold for new rows only.
  `ALTER TABLE element_lecture DROP CONSTRAINT element_lecture_check`,
  `ALTER TABLE element_lecture ADD CONSTRAINT element_lecture_check
     CHECK ((genre = 'seconde_lecture') = (tirage_id IS NULL)) NOT VALID`,
  `ALTER TABLE element_lecture DROP CONSTRAINT element_lecture_genre_check`,
  `ALTER TABLE element_lecture ADD CONSTRAINT element_lecture_genre_check CHECK (genre IN (${GENRES})) NOT VALID`,
  `ALTER TABLE campagne DROP COLUMN taux_controle`,
];
