import { useEffect, useRef } from 'react';

/**
 * Holds one gesture back while the decision on another item is being written: the next item shows before the answer
 * has come, and a key pressed meanwhile is not lost. It is done once the answer is there, and forgotten where the
 * decision failed or its item has left the screen.
 * @param enCours the item whose decision is being written; null when none is
 * @param empeche something is to be settled first
 */
export const useAttente = <Geste>({
  revueId,
  enCours,
  empeche,
  faire,
}: {
  revueId: string;
  enCours: string | null;
  empeche: boolean;
  faire: (geste: Geste) => void;
}): ((geste: Geste) => void) => {
  const attente = useRef<{ revueId: string; geste: Geste } | null>(null);
  const latest = useRef(faire);
  useEffect(() => {
    latest.current = faire;
  });
  useEffect(() => {
    if (enCours !== null) return;
    const held = attente.current;
    attente.current = null;
    if (held?.revueId === revueId && !empeche) latest.current(held.geste);
  }, [enCours, revueId, empeche]);
  return (geste) => {
    if (enCours === null) faire(geste);
    else if (enCours !== revueId && attente.current?.revueId !== revueId)
      attente.current = { revueId, geste };
  };
};
