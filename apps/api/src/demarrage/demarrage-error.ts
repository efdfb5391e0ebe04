/** Why a start-up was refused. Each code has one French sentence that says what to do. */
export type DemarrageCode =
  | 'PORT_OCCUPE'
  | 'PORT_INTERDIT'
  | 'INSTANCE_DEJA_LANCEE'
  | 'VERROU_TENU'
  | 'DISQUE_PLEIN'
  | 'DOSSIER_NON_INSCRIPTIBLE'
  | 'DOSSIER_INACCESSIBLE'
  | 'COMPTE_SYSTEME_ABSENT'
  | 'PLATEFORME_NON_PRISE_EN_CHARGE'
  | 'MOT_DE_PASSE_PERDU'
  | 'POSTGRES_NE_DEMARRE_PAS';

/** A start-up that cannot go on; `message` is French, one sentence, and can be shown as it is. */
export class DemarrageError extends Error {
  override readonly name = 'DemarrageError';
  readonly code: DemarrageCode;

  constructor(code: DemarrageCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The `code` of a Node system error (`ENOSPC`, `EACCES`…), or null. */
export function systemErrorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** Translates what the file system refuses in `dossier` into a start-up error; other errors pass unchanged. */
export function fileSystemError(error: unknown, dossier: string): unknown {
  switch (systemErrorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new DemarrageError(
        'DISQUE_PLEIN',
        `Le disque est plein : impossible d'écrire dans ${dossier}. Libérez de la place, ou choisissez un autre dossier avec CONCORDANCE_DATA_DIR.`,
        { cause: error },
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
      return new DemarrageError(
        'DOSSIER_NON_INSCRIPTIBLE',
        `Impossible d'écrire dans ${dossier} : vérifiez ses droits, ou choisissez un autre dossier avec CONCORDANCE_DATA_DIR.`,
        { cause: error },
      );
    default:
      return error;
  }
}
