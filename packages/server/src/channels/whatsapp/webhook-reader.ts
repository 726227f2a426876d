import type { InboundContent } from '@ambit/core/message/inbound';
import { createSignatureCheck } from '@ambit/whatsapp/signature';
import { answerHandshake } from '@ambit/whatsapp/verify-handshake';
import { parseWebhook } from '@ambit/whatsapp/webhook/parse-webhook';
import { readSingle } from '@ambit/whatsapp/webhook/read-single';
import type { InboundMessage } from '@ambit/whatsapp/webhook/inbound-message';
import type { Sender } from '@ambit/whatsapp/webhook/sender';
import type { StatusUpdate } from '@ambit/whatsapp/webhook/status-update';
import type { WebhookUpdate } from '@ambit/whatsapp/webhook/webhook-update';
import type {
  Received,
  ReceivedMessage,
  ReceivedStatus,
  SenderIdentities,
  UnknownPart,
  WebhookReader,
} from '../../ports/received.ts';
import { inboundContent } from './inbound-content.ts';

/**
 * `appSecrets`: those of every Meta app whose webhooks come here.
 * `onUnknown`: told of everything in a webhook that is not known here; it is stored all the same.
 */
export function createWebhookReader(options: {
  appSecrets: readonly string[];
  verifyToken: string;
  onUnknown: (part: UnknownPart) => void;
}): WebhookReader {
  return {
    isSigned: createSignatureCheck(options.appSecrets),
    handshake(query) {
      const answer = answerHandshake(query, options.verifyToken);
      return answer.kind === 'accepted' ? answer.challenge : undefined;
    },
    read(json) {
      const single = readSingle(json);
      if (single !== undefined) {
        for (const part of single.unknown) options.onUnknown(part);
        return [received(single.update)];
      }
      const parsed = parseWebhook(json);
      if (parsed.kind === 'unrecognised') return [{ kind: 'other', field: parsed.reason, raw: json }];
      for (const part of parsed.unknown) options.onUnknown(part);
      return parsed.updates.map(received);
    },
  };
}

function received(update: WebhookUpdate): Received {
  switch (update.kind) {
    case 'message':
      return receivedMessage(update.phoneNumberId, update.sender, update.message, update.raw);
    case 'status':
      return receivedStatus(update.phoneNumberId, update.status);
    case 'call':
      return update.direction === 'user-initiated'
        ? {
            kind: 'message',
            address: update.phoneNumberId,
            sender: identities(update.sender),
            messageId: `${update.callId}:${update.event}`,
            at: update.timestampS * 1_000,
            content: { kind: 'call', event: update.event },
          }
        : { kind: 'other', address: update.phoneNumberId, field: 'calls', raw: update.raw };
    case 'call-status':
      return { kind: 'other', address: update.phoneNumberId, field: 'calls', raw: update.raw };
    case 'payment-status':
      return { kind: 'other', address: update.phoneNumberId, field: 'messages', raw: update.raw };
    case 'value-error':
      return { kind: 'other', address: update.phoneNumberId, field: 'errors', raw: update.raw };
    case 'standby':
      return { kind: 'other', address: update.phoneNumberId, field: 'standby', raw: update.raw };
    case 'notice':
      return {
        kind: 'other',
        field: update.notice.field,
        raw: update.raw,
        ...(update.phoneNumberId === undefined ? {} : { address: update.phoneNumberId }),
      };
    case 'other':
      return {
        kind: 'other',
        field: update.field,
        raw: update.raw,
        ...(update.phoneNumberId === undefined ? {} : { address: update.phoneNumberId }),
      };
  }
}

function receivedMessage(address: string, sender: Sender, message: InboundMessage, raw: unknown): Received {
  const base = { kind: 'message', address, messageId: message.id, at: message.timestampS * 1_000 } as const;
  if (message.groupId !== undefined) {
    return { ...base, sender: identities(sender), content: { kind: 'group', groupId: message.groupId } };
  }
  const content = withAd(inboundContent(message.content), message);
  const kept = content.kind === 'unsupported' || content.kind === 'system' ? { raw } : {};
  const known: ReceivedMessage = { ...base, sender: identities(sender), content, ...kept };
  return message.content.kind === 'system' ? linked(known, sender, message.content) : known;
}

/** The ad that the customer came through stays with the words they sent. */
function withAd(content: InboundContent, { referral }: InboundMessage): InboundContent {
  const ad = referral?.source_type === 'ad' ? referral.source_id : undefined;
  return content.kind === 'text' && ad !== undefined ? { ...content, ad } : content;
}

/** After a changed number or user id, Meta names the old identity beside the new: the same person. */
function linked(
  message: ReceivedMessage,
  sender: Sender,
  notice: { newPhone?: string; newBsuid?: string; previousBsuid?: string },
): ReceivedMessage {
  const { newPhone, newBsuid, previousBsuid } = notice;
  if (newPhone === undefined && newBsuid === undefined) return message;
  const phone = newPhone ?? sender.phone;
  const bsuid = newBsuid ?? (previousBsuid === undefined ? sender.bsuid : undefined);
  const before = previousBsuid ?? sender.bsuid;
  return {
    ...message,
    sender: { ...(phone === undefined ? {} : { phone }), ...(bsuid === undefined ? {} : { bsuid }) },
    linkedTo: {
      ...(sender.phone === undefined ? {} : { phone: sender.phone }),
      ...(before === undefined ? {} : { bsuid: before }),
    },
  };
}

function identities(sender: Sender): SenderIdentities {
  return {
    ...(sender.bsuid === undefined ? {} : { bsuid: sender.bsuid }),
    ...(sender.phone === undefined ? {} : { phone: sender.phone }),
    ...(sender.username === undefined ? {} : { username: sender.username }),
    ...(sender.profileName === undefined ? {} : { profileName: sender.profileName }),
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function receivedStatus(address: string, status: StatusUpdate): ReceivedStatus {
  const [error] = status.errors;
  const { category, type } = status.pricing ?? {};
  return {
    kind: 'status',
    address,
    messageId: status.messageId,
    status: status.status === 'deleted' || status.status === 'unknown' ? 'other' : status.status,
    at: status.timestampS * 1_000,
    raw: status.raw,
    // Opaque data that is not ours (another program on the same number) matches by message id only.
    ...(status.opaque !== undefined && uuid.test(status.opaque) ? { outboxId: status.opaque } : {}),
    ...(status.pricing === undefined
      ? {}
      : {
          pricing: {
            ...(category === undefined ? {} : { category }),
            ...(type === undefined ? {} : { type }),
          },
        }),
    ...(error === undefined
      ? {}
      : {
          failure: {
            ...(isErrorCode(error.code) ? { code: error.code } : {}),
            reason: error.details ?? error.title ?? error.message ?? `Meta's error ${error.code}`,
          },
        }),
  };
}

/** Meta's codes are whole numbers that any table takes; what else stands there is only told. */
function isErrorCode(code: number): boolean {
  return Number.isInteger(code) && Math.abs(code) < 2 ** 31;
}
