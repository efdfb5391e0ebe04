import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildConcordance, type CodeCertification, type JugementExporte } from '#matching';
import { ExportJugementsUseCase } from '../../apps/api/src/review/export-jugements.use-case.ts';
import { RecordDecisionUseCase } from '../../apps/api/src/review/record-decision.use-case.ts';
import { RevueQuery } from '../../apps/api/src/review/revue.query.ts';
import { expectedWeights } from '../../libs/matching/training/expected-weights.ts';
import { trainRanker } from '../../libs/matching/training/train-ranker.ts';
import { UsageCount } from '../../libs/matching/training/usage-count.ts';
import { WordCount } from '../../libs/matching/training/word-count.ts';
import { buildJudgementExamples } from '../quality/judgement-examples.ts';
import { readJudgements, sortedJudgements, withJudgements } from '../quality/judgements.ts';
import { loadReference } from '../reference-loader.ts';
import { SAMPLES, startSampleRun, type Installation } from './installation.ts';

const ALICE = { compteId: randomUUID(), nom: 'Alice Martin', role: 'instructeur', academies: null } as const;
const QUEUE = { perPage: 100, offset: 0, sort: 'priorite', order: 'DESC' } as const;
const SETTINGS = { iterations: 30, pas: 0.1, regularisation: 0.3, apriori: expectedWeights() };

describe('learning from judgements, from the service to the weights', () => {
  let installation: Installation;
  let campagneId: string;
  let exported: string;

  beforeAll(async () => {
    ({ installation, campagneId } = await startSampleRun());
    await decideSome();
    exported = await exportAll();
  });

  afterAll(async () => {
    await installation.close();
  });

  /** Takes the second candidate of each item that has two, says « aucune » of one and leaves one open. */
  async function decideSome(): Promise<void> {
    const revues = installation.app.get(RevueQuery);
    const { data } = await revues.list(QUEUE, { campagneId, statut: 'a_traiter' }, ALICE);
    const said: ('autre' | 'aucune' | 'incertain')[] = ['aucune', 'incertain'];
    for (const { id } of data) {
      const revue = await revues.findById(id, ALICE);
      const second = revue?.candidats[1]?.codeCertification;
      if (revue === null || second === undefined) continue;
      const verdict = said.shift() ?? 'autre';
      await installation.app.get(RecordDecisionUseCase).decide({
        revueId: id,
        commandeId: randomUUID(),
        version: revue.version,
        verdict,
        codeCertification: verdict === 'autre' ? (second as CodeCertification) : null,
        motif: verdict === 'aucune' ? 'hors_nomenclature' : null,
        acteur: null,
        commentaire: 'un commentaire',
        auteur: ALICE,
      });
    }
  }

  const exportAll = (): Promise<string> => text(installation.app.get(ExportJugementsUseCase).open());

  async function written(name: string, content: string): Promise<string> {
    const file = join(installation.folder, name);
    await writeFile(file, content);
    return file;
  }

  it('exports what is decided and only that, the same bytes each time, without a name', async () => {
    const [{ count } = { count: 0 }]: { count: number }[] = await installation.dataSource.query(
      'SELECT count(*)::int AS count FROM jugement_en_vigueur',
    );
    const judged = readJudgements([await written('a.ndjson', exported)]);
    expect(judged).toHaveLength(count);
    expect(count).toBeGreaterThan(10);
    expect(new Set(judged.map(({ verdict }) => verdict))).toEqual(new Set(['autre', 'aucune']));
    expect(judged.every(({ origine, rentree }) => origine === 'revue' && rentree === '2026-09-01')).toBe(
      true,
    );
    expect(exported).not.toMatch(/Alice|Martin|commentaire/);
    expect(await exportAll()).toBe(exported);
  });

  it('teaches the ranker the same weights every time, other ones than without the judgements', async () => {
    const file = await written('b.ndjson', exported);
    const { aApprendre, aMesurer } = sortedJudgements([file]);
    expect(aMesurer).toEqual([]);
    const graph = buildConcordance(await loadReference([join(SAMPLES, 'references')]));
    const learned = async (): Promise<Float64Array> => {
      const nothing = { usage: new UsageCount([]), mots: new WordCount([]) };
      const examples = await buildJudgementExamples(aApprendre, nothing, () => Promise.resolve(graph));
      expect(examples.length).toBeGreaterThan(5);
      const learnable = examples
        .map(({ classement }) => classement)
        .filter(({ justes }) => justes.includes(true));
      return trainRanker(learnable, SETTINGS);
    };
    const weights = await learned();
    expect(await learned()).toEqual(weights);
    expect(weights).not.toEqual(expectedWeights());
    expect(withJudgements('gold', [file])).not.toBe(withJudgements('gold', []));
  });

  it('keeps audits for measuring: a label drawn at random is never learned from', async () => {
    const [first, ...others] = exported.trimEnd().split('\n');
    const audited = { ...(JSON.parse(first ?? '') as JugementExporte), origine: 'audit' };
    const file = await written('c.ndjson', [JSON.stringify(audited), first, ...others].join('\n'));
    const { aApprendre, aMesurer } = sortedJudgements([file]);
    expect(aMesurer).toHaveLength(1);
    expect(aApprendre.map(({ cle }) => cle)).not.toContain(aMesurer[0]?.cle);
  });

  it('names the line that is no judgement', async () => {
    const file = await written('d.ndjson', `${exported.split('\n')[0] ?? ''}\n{"version":2}\n`);
    expect(() => readJudgements([file])).toThrow(/d\.ndjson, ligne 2/);
  });
});
