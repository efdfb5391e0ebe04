import { InstantanesCampagnesExecutions1763711000000 } from './migrations/1763711000000-instantanes-campagnes-executions.ts';
import { ComptesEtJournal1763712000000 } from './migrations/1763712000000-comptes-et-journal.ts';
import { InstantanesAConfirmer1763715000000 } from './migrations/1763715000000-instantanes-a-confirmer.ts';
import { Planification1763715000001 } from './migrations/1763715000001-planification.ts';
import { Collectes1763720000000 } from './migrations/1763720000000-collectes.ts';
import { Chiffres1763721000000 } from './migrations/1763721000000-chiffres.ts';
import { PerimetreEtCouverture1763722000000 } from './migrations/1763722000000-perimetre-et-couverture.ts';
import { Etablissements1763723000000 } from './migrations/1763723000000-etablissements.ts';
import { Cpf1763723000001 } from './migrations/1763723000001-cpf.ts';
import { FileDeRevue1763724000000 } from './migrations/1763724000000-file-de-revue.ts';
import { OrdreDeLaFile1763724000001 } from './migrations/1763724000001-ordre-de-la-file.ts';
import { LecturesEnAveugle1763724000002 } from './migrations/1763724000002-lectures-en-aveugle.ts';
import { IdentiteDesFormations1763725000000 } from './migrations/1763725000000-identite-des-formations.ts';
import { CoutDesChiffres1763727000000 } from './migrations/1763727000000-cout-des-chiffres.ts';
import { FilePreparee1763728000000 } from './migrations/1763728000000-file-preparee.ts';
import { ListesPreparees1763728000001 } from './migrations/1763728000001-listes-preparees.ts';
import { DecompteDesFormations1763728000002 } from './migrations/1763728000002-decompte-des-formations.ts';
import { PreferencesDesComptes1763729000000 } from './migrations/1763729000000-preferences-des-comptes.ts';
import { FichesDeControle1763729000001 } from './migrations/1763729000001-fiches-de-controle.ts';
import { AlertesDuCertificateur1763730000000 } from './migrations/1763730000000-alertes-du-certificateur.ts';
import { EtablissementsEpingles1763730000001 } from './migrations/1763730000001-etablissements-epingles.ts';
import { HabilitationsEpinglees1763732000000 } from './migrations/1763732000000-habilitations-epinglees.ts';
import { ListesRapides1763733000000 } from './migrations/1763733000000-listes-rapides.ts';
import { OuvertureDeLaFile1763733000001 } from './migrations/1763733000001-ouverture-de-la-file.ts';
import { PagesPropres1763733000002 } from './migrations/1763733000002-pages-propres.ts';

/**
 * Every migration in the order they run in, that of their dates; listed by hand so that a bundle or a test never depends
 * on a folder's content.
 */
export const MIGRATIONS = [
  InstantanesCampagnesExecutions1763711000000,
  ComptesEtJournal1763712000000,
  InstantanesAConfirmer1763715000000,
  Planification1763715000001,
  Collectes1763720000000,
  Chiffres1763721000000,
  PerimetreEtCouverture1763722000000,
  Etablissements1763723000000,
  Cpf1763723000001,
  FileDeRevue1763724000000,
  OrdreDeLaFile1763724000001,
  LecturesEnAveugle1763724000002,
  IdentiteDesFormations1763725000000,
  CoutDesChiffres1763727000000,
  FilePreparee1763728000000,
  ListesPreparees1763728000001,
  DecompteDesFormations1763728000002,
  PreferencesDesComptes1763729000000,
  FichesDeControle1763729000001,
  AlertesDuCertificateur1763730000000,
  EtablissementsEpingles1763730000001,
  HabilitationsEpinglees1763732000000,
  ListesRapides1763733000000,
  OuvertureDeLaFile1763733000001,
  PagesPropres1763733000002,
];
