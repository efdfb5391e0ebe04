import { describe, expect, it } from '@jest/globals';
import { commandOf, dejaPrise, lireTouches, proposee, TOUCHES, type Touches } from './raccourcis.ts';

const press = (
  key: string,
  extra: Partial<KeyboardEvent> = {},
  target: EventTarget | null = document.body,
  touches?: Touches,
) =>
  commandOf(
    {
      key,
      code: '',
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      defaultPrevented: false,
      repeat: false,
      target,
      ...extra,
    },
    touches,
  );

const element = (html: string): Element => {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return holder.firstElementChild ?? holder;
};

describe('commandOf', () => {
  it.each([
    ['Enter', 'accepter'],
    ['n', 'aucune'],
    ['N', 'aucune'],
    ['i', 'incertain'],
    ['p', 'passer'],
    ['a', 'annuler'],
    ['/', 'chercher'],
    ['c', 'contexte'],
    ['s', 'similaires'],
    ['?', 'aide'],
  ])('%s: %s', (key, action) => {
    expect(press(key)).toEqual({ action });
  });

  it('reads digits by their place, so that a French keyboard needs no shift', () => {
    expect(press('é', { code: 'Digit2' })).toEqual({ action: 'choisir', rang: 2 });
    expect(press('3', { code: 'Numpad3' })).toEqual({ action: 'choisir', rang: 3 });
    expect(press('0', { code: 'Digit0' })).toBeNull();
  });

  it('leaves the keys of the browser and of the system alone', () => {
    expect(press('a', { ctrlKey: true })).toBeNull();
    expect(press('p', { metaKey: true })).toBeNull();
    expect(press('n', { altKey: true })).toBeNull();
    expect(press('Tab')).toBeNull();
    expect(press('Escape')).toBeNull();
  });

  it('ignores a key held down: one press, one decision', () => {
    expect(press('Enter', { repeat: true })).toBeNull();
  });

  it.each(['<input>', '<textarea></textarea>', '<select></select>', '<div contenteditable="true"></div>'])(
    'is silent while typing in %s',
    (html) => {
      expect(press('n', {}, element(html))).toBeNull();
    },
  );

  it('lets Entrée activate the focused link or button', () => {
    expect(press('Enter', {}, element('<a href="#">lien</a>'))).toBeNull();
    expect(press('Enter', {}, element('<button>bouton</button>'))).toBeNull();
    expect(press('n', {}, element('<button>bouton</button>'))).toEqual({ action: 'aucune' });
  });
});

describe('keys of one’s own', () => {
  const sienne: Touches = { ...TOUCHES, aucune: 'x', passer: null, choisir: false };

  it('take the place of the default ones, or of none', () => {
    expect(press('x', {}, document.body, sienne)).toEqual({ action: 'aucune' });
    expect(press('n', {}, document.body, sienne)).toBeNull();
    expect(press('p', {}, document.body, sienne)).toBeNull();
    expect(press('é', { code: 'Digit2' }, document.body, sienne)).toBeNull();
  });

  it('are letters and signs, never a key of the browser nor a digit', () => {
    expect(['N', '*', 'Enter'].map(proposee)).toEqual(['n', '*', 'Enter']);
    expect(['Tab', 'Escape', 'F5', 'ArrowUp', ' ', '4', 'Shift'].map(proposee)).toEqual(
      Array.from({ length: 7 }, () => null),
    );
  });

  it('are never shared by two actions', () => {
    expect(dejaPrise(TOUCHES, 'aucune', 'p')).toBe('passer');
    expect(dejaPrise(TOUCHES, 'aucune', 'n')).toBeNull();
  });

  it('survive what a browser may have kept', () => {
    expect(lireTouches(null)).toEqual(TOUCHES);
    expect(lireTouches({ aucune: 'Tab', passer: 42, annuler: 'z', chercher: null })).toEqual({
      ...TOUCHES,
      annuler: 'z',
      chercher: null,
    });
    expect(lireTouches(JSON.parse(JSON.stringify(sienne)))).toEqual(sienne);
  });
});
