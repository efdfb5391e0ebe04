/** Another worker holds the chunk. Not a failure of the work: the queue tries again later. */
export class LotBusyError extends Error {
  constructor(executionId: string, numero: number) {
    super(`lot ${numero} de l'exécution ${executionId} : déjà pris par un autre travailleur`);
    this.name = 'LotBusyError';
  }
}
