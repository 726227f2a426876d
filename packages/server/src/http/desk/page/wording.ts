import type { Contact } from '@ambit/sdk/conversation-list';
import type { DeliveryState } from '@ambit/sdk/outbox-message';
import type { Owner } from '@ambit/sdk/owner';
import type { Outcome } from '@ambit/sdk/turn';

const minuteMs = 60_000;
const hourMs = 3_600_000;

export function contactName(contact: Contact): string {
  return contact.name ?? contact.username ?? phoneText(contact) ?? contact.bsuid ?? 'Somebody';
}

/** The phone as people write it; what Meta sends has no "+". */
export function phoneText(contact: Contact): string | undefined {
  return contact.phone === undefined ? undefined : `+${contact.phone.replace(/^\+/, '')}`;
}

export function initials(name: string): string {
  const words = name
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .split(' ')
    .filter((word) => word !== '');
  const [first = '?', ...rest] = words;
  return `${[...first][0] ?? '?'}${[...(rest.at(-1) ?? '')][0] ?? ''}`.toUpperCase();
}

export function ownerText(owner: Owner, me: string | undefined): string {
  switch (owner.kind) {
    case 'agent':
      return 'The agent answers';
    case 'nobody':
      return 'Nobody answers';
    case 'people':
      if (owner.person === undefined) return 'Waiting for a person';
      return owner.person === me ? 'You answer' : `${owner.person} answers`;
  }
}

/** How much of the 24-hour window is left. `level` gives the colour. */
export function windowText(
  closesAt: number | undefined,
  now: number,
): { text: string; level: 'open' | 'soon' | 'closed' } {
  if (closesAt === undefined) return { text: 'never opened', level: 'closed' };
  const left = closesAt - now;
  if (left <= minuteMs) return { text: 'closed', level: 'closed' };
  const text =
    left < hourMs
      ? `${Math.floor(left / minuteMs)} min left`
      : left < 4 * hourMs
        ? `${Math.floor(left / hourMs)} h ${Math.floor((left % hourMs) / minuteMs)} min left`
        : `${Math.floor(left / hourMs)} h left`;
  return { text, level: left < 4 * hourMs ? 'soon' : 'open' };
}

const timeOfDay = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const shortDate = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const longDate = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

export function clockText(at: number): string {
  return timeOfDay.format(at);
}

export function fullTime(at: number): string {
  return whole.format(at);
}

export function listTime(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0) return timeOfDay.format(at);
  if (days === 1) return 'Yesterday';
  return days < 7 ? weekday.format(at) : shortDate.format(at);
}

export function dayText(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0) return 'Today';
  return days === 1 ? 'Yesterday' : longDate.format(at);
}

function daysBetween(at: number, now: number): number {
  const midnight = (instant: number): number => new Date(instant).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(at)) / (24 * hourMs));
}

export function deliveryText(state: DeliveryState): { icon: string; text: string } {
  switch (state) {
    case 'queued':
      return { icon: 'clock', text: 'Waiting to be sent' };
    case 'sending':
      return { icon: 'clock', text: 'Being sent' };
    case 'accepted':
      return { icon: 'check', text: 'Accepted by WhatsApp' };
    case 'sent':
      return { icon: 'check', text: 'Sent' };
    case 'delivered':
      return { icon: 'checks', text: 'Delivered' };
    case 'read':
      return { icon: 'checks', text: 'Read' };
    case 'failed':
      return { icon: 'alert', text: 'Not delivered' };
    case 'unknown':
      return { icon: 'question', text: 'Nobody knows whether it arrived' };
    case 'refused':
      return { icon: 'alert', text: 'Held back by the policy' };
  }
}

/** What a message is when it is more, or less, than text. */
export function kindText(kind: string): string | undefined {
  return kinds.get(kind);
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['choice', 'Tapped'],
  ['image', 'Photo'],
  ['video', 'Video'],
  ['audio', 'Voice message'],
  ['document', 'Document'],
  ['sticker', 'Sticker'],
  ['location', 'Location'],
  ['contacts', 'Contact card'],
  ['order', 'Basket'],
  ['form-answers', 'Form filled in'],
  ['edit', 'Edited'],
  ['reaction', 'Reacted'],
  ['revoke', 'Deleted a message'],
  ['call', 'Call'],
  ['group', 'Group message'],
  ['system', 'Notice from WhatsApp'],
  ['unsupported', 'A kind of message that Ambit does not read'],
  ['template', 'Template'],
]);

/** How large a file is, for people. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** One line for the list. */
export function previewText(last: { kind: string; text?: string | undefined; hidden: boolean }): string {
  if (last.hidden) return 'Deleted by the customer';
  const kind = kindText(last.kind);
  if (kind === undefined) return last.text ?? '';
  return last.text === undefined ? kind : `${kind}: ${last.text}`;
}

/** What happened, for the middle of the timeline. */
export function eventText(what: string, person: string | undefined, me: string | undefined): string {
  const who = person === me ? 'you' : (person ?? 'somebody');
  if (what === 'taken') return `Taken by ${who}`;
  if (what === 'given-back') return `Given back to the agent by ${who}`;
  const [kind = '', ...rest] = what.split(': ');
  const about = rest.join(': ');
  switch (kind) {
    case 'handed-off':
      return `Handed to people: ${about}`;
    case 'delivery-failed':
      return `A message did not arrive: ${about}`;
    case 'business-event':
      return `Your systems say: ${about}`;
    case 'refused-by-policy':
      return `A message was held back by rule ${about}`;
    default:
      return what;
  }
}

export function outcomeText(outcome: Outcome | undefined): { text: string; level: string } {
  switch (outcome?.kind) {
    case undefined:
      return { text: 'Running', level: 'plain' };
    case 'answered':
      return { text: 'Answered', level: 'good' };
    case 'clarified':
      return { text: 'Asked back', level: 'plain' };
    case 'refused':
      return { text: 'Out of scope', level: 'warn' };
    case 'handed-off':
      return { text: 'Handed to people', level: 'warn' };
    case 'with-person':
      return { text: 'With a person', level: 'plain' };
    case 'ignored':
      return { text: 'Nothing to answer', level: 'plain' };
    case 'failed':
      return { text: 'Failed', level: 'bad' };
  }
}

export function priceText(price: { amount: number; currency: string }): string {
  if (price.amount === 0) return 'free';
  return new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency: price.currency,
    maximumFractionDigits: 4,
  }).format(price.amount);
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const contactAlarm = new RegExp(`^Contact ${uuid} `, 'u');
const messageAlarm = new RegExp(`^Message ${uuid} `, 'u');

/** An alarm as people read it: whose it is rather than an id. */
export function alarmText({
  about,
  contactName: name,
}: {
  about: string;
  contactName?: string | undefined;
}): string {
  if (name === undefined) return about;
  if (contactAlarm.test(about)) return about.replace(contactAlarm, () => `${name} `);
  return `${name}: ${about.replace(messageAlarm, 'a message ')}`;
}
