import { byId } from './element.ts';
import { keepName, readName } from './remembered.ts';

const whoDialog = byId('who-dialog', HTMLDialogElement);
const whoName = byId('who-name', HTMLInputElement);
const confirmDialog = byId('confirm-dialog', HTMLDialogElement);

byId('who-cancel', HTMLButtonElement).addEventListener('click', () => whoDialog.close(''));

/** The name of who sits here, asked for if it is not known or is to be changed; undefined: not told. */
export async function askName(again = false): Promise<string | undefined> {
  const known = readName();
  if (known !== undefined && !again) return known;
  whoName.value = known ?? '';
  const answer = await shown(whoDialog);
  const name = whoName.value.trim();
  if (answer !== 'ok' || name === '') return known;
  keepName(name);
  return name;
}

export async function confirm(question: { title: string; text: string; yes: string }): Promise<boolean> {
  byId('confirm-title', HTMLHeadingElement).textContent = question.title;
  byId('confirm-text', HTMLParagraphElement).textContent = question.text;
  byId('confirm-yes', HTMLButtonElement).textContent = question.yes;
  return (await shown(confirmDialog)) === 'yes';
}

function shown(dialog: HTMLDialogElement): Promise<string> {
  const closed = Promise.withResolvers<string>();
  dialog.returnValue = '';
  dialog.addEventListener('close', () => closed.resolve(dialog.returnValue), { once: true });
  dialog.showModal();
  return closed.promise;
}
