import { mkdirSync } from 'node:fs';
import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { CONFIG } from '../config/config.module.ts';
import { uploadFolder } from '../config/folders.ts';
import type { Config } from '../config/load-env.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsModule } from './imports.module.ts';
import { InstantanesController } from './instantanes.controller.ts';
import { LignesRefuseesController } from './lignes-refusees.controller.ts';

/** A catalogue is a few megabytes; ten times the largest known one. */
const MAX_UPLOAD = 200 * 1024 * 1024;

@Module({
  imports: [
    ImportsModule,
    MulterModule.registerAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => {
        const dest = uploadFolder(config);
        mkdirSync(dest, { recursive: true });
        return { dest, limits: { fileSize: MAX_UPLOAD, files: 1 } };
      },
    }),
  ],
  controllers: [ImportsController, InstantanesController, LignesRefuseesController],
})
export class ImportsHttpModule {}
