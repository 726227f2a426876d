import type { World } from '../world.ts';
import { answered, chosen, type GraphCall, type GraphReply } from './call.ts';
import { healthOf } from './health.ts';

/** `GET /{waba}`. */
export function describeAccount(world: World, call: GraphCall): GraphReply {
  const { account } = world;
  return answered(
    chosen(
      {
        id: account.id,
        name: account.name,
        currency: account.currency,
        timezone_id: account.timezoneId,
        message_template_namespace: `ns_${account.id}`,
        account_review_status: 'APPROVED',
        business_verification_status: account.verified ? 'verified' : 'not_verified',
        status: account.standing.kind === 'good' ? 'ACTIVE' : account.standing.kind.toUpperCase(),
        country: 'US',
        ownership_type: 'SELF',
        owner_business_info: { id: account.businessId, name: account.name },
        primary_funding_id: account.paymentMethod ? '1234567890' : undefined,
        marketing_messages_onboarding_status: 'ONBOARDED',
        whatsapp_business_manager_messaging_limit: account.tier,
        health_status: healthOf(world),
      },
      call.query,
    ),
  );
}
