import { graphError, type GraphError } from '../graph/graph-error.ts';
import type { Group } from '../groups/group-store.ts';
import { digitsOf, type Customer } from '../people/customer.ts';
import { marketOf, type Market } from '../pricing/market.ts';
import type { World } from '../world.ts';
import type { SendBody } from './schema/send-body.ts';

/** Whom a send is for. `waId` and `userId` are as the sender named them. */
export type Recipient = {
  readonly customer: Customer | undefined;
  readonly waId: string | undefined;
  readonly userId: string | undefined;
  readonly group: Group | undefined;
  readonly market: Market;
};
export type RecipientOutcome =
  | { kind: 'found'; recipient: Recipient }
  | { kind: 'rejected'; error: GraphError };

/** Finds the person by phone, BSUID or parent BSUID, or the group. `to` wins if both are given. */
export function findRecipient(world: World, phoneNumberId: string, send: SendBody): RecipientOutcome {
  if (send.recipient_type === 'group') return findGroup(world, phoneNumberId, send);
  if (send.to !== undefined) {
    const waId = digitsOf(send.to);
    if (!/^\d{6,15}$/.test(waId))
      return rejected(131009, 'Parameter to is not valid: it must be a phone number.');
    if (waId === world.lines.get(phoneNumberId)?.displayPhoneNumber) return rejected(131021);
    const customer = world.customers.byWaId(waId);
    return checked(send, {
      customer,
      waId,
      userId: undefined,
      group: undefined,
      market: marketOf({ waId }),
    });
  }
  const userId = send.recipient ?? '';
  const customer = world.customers.byUserId(userId);
  const market = marketOf({ waId: customer?.waId, userId });
  return checked(send, { customer, waId: undefined, userId, group: undefined, market });
}

/** Refuses a person whose identity has changed since the sender looked. */
function checked(send: SendBody, recipient: Recipient): RecipientOutcome {
  const hash = send.recipient_identity_key_hash;
  const { customer } = recipient;
  if (hash !== undefined && customer !== undefined && hash !== customer.identityHash)
    return rejected(137000, "The recipient's identity has changed; verify the person first.");
  return { kind: 'found', recipient };
}

function findGroup(world: World, phoneNumberId: string, send: SendBody): RecipientOutcome {
  const group = world.groups.find(send.to ?? '');
  if (group === undefined || group.phoneNumberId !== phoneNumberId)
    return rejected(131059, `There is no group ${send.to ?? ''} of this number.`);
  if (group.suspended) return rejected(131059, 'The group is suspended.');
  const first = [...group.participants][0];
  const customer = first === undefined ? undefined : world.customers.find(first);
  return {
    kind: 'found',
    recipient: {
      customer,
      waId: customer?.waId,
      userId: undefined,
      group,
      market: marketOf({ waId: customer?.waId, userId: customer?.userId }),
    },
  };
}

function rejected(code: number, details?: string): RecipientOutcome {
  return { kind: 'rejected', error: graphError(code, details) };
}
