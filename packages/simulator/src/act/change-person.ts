import type { AddOutcome } from '../people/customer-book.ts';
import { digitsOf, type Customer } from '../people/customer.ts';
import type { World } from '../world.ts';
import type { PersonChange } from './person-change.ts';
import { preferenceUpdate, systemUpdate } from './person-webhook.ts';

/** Does what a person changes, and tells the business what Meta would tell it. */
export function changePerson(world: World, customer: Customer, change: PersonChange): AddOutcome {
  const phoneNumberId =
    ('phoneNumberId' in change ? change.phoneNumberId : undefined) ?? world.options.phoneNumberId;
  const keep = (changed: Customer): AddOutcome => {
    const outcome = world.customers.replace(changed);
    if (outcome.kind === 'added') world.live.tell({ kind: 'customers' });
    return outcome;
  };
  switch (change.kind) {
    case 'block':
      return keep({ ...customer, blocked: [...new Set([...customer.blocked, phoneNumberId])] });
    case 'unblock':
      return keep({ ...customer, blocked: customer.blocked.filter((one) => one !== phoneNumberId) });
    case 'stop-marketing':
    case 'resume-marketing': {
      const marketing = change.kind === 'stop-marketing' ? 'stopped' : 'allowed';
      world.queue.enqueue([
        preferenceUpdate(world, customer, phoneNumberId, marketing === 'stopped' ? 'stop' : 'resume'),
      ]);
      return keep({ ...customer, marketing });
    }
    case 'change-number': {
      const outcome = keep({
        ...customer,
        waId: digitsOf(change.phone),
        userId: world.ids.userId(customer.userId.slice(0, 2)),
        identityHash: world.ids.identityHash(),
      });
      if (outcome.kind === 'added')
        world.queue.enqueue([
          systemUpdate(world, customer, outcome.customer, phoneNumberId, 'user_changed_number'),
        ]);
      return outcome;
    }
    case 'change-user-id': {
      const userId = change.userId ?? world.ids.userId(customer.userId.slice(0, 2));
      const outcome = keep({ ...customer, userId });
      if (outcome.kind === 'added')
        world.queue.enqueue([
          systemUpdate(world, customer, outcome.customer, phoneNumberId, 'user_changed_user_id'),
        ]);
      return outcome;
    }
    case 'change-identity': {
      const outcome = keep({ ...customer, identityHash: world.ids.identityHash() });
      const isTold = world.lines.get(phoneNumberId)?.identityCheck === true;
      if (outcome.kind === 'added' && isTold)
        world.queue.enqueue([
          systemUpdate(world, customer, outcome.customer, phoneNumberId, 'customer_identity_changed'),
        ]);
      return outcome;
    }
    case 'set-username':
      return keep({ ...customer, username: change.username });
    case 'set-name':
      return keep({ ...customer, name: change.name });
    case 'hide-phone':
      return keep({ ...customer, phoneHidden: true });
    case 'show-phone':
      return keep({ ...customer, phoneHidden: false });
    case 'join-experiment':
      return keep({ ...customer, inExperiment: true });
    case 'leave-experiment':
      return keep({ ...customer, inExperiment: false });
  }
}
