import { Fragment, useId, type ReactNode } from 'react';

/** A titled region of a page. */
export const Bloc = ({
  titre,
  action,
  children,
}: {
  titre: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) => {
  const id = useId();
  return (
    <section className="cc-bloc" aria-labelledby={id}>
      <div className="cc-bloc-tete">
        <h2 id={id} className="cc-h2">
          {titre}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
};

/** Names and values, one below the other; an empty value is not shown. */
export const Fiche = ({ lignes }: { lignes: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="cc-fiche">
    {lignes
      .filter(([, valeur]) => valeur !== null && valeur !== undefined && valeur !== '')
      .map(([nom, valeur], index) => (
        <Fragment key={`${nom}-${index}`}>
          <dt>{nom}</dt>
          <dd>{valeur}</dd>
        </Fragment>
      ))}
  </dl>
);
