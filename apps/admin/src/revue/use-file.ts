import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { RevueDetail } from '../contract/formation.ts';
import { commandsRevue, type FiltreRevue } from '../providers/commands-revue.ts';
import { revueKey } from './revue-query.ts';

/** The current item and those read ahead: the next one shows without waiting for the server. */
const PRIS = 4;
/** Asked again when fewer than this are left ahead. */
const MINIMUM = 2;
/** A lease lasts five minutes: one renewal a minute of activity keeps it. */
const RENOUVELLEMENT_MS = 60_000;

/** Whether the server gives items under this filter; others are read in the order of the list. */
export const donneDesBaux = (filtre: FiltreRevue): boolean =>
  filtre.statut === undefined || filtre.statut === 'a_traiter';

/**
 * The items given to me and to nobody else, in the order of the queue. They are read ahead into the cache, kept mine
 * while I am active, and given back when I leave.
 */
export const useFile = ({
  filtre,
  actif,
}: {
  filtre: FiltreRevue;
  /** False for those who only read: nothing is leased to them. */
  actif: boolean;
}) => {
  const queryClient = useQueryClient();
  const [restants, setRestants] = useState<number | null>(null);
  const file = useRef<string[]>([]);
  const faits = useRef(new Set<string>());
  const enCours = useRef<Promise<void> | null>(null);
  const filtreJson = JSON.stringify(filtre);

  const remplir = (): Promise<void> => {
    enCours.current ??= commandsRevue
      .prochaines(JSON.parse(filtreJson) as FiltreRevue, PRIS)
      .then(({ data, restants: left }) => {
        for (const revue of data) {
          queryClient.setQueryData<RevueDetail>(revueKey(revue.id), (known) =>
            known && known.version >= revue.version ? known : revue,
          );
        }
        file.current = data.map(({ id }) => id).filter((id) => !faits.current.has(id));
        setRestants(left);
      })
      // Without items ahead the page still works: the next one is read when it is asked for.
      .catch(() => undefined)
      .finally(() => {
        enCours.current = null;
      });
    return enCours.current;
  };

  const devant = (courant: string) => file.current.filter((id) => id !== courant && !faits.current.has(id));

  const quitter = (id: string): string | null => {
    if (!faits.current.has(id)) setRestants((known) => (known === null ? null : Math.max(0, known - 1)));
    faits.current.add(id);
    const ahead = devant(id);
    if (ahead.length > 0 && ahead.length < MINIMUM) void remplir();
    return ahead[0] ?? null;
  };

  useEffect(() => {
    if (!actif) return undefined;
    void remplir();
    let last = Date.now();
    const renew = () => {
      if (Date.now() - last < RENOUVELLEMENT_MS || file.current.length === 0) return;
      last = Date.now();
      void commandsRevue.renouveler(file.current).catch(() => undefined);
    };
    const leave = () => void commandsRevue.liberer().catch(() => undefined);
    window.addEventListener('keydown', renew);
    window.addEventListener('pointerdown', renew);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('keydown', renew);
      window.removeEventListener('pointerdown', renew);
      window.removeEventListener('pagehide', leave);
      leave();
    };
    // `remplir` closes over refs and this filter only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [actif, filtreJson]);

  return {
    /** What is still to treat under this filter, once known. */
    restants,
    /** Says that an item is done or left, and gives the next one read ahead; null where none is. */
    suivante: quitter,
    /** The same, and waits for the server where nothing was read ahead; null at the end of the queue. */
    apres: async (id: string): Promise<string | null> => {
      const next = quitter(id);
      if (next !== null) return next;
      await enCours.current;
      await remplir();
      return devant(id)[0] ?? null;
    },
    /** Says that an item is to treat again. */
    rendre: (id: string) => {
      if (faits.current.delete(id)) setRestants((known) => (known === null ? null : known + 1));
    },
  };
};
