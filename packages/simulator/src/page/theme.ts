import { icon } from './dom.ts';

const stored = 'ambit-sim-theme';

/** Follows the system until the viewer chooses; the choice is kept in this browser. */
export function startTheme(button: HTMLButtonElement): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const show = (): void => {
    const chosen = localStorage.getItem(stored);
    const dark = chosen === null ? system.matches : chosen === 'dark';
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    button.replaceChildren(icon(dark ? 'sun' : 'moon'));
    button.setAttribute('aria-label', dark ? 'Switch to light mode' : 'Switch to dark mode');
  };
  button.addEventListener('click', () => {
    const dark = document.documentElement.dataset['theme'] === 'dark';
    localStorage.setItem(stored, dark ? 'light' : 'dark');
    show();
  });
  system.addEventListener('change', show);
  show();
}
