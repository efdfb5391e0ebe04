import { createWriteStream } from 'node:fs';
import { access, constants, rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import {
  buildConcordance,
  createMatcher,
  DEFAULT_MODEL,
  offresEtablissements,
  ouvertureUai,
  signatureOf,
  type CodesEtablissement,
  type Formation,
  type MatchResult,
} from '#matching';
import {
  openTable,
  type CatalogueTableId,
  type FormationRow,
  type OpenedTable,
  type ReadRow,
} from '#sources';
import { refusedResult } from '../../appariements/refused-result.ts';
import { resultatPublic, type ResultatPublic } from '../../appariements/resultat-public.ts';
import { RISQUE_PAR_DEFAUT } from '../../appariements/risque.ts';
import {
  etablissementsDesLignes,
  formationAApparier,
  type LieuDeLigne,
} from '../../campagnes/formation-a-apparier.ts';
import { ENCODAGES } from '../../imports/encodages.ts';
import { CATALOGUE_TABLES } from '../../referentiels/reference-data.ts';
import { ProgressBar } from '../../demarrage/progression.ts';
import {
  EXIT,
  isoDate,
  oneOf,
  parseOptions,
  required,
  risk,
  type Command,
  type Terminal,
} from '../command.ts';
import { readReferences } from '../offline-references.ts';

interface Tally {
  readonly reponses: number;
  readonly refusees: number;
  readonly parStatut: Readonly<Record<MatchResult['statut'], number>>;
}

export const apparier: Command = {
  nom: 'apparier',
  resume: 'apparie un fichier, sans base de données',
  aide: `
Usage : concordance apparier --catalogue F --references DIR… --rentree AAAA-MM-JJ --sortie F.ndjson
          [--plateforme parcoursup|affelnet|apprentissage|generique] [--risque 0.01] [--encodage E]

Apparie chaque formation d'un catalogue à une certification, hors ligne et sans base de données.

  --catalogue F      le catalogue : fichier de la plateforme, ou CSV générique
                     (id, libelle_formation et, au besoin, libelle_specialite, type_diplome, voie, uai, siret,
                     code_cfd, code_mef, code_mefstat11, code_sise, codes_rncp, codes_ideo, cle_me)
  --references DIR…  dossiers de référentiels (BCN, Certif Info, Onisep, SISE), lus récursivement ; chaque fichier
                     est reconnu à son en-tête, .gz et .zip compris ; le catalogue de l'apprentissage et QuiForme, s'ils y
                     sont, disent ce que proposent les établissements
  --rentree D        premier jour de l'année scolaire préparée
  --sortie F         un objet JSON par ligne, dans l'ordre du catalogue ; la sortie standard si absent
  --plateforme P     generique si absent
  --risque R         part d'erreurs admise parmi ce qui est apparié sans humain (${RISQUE_PAR_DEFAUT} si absent)
  --encodage E       impose un encodage : ${ENCODAGES.join(', ')}`,
  async run(args, terminal) {
    const { values } = parseOptions(args, {
      catalogue: { type: 'string' },
      references: { type: 'string', multiple: true },
      rentree: { type: 'string' },
      sortie: { type: 'string' },
      plateforme: { type: 'string' },
      risque: { type: 'string' },
      encodage: { type: 'string' },
    });
    const plateforme = oneOf(values.plateforme ?? 'generique', CATALOGUE_TABLES, 'plateforme');
    const catalogue = required(values.catalogue, 'catalogue');
    const rentree = isoDate(required(values.rentree, 'rentree'), 'rentree');
    const risque = risk(values.risque, RISQUE_PAR_DEFAUT);
    const folders = values.references ?? [];
    required(folders[0], 'references');
    const encodage =
      values.encodage === undefined ? undefined : oneOf(values.encodage, ENCODAGES, 'encodage');

    if (values.sortie !== undefined) await access(dirname(resolve(values.sortie)), constants.W_OK);
    const opened = await openTable(catalogue, { attendu: plateforme, plateforme, encodage });
    const references = await readReferences(folders);
    for (const { fichier, raison } of references.ignores) {
      terminal.stderr.write(`passé : ${fichier} (${raison})\n`);
    }
    const concordance = buildConcordance(references.data);
    const { catalogues, habilitations } = references.offres;
    const offres = offresEtablissements(catalogues, habilitations, concordance);
    const matcher = createMatcher(concordance, DEFAULT_MODEL, { rentree, risque, offres });
    // An answer counts all the establishments of its signature: they are read first, where anything is known of them.
    const etablissements = matcher.connaitDesOffres
      ? await etablissementsParSignature(
          await openTable(catalogue, { attendu: plateforme, plateforme, encodage }),
          plateforme,
        )
      : new Map<string, readonly CodesEtablissement[]>();
    const rows = opened.rows() as AsyncIterable<ReadRow<FormationRow>>;
    const ferme = ({ uai }: FormationRow): boolean =>
      references.acce !== null &&
      uai !== null &&
      ouvertureUai(references.acce.get(uai), rentree) !== 'ouverte';
    const match = (formation: Formation, signature: string): MatchResult =>
      matcher.match(formation, { etablissements: etablissements.get(signature) ?? [] });
    const answers = answer(rows, plateforme, { match, ferme }, terminal);
    const tally = await write(answers, values.sortie, terminal);
    summarise(tally, terminal);
    return tally.refusees > 0 ? EXIT.lignesRefusees : EXIT.fait;
  },
};

/** The establishments of each signature of a catalogue, as a campaign has them. */
async function etablissementsParSignature(
  opened: OpenedTable,
  plateforme: CatalogueTableId,
): Promise<Map<string, readonly CodesEtablissement[]>> {
  const lieux = new Map<string, LieuDeLigne[]>();
  for await (const read of opened.rows() as AsyncIterable<ReadRow<FormationRow>>) {
    const row = 'row' in read ? read.row : read.lisible;
    if (row === undefined) continue;
    const signature = signatureOf(formationAApparier(row, plateforme));
    const { uai, uaiComposante, siret } = row;
    const known = lieux.get(signature);
    if (known === undefined) lieux.set(signature, [{ uai, uaiComposante, siret }]);
    else known.push({ uai, uaiComposante, siret });
  }
  return new Map([...lieux].map(([signature, lignes]) => [signature, etablissementsDesLignes(lignes)]));
}

type Answer = { readonly resultat: ResultatPublic; readonly refusee: boolean };

/** One answer a line, in the file's order. Two rows with the same signature are matched once. */
async function* answer(
  rows: AsyncIterable<ReadRow<FormationRow>>,
  plateforme: CatalogueTableId,
  {
    match,
    ferme,
  }: {
    readonly match: (formation: Formation, signature: string) => MatchResult;
    /** Whether ACCE, where it is among the references, does not hold the row's establishment open. */
    readonly ferme: (row: FormationRow) => boolean;
  },
  { stderr }: Terminal,
): AsyncGenerator<Answer> {
  const known = new Map<string, MatchResult>();
  const matchOnce = (row: FormationRow): MatchResult => {
    const formation = formationAApparier(row, plateforme);
    const signature = signatureOf(formation);
    const result = known.get(signature) ?? match(formation, signature);
    known.set(signature, result);
    return result;
  };
  const progress = new ProgressBar({
    titre: 'Appariement',
    unite: 'formations',
    total: null,
    output: stderr,
  });
  let done = 0;
  for await (const read of rows) {
    if ('row' in read) {
      yield { resultat: resultatPublic(read.row.id, matchOnce(read.row), ferme(read.row)), refusee: false };
    } else {
      const { rejet, lisible } = read;
      stderr.write(`ligne ${rejet.ligne} refusée : ${rejet.message}\n`);
      const resultat =
        lisible === undefined ? refusedResult(rejet) : resultatPublic(lisible.id, matchOnce(lisible), true);
      yield { resultat, refusee: true };
    }
    done += 1;
    progress.update(done);
  }
  progress.finish();
}

/** Writes beside the wanted file, then renames: an interrupted run leaves no half file. */
async function write(
  answers: AsyncIterable<Answer>,
  sortie: string | undefined,
  terminal: Terminal,
): Promise<Tally> {
  const parStatut = { apparie: 0, a_verifier: 0, sans_correspondance: 0 };
  let reponses = 0;
  let refusees = 0;
  const partial = sortie === undefined ? null : `${sortie}.en-cours`;
  const stream = partial === null ? terminal.stdout : createWriteStream(partial);
  const failed = partial === null ? null : finished(stream);
  failed?.catch(() => undefined);
  try {
    for await (const { resultat, refusee } of answers) {
      reponses += 1;
      if (refusee) refusees += 1;
      parStatut[resultat.statut] += 1;
      if (!stream.write(`${JSON.stringify(resultat)}\n`)) {
        await Promise.race([once(stream, 'drain'), failed ?? new Promise(() => undefined)]);
      }
    }
    if (partial !== null && sortie !== undefined) {
      stream.end();
      await failed;
      await rename(partial, sortie);
    }
  } catch (error) {
    if (partial !== null) await rm(partial, { force: true });
    throw error;
  }
  return { reponses, refusees, parStatut };
}

function summarise({ reponses, refusees, parStatut }: Tally, { stderr }: Terminal): void {
  const share = (n: number): string =>
    `${((100 * n) / Math.max(1, reponses)).toFixed(1).replace('.', ',')} %`;
  stderr.write(
    `${reponses} réponses : ${parStatut.apparie} appariées (${share(parStatut.apparie)}), ` +
      `${parStatut.a_verifier} à vérifier (${share(parStatut.a_verifier)}), ` +
      `${parStatut.sans_correspondance} sans correspondance` +
      `${refusees > 0 ? ` ; ${refusees} ligne(s) refusée(s)` : ''}.\n`,
  );
}
