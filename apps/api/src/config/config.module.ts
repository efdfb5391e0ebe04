import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from './load-env.ts';

/** Injection token of the `Config`. */
export const CONFIG = Symbol('CONFIG');

/** Gives the settings, read once at the door of the process, to every module. */
@Module({})
export class ConfigModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}
