export const MIN_PASSWORD_LENGTH = 12;

/**
 * Why a new password is refused, as a French sentence, or null when it is accepted. Length rather than required
 * kinds of characters, after the CNIL's and NIST's advice.
 */
export function passwordProblem(password: string, identifiant: string): string | null {
  if ([...password].length < MIN_PASSWORD_LENGTH) {
    return `Le mot de passe doit compter au moins ${MIN_PASSWORD_LENGTH} caractères.`;
  }
  if (password.toLowerCase().includes(identifiant)) {
    return "Le mot de passe ne doit pas contenir l'identifiant.";
  }
  if (new Set(password).size < 5) return 'Le mot de passe doit être plus varié.';
  return null;
}
