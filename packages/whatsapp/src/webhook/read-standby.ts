import { z } from 'zod';
import { present } from './present.ts';
import { readLists } from './read-lists.ts';
import { reader } from './reader.ts';
import type { UnknownParts } from './unknown-part.ts';
import type { NumberKey, Standby, StandbyEcho } from './webhook-update.ts';
import { isRecord } from './wire-value.ts';

const wireEcho = reader((f) =>
  z.object({ id: f.id, timestamp: f.maybe(f.seconds), message: f.maybe(z.unknown()) }),
);

/**
 * What a value of the field `standby` tells of a conversation that Meta's Business Agent holds. Its lists lie in
 * `value.standby`; the number and, in some payloads, the contacts lie beside it. Undefined if neither is there.
 */
export function readStandby(
  number: NumberKey,
  value: Readonly<Record<string, unknown>>,
  unknown: UnknownParts,
): Standby | undefined {
  const inner = isRecord(value['standby']) ? value['standby'] : value;
  const { message_echoes: echoes, ...lists } = { ...context(value), ...inner };
  const { updates } = readLists(number, 'messages', lists, unknown);
  const standby: Standby = {
    messages: updates.filter((one) => one.kind === 'message'),
    statuses: updates.filter((one) => one.kind === 'status'),
    echoes: Array.isArray(echoes) ? echoes.flatMap((raw: unknown) => readEcho(raw, unknown)) : [],
  };
  if (inner !== value || updates.length > 0 || standby.echoes.length > 0) return standby;
  unknown.add('malformed', 'standby');
  return undefined;
}

function context(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return present({ metadata: value['metadata'], contacts: value['contacts'] });
}

function readEcho(raw: unknown, unknown: UnknownParts): readonly StandbyEcho[] {
  const wire = wireEcho(raw);
  if (wire === undefined) {
    unknown.add('malformed', 'standby.message_echoes');
    return [];
  }
  const { id, timestamp, message } = wire;
  return [{ id, ...(timestamp === undefined ? {} : { timestampS: Number(timestamp) }), message, raw }];
}
