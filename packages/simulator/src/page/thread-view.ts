import type { ConversationView, ThreadMessage } from '../thread-message.ts';
import { bubbleView, type BubbleTaps } from './bubble-view.ts';
import { el } from './dom.ts';
import { dayOf } from './words.ts';

/** The list of messages. Bubbles that did not change stay, so that focus and screen readers do. */
export type ThreadView = {
  show(view: ConversationView, businessName: string): void;
  showLoading(): void;
  /** There are no customers. */
  showNobody(): void;
};

type Row = { readonly node: HTMLElement; readonly look: string };

export function createThreadView(list: HTMLElement, taps: BubbleTaps): ThreadView {
  let rows = new Map<string, Row>();
  let customerId = '';
  let typingTimer = 0;
  const typing = el(
    'div',
    { class: 'row in typing' },
    el(
      'div',
      { class: 'bubble' },
      el('span', { class: 'visually-hidden' }, 'typing'),
      el('i'),
      el('i'),
      el('i'),
    ),
  );
  const note = el(
    'p',
    { class: 'notice' },
    'A simulated phone: nothing here leaves this machine. Messages go to the business’s server as signed webhooks.',
  );
  const empty = el('p', { class: 'empty' }, 'No messages yet. Say hello, or pick a suggestion below.');

  // A photo gets its height only when it has loaded; stay at the end if we were there.
  list.addEventListener(
    'load',
    () => {
      if (list.scrollHeight - list.scrollTop - list.clientHeight < 300) list.scrollTop = list.scrollHeight;
    },
    true,
  );

  const nodeFor = (message: ThreadMessage, view: ConversationView, businessName: string): Row => {
    const quoted = view.messages.find((one) => one.wamid === message.replyTo);
    const look = JSON.stringify([message, quoted?.bubble, quoted?.revoked]);
    const known = rows.get(message.wamid);
    if (known?.look === look) return known;
    const node = bubbleView(message, quoted, businessName, taps);
    if (known !== undefined) node.classList.add('settled');
    return { node, look };
  };

  return {
    showLoading: () => {
      list.replaceChildren(
        el('div', { class: 'skeleton', 'aria-label': 'Loading messages' }, el('i'), el('i'), el('i')),
      );
      rows = new Map();
      customerId = '';
    },
    showNobody: () => {
      list.replaceChildren(el('p', { class: 'empty' }, 'Nobody’s phone: add a customer first.'));
      rows = new Map();
      customerId = '';
    },
    show: (view, businessName) => {
      const other = view.customer.id !== customerId;
      const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 120;
      const grew = view.messages.at(-1)?.wamid !== [...rows.keys()].at(-1);
      if (other) rows = new Map();
      customerId = view.customer.id;
      const next = new Map<string, Row>();
      const nodes: Node[] = [note];
      let day = '';
      let before = '';
      for (const message of view.messages) {
        const thisDay = dayOf(message.atMs, view.nowMs);
        if (thisDay !== day) nodes.push(dateChip(thisDay));
        const row = nodeFor(message, view, businessName);
        row.node.classList.toggle('first', message.from !== before || thisDay !== day);
        day = thisDay;
        before = message.from;
        next.set(message.wamid, row);
        nodes.push(row.node);
      }
      if (view.messages.length === 0) nodes.push(empty);
      if (view.typingUntilMs !== null) {
        nodes.push(typing);
        clearTimeout(typingTimer);
        typingTimer = setTimeout(() => {
          typing.remove();
        }, view.typingUntilMs - view.nowMs);
      }
      rows = next;
      reconcile(list, nodes);
      if (other || (grew && (atEnd || view.messages.at(-1)?.from === 'customer')) || atEnd)
        list.scrollTop = list.scrollHeight;
    },
  };
}

const chips = new Map<string, HTMLElement>();

function dateChip(day: string): HTMLElement {
  const known = chips.get(day);
  if (known !== undefined) return known;
  const chip = el('p', { class: 'date' }, el('span', {}, day));
  chips.set(day, chip);
  return chip;
}

function reconcile(list: HTMLElement, nodes: readonly Node[]): void {
  const wanted = new Set(nodes);
  for (const child of Array.from(list.childNodes)) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, at) => {
    const there = list.childNodes[at];
    if (there !== node) list.insertBefore(node, there ?? null);
  });
}
