import { Global, Module } from '@nestjs/common';
import { CLOCK, systemClock } from './clock.ts';
import { IDS, systemIds } from './ids.ts';
import { RANDOM, systemRandom } from './random-source.ts';
import { Transactions } from './transactions.ts';

/** What every feature may inject, in the API as in a worker: clock, ids, random, transactions. */
@Global()
@Module({
  providers: [
    { provide: CLOCK, useValue: systemClock },
    { provide: IDS, useValue: systemIds },
    { provide: RANDOM, useValue: systemRandom },
    Transactions,
  ],
  exports: [CLOCK, IDS, RANDOM, Transactions],
})
export class CommonModule {}
