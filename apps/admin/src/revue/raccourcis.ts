/** What a steward can do to an item from the keyboard; `choisir` takes the rank typed. */
export type ReviewAction = 'accepter' | 'aucune' | 'incertain' | 'passer' | 'annuler' | 'chercher' | 'aide';
export type ReviewCommand = { action: ReviewAction } | { action: 'choisir'; rang: number };

/** Keys by action. Digits are apart: on a French keyboard they are read by their place, not by their character. */
export const TOUCHES: readonly { action: ReviewAction; key: string; affichage: string }[] = [
  { action: 'accepter', key: 'Enter', affichage: 'Entrée' },
  { action: 'aucune', key: 'n', affichage: 'N' },
  { action: 'incertain', key: 'i', affichage: 'I' },
  { action: 'passer', key: 'p', affichage: 'P' },
  { action: 'annuler', key: 'a', affichage: 'A' },
  { action: 'chercher', key: '/', affichage: '/' },
  { action: 'aide', key: '?', affichage: '?' },
];

const WRITABLE = 'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"]';
/** Elements that Entrée activates by itself: a shortcut there would make a trap. */
const ACTIVATABLE =
  'a, button, summary, [role="button"], [role="link"], [role="menuitem"], [role="option"], [role="switch"]';

type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented' | 'repeat' | 'target'
>;

/** What a key press asks for, or null where it belongs to the browser, to a field, or to the focused control. */
export const commandOf = (event: KeyPress): ReviewCommand | null => {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(WRITABLE)) return null;
  if ((event.key === 'Enter' || event.key === ' ') && target?.closest(ACTIVATABLE)) return null;

  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? /^[1-9]$/.exec(event.key)?.[0];
  if (digit) return { action: 'choisir', rang: Number(digit) };
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const found = TOUCHES.find((touche) => touche.key === key);
  return found ? { action: found.action } : null;
};
