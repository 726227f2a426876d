import type { Line } from '../account/line.ts';
import type { World } from '../world.ts';

type CanSend = 'AVAILABLE' | 'LIMITED' | 'BLOCKED';
type Entity = {
  readonly entity_type: string;
  readonly id: string;
  readonly can_send_message: CanSend;
  readonly errors?: readonly Readonly<Record<string, unknown>>[];
};

/** The `health_status` of a number or, without one, of the account: everything that must work to send. */
export function healthOf(
  world: World,
  line?: Line,
): { can_send_message: CanSend; entities: readonly Entity[] } {
  const entities = [
    ...(line === undefined ? [] : [numberEntity(line)]),
    accountEntity(world),
    entity('BUSINESS', world.account.businessId, world.account.verified ? 'AVAILABLE' : 'LIMITED'),
    entity('APP', world.account.appId, 'AVAILABLE'),
  ];
  const all = entities.map((one) => one.can_send_message);
  return {
    can_send_message: all.includes('BLOCKED') ? 'BLOCKED' : all.includes('LIMITED') ? 'LIMITED' : 'AVAILABLE',
    entities,
  };
}

function numberEntity(line: Line): Entity {
  if (!line.registered)
    return entity(
      'PHONE_NUMBER',
      line.phoneNumberId,
      'BLOCKED',
      133010,
      'The number is not registered.',
      'Register it.',
    );
  if (line.nameStatus !== 'APPROVED')
    return entity(
      'PHONE_NUMBER',
      line.phoneNumberId,
      line.nameStatus === 'DECLINED' ? 'BLOCKED' : 'LIMITED',
      131037,
      'The display name is not approved.',
      'Request another display name.',
    );
  return entity('PHONE_NUMBER', line.phoneNumberId, line.quality === 'RED' ? 'LIMITED' : 'AVAILABLE');
}

function accountEntity(world: World): Entity {
  const { account } = world;
  switch (account.standing.kind) {
    case 'banned':
    case 'locked':
      return entity(
        'WABA',
        account.id,
        'BLOCKED',
        131031,
        'The account is locked.',
        'Appeal in Business Support Home.',
      );
    case 'restricted':
      return entity('WABA', account.id, 'LIMITED', 368, 'The account is restricted.', 'Wait until it ends.');
    case 'good':
      return account.paymentMethod
        ? entity('WABA', account.id, 'AVAILABLE')
        : entity(
            'WABA',
            account.id,
            'LIMITED',
            141006,
            'There is no payment method.',
            'Add a payment method.',
          );
  }
}

function entity(
  entity_type: string,
  id: string,
  can_send_message: CanSend,
  code?: number,
  description?: string,
  solution?: string,
): Entity {
  return {
    entity_type,
    id,
    can_send_message,
    ...(code === undefined
      ? {}
      : { errors: [{ error_code: code, error_description: description, possible_solution: solution }] }),
  };
}
