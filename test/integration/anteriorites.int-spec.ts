import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CodeCertification } from '#matching';
import { ImportFileUseCase } from '../../apps/api/src/imports/import-file.use-case.ts';
import { ReadAnterioritesUseCase } from '../../apps/api/src/review/read-anteriorites.use-case.ts';
import { RecordDecisionUseCase } from '../../apps/api/src/review/record-decision.use-case.ts';
import { RevueQuery } from '../../apps/api/src/review/revue.query.ts';
import { RevueRepository } from '../../apps/api/src/review/revue.repository.ts';
import type { RevueDetail } from '../../apps/api/src/review/revue-view.ts';
import {
  launch,
  SAMPLES,
  setUpSample,
  startSampleRun,
  waitForEnd,
  type Installation,
} from './installation.ts';

const ALICE = { compteId: randomUUID(), nom: 'Alice', role: 'instructeur', academies: null } as const;
const QUEUE = { perPage: 100, offset: 0, sort: 'priorite', order: 'DESC' } as const;
const CATALOGUE = join(SAMPLES, 'catalogues', 'parcoursup.csv');

/** Columns of the catalogue that are changed or read, by name. */
const column = (header: string, name: RegExp): number =>
  header.split(';').findIndex((cell) => name.test(cell));

describe('what was decided of a formation in an earlier campaign', () => {
  let installation: Installation;
  let decided: RevueDetail;
  let identifiant: string;
  let accepted: CodeCertification;
  let next: RevueDetail;

  beforeAll(async () => {
    const { campagneId: first, ...started } = await startSampleRun();
    installation = started.installation;
    decided = await itemOf(
      first,
      ({ nbFormations, candidats }) => nbFormations === 1 && candidats.length > 0,
    );
    identifiant = await identifiantOf(decided);
    accepted = decided.candidats[0]?.codeCertification as CodeCertification;
    await installation.app.get(RecordDecisionUseCase).decide({
      revueId: decided.id,
      commandeId: randomUUID(),
      version: decided.version,
      verdict: 'accepte',
      codeCertification: accepted,
      motif: null,
      acteur: null,
      commentaire: null,
      auteur: ALICE,
    });
    const catalogue = join(installation.folder, 'suivante.csv');
    await writeFile(catalogue, await renamed(identifiant), 'latin1');
    const second = await setUpSample(installation, 'parcoursup', catalogue, 'Essai suivant');
    await waitForEnd(installation, await launch(installation, second));
    next = await itemOf(second, ({ specialite }) => specialite?.includes('zzz') === true);
  });

  afterAll(async () => {
    await installation.close();
  });

  async function itemOf(campagneId: string, wanted: (item: RevueDetail) => boolean): Promise<RevueDetail> {
    const revues = installation.app.get(RevueQuery);
    const { data } = await revues.list(QUEUE, { campagneId, statut: 'a_traiter' }, ALICE);
    for (const { id } of data) {
      const item = await revues.findById(id, ALICE);
      if (item !== null && wanted(item)) return item;
    }
    throw new Error('no such item');
  }

  async function identifiantOf({ id }: RevueDetail): Promise<string> {
    const [row]: { identifiant: string }[] = await installation.dataSource.query(
      `SELECT f.identifiant FROM revue r
       JOIN formation f ON f.campagne_id = r.campagne_id AND f.signature_id = r.signature_id WHERE r.id = $1`,
      [id],
    );
    return row?.identifiant ?? '';
  }

  /** The sample catalogue, the speciality of one formation written otherwise; bytes kept, whatever their encoding. */
  async function renamed(code: string): Promise<string> {
    const [header = '', ...lines] = (await readFile(CATALOGUE, 'latin1')).split('\n');
    const at = column(header, /^LIBSP/);
    const key = column(header, /^CODEFORMATIONACCUEIL/);
    const changed = lines.map((line) => {
      const cells = line.split(';');
      if (cells[key] !== code) return line;
      cells[at] = `${cells[at] ?? ''} zzz`;
      return cells.join(';');
    });
    return [header, ...changed].join('\n');
  }

  const read = async (id: string) => {
    const revue = await installation.app.get(RevueRepository).findById(id);
    if (revue === null) throw new Error(id);
    return installation.app.get(ReadAnterioritesUseCase).execute(revue);
  };

  it('is shown beside the item whose label changed, and decides nothing', async () => {
    expect(next.statut).toBe('a_traiter');
    expect((await read(next.id)).decisions).toMatchObject([
      {
        identifiant,
        campagneNom: 'Essai parcoursup',
        verdict: 'accepte',
        codeCertification: accepted,
        specialite: decided.specialite,
      },
    ]);
  });

  it('is not repeated for the identical signature, which carries its decision', async () => {
    expect((await read(decided.id)).decisions).toEqual([]);
  });

  it('comes from a file of « encodages manuels » too, read through the graph', async () => {
    const fichier = join(installation.folder, 'encodages-2025.csv');
    await writeFile(
      fichier,
      `CODEFORMATIONACCUEIL;libelle;code_certification_retenu\n${identifiant};ancien libellé;${accepted.slice(4)}\n999999;autre;32031212\n`,
    );
    await installation.app.get(ImportFileUseCase).execute({
      chemin: fichier,
      origine: fichier,
      importePar: 'essai',
      exemple: false,
    });
    expect((await read(next.id)).encodages).toMatchObject([
      {
        identifiant,
        libelle: 'ancien libellé',
        annee: 2025,
        certifications: [{ codeCertification: accepted }],
      },
    ]);
  });
});
