import { z } from 'zod';
import type { InboundContent } from './inbound-content.ts';
import { present } from './present.ts';
import { reader } from './reader.ts';

const wireEdit = reader((f) =>
  z.object({ original_message_id: f.id, message: f.maybe(z.record(z.string(), z.unknown())) }),
);
const wireEdited = reader((f) =>
  z.object({ type: f.maybe(z.string()), text: f.maybe(z.object({ body: f.maybe(z.string()) })) }),
);
const wireCaptioned = reader(() => z.object({ caption: z.string() }));

/** An edited message: which one, and its new text or caption. */
export function readEdit(part: unknown): InboundContent | undefined {
  const edit = wireEdit(part);
  if (edit === undefined) return undefined;
  return { kind: 'edit', messageId: edit.original_message_id, ...editedText(edit.message) };
}

function editedText(message: Record<string, unknown> | undefined): { newType?: string; newBody?: string } {
  const edited = message === undefined ? undefined : wireEdited(message);
  if (message === undefined || edited === undefined) return {};
  const captioned = edited.type === undefined ? undefined : wireCaptioned(message[edited.type]);
  return present({ newType: edited.type, newBody: edited.text?.body ?? captioned?.caption });
}
