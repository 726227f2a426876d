import { managementCallsPerHour } from '../limits/management-rate.ts';
import type { World } from '../world.ts';
import { refused, type GraphCall, type GraphReply } from './call.ts';
import { graphError } from './graph-error.ts';

/** Counts a management call; 80007 once the hour is used up. */
export function takeManagementCall(world: World): GraphReply | undefined {
  if (world.settings.limits === 'none') return undefined;
  if (world.limits.management.take(limitOf(world), world.clock.nowMs())) return undefined;
  return refused(graphError(80007, 'Too many management calls to this WhatsApp Business Account.'));
}

/** `X-App-Usage` and `X-Business-Use-Case-Usage` of management calls, in per cent of the hour. */
export function usageHeaders(world: World, call: GraphCall): Readonly<Record<string, string>> {
  if (call.edge === 'messages') return {};
  const nowMs = world.clock.nowMs();
  const percent = Math.min(100, Math.round((world.limits.management.used(nowMs) * 100) / limitOf(world)));
  const minutesLeft = 60 - Math.floor((nowMs % 3_600_000) / 60_000);
  return {
    'x-app-usage': JSON.stringify({ call_count: percent, total_cputime: 0, total_time: percent }),
    'x-business-use-case-usage': JSON.stringify({
      [world.account.id]: [
        {
          type: 'whatsapp_business_management',
          call_count: percent,
          total_cputime: 0,
          total_time: percent,
          estimated_time_to_regain_access: percent === 100 ? minutesLeft : 0,
        },
      ],
    }),
  };
}

function limitOf(world: World): number {
  return managementCallsPerHour([...world.lines.values()].some((line) => line.registered));
}
