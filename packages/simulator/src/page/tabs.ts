import { el } from './dom.ts';

export type Tab = { readonly id: string; readonly label: string; readonly panel: HTMLElement };

/** Tabs as the ARIA pattern wants them: arrows move, Home and End jump, the choice is kept in this browser. */
export function createTabs(
  tabs: readonly Tab[],
  remembered: string,
  onOpen: (id: string) => void,
): { row: HTMLElement; open(id: string): void; current(): string } {
  let current = '';
  const buttons = tabs.map(({ id, label }) =>
    el(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${id}`,
        'aria-controls': `tabpanel-${id}`,
        onclick: () => {
          open(id);
        },
      },
      label,
    ),
  );
  const row = el('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Simulator controls' }, ...buttons);
  for (const { id, panel } of tabs) {
    panel.id = `tabpanel-${id}`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', `tab-${id}`);
    panel.tabIndex = 0;
  }
  const open = (id: string): void => {
    current = id;
    localStorage.setItem(remembered, id);
    tabs.forEach((tab, at) => {
      const isOpen = tab.id === id;
      tab.panel.hidden = !isOpen;
      buttons[at]?.setAttribute('aria-selected', String(isOpen));
      if (buttons[at] !== undefined) buttons[at].tabIndex = isOpen ? 0 : -1;
    });
    onOpen(id);
  };
  row.addEventListener('keydown', (event) => {
    const at = tabs.findIndex((tab) => tab.id === current);
    const forward = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = document.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const last = tabs.length - 1;
    const steps: Readonly<Record<string, number>> = {
      [forward]: at === last ? 0 : at + 1,
      [back]: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const tab = tabs[next];
    if (tab !== undefined) open(tab.id);
    buttons[next]?.focus();
  });
  const stored = localStorage.getItem(remembered);
  open(tabs.some((tab) => tab.id === stored) ? (stored ?? '') : (tabs[0]?.id ?? ''));
  return { row, open, current: () => current };
}
