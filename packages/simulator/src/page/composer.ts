import type { ThreadMessage } from '../thread-message.ts';
import { byId, el, icon, type IconName } from './dom.ts';
import { summaryOf } from './message-summary.ts';
import { openPopup, openSheet } from './popup.ts';

export type Act = (action: Readonly<Record<string, unknown>>) => Promise<void>;

/** The message box with emoji, attachments, replies and edits. */
export type Composer = {
  replyTo(message: ThreadMessage): void;
  edit(message: ThreadMessage): void;
  reset(): void;
};

type Mode =
  | { kind: 'new' }
  | { kind: 'reply'; message: ThreadMessage }
  | { kind: 'edit'; message: ThreadMessage };

const emojis =
  '😀 😂 😊 😍 😘 😎 🤔 😅 😢 😭 😡 😱 🙏 👍 👎 👏 👋 💪 🤝 👌 ✌️ ❤️ 💔 🎉 🔥 ⭐ ✅ ❌ ❓ ❗ 📦 🚚 🧥 👕 👟 🎁 💳 💶 🧾 📷 📍 📞 ⏰ 📅 🏠 🏬 ☕ 🍀'.split(
    ' ',
  );

export function createComposer(act: Act, upload: (file: File) => Promise<string>): Composer {
  const form = byId('composer', HTMLFormElement);
  const box = byId('composer-text', HTMLTextAreaElement);
  const send = byId('send', HTMLButtonElement);
  const bar = byId('composing', HTMLElement);
  const emojiButton = byId('emoji', HTMLButtonElement);
  const attachButton = byId('attach', HTMLButtonElement);
  emojiButton.append(icon('emoji'));
  attachButton.append(icon('attach'));
  let mode: Mode = { kind: 'new' };

  const refresh = (): void => {
    box.style.height = 'auto';
    if (box.value !== '') box.style.height = `${Math.min(box.scrollHeight, 132)}px`;
    const speaking = box.value.trim() === '';
    send.replaceChildren(icon(speaking ? 'mic' : 'send'));
    send.setAttribute('aria-label', speaking ? 'Send a voice message' : 'Send');
  };
  const setMode = (next: Mode): void => {
    mode = next;
    bar.hidden = next.kind === 'new';
    bar.replaceChildren();
    if (next.kind === 'new') return;
    const cancel = el('button', { class: 'icon-button', type: 'button', 'aria-label': 'Remove selection' });
    cancel.append(icon('close'));
    cancel.addEventListener('click', () => {
      if (mode.kind === 'edit') box.value = '';
      setMode({ kind: 'new' });
      refresh();
    });
    bar.append(
      el(
        'div',
        { class: 'quote' },
        el('b', {}, next.kind === 'reply' ? 'Reply' : 'Edit message'),
        el('span', { dir: 'auto' }, summaryOf(next.message)),
      ),
      cancel,
    );
    box.focus();
  };
  const context = (): Readonly<Record<string, unknown>> =>
    mode.kind === 'reply' ? { replyTo: mode.message.wamid } : {};
  const submit = async (): Promise<void> => {
    const body = box.value.trim();
    const asked = mode;
    const action =
      body === ''
        ? { kind: 'audio', voice: true, ...context() }
        : asked.kind === 'edit'
          ? { kind: 'edit', messageId: asked.message.wamid, body }
          : { kind: 'text', body, ...context() };
    box.value = '';
    setMode({ kind: 'new' });
    refresh();
    try {
      await act(action);
    } catch (error) {
      box.value = body;
      refresh();
      throw error;
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  box.addEventListener('input', refresh);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (box.value.trim() !== '') void submit();
    }
    if (event.key === 'Escape' && mode.kind !== 'new') setMode({ kind: 'new' });
  });
  emojiButton.addEventListener('click', () => {
    const grid = el('div', { class: 'emoji-grid' });
    for (const emoji of emojis) {
      const pick = el('button', { type: 'button' }, emoji);
      pick.addEventListener('click', () => {
        box.setRangeText(emoji, box.selectionStart, box.selectionEnd, 'end');
        refresh();
        close();
        box.focus();
      });
      grid.append(pick);
    }
    const close = openPopup(emojiButton, grid, 'Emoji');
  });
  attachButton.addEventListener('click', () => {
    const item = (name: IconName, label: string, run: () => void): HTMLElement => {
      const button = el('button', { class: 'menu-item', type: 'button' }, icon(name), label);
      button.addEventListener('click', () => {
        close();
        run();
      });
      return button;
    };
    const menu = el(
      'div',
      { class: 'menu' },
      item('photo', 'Photo with caption', () => {
        photoSheet(act, upload, context());
      }),
      item('pin', 'Location', () => {
        void act({
          kind: 'location',
          latitude: 37.7936,
          longitude: -122.3958,
          name: 'Ferry Building',
          address: '1 Ferry Building, San Francisco',
          ...context(),
        });
      }),
      item('mic', 'Voice message', () => {
        void act({ kind: 'audio', voice: true, ...context() });
      }),
      item('sticker', 'Sticker', () => {
        void act({ kind: 'sticker', ...context() });
      }),
      item('person', 'Contact', () => {
        void act({ kind: 'contacts', name: 'Sam Rivera', phone: '+1 415 555 0199', ...context() });
      }),
      item('file', 'Document', () => {
        void act({ kind: 'document', filename: 'receipt.pdf', ...context() });
      }),
    );
    const close = openPopup(attachButton, menu, 'Attach');
  });
  refresh();
  return {
    replyTo: (message) => {
      setMode({ kind: 'reply', message });
    },
    edit: (message) => {
      box.value = summaryOf(message);
      setMode({ kind: 'edit', message });
      refresh();
    },
    reset: () => {
      setMode({ kind: 'new' });
      box.value = '';
      refresh();
    },
  };
}

function photoSheet(
  act: Act,
  upload: (file: File) => Promise<string>,
  context: Readonly<Record<string, unknown>>,
): void {
  const file = el('input', { type: 'file', accept: 'image/png,image/jpeg,image/webp', id: 'photo-file' });
  const caption = el('input', {
    type: 'text',
    id: 'photo-caption',
    maxlength: '1024',
    dir: 'auto',
    placeholder: 'For example: the zip is broken',
  });
  const form = el(
    'form',
    { class: 'sheet-form' },
    el('label', { for: 'photo-file' }, 'Photo (leave empty for a sample)'),
    file,
    el('label', { for: 'photo-caption' }, 'Caption'),
    caption,
    el('button', { class: 'primary', type: 'submit' }, 'Send photo'),
  );
  const sheet = openSheet('Send a photo', form, byId('app', HTMLElement));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = file.files?.[0];
    const run = async (): Promise<void> => {
      const mediaId = chosen === undefined ? {} : { mediaId: await upload(chosen) };
      const words = caption.value.trim();
      sheet.close();
      await act({ kind: 'image', ...mediaId, ...(words === '' ? {} : { caption: words }), ...context });
    };
    void run();
  });
}
