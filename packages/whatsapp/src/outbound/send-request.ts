import { z } from 'zod';
import { AudioMessage } from './audio.ts';
import { ContactsMessage } from './contacts.ts';
import { DocumentMessage } from './document.ts';
import { addressProblem, envelope, replyContext } from './envelope.ts';
import { ImageMessage } from './image.ts';
import { InteractiveMessage } from './interactive.ts';
import { LocationMessage } from './location.ts';
import { ReactionMessage } from './reaction.ts';
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
    LocationMessage.extend(repliable),
    ContactsMessage.extend(repliable),
    ReactionMessage.extend(envelope),
    InteractiveMessage.extend(repliable),
    TemplateMessage.extend(repliable),
  ])
  .superRefine((request, context) => {
    const problem = addressProblem(request);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  });
export type SendRequest = z.infer<typeof SendRequest>;

/** What is said, without whom to. */
export type MessageContent =
  | TextMessage
  | ImageMessage
  | VideoMessage
  | AudioMessage
  | DocumentMessage
  | LocationMessage
  | ContactsMessage
  | ReactionMessage
  | InteractiveMessage
  | TemplateMessage;

/**
 * Whom to, and what goes with it. `replyTo`: id of the message that is answered.
 * `opaque`: comes back in every status.
 */
export type Addressing = {
  recipientType?: 'individual' | 'group' | undefined;
  to?: string | undefined;
  recipient?: string | undefined;
  replyTo?: string | undefined;
  opaque?: string | undefined;
};

export type ParsedSendRequest =
  | { kind: 'valid'; request: SendRequest }
  | { kind: 'invalid'; problems: readonly string[] };

/** Puts content and address together and checks both. */
export function buildSendRequest(addressing: Addressing, content: MessageContent): ParsedSendRequest {
  return parseSendRequest({
    messaging_product: 'whatsapp',
    recipient_type: addressing.recipientType ?? 'individual',
    ...(addressing.to === undefined ? {} : { to: addressing.to }),
    ...(addressing.recipient === undefined ? {} : { recipient: addressing.recipient }),
    ...(addressing.replyTo === undefined ? {} : { context: { message_id: addressing.replyTo } }),
    ...(addressing.opaque === undefined ? {} : { biz_opaque_callback_data: addressing.opaque }),
    ...content,
  });
}

/** Checks a request. Each problem names the field and what is wrong, never what it holds. */
export function parseSendRequest(input: unknown): ParsedSendRequest {
  const parsed = SendRequest.safeParse(input);
  if (parsed.success) return { kind: 'valid', request: parsed.data };
  return { kind: 'invalid', problems: problemsOf(parsed.error.issues, []) };
}

type Issues = readonly z.core.$ZodIssue[];

function problemsOf(issues: Issues, above: readonly PropertyKey[]): readonly string[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      // The alternative that came closest tells what to mend.
      const closest = issue.errors.reduce((best, next) => (depthOf(next) > depthOf(best) ? next : best));
      return problemsOf(closest, path);
    }
    return [path.length === 0 ? issue.message : `${path.map(String).join('.')}: ${issue.message}`];
  });
}

/** How far an alternative got: one that already fails at its tag is not the one that was meant. */
function depthOf(issues: Issues): number {
  return issues.some(({ path }) => path[0] === 'type') ? 0 : 1;
}
