import { useCallback, useEffect, useRef, useState } from 'react';
import { commandOf, lireTouches, type ReviewCommand, type Touches } from './raccourcis.ts';

/** Apart from react-admin's store, which signing out empties: the preferences belong to the person's browser. */
const ACTIFS = 'concordance:raccourcis';
const TOUCHES_GARDEES = 'concordance:touches';

/** Whether this browser's user wants the shortcuts; they do until they say otherwise. */
export const useRaccourcisActifs = (): [boolean, (actifs: boolean) => void] => {
  const [actifs, setActifs] = useState(() => localStorage.getItem(ACTIFS) !== 'non');
  const garder = useCallback((wanted: boolean) => {
    localStorage.setItem(ACTIFS, wanted ? 'oui' : 'non');
    setActifs(wanted);
  }, []);
  return [actifs, garder];
};

const readStored = (): Touches => {
  try {
    return lireTouches(JSON.parse(localStorage.getItem(TOUCHES_GARDEES) ?? 'null'));
  } catch {
    return lireTouches(null);
  }
};

/** The keys this browser's user has chosen. */
export const useTouches = (): [Touches, (touches: Touches) => void] => {
  const [touches, setTouches] = useState(readStored);
  return [
    touches,
    (wanted) => {
      localStorage.setItem(TOUCHES_GARDEES, JSON.stringify(wanted));
      setTouches(wanted);
    },
  ];
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
