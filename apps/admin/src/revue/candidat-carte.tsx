import { memo, useId } from 'react';
import { useTranslate } from 'react-admin';
import { Cascade } from '../affichage/cascade.tsx';
import { percent } from '../affichage/formats.ts';
import { LienFiche, Rangee } from '../affichage/liste.tsx';
import { Pastille } from '../affichage/pastille.tsx';
import { useValidite } from '../affichage/validite.ts';
import type { Candidat } from '../contract/formation.ts';
import { LibelleCompare, MotsManquants } from './libelle-compare.tsx';
import { affichage, type Touches } from './raccourcis.ts';
import { diffLabels } from './token-diff.ts';
import { Touche } from './touche.tsx';

const labelsOf = ({ famille, libelle }: Candidat): string[] => (famille ? [famille, libelle] : [libelle]);

interface Props {
  candidat: Candidat;
  /** The formation's labels. */
  reference: string;
  /** The candidate this one competes with: the second for the first, the first for the others. */
  rival: Candidat | undefined;
  premier: boolean;
  /** Null where the keys are switched off: they are not shown. */
  touches: Touches | null;
  /** Null where the role may not decide. */
  onChoisir: ((candidat: Candidat) => void) | null;
}

/** One certification proposed: its label compared with the formation's, its identity, and why it is there. */
export const CandidatCarte = memo(({ candidat, reference, rival, premier, touches, onChoisir }: Props) => {
  const translate = useTranslate();
  const validite = useValidite();
  const titleId = useId();
  const { rang, libelle, famille, codeCertification, niveauQualification, rncp, confiance, explication } =
    candidat;
  const diff = diffLabels(reference, labelsOf(candidat), rival ? labelsOf(rival) : []);
  const libelleSegments = diff.textes.at(-1) ?? [];
  const familleSegments = famille ? (diff.textes[0] ?? []) : [];
  const digit = touches?.choisir && rang <= 9 ? String(rang) : null;
  const touche = premier && touches?.accepter ? affichage(touches.accepter) : digit;
  return (
    <li
      className="cc-bloc"
      aria-labelledby={titleId}
      // About its height, for the scroll bar, until it comes into view and is laid out.
      style={{ containIntrinsicSize: `auto ${150 + 34 * explication.length}px` }}
    >
      <div className="cc-candidat-tete">
        <div>
          <h3 id={titleId} className="cc-h3">
            <span aria-hidden>{rang}. </span>
            <span className="cc-cache">{translate('concordance.revue.rang', { rang })} : </span>
            <LibelleCompare segments={libelleSegments} />
          </h3>
          {famille ? (
            <p>
              <LibelleCompare segments={familleSegments} />
            </p>
          ) : null}
          {diff.manquants.length > 0 ? (
            <p>
              <MotsManquants mots={diff.manquants} />
            </p>
          ) : null}
        </div>
        {onChoisir ? (
          <button
            type="button"
            className={premier ? 'cc-bouton cc-bouton-plein' : 'cc-bouton'}
            onClick={() => onChoisir(candidat)}
          >
            <span>
              {translate(`concordance.revue.actions.${premier ? 'accepter' : 'choisir'}`)}
              <span className="cc-cache"> {libelle}</span>
            </span>
            {touche ? <Touche>{touche}</Touche> : null}
          </button>
        ) : null}
      </div>
      <div className="cc-candidat-identite">
        <Rangee>
          <Pastille ton="neutre">
            {translate('concordance.revue.confiance', { pct: percent(confiance) })}
          </Pastille>
          <LienFiche to={`/certifications/${encodeURIComponent(codeCertification)}/show`}>
            {codeCertification}
          </LienFiche>
          {niveauQualification ? (
            <span>{translate('concordance.revue.niveau', { n: niveauQualification })}</span>
          ) : null}
          {rncp.length > 0 ? <span>{rncp.join(', ')}</span> : null}
        </Rangee>
        <p>{validite(candidat)}</p>
      </div>
      {explication.length > 0 ? <Cascade lignes={explication} /> : null}
    </li>
  );
});
CandidatCarte.displayName = 'CandidatCarte';
