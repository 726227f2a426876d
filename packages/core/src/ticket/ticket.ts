import { z } from 'zod';

/**
 * Why people get a conversation. `emergency`, `complaint`, `privacy` (a request about their own data),
 * `asked`: what the customer wrote; `unanswered`: the agent
 * found nothing, or could not make out what is meant; `flow`: its task says so; `trouble`: something of ours or of the
 * business's own systems failed.
 */
export const TicketReason = z.enum([
  'emergency',
  'complaint',
  'privacy',
  'asked',
  'unanswered',
  'flow',
  'trouble',
]);
export type TicketReason = z.infer<typeof TicketReason>;

export const TicketPriority = z.enum(['urgent', 'high', 'normal', 'low']);
export type TicketPriority = z.infer<typeof TicketPriority>;

/**
 * A hand-off as people sort their work by it. `topic`: the task it is about, if it is about one. `team`: who gets it,
 * by id. `language`: what the customer writes.
 */
export const Ticket = z.object({
  topic: z.string().optional(),
  reason: TicketReason,
  priority: TicketPriority,
  team: z.string(),
  language: z.string().optional(),
});
export type Ticket = z.infer<typeof Ticket>;

const TeamId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case words joined by "-"');

/** People who answer for the same things. */
export const Team = z.object({ id: TeamId, name: z.string().min(2).max(80) });
export type Team = z.infer<typeof Team>;

/** Where a ticket goes that has one of each that is named; what is left out does not matter. */
export const RoutingRule = z
  .object({
    topics: z.array(z.string().min(1)).min(1).optional(),
    reasons: z.array(TicketReason).min(1).optional(),
    languages: z.array(z.string().min(2)).min(1).optional(),
    team: TeamId.optional(),
    priority: TicketPriority.optional(),
  })
  .refine(({ team, priority }) => team !== undefined || priority !== undefined, {
    message: 'a rule names a team, a priority or both',
  })
  .refine(
    ({ topics, reasons, languages }) =>
      topics !== undefined || reasons !== undefined || languages !== undefined,
    { message: 'a rule names topics, reasons or languages' },
  );
export type RoutingRule = z.infer<typeof RoutingRule>;
