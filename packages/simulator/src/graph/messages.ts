import type { Line } from '../account/line.ts';
import type { FailNext } from '../chaos.ts';
import { acceptRead } from '../send/accept-read.ts';
import { acceptSend, type SendEndpoint, type SendOutcome } from '../send/accept-send.ts';
import { parseSend } from '../send/parse-send.ts';
import type { SendBody } from '../send/schema/send-body.ts';
import type { World } from '../world.ts';
import { answered, refused, unknownObject, type GraphCall, type GraphReply } from './call.ts';
import { plannedReply } from './planned-fault.ts';

/** `POST /{phone number id}/messages`: sends, marks as read, shows "typing…". */
export function postMessage(world: World, call: GraphCall): GraphReply {
  return post(world, call, 'messages');
}

/** `POST /{phone number id}/marketing_messages`: marketing templates. */
export function postMarketingMessage(world: World, call: GraphCall): GraphReply {
  return post(world, call, 'marketing_messages');
}

function post(world: World, call: GraphCall, endpoint: SendEndpoint): GraphReply {
  const line = world.lines.get(call.id);
  if (line === undefined) return unknownObject(call.id);
  const asked = parseSend(call.body);
  switch (asked.kind) {
    case 'invalid':
      return refused(asked.error);
    case 'mark-read': {
      const error = acceptRead(world, line.phoneNumberId, asked.read);
      if (error !== undefined) return refused(error);
      return answered({ success: true }, { kind: 'marked-read' });
    }
    case 'send': {
      const fault = world.faults.take('send');
      if (fault === undefined) return replyOf(acceptSend(world, line, asked.send, endpoint));
      world.live.tell({ kind: 'state' });
      return failSend(world, line, asked.send, endpoint, fault);
    }
  }
}

function replyOf(outcome: SendOutcome): GraphReply {
  if (outcome.kind === 'rejected') return refused(outcome.error);
  return answered(outcome.response, { kind: 'accepted', wamid: outcome.wamid });
}

/** Fails a send as planned. "After" modes accept it, so its statuses arrive all the same. */
function failSend(
  world: World,
  line: Line,
  send: SendBody,
  endpoint: SendEndpoint,
  fault: FailNext,
): GraphReply {
  switch (fault.mode) {
    case 'error':
    case 'refuse-429':
    case 'timeout-before-accept':
    case 'cut-before':
      return plannedReply(fault);
    case 'fail-by-webhook': {
      const code = fault.code ?? 131000;
      return replyOf(acceptSend(world, line, send, endpoint, { code, details: 'Planned by the simulator.' }));
    }
    case 'timeout-after-accept':
    case 'cut-after': {
      const outcome = acceptSend(world, line, send, endpoint);
      if (outcome.kind === 'rejected') return replyOf(outcome);
      const how = fault.mode === 'cut-after' ? 'cut' : 'hang';
      return { outcome: { kind: 'fault', mode: fault.mode, wamid: outcome.wamid }, send: { kind: how } };
    }
  }
}
