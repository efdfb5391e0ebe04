import { Fragment, memo } from 'react';
import { useTranslate } from 'react-admin';
import type { Ton } from '../theme/tons.ts';
import type { DiffKind, DiffSegment, MotManquant } from './token-diff.ts';

const looks: Record<DiffKind | 'manquant', { ton: Ton; signe: string }> = {
  commun: { ton: 'succes', signe: '✓' },
  abrege: { ton: 'info', signe: '≈' },
  enPlus: { ton: 'alerte', signe: '+' },
  manquant: { ton: 'erreur', signe: '−' },
};

const Mots = ({
  kind,
  texte,
  distinctif,
  nomme = true,
}: {
  kind: DiffKind | 'manquant';
  texte: string;
  /** What tells this candidate from its rival: marked by a sign and a frame, whatever its kind. */
  distinctif: boolean;
  nomme?: boolean;
}) => {
  const translate = useTranslate();
  const { ton, signe } = looks[kind];
  const names = [kind, ...(distinctif ? ['distinctif'] : [])].map((name) =>
    translate(`concordance.revue.diff.${name}`),
  );
  const classes = `cc-mot cc-ton-${ton}${kind === 'manquant' ? ' cc-mot-manquant' : ''}`;
  return (
    <span className={distinctif ? `${classes} cc-mot-distinctif` : classes}>
      <span aria-hidden>
        {distinctif ? '◆' : ''}
        {signe}&nbsp;
      </span>
      {nomme ? <span className="cc-cache">{`(${names.join(', ')} :) `}</span> : null}
      {texte}
    </span>
  );
};

/** A label of a candidate with each run of words marked by a sign, a word for screen readers, and a colour. */
export const LibelleCompare = ({ segments }: { segments: readonly DiffSegment[] }) => (
  <>
    {segments.map((segment, index) => (
      <Fragment key={index}>
        {index > 0 ? ' ' : null}
        <Mots {...segment} />
      </Fragment>
    ))}
  </>
);

/** The words of the formation that the candidate lacks. */
export const MotsManquants = ({ mots }: { mots: readonly MotManquant[] }) => (
  <>
    {mots.map((mot, index) => (
      <Fragment key={mot.texte}>
        {index > 0 ? ' ' : null}
        <Mots kind="manquant" {...mot} />
      </Fragment>
    ))}
  </>
);

/** What the signs mean. */
export const LegendeComparaison = memo(() => {
  const translate = useTranslate();
  return (
    <div className="cc-legende">
      {(['commun', 'abrege', 'enPlus', 'manquant'] as const).map((kind) => (
        <span key={kind}>
          <Mots
            kind={kind}
            texte={translate(`concordance.revue.diff.${kind}`)}
            distinctif={false}
            nomme={false}
          />
        </span>
      ))}
      <strong>
        <span aria-hidden>◆&nbsp;</span>
        {translate('concordance.revue.diff.distinctif')}
      </strong>
    </div>
  );
});
LegendeComparaison.displayName = 'LegendeComparaison';
