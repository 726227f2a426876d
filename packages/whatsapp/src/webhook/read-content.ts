import { z } from 'zod';
import { graphErrorsOf } from '../graph-error-body.ts';
import type { InboundContent } from './inbound-content.ts';
import { present } from './present.ts';
import { InteractiveReply } from './read-interactive.ts';
import { Order } from './read-order.ts';
import { SystemMessage } from './read-system.ts';
import { WireId, WireNumber, maybe } from './wire-value.ts';

const fileFields = {
  id: WireId,
  mime_type: maybe(z.string()),
  sha256: maybe(z.string()),
  url: maybe(z.string()),
  caption: maybe(z.string()),
};

type WireFile = {
  id: string;
  mime_type?: string | undefined;
  sha256?: string | undefined;
  url?: string | undefined;
};

const fileOf = (file: WireFile) =>
  present({ mediaId: file.id, mimeType: file.mime_type, sha256: file.sha256, url: file.url });

/** One reader per `type`, each from the whole message. A type without one is `unknown`. */
const readers = new Map<string, z.ZodType<InboundContent>>([
  [
    'text',
    z
      .object({ text: z.object({ body: z.string() }) })
      .transform(({ text }) => ({ kind: 'text', body: text.body })),
  ],
  [
    'image',
    z.object({ image: z.object(fileFields) }).transform(({ image }) => ({
      kind: 'image',
      ...fileOf(image),
      ...present({ caption: image.caption }),
    })),
  ],
  [
    'video',
    z.object({ video: z.object(fileFields) }).transform(({ video }) => ({
      kind: 'video',
      ...fileOf(video),
      ...present({ caption: video.caption }),
    })),
  ],
  [
    'audio',
    z.object({ audio: z.object({ ...fileFields, voice: maybe(z.boolean()) }) }).transform(({ audio }) => ({
      kind: 'audio',
      ...fileOf(audio),
      ...present({ voice: audio.voice }),
    })),
  ],
  [
    'document',
    z
      .object({ document: z.object({ ...fileFields, filename: maybe(z.string()) }) })
      .transform(({ document }) => ({
        kind: 'document',
        ...fileOf(document),
        ...present({ caption: document.caption, filename: document.filename }),
      })),
  ],
  [
    'sticker',
    z
      .object({ sticker: z.object({ ...fileFields, animated: maybe(z.boolean()) }) })
      .transform(({ sticker }) => ({
        kind: 'sticker',
        ...fileOf(sticker),
        ...present({ animated: sticker.animated }),
      })),
  ],
  [
    'location',
    z
      .object({
        location: z.object({
          latitude: WireNumber,
          longitude: WireNumber,
          name: maybe(z.string()),
          address: maybe(z.string()),
          url: maybe(z.string()),
        }),
      })
      .transform(({ location }) => ({ kind: 'location', ...present(location) })),
  ],
  [
    'contacts',
    z
      .object({ contacts: z.array(z.unknown()) })
      .transform(({ contacts }) => ({ kind: 'contacts', contacts })),
  ],
  [
    'reaction',
    z
      .object({ reaction: z.object({ message_id: WireId, emoji: maybe(z.string()) }) })
      .transform(({ reaction }) => ({
        kind: 'reaction',
        messageId: reaction.message_id,
        emoji: reaction.emoji ?? '',
      })),
  ],
  [
    'button',
    z
      .object({ button: z.object({ text: z.string(), payload: maybe(z.string()) }) })
      .transform(({ button }) => ({
        kind: 'button',
        text: button.text,
        payload: button.payload ?? button.text,
      })),
  ],
  ['interactive', InteractiveReply],
  ['order', Order],
  ['system', SystemMessage],
  [
    'edit',
    z
      .object({
        edit: z.object({ original_message_id: WireId, message: maybe(z.record(z.string(), z.unknown())) }),
      })
      .transform(({ edit }) => ({
        kind: 'edit',
        messageId: edit.original_message_id,
        ...editedText(edit.message),
      })),
  ],
  [
    'revoke',
    z
      .object({ revoke: z.object({ original_message_id: WireId }) })
      .transform(({ revoke }) => ({ kind: 'revoke', messageId: revoke.original_message_id })),
  ],
  [
    'unsupported',
    z
      .object({ unsupported: maybe(z.object({ type: maybe(z.string()) })), errors: maybe(z.unknown()) })
      .transform(({ unsupported, errors }) => ({
        kind: 'unsupported',
        type: unsupported?.type ?? 'unsupported',
        ...(errors === undefined ? {} : { errors: graphErrorsOf(errors) }),
      })),
  ],
]);

/** What a message of this type says. Never throws: what cannot be read is `unknown`. */
export function readContent(type: string, raw: unknown): InboundContent {
  const parsed = readers.get(type)?.safeParse(raw);
  return parsed?.success === true ? parsed.data : { kind: 'unknown', type, raw };
}

const EditedMessage = z.object({
  type: maybe(z.string()),
  text: maybe(z.object({ body: maybe(z.string()) })),
});
const Captioned = z.object({ caption: z.string() });

function editedText(message: Record<string, unknown> | undefined): { newType?: string; newBody?: string } {
  if (message === undefined) return {};
  const edited = EditedMessage.parse(message);
  const captioned = edited.type === undefined ? undefined : Captioned.safeParse(message[edited.type]);
  return present({ newType: edited.type, newBody: edited.text?.body ?? captioned?.data?.caption });
}
