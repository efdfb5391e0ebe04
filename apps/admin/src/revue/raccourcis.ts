/** What a steward can do to an item from the keyboard; `choisir` takes the rank typed. */
export const ACTIONS = [
  'accepter',
  'aucune',
  'incertain',
  'passer',
  'annuler',
  'chercher',
  'similaires',
  'contexte',
  'aide',
] as const;
export type ReviewAction = (typeof ACTIONS)[number];
export type ReviewCommand = { action: ReviewAction } | { action: 'choisir'; rang: number };

/** The key of each action, null where it has none; `choisir` says whether the digits choose a candidate. */
export type Touches = Readonly<Record<ReviewAction, string | null>> & { readonly choisir: boolean };

export const TOUCHES: Touches = {
  choisir: true,
  accepter: 'Enter',
  aucune: 'n',
  incertain: 'i',
  passer: 'p',
  annuler: 'a',
  chercher: '/',
  similaires: 's',
  contexte: 'c',
  aide: '?',
};

const NOMS: Readonly<Record<string, string>> = { Enter: 'Entrée', ' ': 'Espace' };

/** A key as it is written on the screen. */
export const affichage = (key: string): string => NOMS[key] ?? key.toUpperCase();

/** Letters without case: N and n are one key. */
const normalise = (key: string): string => (key.length === 1 ? key.toLowerCase() : key);

/**
 * What a pressed key can become, or null: keys of navigation and function belong to the browser and to assistive
 * technologies, digits to the candidates.
 */
export const proposee = (key: string): string | null => {
  const wanted = normalise(key);
  if (wanted === 'Enter') return wanted;
  return wanted.length === 1 && !/[\s\d]/.test(wanted) ? wanted : null;
};

/** The action that already has a key, other than `action`; null when it is free. */
export const dejaPrise = (touches: Touches, action: ReviewAction, key: string): ReviewAction | null =>
  ACTIONS.find((other) => other !== action && touches[other] === key) ?? null;

/** What was kept of someone's keys, made whole: an unknown value gives back the default of its action. */
export const lireTouches = (stored: unknown): Touches => {
  if (typeof stored !== 'object' || stored === null) return TOUCHES;
  const kept = stored as Record<string, unknown>;
  const keyOf = (action: ReviewAction) => {
    const value = kept[action];
    return value === null || (typeof value === 'string' && proposee(value) === value)
      ? value
      : TOUCHES[action];
  };
  const keys = Object.fromEntries(ACTIONS.map((action) => [action, keyOf(action)]));
  return { ...(keys as Record<ReviewAction, string | null>), choisir: kept.choisir !== false };
};

const WRITABLE = 'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"]';
/** Elements that Entrée activates by itself: a shortcut there would make a trap. */
const ACTIVATABLE =
  'a, button, summary, [role="button"], [role="link"], [role="menuitem"], [role="option"], [role="switch"]';

type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented' | 'repeat' | 'target'
>;

/** What a key press asks for, or null where it belongs to the browser, to a field, or to the focused control. */
export const commandOf = (event: KeyPress, touches: Touches = TOUCHES): ReviewCommand | null => {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(WRITABLE)) return null;
  if ((event.key === 'Enter' || event.key === ' ') && target?.closest(ACTIVATABLE)) return null;

  // On a French keyboard digits are read by their place, not by their character.
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? /^[1-9]$/.exec(event.key)?.[0];
  if (digit) return touches.choisir ? { action: 'choisir', rang: Number(digit) } : null;
  const key = normalise(event.key);
  const action = ACTIONS.find((candidate) => touches[candidate] === key);
  return action ? { action } : null;
};
