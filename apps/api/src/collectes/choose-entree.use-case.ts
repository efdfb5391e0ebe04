import { Inject, Injectable } from '@nestjs/common';
import type { Json } from '#sources';
import { CLOCK, type Clock } from '../common/clock.ts';
import { RuleViolationError } from '../common/domain-errors.ts';
import { CollecteEtapesRepository } from './collecte-etapes.repository.ts';
import { PerimetreQuery } from './perimetre.query.ts';

type Parametres = Readonly<Record<string, unknown>>;
const PLACES = ['uais', 'regions', 'academies', 'departements'] as const;

/**
 * Completes what a person asked of a source: which establishments, which vintages. Chosen once at the start of an
 * import, so that its steps, and the cursor that counts them, never change on the way.
 */
@Injectable()
export class ChooseEntreeUseCase {
  constructor(
    private readonly perimetre: PerimetreQuery,
    private readonly etapes: CollecteEtapesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws RuleViolationError when there is nobody to ask about. */
  async execute(source: string, parametres: Parametres): Promise<Json> {
    if (source === 'inserjeunes') return (await this.inserjeunes(parametres)) as Json;
    if (source === 'quiforme') return (await this.quiforme(parametres)) as Json;
    return parametres as Json;
  }

  private async inserjeunes(parametres: Parametres): Promise<Parametres> {
    const named = PLACES.some((place) => parametres[place] !== undefined);
    const dated = parametres['millesimes'] !== undefined || parametres['millesimesFrance'] !== undefined;
    const vintages = dated ? {} : lastVintages(this.clock.now());
    // France alone was asked for: no place is missing.
    if (!named && dated && parametres['millesimes'] === undefined) return parametres;
    const uais = named ? {} : { uais: await this.perimetre.uais() };
    if (!named && uais.uais?.length === 0) {
      throw new RuleViolationError(
        'PERIMETRE_VIDE',
        'inserjeunes : aucun UAI à demander, importez un catalogue ou l’annuaire ACCE, ou donnez les UAI',
      );
    }
    return { ...vintages, ...uais, ...parametres };
  }

  private async quiforme(parametres: Parametres): Promise<Parametres> {
    const sirets = parametres['sirets'] ?? (await this.perimetre.sirets());
    if (Array.isArray(sirets) && sirets.length === 0) {
      throw new RuleViolationError(
        'PERIMETRE_VIDE',
        'quiforme : aucun SIRET à demander, importez un catalogue qui en porte, ou donnez les SIRET',
      );
    }
    const answers = await this.etapes.lastAnswers('quiforme');
    const obtenues = Object.fromEntries(
      answers.map(({ etape, obtenueLe }) => [etape, obtenueLe.toISOString()]),
    );
    return { sirets, obtenues, ...parametres };
  }
}

/**
 * The last vintages that InserJeunes may have published: the leavers of the summer before last, two years together by
 * place, one year alone for France. Assumed from its calendar (three updates a year, figures six months after).
 */
function lastVintages(now: Date): { millesimes: string[]; millesimesFrance: string[] } {
  const last = now.getUTCFullYear() - 1;
  return { millesimes: [`${last - 1}_${last}`], millesimesFrance: [String(last)] };
}
