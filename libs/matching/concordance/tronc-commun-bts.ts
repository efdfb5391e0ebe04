/**
 * BTS with a common first year: the entry CFD and the CFD of its options.
 *
 * Reviewed data. Origin: domain.md §1, checked against the ministries' published list of BTS options
 * (optionsBTS, rentrées 2001 to 2023) and the groups of type TG03 of N_GROUPE_FORMATION 2025. The entry
 * 32033606 (esthétique of 2013, closed in 2023) comes from the published list only.
 */
export const TRONC_COMMUN_BTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['32022310', ['32022311', '32022312']],
  ['32022316', ['32022317', '32022318']],
  ['32032209', ['32032210', '32032211']],
  ['32032612', ['32032613', '32032614']],
  ['32033422', ['32033423', '32033424', '32033425']],
  ['32033606', ['32033603', '32033604', '32033605']],
  ['32033608', ['32033609', '32033610', '32033611']],
]);
