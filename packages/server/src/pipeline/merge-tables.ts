import { appointmentsFile } from '@ambit/core/appointment/read-resources';
import type { FileProblem } from '@ambit/core/business/file-problem';
import type { ImportRows, ImportTable } from '@ambit/core/business/read-import';
import { catalogueCsv } from '@ambit/core/catalogue/read-catalogue-csv';
import { withCatalogueExamples } from '@ambit/core/catalogue/catalogue-examples';
import type { Business } from '@ambit/core/business/business';
import { mergeAppointments, type UnfitLine } from '../db/import/import-appointments.ts';
import { mergeCatalogue, type ClashingProduct } from '../db/import/import-catalogue.ts';
import { readCatalogue } from '../db/catalogue.ts';
import type { Queryable } from '../db/database.ts';
import { mergeCustomers } from '../db/import/import-customers.ts';
import { mergeOrders } from '../db/import/import-orders.ts';
import { mergeResources } from '../db/import/import-resources.ts';
import { mergeSubscriptions } from '../db/import/import-subscriptions.ts';
import type { ImportOptions, TableChanges } from '../db/import/table-changes.ts';
import type { Clock } from '../ports/clock.ts';
import type { AppointmentTeller } from './tell-appointments.ts';
import type { PaymentTeller } from './tell-payments.ts';

/** Who tells customers what a file changed for them. */
export type MergeNeeds = {
  readonly clock: Clock;
  readonly appointments: Pick<AppointmentTeller, 'tellChange'>;
  readonly payments: PaymentTeller;
};

/** What became of one table. `problems`: lines that cannot be, which changed nothing. */
export type MergedTable = {
  readonly table: ImportTable;
  readonly changes: TableChanges;
  readonly problems: readonly FileProblem[];
};

/** Reads rows into a table that is in use, and tells the customers whom that concerns, in one transaction. */
export async function mergeTable(
  client: Queryable,
  rows: ImportRows,
  options: ImportOptions,
  { clock, appointments, payments }: MergeNeeds,
): Promise<MergedTable> {
  const { table } = rows;
  const now = clock.now();
  switch (rows.table) {
    case 'orders': {
      const { payments: paid, ...changes } = await mergeOrders(client, rows, options);
      for (const { orderNumber, to } of paid) await payments.tellPayment(client, orderNumber, to);
      return { table, changes, problems: [] };
    }
    case 'catalogue': {
      const { clashing, ...changes } = await mergeCatalogue(client, rows, options);
      return { table, changes, problems: clashing.map((each) => clashOf(each, rows)) };
    }
    case 'resources':
      return { table, changes: await mergeResources(client, rows.rows, options, now), problems: [] };
    case 'customers':
      return { table, changes: await mergeCustomers(client, rows, options), problems: [] };
    case 'subscriptions':
      return { table, changes: await mergeSubscriptions(client, rows, options), problems: [] };
    case 'appointments': {
      const { told, unfit, ...changes } = await mergeAppointments(client, { ...rows, now }, options);
      for (const { about, appointment, resource } of told)
        await appointments.tellChange(client, about, appointment, resource);
      return { table, changes, problems: unfit.map(problemOf) };
    }
  }
}

function clashOf(
  { sku, retailerId, other }: ClashingProduct,
  { rows, places }: Extract<ImportRows, { table: 'catalogue' }>,
): FileProblem {
  const { file, line, retailerIdField } = places[
    rows.findIndex((row) => row.sku.toUpperCase() === sku.toUpperCase())
  ] ?? { file: catalogueCsv, line: 1, retailerIdField: 'retailer_id' };
  return {
    file,
    line,
    field: retailerIdField,
    message: `"${retailerId}" is the id of the product "${other}" already`,
    fix: `give "${sku}" another id at Meta, or give "${other}" its own in the same file`,
  };
}

function problemOf({ kind, line, resource }: UnfitLine): FileProblem {
  const at = { file: appointmentsFile, line };
  switch (kind) {
    case 'taken':
      return {
        ...at,
        field: 'starts_at',
        message: `${resource} is booked then already`,
        fix: 'choose another time; a booking that customers made in the chat stays',
      };
    case 'retired':
      return {
        ...at,
        field: 'resource',
        message: `${resource} is not booked any more: the file of resources no longer has it`,
        fix: 'name another resource, or import the resources with this one first',
      };
  }
}

/** The business with what its catalogue holds now among the examples of the tasks that search it. */
export async function knowingCatalogue(client: Queryable, business: Business): Promise<Business> {
  const catalogue = await readCatalogue(client);
  const tasks = [...withCatalogueExamples(business.agent.tasks, business.flows, catalogue)];
  return { ...business, agent: { ...business.agent, tasks } };
}
