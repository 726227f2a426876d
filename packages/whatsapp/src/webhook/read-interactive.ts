import { z } from 'zod';
import type { InboundContent } from './inbound-content.ts';
import { present } from './present.ts';
import { WireId, WireSeconds, maybe } from './wire-value.ts';

const ButtonReply = z
  .object({ button_reply: z.object({ id: WireId, title: z.string() }) })
  .transform(({ button_reply }): InboundContent => ({ kind: 'button-reply', ...button_reply }));

const ListReply = z
  .object({ list_reply: z.object({ id: WireId, title: z.string(), description: maybe(z.string()) }) })
  .transform(({ list_reply }): InboundContent => ({ kind: 'list-reply', ...present(list_reply) }));

const FlowReply = z
  .object({
    nfm_reply: z.object({ response_json: z.string(), name: maybe(z.string()), body: maybe(z.string()) }),
  })
  .transform(({ nfm_reply }): InboundContent => ({
    kind: 'flow-reply',
    responseJson: nfm_reply.response_json,
    ...present({ name: nfm_reply.name, body: nfm_reply.body }),
  }));

const CallPermissionReply = z
  .object({
    call_permission_reply: z.object({
      response: z.string(),
      is_permanent: maybe(z.boolean()),
      expiration_timestamp: maybe(WireSeconds),
    }),
  })
  .transform(({ call_permission_reply: reply }): InboundContent => ({
    kind: 'call',
    event: 'permission-reply',
    response: reply.response,
    ...present({ isPermanent: reply.is_permanent, expiresAtS: reply.expiration_timestamp }),
  }));

/** What was tapped or filled in. Told apart by the field present, which is also its `type`. */
export const InteractiveReply = z
  .object({ interactive: z.union([ButtonReply, ListReply, FlowReply, CallPermissionReply]) })
  .transform(({ interactive }) => interactive);
