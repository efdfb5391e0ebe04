/** The option letter of a label, and how sure the reading is. */
export interface LettreOption {
  /** `A`…`H`, or null. */
  readonly lettre: string | null;
  /** False for a lone letter that no "option" announces ("MAINT VEH OP C" is sure, "BRONZIER A MONTEUR" not). */
  readonly sure: boolean;
  /** True where the label announces an option, by its letter or by its name ("opt. SLAM", "option thermique"). */
  readonly nommee: boolean;
  /** True where the label says several letters ("option A, B ou C"): it means none of them. */
  readonly plusieurs: boolean;
}

const NOMMEE = /\b(?:options?|opts?|optn)[\s._:]+\(?[a-z]/;
// "OPE" is an operator cut short, not an option E.
const ANNONCEE = /\b(?:options?|opts?|optn|op(?!e))[\s._:]*\(?([a-h])(?![a-z0-9'])/g;
const PLUSIEURS =
  /\b(?:options?|opts?|op)[\s._:]*\(?(?:[a-h](?:\s?[,/]\s?| et | ou |-)(?=[a-h]\b)){1,}[a-h](?![a-z0-9])|\b(?:options?|opts?)[\s.]*(?:abc?d?|abcd)\b/g;
const SOUDEE = /\b(?:opt|op(?!e))([a-h])(?![a-z0-9])/g;
// A letter among other lone letters spells an acronym ("R I C").
const ISOLEE =
  /(?<=[a-z0-9.)] |[-:(,/] ?)(?<!(?:^|[^a-z0-9])[a-z0-9] )([a-h])(?=[ :)])(?!')(?! [a-z0-9](?![a-z0-9]))/g;

/** Reads the option letter off canonical text and returns the text without it. */
export function readOptionLetter(canonical: string): { option: LettreOption; reste: string } {
  const nommee = NOMMEE.test(canonical);
  const several = canonical.replace(PLUSIEURS, ' ');
  if (several !== canonical) {
    return { option: { lettre: null, sure: true, plusieurs: true, nommee: true }, reste: several };
  }
  const letters = new Set<string>();
  const reste = canonical
    .replace(ANNONCEE, (_, letter: string) => {
      letters.add(letter.toUpperCase());
      return ' ';
    })
    .replace(SOUDEE, (_, letter: string) => {
      letters.add(letter.toUpperCase());
      return ' ';
    });
  if (letters.size > 0) {
    const [lettre] = letters;
    return letters.size === 1 && lettre !== undefined
      ? { option: { lettre, sure: true, plusieurs: false, nommee: true }, reste }
      : { option: { lettre: null, sure: true, plusieurs: true, nommee: true }, reste };
  }
  const lone = [...canonical.matchAll(ISOLEE)].map((m) => m[1]?.toUpperCase());
  const [lettre] = lone;
  if (lone.length === 1 && lettre !== undefined && lettre !== 'E') {
    return {
      option: { lettre, sure: false, plusieurs: false, nommee },
      reste: canonical.replace(ISOLEE, ' '),
    };
  }
  return { option: { lettre: null, sure: false, plusieurs: false, nommee }, reste: canonical };
}
