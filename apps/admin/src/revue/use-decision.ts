import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { HttpError, useStore } from 'react-admin';
import type { DecisionCommand, DecisionResult, Jugement, Revue, RevueDetail } from '../contract/formation.ts';
import { newCommandId } from '../providers/command-id.ts';
import { commandsRevue, type FiltreRevue } from '../providers/commands-revue.ts';
import { revueKey } from './revue-query.ts';

export type Choix = Omit<DecisionCommand, 'commandeId' | 'version'>;

/** One command ready to be sent, and sent again as it is: its id makes the second sending harmless. */
interface Envoi extends Suites {
  readonly revueId: string;
  readonly send: () => Promise<DecisionResult>;
}

/** What follows a command: it is written, or it is not and can be sent again. */
export interface Suites {
  readonly onDone: (result: DecisionResult) => void;
  readonly onEchec: () => void;
}

/** What went wrong with the last command. */
export type Incident =
  { type: 'conflit'; jugement: Jugement | null; message: string } | { type: 'echec'; message: string };

const incidentOf = (error: unknown): Incident => {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof HttpError && error.status === 409) {
    const body = error.body as { jugement?: Jugement } | null;
    return { type: 'conflit', jugement: body?.jugement ?? null, message };
  }
  return { type: 'echec', message };
};

/** The last decision taken in this browser: what the undo key takes back. */
export interface DerniereDecision {
  revueId: string;
  version: number;
}

/** Sends decisions and undos one at a time, keeps what failed so that it can be sent again, and the last for undo. */
export const useDecision = () => {
  const queryClient = useQueryClient();
  const [derniere, setDerniere] = useStore<DerniereDecision | null>('revue.derniereDecision', null);
  const [incident, setIncident] = useState<Incident | null>(null);
  const [enCours, setEnCours] = useState<string | null>(null);
  const pending = enCours !== null;
  const waiting = useRef<Envoi | null>(null);
  // State settles at the next render: two fast key presses would both pass a test on it.
  const busy = useRef(false);

  const remember = (revue: Revue) => {
    queryClient.setQueryData<RevueDetail>(revueKey(revue.id), (known) =>
      known ? { ...known, ...revue } : known,
    );
    void queryClient.invalidateQueries({ queryKey: ['revues', 'getList'] });
    void queryClient.invalidateQueries({ queryKey: ['tableau-de-bord'] });
    void queryClient.invalidateQueries({ queryKey: ['formations'] });
  };

  const run = async (envoi: Envoi) => {
    if (busy.current) return;
    busy.current = true;
    setEnCours(envoi.revueId);
    setIncident(null);
    waiting.current = envoi;
    try {
      const result = await envoi.send();
      waiting.current = null;
      remember(result.revue);
      envoi.onDone(result);
    } catch (error) {
      setIncident(incidentOf(error));
      envoi.onEchec();
    } finally {
      busy.current = false;
      setEnCours(null);
    }
  };

  // The next item shows before the answer has come: nobody leaves without being told that one is awaited.
  useEffect(() => {
    if (!pending) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [pending]);

  return {
    /** The item whose decision is being written; null when none is. */
    enCours,
    incident,
    derniere,
    decider: (revue: RevueDetail, choix: Choix, filtre: FiltreRevue, { onDone, onEchec }: Suites) => {
      const command = { ...choix, commandeId: newCommandId(), version: revue.version };
      return run({
        revueId: revue.id,
        send: () => commandsRevue.decider(revue.id, command, filtre),
        onDone: (result) => {
          setDerniere({ revueId: result.revue.id, version: result.revue.version });
          onDone(result);
        },
        onEchec,
      });
    },
    annuler: ({ revueId, version }: DerniereDecision, onDone: (result: DecisionResult) => void) => {
      const command = { commandeId: newCommandId(), version };
      return run({
        revueId,
        send: () => commandsRevue.annulerDecision(revueId, command),
        onDone: (result) => {
          setDerniere(null);
          onDone(result);
        },
        onEchec: () => undefined,
      });
    },
    renvoyer: () => (waiting.current ? run(waiting.current) : Promise.resolve()),
    /** Forgets the command that failed; after a conflict the item is read again. */
    abandonner: () => {
      const revueId = waiting.current?.revueId;
      waiting.current = null;
      setIncident(null);
      if (revueId) void queryClient.invalidateQueries({ queryKey: revueKey(revueId) });
    },
  };
};
