import { z } from 'zod';
import type { Line } from '../account/line.ts';
import { messagesPerSecond } from '../limits/throughput.ts';
import type { World } from '../world.ts';
import { answered, chosen, succeeded, type GraphCall, type GraphReply } from './call.ts';
import { parsed } from './field.ts';
import { healthOf } from './health.ts';
import { withLine } from './line-of.ts';
import { paged } from './paging.ts';

/** `GET /{phone number id}`. */
export function describeNumber(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) => answered(chosen(numberOnWire(world, line), call.query)));
}

/** `GET /{waba}/phone_numbers`. */
export function listNumbers(world: World, call: GraphCall): GraphReply {
  const all = [...world.lines.values()].map((line) => chosen(numberOnWire(world, line), call.query));
  return answered(paged(all, call.query, `${world.address.url}${call.path}`));
}

/** `POST /{phone number id}`: a new PIN, display name or webhook. */
export function updateNumber(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  const Change = z.looseObject({
    pin: z.union([z.string(), z.number()]).transform(String).optional(),
    new_display_name: z.string().min(3).max(64).optional(),
  });
  return withLine(world, call, (line) =>
    parsed(Change, call.body, (change) => {
      line.pin = change.pin ?? line.pin;
      if (change.new_display_name !== undefined) {
        line.verifiedName = change.new_display_name;
        line.nameStatus = 'PENDING_REVIEW';
      }
      world.live.tell({ kind: 'account' });
      return succeeded();
    }),
  );
}

function numberOnWire(world: World, line: Line): Readonly<Record<string, unknown>> {
  return {
    id: line.phoneNumberId,
    display_phone_number: line.displayPhoneNumber,
    verified_name: line.verifiedName,
    quality_rating: line.quality,
    code_verification_status: 'VERIFIED',
    name_status: line.nameStatus,
    status: statusOf(world, line),
    account_mode: 'LIVE',
    platform_type: 'CLOUD_API',
    is_official_business_account: false,
    is_pin_enabled: line.pin !== undefined,
    throughput: {
      level: line.throughput === 'COEXISTENCE' ? 'STANDARD' : line.throughput,
      messages_per_second: messagesPerSecond[line.throughput],
    },
    whatsapp_business_manager_messaging_limit: world.account.tier,
    messaging_limit_tier: world.account.tier,
    ...(line.username === undefined ? {} : { username: line.username }),
    health_status: healthOf(world, line),
  };
}

function statusOf(world: World, line: Line): string {
  if (!line.registered) return 'DISCONNECTED';
  if (world.account.standing.kind === 'banned') return 'BANNED';
  if (world.account.standing.kind !== 'good') return 'RESTRICTED';
  return line.quality === 'RED' ? 'FLAGGED' : 'CONNECTED';
}
