import type { CustomerView } from '../control/conversation-view.ts';
import type { ConversationView } from '../thread-message.ts';
import { el } from './dom.ts';

/** What the tabs of the panel know of the phone beside them, and how they let things happen. */
export type PanelContext = {
  customer(): CustomerView | undefined;
  people(): readonly CustomerView[];
  phoneNumberId(): string;
  view(): ConversationView | undefined;
  nowMs(): number;
  /** Runs something; what goes wrong is shown above the thread. */
  run(act: () => Promise<unknown>): void;
};

export function section(title: string, ...content: readonly (HTMLElement | string)[]): HTMLElement {
  return el('section', {}, el('h3', {}, title), ...content);
}

/** A part that is closed at first. */
export function folded(title: string, ...content: readonly HTMLElement[]): HTMLDetailsElement {
  return el('details', { class: 'folded' }, el('summary', {}, title), ...content);
}

export type Tone = 'good' | 'warn' | 'bad' | 'idle';

/** A word with a colour; the word alone says it, too. */
export function chip(words: string, tone: Tone = 'idle'): HTMLElement {
  return el('span', { class: `state ${tone}` }, words);
}

export function qualityTone(quality: string): Tone {
  if (quality === 'GREEN') return 'good';
  if (quality === 'YELLOW') return 'warn';
  return quality === 'RED' ? 'bad' : 'idle';
}

export function button(label: string, act: () => void, className = 'small'): HTMLButtonElement {
  return el('button', { class: className, type: 'button', onclick: act }, label);
}

/** `APPROVED_SOON` as people read it: "Approved soon". */
export function spoken(constant: string): string {
  const words = constant.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Pairs of names and values. */
export function facts(rows: readonly (readonly [string, string | HTMLElement])[]): HTMLElement {
  return el(
    'dl',
    { class: 'facts' },
    ...rows.map(([name, value]) =>
      el(
        'div',
        {},
        el('dt', {}, name),
        el('dd', {}, typeof value === 'string' ? el('bdi', {}, value) : value),
      ),
    ),
  );
}

export function dollars(amount: number): string {
  return `$${amount.toFixed(amount !== 0 && amount < 1 ? 4 : 2)}`;
}
