import { el } from './dom.ts';

/** A small menu or picker near a button. Escape, a click outside and a choice close it. */
export function openPopup(anchor: HTMLElement, content: HTMLElement, label: string): () => void {
  document.querySelector('.popup')?.dispatchEvent(new Event('close-popup'));
  const popup = el('div', { class: 'popup', role: 'dialog', 'aria-label': label }, content);
  const host = document.querySelector('.device') ?? document.body;
  host.append(popup);
  place(popup, anchor, host);
  anchor.setAttribute('aria-expanded', 'true');
  const close = (): void => {
    popup.remove();
    anchor.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
  };
  const outside = (event: Event): void => {
    if (event.target instanceof Node && !popup.contains(event.target) && !anchor.contains(event.target))
      close();
  };
  popup.addEventListener('close-popup', close);
  popup.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      close();
      anchor.focus();
    } else moveFocus(popup, event);
  });
  document.addEventListener('pointerdown', outside, true);
  popup.querySelector<HTMLElement>('button')?.focus();
  return close;
}

function place(popup: HTMLElement, anchor: HTMLElement, host: Element): void {
  const outer = host.getBoundingClientRect();
  const frame = {
    left: outer.left + host.clientLeft,
    top: outer.top + host.clientTop,
    width: host.clientWidth,
    height: host.clientHeight,
  };
  const at = anchor.getBoundingClientRect();
  const left = Math.min(at.left - frame.left, frame.width - popup.offsetWidth - 12);
  popup.style.left = `${Math.max(12, left)}px`;
  const above = at.top - frame.top - popup.offsetHeight - 8;
  const below = at.bottom - frame.top + 8;
  const fitsBelow = below + popup.offsetHeight < frame.height;
  popup.style.top = `${above > 60 || !fitsBelow ? Math.max(60, above) : below}px`;
}

function moveFocus(popup: HTMLElement, event: KeyboardEvent): void {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  const step = steps[event.key];
  if (step === undefined) return;
  const buttons = [...popup.querySelectorAll<HTMLElement>('button')];
  const now = buttons.findIndex((button) => button === document.activeElement);
  buttons[(now + step + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
}

/** A sheet that slides up from the bottom of the phone. */
export function openSheet(title: string, content: HTMLElement, host: HTMLElement): HTMLDialogElement {
  const close = el('button', { class: 'icon-button', type: 'button', 'aria-label': 'Close' }, '✕');
  const sheet = el(
    'dialog',
    { class: 'sheet', 'aria-label': title },
    el('header', {}, el('h3', { dir: 'auto' }, title), close),
    content,
  );
  close.addEventListener('click', () => {
    sheet.close();
  });
  sheet.addEventListener('click', (event) => {
    if (event.target === sheet) sheet.close();
  });
  sheet.addEventListener('close', () => {
    sheet.remove();
  });
  host.append(sheet);
  sheet.showModal();
  if (host !== document.body) placeOverPhone(sheet);
  return sheet;
}

/** Puts an open dialog over the lower edge of the phone; on narrow screens the phone is the screen. */
export function placeOverPhone(dialog: HTMLDialogElement): void {
  const frame = document.querySelector('.device');
  if (frame === null || matchMedia('(max-width: 760px)').matches) return;
  const at = frame.getBoundingClientRect();
  const left = at.left + frame.clientLeft;
  const below = at.top + frame.clientTop + frame.clientHeight;
  Object.assign(dialog.style, {
    insetInline: 'auto',
    left: `${left}px`,
    bottom: `${window.innerHeight - below}px`,
    inlineSize: `${frame.clientWidth}px`,
    maxBlockSize: `${frame.clientHeight - 60}px`,
    margin: '0',
    borderRadius: '20px 20px 34px 34px',
  });
}

/** Asks before something dangerous; false if the answer is no. */
export function confirmSheet(asked: { title: string; text: string; button: string }): Promise<boolean> {
  return new Promise((resolve) => {
    const yes = el('button', { class: 'small danger', type: 'button' }, asked.button);
    const no = el('button', { class: 'small', type: 'button' }, 'Cancel');
    const sheet = openSheet(
      asked.title,
      el(
        'div',
        { class: 'sheet-form' },
        el('p', {}, asked.text),
        el('div', { class: 'form-buttons' }, yes, no),
      ),
      document.body,
    );
    let answer = false;
    yes.addEventListener('click', () => {
      answer = true;
      sheet.close();
    });
    no.addEventListener('click', () => {
      sheet.close();
    });
    sheet.addEventListener('close', () => {
      resolve(answer);
    });
    no.focus();
  });
}
