import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ComptesController } from './comptes.controller.ts';
import { ComptesModule } from './comptes.module.ts';
import { PreferencesController } from './preferences.controller.ts';
import { PreferencesRepository } from './preferences.repository.ts';
import { RolesGuard } from './roles.guard.ts';
import { SessionController } from './session.controller.ts';
import { SessionGuard } from './session.guard.ts';

/**
 * The accounts' routes, and the two guards of the whole API. Nest runs global guards in the order of their
 * registration: the session guard must come first, it finds out who the roles guard asks about.
 */
@Module({
  imports: [ComptesModule],
  controllers: [SessionController, PreferencesController, ComptesController],
  providers: [
    PreferencesRepository,
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_GUARD, useClass: RolesGuard },
  ],
})
export class ComptesHttpModule {}
