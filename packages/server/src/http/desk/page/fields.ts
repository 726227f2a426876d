import { replyField, tellComposer } from './composer.ts';
import { askName } from './dialogs.ts';
import { byId } from './element.ts';

const searchPauseMs = 150;
const longestReply = replyField.maxLength;

/** Listens to what people type and press, apart from the buttons that come and go with a conversation. */
export function listenToFields(told: {
  searched(): void;
  typed(text: string): void;
  sent(): void;
  closedWhy(): void;
  renamed(name: string | undefined): void;
}): void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  byId('search', HTMLInputElement).addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(told.searched, searchPauseMs);
  });
  replyField.addEventListener('input', () => {
    told.typed(replyField.value);
    const room = longestReply - replyField.value.length;
    tellComposer(room < 500 ? `${room} characters left` : '', room <= 0);
  });
  replyField.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    told.sent();
  });
  byId('composer', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    told.sent();
  });
  byId('who', HTMLButtonElement).addEventListener('click', () => void askName(true).then(told.renamed));
  byId('why-close', HTMLButtonElement).addEventListener('click', told.closedWhy);
  opens('help', 'help-dialog');
  opens('unrouted', 'unrouted-dialog');
}

function opens(button: string, dialog: string): void {
  byId(button, HTMLButtonElement).addEventListener('click', () =>
    byId(dialog, HTMLDialogElement).showModal(),
  );
}
