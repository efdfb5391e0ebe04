/** Another worker holds the computation: worth another try later, and no failure. */
export class CalculOccupeError extends Error {
  override readonly name = 'CalculOccupeError';

  constructor(calculId: string) {
    super(`le calcul ${calculId} est tenu par un autre travailleur`);
  }
}
