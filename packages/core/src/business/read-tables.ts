import { readAppointments } from '../appointment/read-appointments.ts';
import { appointmentFiles, readResources } from '../appointment/read-resources.ts';
import { catalogueFiles, readCatalogue } from '../catalogue/read-catalogue.ts';
import { customersFile, readCustomers } from '../customer/read-customers.ts';
import { linkHosts } from '../order/link-hosts.ts';
import { orderFiles, readOrders } from '../order/read-orders.ts';
import { readSubscriptions, subscriptionsFile } from '../subscription/read-subscriptions.ts';
import type { Business } from './business.ts';
import type { FileProblem } from './file-problem.ts';
import { tableFilesOf } from './table-files.ts';
import type { BusinessTables } from './tables.ts';

/** The table files a business may have. */
export const tableFiles = [
  ...orderFiles,
  ...catalogueFiles,
  ...appointmentFiles,
  customersFile,
  subscriptionsFile,
] as const;

/** What its tables take over from a business: the country of phone numbers without a country code, and so on. */
type TableDefaults = Pick<
  Business,
  | 'defaultCountry'
  | 'hours'
  | 'currency'
  | 'languages'
  | 'escalation'
  | 'orders'
  | 'customers'
  | 'subscriptions'
>;

/**
 * Reads the tables of a business. A file that is not there is an empty table.
 * `business`: undefined when its own file cannot be read; the tables are then only looked through for problems.
 */
export function readTables(
  texts: ReadonlyMap<string, string>,
  business: TableDefaults | undefined,
): { readonly tables: BusinessTables; readonly problems: readonly FileProblem[] } {
  const files = tableFilesOf(texts);
  const problems: FileProblem[] = [];
  const defaultCountry = business?.defaultCountry;
  const orders = readOrders(files, defaultCountry, problems);
  const catalogue = readCatalogue(
    files,
    {
      currency: business?.currency ?? 'USD',
      language: business?.languages[0] ?? 'en',
      linkHosts: business === undefined ? undefined : linkHosts(business),
    },
    problems,
  );
  const resources = readResources(files, business?.hours, problems);
  const appointments = readAppointments(files, resources, defaultCountry, problems);
  const customers = readCustomers(
    files,
    { defaultCountry, fields: business?.customers?.fields ?? {} },
    problems,
  );
  const subscriptions = readSubscriptions(
    files,
    { defaultCountry, fields: business?.subscriptions?.fields ?? {} },
    problems,
  );
  return { tables: { orders, catalogue, resources, appointments, customers, subscriptions }, problems };
}
