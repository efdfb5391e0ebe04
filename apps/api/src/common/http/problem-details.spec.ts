import {
  BadRequestException,
  HttpException,
  InternalServerErrorException,
  NotFoundException,
} from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { SourceFileError, SourceFormatError, SourceUnavailableError, UnknownTableError } from '#sources';
import {
  ConflictError,
  ForbiddenActionError,
  NotFoundError,
  RuleViolationError,
  TooManyAttemptsError,
  UnauthenticatedError,
} from '../domain-errors.ts';
import { toProblem } from './problem-details.ts';

const ID = 'requete-1';
const source = { source: 'n_mef', fichier: 'n_mef.csv' };

describe('toProblem', () => {
  it.each([
    [new NotFoundError('CAMPAGNE_INCONNUE', 'Campagne inconnue.'), 404, 'CAMPAGNE_INCONNUE'],
    [new ConflictError('DECISION_CONCURRENTE', 'Déjà décidée.'), 409, 'DECISION_CONCURRENTE'],
    [new RuleViolationError('DERNIER_ADMINISTRATEUR', 'Dernier.'), 422, 'DERNIER_ADMINISTRATEUR'],
    [new ForbiddenActionError('ROLE_INSUFFISANT', 'Réservé.'), 403, 'ROLE_INSUFFISANT'],
    [new UnauthenticatedError('NON_CONNECTE', 'Connectez-vous.'), 401, 'NON_CONNECTE'],
    [new SourceUnavailableError('Source muette.', source), 502, 'SOURCE_INDISPONIBLE'],
    [new SourceFileError('Fichier illisible.', source), 422, 'FICHIER_ILLISIBLE'],
    [new SourceFormatError('n_mef.csv : colonne MEF absente.', source), 422, 'FORMAT_INATTENDU'],
    [new UnknownTableError('Table inconnue.', source), 422, 'TABLE_INCONNUE'],
  ])('keeps the message of %p', (error, status, code) => {
    const { body, unexpected } = toProblem(error, ID);
    expect(body).toMatchObject({
      type: `urn:concordance:erreur:${code}`,
      status,
      code,
      detail: error.message,
    });
    expect(body.title).not.toBe('');
    expect(unexpected).toBe(false);
  });

  it('adds the extensions of a domain error, which cannot replace a member of the standard', () => {
    const extensions = { jugement: { id: '1' }, status: 200, code: 'X' };
    const { body } = toProblem(new ConflictError('DECISION_CONCURRENTE', 'Déjà.', { extensions }), ID);
    expect(body).toMatchObject({ status: 409, code: 'DECISION_CONCURRENTE', jugement: { id: '1' } });
  });

  it('says how long to wait', () => {
    const mapped = toProblem(new TooManyAttemptsError('TROP_DE_TENTATIVES', 'Attendez.', 60), ID);
    expect(mapped.body).toMatchObject({ status: 429, attendreSecondes: 60 });
    expect(mapped.retryAfterSeconds).toBe(60);
  });

  it('lists the fields of a ZodError', () => {
    const { error } = z
      .object({ nom: z.string(), codes: z.array(z.string()) })
      .safeParse({ codes: ['a', 1] });
    const { body } = toProblem(error, ID);
    expect(body).toMatchObject({ status: 400, code: 'DONNEES_INVALIDES' });
    expect(body.errors?.map(({ champ }) => champ)).toEqual(['nom', 'codes.1']);
    expect(body.detail).toContain('nom : ');
  });

  it.each([
    [new NotFoundException('Cannot GET /api/x'), 404, 'INTROUVABLE'],
    [new BadRequestException('Unexpected token'), 400, 'REQUETE_INVALIDE'],
    [new HttpException('teapot', 418), 418, 'REQUETE_INVALIDE'],
    [Object.assign(new Error('too large'), { status: 413, expose: true }), 413, 'CONTENU_TROP_VOLUMINEUX'],
  ])("words the framework's own refusals in French: %p", (error, status, code) => {
    const { body, unexpected } = toProblem(error, ID);
    expect(body).toMatchObject({ status, code });
    expect(JSON.stringify(body)).not.toContain(error.message);
    expect(unexpected).toBe(false);
  });

  it.each([
    new Error('password authentication failed for user "concordance"'),
    new TypeError('x is not a function'),
    new InternalServerErrorException('détail'),
    Object.assign(new Error('remote 404'), { status: 404 }),
    'a string',
    null,
  ])('says nothing of an unexpected exception but a reference: %p', (error) => {
    const { body, unexpected } = toProblem(error, ID);
    expect(unexpected).toBe(true);
    expect(body).toEqual({
      type: 'urn:concordance:erreur:ERREUR_INTERNE',
      title: 'Erreur interne',
      status: 500,
      code: 'ERREUR_INTERNE',
      detail: 'Une erreur est survenue. Communiquez cette référence : requete-1.',
      instance: 'urn:concordance:requete:requete-1',
    });
  });
});
