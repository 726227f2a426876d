import { z } from 'zod';
import type { InboundContent } from './inbound-content.ts';
import { present } from './present.ts';
import { reader } from './reader.ts';
import { isRecord } from './wire-value.ts';

const wireButtonReply = reader((f) => z.object({ id: f.id, title: z.string() }));
const wireListReply = reader((f) =>
  z.object({ id: f.id, title: z.string(), description: f.maybe(z.string()) }),
);
const wireFlowReply = reader((f) =>
  z.object({ response_json: z.string(), name: f.maybe(z.string()), body: f.maybe(z.string()) }),
);
const wirePermissionReply = reader((f) =>
  z.object({
    response: z.string(),
    is_permanent: f.maybe(z.boolean()),
    expiration_timestamp: f.maybe(f.seconds),
    response_source: f.maybe(z.string()),
  }),
);

/** The kinds of answer known here; the `type` of each is the name of its field. */
export const interactiveTypes: ReadonlySet<string> = new Set([
  'button_reply',
  'list_reply',
  'nfm_reply',
  'call_permission_reply',
]);

/** What was tapped or filled in. Told apart by the field present, which is also its `type`. */
export function readInteractive(part: unknown): InboundContent | undefined {
  if (!isRecord(part)) return undefined;
  return (
    readButtonReply(part['button_reply']) ??
    readListReply(part['list_reply']) ??
    readFlowReply(part['nfm_reply']) ??
    readPermissionReply(part['call_permission_reply'])
  );
}

function readButtonReply(part: unknown): InboundContent | undefined {
  const reply = part === undefined ? undefined : wireButtonReply(part);
  return reply === undefined ? undefined : { kind: 'button-reply', ...reply };
}

function readListReply(part: unknown): InboundContent | undefined {
  const reply = part === undefined ? undefined : wireListReply(part);
  return reply === undefined ? undefined : { kind: 'list-reply', ...present(reply) };
}

function readFlowReply(part: unknown): InboundContent | undefined {
  const reply = part === undefined ? undefined : wireFlowReply(part);
  if (reply === undefined) return undefined;
  return {
    kind: 'flow-reply',
    responseJson: reply.response_json,
    ...present({ name: reply.name, body: reply.body }),
  };
}

function readPermissionReply(part: unknown): InboundContent | undefined {
  const reply = part === undefined ? undefined : wirePermissionReply(part);
  if (reply === undefined) return undefined;
  return {
    kind: 'call',
    event: 'permission-reply',
    response: reply.response,
    ...present({
      isPermanent: reply.is_permanent,
      expiresAtS: reply.expiration_timestamp === undefined ? undefined : Number(reply.expiration_timestamp),
      responseSource: reply.response_source,
    }),
  };
}
