import { HttpException } from '@nestjs/common';
import { z } from 'zod';
import { SourceError } from '#sources';
import { DomainError, TooManyAttemptsError, type DomainErrorKind } from '../domain-errors.ts';

/** RFC 9457 body. `detail` is French and can be shown as is; `code` is stable. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly instance?: string;
  readonly errors?: readonly { readonly champ: string; readonly message: string }[];
  readonly [extension: string]: unknown;
}

/** What to answer, and whether the exception is a fault of ours that must be logged. */
export interface MappedProblem {
  readonly body: ProblemDetails;
  readonly unexpected: boolean;
  readonly retryAfterSeconds?: number;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Requête invalide',
  401: 'Connexion requise',
  403: 'Accès refusé',
  404: 'Introuvable',
  405: 'Méthode non permise',
  409: 'Conflit',
  413: 'Contenu trop volumineux',
  415: 'Type de contenu non accepté',
  422: 'Demande refusée',
  429: 'Trop de tentatives',
  500: 'Erreur interne',
  502: 'Source indisponible',
  503: 'Service indisponible',
};

const DETAILS: Readonly<Record<number, string>> = {
  400: "La requête n'a pas pu être comprise.",
  401: 'Connectez-vous pour continuer.',
  403: "Vous n'avez pas le droit de faire cela.",
  404: "Cette adresse n'existe pas.",
  405: 'Cette méthode ne s’applique pas à cette adresse.',
  413: 'Le contenu envoyé est trop volumineux.',
  415: "Ce type de contenu n'est pas accepté.",
  503: 'Le service est momentanément indisponible. Réessayez dans un instant.',
};

const CODES: Readonly<Record<number, string>> = {
  400: 'REQUETE_INVALIDE',
  401: 'NON_CONNECTE',
  403: 'ACCES_REFUSE',
  404: 'INTROUVABLE',
  405: 'METHODE_NON_PERMISE',
  413: 'CONTENU_TROP_VOLUMINEUX',
  415: 'TYPE_NON_ACCEPTE',
  503: 'SERVICE_INDISPONIBLE',
};

const DOMAIN_STATUS: Readonly<Record<DomainErrorKind, number>> = {
  not_found: 404,
  conflict: 409,
  rule_violation: 422,
  forbidden: 403,
  unauthenticated: 401,
  too_many_attempts: 429,
};

/**
 * The HTTP mapping table: every exception to one problem. Nothing of an unexpected exception goes into the body
 * but the request's id, which the log line carries too.
 */
export function toProblem(exception: unknown, requestId: string): MappedProblem {
  if (exception instanceof DomainError) return fromDomain(exception);
  if (exception instanceof z.ZodError) return fromZod(exception);
  if (exception instanceof SourceError) {
    // Unreachable is the source's fault; unreadable content is the fault of what was sent.
    return expected(exception.retryable ? 502 : 422, exception.code, exception.message);
  }
  const status = clientStatus(exception);
  if (status !== null) {
    const fallback = status >= 500 ? 503 : 400;
    const detail = DETAILS[status] ?? DETAILS[fallback] ?? '';
    return expected(status, CODES[status] ?? CODES[fallback] ?? '', detail);
  }
  return {
    body: problem(
      500,
      'ERREUR_INTERNE',
      `Une erreur est survenue. Communiquez cette référence : ${requestId}.`,
      {
        instance: `urn:concordance:requete:${requestId}`,
      },
    ),
    unexpected: true,
  };
}

function fromDomain(error: DomainError): MappedProblem {
  const body = problem(DOMAIN_STATUS[error.kind], error.code, error.message, error.extensions);
  return error instanceof TooManyAttemptsError
    ? { body, unexpected: false, retryAfterSeconds: error.retryAfterSeconds }
    : { body, unexpected: false };
}

function fromZod(error: z.ZodError): MappedProblem {
  const errors = error.issues.map((issue) => ({ champ: issue.path.join('.'), message: issue.message }));
  const fields = errors.map(({ champ, message }) => (champ === '' ? message : `${champ} : ${message}`));
  const detail = `Données invalides : ${fields.slice(0, 5).join(' ; ')}`;
  return { body: problem(400, 'DONNEES_INVALIDES', detail, { errors }), unexpected: false };
}

/**
 * The status of an exception that a framework raised on purpose: Nest's, and the body parser's (a plain error
 * with a 4xx `status`). Null for anything else, a 500 of Nest's included: that one is ours.
 */
function clientStatus(exception: unknown): number | null {
  if (exception instanceof HttpException) {
    const status = exception.getStatus();
    return status === 500 ? null : status;
  }
  if (
    exception instanceof Error &&
    'status' in exception &&
    'expose' in exception &&
    exception.expose === true
  ) {
    const { status } = exception;
    if (typeof status === 'number' && status >= 400 && status < 500) return status;
  }
  return null;
}

function expected(status: number, code: string, detail: string): MappedProblem {
  return { body: problem(status, code, detail), unexpected: false };
}

function problem(
  status: number,
  code: string,
  detail: string,
  extensions: Readonly<Record<string, unknown>> = {},
): ProblemDetails {
  const title = TITLES[status] ?? TITLES[status >= 500 ? 500 : 400] ?? '';
  // Extensions first: they never replace a member of the standard.
  return { ...extensions, type: `urn:concordance:erreur:${code}`, title, status, code, detail };
}
