import { StoreLeadInput, type StoreLeadOutput } from '@ambit/core/lead/lead-tools';
import { routeTicket } from '@ambit/core/ticket/route-ticket';
import { insertLead } from '../db/leads.ts';
import type { Tool } from '../ports/tools.ts';
import { answeringOnce } from './answering.ts';
import type { OrderDesk } from './order-change-tools.ts';

/** The tools over the built-in table of leads. */
export function createLeadTools({ database, business }: OrderDesk): readonly Tool[] {
  return [
    {
      name: 'store-lead',
      // The key is stored with what was done under it, so the same call twice does it once.
      effects: 'repeatable',
      call: (input, key, _signal, asker) =>
        answeringOnce(database, { tool: 'store-lead', key, given: business }, async (client, published) => {
          const { callBack, ...lead } = StoreLeadInput.parse(input);
          const { team } = routeTicket(published, {
            reason: 'flow',
            ...(lead.task === undefined ? {} : { topic: lead.task }),
            ...(lead.language === undefined ? {} : { language: lead.language }),
            ...(lead.team === undefined ? {} : { queue: lead.team }),
          });
          const need = callBack === undefined || callBack === '' ? lead.need : `${lead.need}\n${callBack}`;
          await insertLead(client, { ...lead, need, contactId: asker.contactId, team });
          return { kind: 'stored', team } satisfies StoreLeadOutput;
        }),
    },
  ];
}
