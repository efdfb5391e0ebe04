import { useTranslate } from 'react-admin';
import type { Contribution } from '../contract/formation.ts';
import { formatSigned } from './formats.ts';

/** The engine begins its lines with a sign, which the icon already says. */
const SIGNE = /^[+\u2212\u2013-]\s+/u;

/** Contributions are log-odds: beyond 2 a reason alone multiplies the odds by more than seven. */
const forceOf = (contribution: number): 'fort' | 'moyen' | 'leger' => {
  const weight = Math.abs(contribution);
  return weight >= 2 ? 'fort' : weight >= 0.7 ? 'moyen' : 'leger';
};

interface Marche extends Contribution {
  readonly avant: number;
  readonly apres: number;
}

/** Each reason with the sum before and after it, from nought. */
export const marchesOf = (lignes: readonly Contribution[]): Marche[] => {
  let cumul = 0;
  return lignes.map((ligne) => {
    const avant = cumul;
    cumul += ligne.contribution;
    return { ...ligne, avant, apres: cumul };
  });
};

/**
 * Why a candidate scores as it does, as a waterfall: every reason in words, with its signed weight, and a bar that
 * starts where the one before ended. The bars repeat the words and are hidden from assistive technologies.
 */
export const Cascade = ({ lignes }: { lignes: Contribution[] }) => {
  const translate = useTranslate();
  const t = (key: string, values?: Record<string, unknown>) =>
    translate(`concordance.revue.cascade.${key}`, values);
  if (lignes.length === 0) return <>{translate('concordance.formations.aucuneExplication')}</>;
  const marches = marchesOf(lignes);
  const bounds = marches.flatMap(({ avant, apres }) => [avant, apres]);
  const low = Math.min(0, ...bounds);
  const span = Math.max(0, ...bounds) - low || 1;
  const at = (value: number) => `${((value - low) / span) * 100}%`;
  return (
    <ul className="cc-cascade" aria-label={t('titre')}>
      {marches.map(({ critere, detail, contribution, avant, apres }, index) => {
        const favourable = contribution >= 0;
        return (
          <li key={`${critere}-${index}`} className={favourable ? 'cc-faveur' : 'cc-defaveur'}>
            <span aria-hidden className="cc-signe">
              {favourable ? '+' : '\u2212'}
            </span>
            <span>
              <span className="cc-cache">
                {t('poids', {
                  sens: translate(`concordance.revue.${favourable ? 'enFaveur' : 'enDefaveur'}`),
                  force: t(forceOf(contribution)),
                  valeur: formatSigned(contribution),
                })}
                {' : '}
              </span>
              {detail.replace(SIGNE, '')}
            </span>
            <span aria-hidden className="cc-poids">
              {formatSigned(contribution)}
            </span>
            <span aria-hidden className="cc-echelle" title={t('cumul', { valeur: formatSigned(apres) })}>
              <span className="cc-zero" style={{ left: at(0) }} />
              <span
                className="cc-barre"
                style={{
                  left: at(Math.min(avant, apres)),
                  width: `max(2px, ${(Math.abs(contribution) / span) * 100}%)`,
                }}
              />
            </span>
          </li>
        );
      })}
    </ul>
  );
};
