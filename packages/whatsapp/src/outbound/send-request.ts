import { z } from 'zod';
import { AudioMessage } from './audio.ts';
import { ContactsMessage } from './contacts.ts';
import { countryProblem } from './country-problem.ts';
import { DirectSendRequest } from './direct-send.ts';
import { DocumentMessage } from './document.ts';
import { addressProblem, envelope, replyContext } from './envelope.ts';
import { ImageMessage } from './image.ts';
import { InteractiveMessage } from './interactive.ts';
import { LocationMessage } from './location.ts';
import { problemsOf } from './parse-problems.ts';
import { ReactionMessage } from './reaction.ts';
import { StickerMessage } from './sticker.ts';
import { TemplateMessage } from './template.ts';
import { TextMessage } from './text.ts';
import { VideoMessage } from './video.ts';

const repliable = { ...envelope, ...replyContext };

/**
 * The body of `POST /{phone number id}/messages`, as on the wire. Strict: an unknown
 * field or a broken limit is a problem here rather than an error of Meta's.
 */
export const SendRequest = z
  .discriminatedUnion('type', [
    TextMessage.extend(repliable),
    ImageMessage.extend(repliable),
    VideoMessage.extend(repliable),
    AudioMessage.extend(repliable),
    DocumentMessage.extend(repliable),
    StickerMessage.extend(repliable),
    LocationMessage.extend(repliable),
    ContactsMessage.extend(repliable),
    ReactionMessage.extend(envelope),
    InteractiveMessage.extend(repliable),
    TemplateMessage.extend(repliable),
  ])
  .superRefine(checkRecipient);
export type SendRequest = z.infer<typeof SendRequest>;

const CheckedDirectSend = DirectSendRequest.superRefine(checkRecipient);

/** What is said, without whom to. */
export type MessageContent =
  | TextMessage
  | ImageMessage
  | VideoMessage
  | AudioMessage
  | DocumentMessage
  | StickerMessage
  | LocationMessage
  | ContactsMessage
  | ReactionMessage
  | InteractiveMessage
  | TemplateMessage;

/**
 * Whom to, and what goes with it. `replyTo`: id of the message that is answered.
 * `opaque`: comes back in every status. `identityKeyHash`: refuse if the customer's keys changed.
 * `directSend`: see `DirectSendRequest`; `ttlS` in seconds.
 */
export type Addressing = {
  recipientType?: 'individual' | 'group' | undefined;
  to?: string | undefined;
  recipient?: string | undefined;
  replyTo?: string | undefined;
  opaque?: string | undefined;
  identityKeyHash?: string | undefined;
  directSend?: { category: 'utility' | 'authentication'; ttlS?: number | undefined } | undefined;
};

/** What Meta lets only some accounts do. */
export type SendCapabilities = { readonly directSend: boolean };

const ordinary: SendCapabilities = { directSend: false };

export type ParsedSendRequest =
  | { kind: 'valid'; request: SendRequest | DirectSendRequest }
  | { kind: 'invalid'; problems: readonly string[] };

/** Puts content and address together and checks both. */
export function buildSendRequest(
  addressing: Addressing,
  content: MessageContent,
  capabilities: SendCapabilities = ordinary,
): ParsedSendRequest {
  const { recipientType, to, recipient, replyTo, opaque, identityKeyHash, directSend } = addressing;
  const request = {
    messaging_product: 'whatsapp',
    recipient_type: recipientType ?? 'individual',
    ...(to === undefined ? {} : { to }),
    ...(recipient === undefined ? {} : { recipient }),
    ...(replyTo === undefined ? {} : { context: { message_id: replyTo } }),
    ...(opaque === undefined ? {} : { biz_opaque_callback_data: opaque }),
    ...(identityKeyHash === undefined ? {} : { recipient_identity_key_hash: identityKeyHash }),
    ...(directSend === undefined ? {} : { category: directSend.category }),
    ...(directSend?.ttlS === undefined ? {} : { ttl_seconds: directSend.ttlS }),
    ...content,
  };
  return parseSendRequest(request, capabilities);
}

/** Checks a request. Each problem names the field and what is wrong, never what it holds. */
export function parseSendRequest(
  input: unknown,
  capabilities: SendCapabilities = ordinary,
): ParsedSendRequest {
  const schema = capabilities.directSend && isDirect(input) ? CheckedDirectSend : SendRequest;
  const parsed = schema.safeParse(input);
  if (parsed.success) return { kind: 'valid', request: parsed.data };
  return { kind: 'invalid', problems: problemsOf(parsed.error.issues) };
}

function isDirect(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'category' in input;
}

function checkRecipient(request: SendRequest | DirectSendRequest, context: z.RefinementCtx): void {
  const country =
    request.type === 'interactive' ? countryProblem(request.to, request.interactive) : undefined;
  for (const message of [addressProblem(request), country]) {
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  }
}
