import type { CustomerView } from '../control/conversation-view.ts';
import { byId, el } from './dom.ts';
import { openSheet } from './popup.ts';
import { initialsOf, phoneOf, shortTimeOf, toneOf } from './words.ts';

/** The list of customers whose phone can be shown. */
export function showPeople(
  people: readonly CustomerView[],
  activeId: string,
  nowMs: number,
  choose: (id: string) => void,
): void {
  const list = byId('people-list', HTMLUListElement);
  const focused = document.activeElement?.getAttribute('data-person');
  if (people.length === 0)
    list.replaceChildren(
      el(
        'li',
        { class: 'people-note' },
        'No customers yet. Add one with the plus above, or over the control API.',
      ),
    );
  else
    list.replaceChildren(
      ...people.map((person) => el('li', {}, personButton(person, person.id === activeId, nowMs, choose))),
    );
  if (focused !== null && focused !== undefined)
    list.querySelector<HTMLElement>(`[data-person="${CSS.escape(focused)}"]`)?.focus();
}

function personButton(
  person: CustomerView,
  active: boolean,
  nowMs: number,
  choose: (id: string) => void,
): HTMLElement {
  const last = person.lastMessage;
  const handle =
    person.waId === undefined
      ? el('span', { class: 'person-handle' }, `@${person.username ?? person.userId}`)
      : el('bdi', { class: 'person-handle' }, phoneOf(person.waId));
  const unread =
    person.unread === 0 || active
      ? undefined
      : el('span', { class: 'badge', 'aria-label': `${person.unread} unread` }, String(person.unread));
  const button = el(
    'button',
    {
      class: 'person',
      type: 'button',
      'data-person': person.id,
      'aria-current': active ? 'true' : undefined,
    },
    el('span', { class: `avatar ${toneOf(person.name)}`, 'aria-hidden': 'true' }, initialsOf(person.name)),
    el(
      'span',
      { class: 'person-text' },
      el(
        'span',
        { class: 'person-top' },
        el('b', { dir: 'auto' }, person.name),
        el('time', {}, last === null ? '' : shortTimeOf(last.atMs, nowMs)),
      ),
      handle,
      el(
        'span',
        { class: 'person-last' },
        el(
          'span',
          { dir: 'auto' },
          last === null ? 'No messages yet' : `${last.from === 'customer' ? 'You: ' : ''}${last.text}`,
        ),
        unread,
      ),
    ),
  );
  button.addEventListener('click', () => {
    choose(person.id);
  });
  return button;
}

/** Asks for a new customer. `add` resolves to what is wrong, or undefined. */
export function askForPerson(
  add: (person: Readonly<Record<string, string>>) => Promise<string | undefined>,
): void {
  const name = el('input', { id: 'new-name', required: true, maxlength: '200', dir: 'auto' });
  const phone = el('input', { id: 'new-phone', inputmode: 'tel', placeholder: '+49 151 23456789' });
  const username = el('input', { id: 'new-username', maxlength: '35', placeholder: 'optional' });
  const problem = el('p', { class: 'problem', role: 'alert' });
  const form = el(
    'form',
    { class: 'sheet-form' },
    el('label', { for: 'new-name' }, 'Name'),
    name,
    el('label', { for: 'new-phone' }, 'Phone with country code (empty: known by username only)'),
    phone,
    el('label', { for: 'new-username' }, 'Username'),
    username,
    problem,
    el('button', { class: 'primary', type: 'submit' }, 'Add customer'),
  );
  const sheet = openSheet('New customer', form, byId('app', HTMLElement));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const run = async (): Promise<void> => {
      const wrong = await add({
        name: name.value.trim(),
        ...(phone.value.trim() === '' ? {} : { phone: phone.value.trim() }),
        ...(username.value.trim() === '' ? {} : { username: username.value.trim() }),
      });
      if (wrong === undefined) sheet.close();
      else problem.textContent = wrong;
    };
    void run();
  });
}
