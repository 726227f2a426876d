import type { SubscriptionRecord } from '@ambit/core/subscription/subscription';
import type { CustomerRecord } from '@ambit/core/customer/customer';
import { customerColumns, CustomerRow } from '../customers.ts';
import type { Queryable } from '../database.ts';
import { subscriptionsOf } from '../subscriptions.ts';

/** What people see of a customer: all that the business keeps, and what they are subscribed to. */
export type ShownCustomer = Omit<CustomerRecord, 'phone'> & {
  readonly subscriptions: Omit<SubscriptionRecord, 'contactPhone' | 'fields'>[];
};

/** What the business's tables have of somebody who writes; undefined when they have nothing. */
export async function readCustomer(
  client: Queryable,
  contactId: string,
  phone: string | undefined,
): Promise<ShownCustomer | undefined> {
  const digits = phone?.replaceAll(/\D/g, '') ?? '';
  const found = await client.query({
    text: `select ${customerColumns} from customers
            where contact_id = $1 or (contact_id is null and phone = $2)
            order by phone = $2 desc, changed_at desc limit 1`,
    values: [contactId, digits],
  });
  const [row] = found.rows;
  const own = await subscriptionsOf(client, { contactId, phone: digits }, false);
  if (row === undefined && own.length === 0) return undefined;
  const { phone: _, ...customer } = row === undefined ? nobody : CustomerRow.parse(row);
  return {
    ...customer,
    subscriptions: own.map(({ record: { contactPhone: __, fields: ___, ...subscription } }) => subscription),
  };
}

const nobody: CustomerRecord = { phone: '', tags: [], fields: {} };
