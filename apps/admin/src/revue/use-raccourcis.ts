import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useNotify } from 'react-admin';
import type { Preferences } from '../contract/session.ts';
import { commands } from '../providers/commands.ts';
import { commandOf, lireTouches, type ReviewCommand, type Touches } from './raccourcis.ts';

const PREFERENCES = ['preferences'];

/**
 * The keys that this person has chosen, kept with the account. Until they are known the keys are off: someone who
 * has switched them off, or moved them, must not be taken at their word for another.
 */
export const useReglages = () => {
  const queryClient = useQueryClient();
  const notify = useNotify();
  const { data } = useQuery({
    queryKey: PREFERENCES,
    queryFn: ({ signal }) => commands.preferences(signal),
    staleTime: Infinity,
  });
  const touches = useMemo(() => lireTouches(data?.raccourcis?.touches), [data]);
  const garder = useCallback(
    (change: Partial<NonNullable<Preferences['raccourcis']>>) => {
      const before = queryClient.getQueryData<Preferences>(PREFERENCES);
      if (!before) return;
      const { actifs = true, touches: kept } = before.raccourcis ?? {};
      const after = { raccourcis: { actifs, touches: lireTouches(kept), ...change } };
      queryClient.setQueryData(PREFERENCES, after);
      commands.garderPreferences(after).catch((error: unknown) => {
        queryClient.setQueryData(PREFERENCES, before);
        notify(error instanceof Error ? error.message : String(error), { type: 'error' });
      });
    },
    [queryClient, notify],
  );
  return {
    actifs: data !== undefined && data.raccourcis?.actifs !== false,
    touches,
    setActifs: useCallback((actifs: boolean) => garder({ actifs }), [garder]),
    setTouches: useCallback((wanted: Touches) => garder({ touches: wanted }), [garder]),
  };
};

/** Listens to the page's key presses while `enabled`. */
export const useRaccourcis = (
  enabled: boolean,
  touches: Touches,
  onCommand: (command: ReviewCommand) => void,
): void => {
  const latest = useRef({ onCommand, touches });
  useEffect(() => {
    latest.current = { onCommand, touches };
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const listen = (event: KeyboardEvent) => {
      const command = commandOf(event, latest.current.touches);
      if (!command) return;
      event.preventDefault();
      latest.current.onCommand(command);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled]);
};
