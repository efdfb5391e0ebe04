import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/journal.module.ts';
import { AttemptLimiter } from './attempt-limiter.ts';
import { Authenticator } from './authenticator.ts';
import { ChangerMotDePasse } from './changer-mot-de-passe.use-case.ts';
import { CompteRepository } from './compte.repository.ts';
import { ComptesJournal } from './comptes-journal.ts';
import { CreerCompte } from './creer-compte.use-case.ts';
import { CreerPremierAdministrateur } from './creer-premier-administrateur.use-case.ts';
import { FermerSession } from './fermer-session.use-case.ts';
import { ModifierCompte } from './modifier-compte.use-case.ts';
import { OuvrirSession } from './ouvrir-session.use-case.ts';
import { Passwords } from './passwords.ts';
import { ReinitialiserMotDePasse } from './reinitialiser-mot-de-passe.use-case.ts';
import { SessionIssuer } from './session-issuer.ts';
import { SessionRepository } from './session.repository.ts';
import { TentativeConnexionRepository } from './tentative-connexion.repository.ts';

const useCases = [
  ChangerMotDePasse,
  CreerCompte,
  CreerPremierAdministrateur,
  FermerSession,
  ModifierCompte,
  OuvrirSession,
  ReinitialiserMotDePasse,
];

/** Accounts and sessions, without HTTP: the command line uses it too. */
@Module({
  imports: [JournalModule],
  providers: [
    AttemptLimiter,
    Authenticator,
    CompteRepository,
    ComptesJournal,
    Passwords,
    SessionIssuer,
    SessionRepository,
    TentativeConnexionRepository,
    ...useCases,
  ],
  exports: [CompteRepository, SessionIssuer, ...useCases],
})
export class ComptesModule {}
