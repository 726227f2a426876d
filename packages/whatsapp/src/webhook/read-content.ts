import { z } from 'zod';
import { graphErrorsOf } from '../graph-error-body.ts';
import type { InboundContent } from './inbound-content.ts';
import { present } from './present.ts';
import { fileFields, fileOf } from './read-file.ts';
import { readEdit } from './read-edit.ts';
import { interactiveTypes, readInteractive } from './read-interactive.ts';
import { readOrder, readProduct } from './read-order.ts';
import { readSystem } from './read-system.ts';
import { reader } from './reader.ts';
import { SharedContact } from './shared-contact.ts';
import type { UnknownParts } from './unknown-part.ts';
import { isRecord } from './wire-value.ts';

/** Reads the content of a message's record, from the field named like its type. Undefined if it cannot. */
type ContentReader = (
  part: unknown,
  message: Readonly<Record<string, unknown>>,
) => InboundContent | undefined;

const wireText = reader(
  () => z.object({ body: z.string() }),
  ({ body }) => (typeof body === 'string' ? { body } : undefined),
);
const wireFile = reader((f) => z.object(fileFields(f)));
const wireAudio = reader((f) => z.object({ ...fileFields(f), voice: f.maybe(z.boolean()) }));
const wireDocument = reader((f) => z.object({ ...fileFields(f), filename: f.maybe(z.string()) }));
const wireSticker = reader((f) => z.object({ ...fileFields(f), animated: f.maybe(z.boolean()) }));
const wireLocation = reader((f) =>
  z.object({
    latitude: f.number,
    longitude: f.number,
    name: f.maybe(z.string()),
    address: f.maybe(z.string()),
    url: f.maybe(z.string()),
  }),
);
const wireReaction = reader((f) => z.object({ message_id: f.id, emoji: f.maybe(z.string()) }));
const wireButton = reader((f) => z.object({ text: z.string(), payload: f.maybe(z.string()) }));
const wireRevoke = reader((f) => z.object({ original_message_id: f.id }));
const wireUnsupported = reader((f) => z.object({ type: f.maybe(z.string()) }));
const wireContacts = reader(() => z.array(SharedContact));

const readers: ReadonlyMap<string, ContentReader> = new Map<string, ContentReader>([
  ['text', readText],
  ['image', (part) => captioned('image', part)],
  ['video', (part) => captioned('video', part)],
  ['audio', readAudio],
  ['document', readDocument],
  ['sticker', readSticker],
  ['location', readLocation],
  ['contacts', readContacts],
  ['reaction', readReaction],
  ['button', readButton],
  ['interactive', readInteractive],
  ['order', readOrder],
  ['product', readProduct],
  ['system', readSystem],
  ['request_welcome', () => ({ kind: 'welcome-request' })],
  ['edit', readEdit],
  ['revoke', readRevoke],
  ['unsupported', readUnsupported],
]);

/** What a message of this type says. Never throws: what cannot be read is `unknown`, and counted. */
export function readContent(
  type: string,
  message: Readonly<Record<string, unknown>>,
  unknown: UnknownParts,
): InboundContent {
  const read = readers.get(type);
  if (read === undefined) unknown.add('message-type', type);
  const content = read?.(message[type], message);
  if (content !== undefined) return content;
  if (read !== undefined) unknown.add(...why(type, message[type]));
  return { kind: 'unknown', type, raw: message };
}

/** An `interactive` whose own type is new is not malformed. */
function why(type: string, part: unknown): ['interactive-type' | 'malformed', string] {
  const ownType = isRecord(part) ? part['type'] : undefined;
  return type === 'interactive' && typeof ownType === 'string' && !interactiveTypes.has(ownType)
    ? ['interactive-type', ownType]
    : ['malformed', `message.${type}`];
}

function readText(part: unknown): InboundContent | undefined {
  const text = wireText(part);
  return text === undefined ? undefined : { kind: 'text', body: text.body };
}

function captioned(kind: 'image' | 'video', part: unknown): InboundContent | undefined {
  const file = wireFile(part);
  return file === undefined ? undefined : { kind, ...fileOf(file), ...present({ caption: file.caption }) };
}

function readAudio(part: unknown): InboundContent | undefined {
  const file = wireAudio(part);
  return file === undefined
    ? undefined
    : { kind: 'audio', ...fileOf(file), ...present({ voice: file.voice }) };
}

function readDocument(part: unknown): InboundContent | undefined {
  const file = wireDocument(part);
  if (file === undefined) return undefined;
  return {
    kind: 'document',
    ...fileOf(file),
    ...present({ caption: file.caption, filename: file.filename }),
  };
}

function readSticker(part: unknown): InboundContent | undefined {
  const file = wireSticker(part);
  return file === undefined
    ? undefined
    : { kind: 'sticker', ...fileOf(file), ...present({ animated: file.animated }) };
}

function readLocation(part: unknown): InboundContent | undefined {
  const location = wireLocation(part);
  return location === undefined ? undefined : { kind: 'location', ...present(location) };
}

function readContacts(part: unknown): InboundContent | undefined {
  const contacts = wireContacts(part);
  return contacts === undefined ? undefined : { kind: 'contacts', contacts };
}

function readReaction(part: unknown): InboundContent | undefined {
  const reaction = wireReaction(part);
  return reaction === undefined
    ? undefined
    : { kind: 'reaction', messageId: reaction.message_id, emoji: reaction.emoji ?? '' };
}

function readButton(part: unknown): InboundContent | undefined {
  const button = wireButton(part);
  return button === undefined
    ? undefined
    : { kind: 'button', text: button.text, payload: button.payload ?? button.text };
}

function readRevoke(part: unknown): InboundContent | undefined {
  const revoke = wireRevoke(part);
  return revoke === undefined ? undefined : { kind: 'revoke', messageId: revoke.original_message_id };
}

function readUnsupported(part: unknown, message: Readonly<Record<string, unknown>>): InboundContent {
  const errors = message['errors'];
  return {
    kind: 'unsupported',
    type: (part === undefined ? undefined : wireUnsupported(part)?.type) ?? 'unsupported',
    ...(errors === undefined ? {} : { errors: graphErrorsOf(errors) }),
  };
}
