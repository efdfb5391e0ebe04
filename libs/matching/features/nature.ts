/**
 * What the criteria read of a certification that many others have too. Those that are alike share one object: a
 * decision reads it of each candidate, and so finds it in the cache.
 */
export interface Nature {
  /** First three characters of the CFD, or the SISE type; empty where unknown. */
  readonly niveau: string;
  /** Level of the national framework, 1 to 8. */
  readonly niveauQualification: number | null;
  readonly voieScolaire: boolean;
  /** Only older vintages of its table still have it. */
  readonly ancienne: boolean;
  /** An entry year shared by several certifications. */
  readonly commune: boolean;
  /** The only open certification of its code family, or one named after it: the DN MADE, whatever the speciality. */
  readonly seuleDeSaFamille: boolean;
  /** A 2nde only: its years in N_MEF go no further. */
  readonly seconde: boolean;
  /** Nearly every open certification of its family has a closing date: to have none says nothing. */
  readonly fermetureDateeDOffice: boolean;
}

/** Keeps one object for all those that hold the same values in the same fields. @returns the one to use instead */
export function shared<Value extends object>(): (value: Value) => Value {
  const known = new Map<string, Value>();
  return (value) => {
    const key = JSON.stringify(value);
    const first = known.get(key);
    if (first !== undefined) return first;
    known.set(key, value);
    return value;
  };
}
