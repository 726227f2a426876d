import { z } from 'zod';
import { IcsSetting } from '../appointment/calendar-entry.ts';
import { ReminderSettings } from '../appointment/reminder-settings.ts';
import { ResourceCalendar } from '../appointment/resource-calendar.ts';
import { CustomerSettings } from '../customer/customer.ts';
import { Flow } from '../flow/flow.ts';
import { Host, OrderSettings } from '../order/order-settings.ts';
import { Models } from '../model/models.ts';
import { Website } from '../knowledge/website.ts';
import { SubscriptionSettings } from '../subscription/subscription-settings.ts';
import { BusinessTemplate } from '../template/business-template.ts';
import { RoutingRule, Team } from '../ticket/ticket.ts';
import { ToolFile } from '../tool/declared-tool.ts';

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of day such as "09:30"');
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as "2026-12-25"');
const Shift = z.object({ from: Clock, to: Clock });
export type Shift = z.infer<typeof Shift>;

/** When people are there. Split shifts are several entries a day; a missing day is closed. */
export const OpeningHours = z.object({
  timeZone: z.string().min(1),
  week: z.object({
    monday: z.array(Shift).default([]),
    tuesday: z.array(Shift).default([]),
    wednesday: z.array(Shift).default([]),
    thursday: z.array(Shift).default([]),
    friday: z.array(Shift).default([]),
    saturday: z.array(Shift).default([]),
    sunday: z.array(Shift).default([]),
  }),
  /** Closed, or open at other times, on one day. */
  holidays: z
    .array(z.object({ date: Day, name: z.string().min(1), shifts: z.array(Shift).default([]) }))
    .default([]),
});
export type OpeningHours = z.infer<typeof OpeningHours>;

/** A way to a person that works now. Source: WhatsApp Business Messaging Policy, "escalation paths". */
export const EscalationPath = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('in-chat-person') }),
  z.object({ kind: z.literal('phone'), number: z.string().min(3) }),
  z.object({ kind: z.literal('email'), address: z.email() }),
  z.object({ kind: z.literal('web'), url: z.url() }),
  z.object({ kind: z.literal('in-store'), address: z.string().min(3) }),
]);
export type EscalationPath = z.infer<typeof EscalationPath>;

/**
 * One thing the agent may do. `does` names the built-in behaviour that carries it out, "hand-off" gives
 * it to people. `title` completes "I can help with …"; `titles` and `buttons` say title and button in
 * the other languages of the business. `examples` are messages a customer would write, by language,
 * `negatives` what sounds like one and is not the agent's business; `words` are terms that point to
 * this task alone. `pack`: the task pack it was filled from; a published task needs it no more.
 */
export const Task = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case words joined by "-"'),
  does: z.enum(['order-status', 'cancel-order', 'answer-from-knowledge', 'hand-off', 'flow']),
  pack: z.string().min(1).optional(),
  /** With `does: flow`, which one; the flow with the task's own id when it is left out, or its pack's. */
  flow: z.string().min(1).optional(),
  /** What the pack's flow leaves to the business, such as delivery zones or the name of a team. */
  with: z.record(z.string(), z.json()).optional(),
  title: z.string().min(2),
  button: z.string().min(1).max(20),
  titles: z.record(z.string(), z.string().min(2)).default({}),
  buttons: z.record(z.string(), z.string().min(1).max(20)).default({}),
  examples: z.record(z.string(), z.array(z.string().min(2)).min(3)),
  negatives: z.record(z.string(), z.array(z.string().min(2))).default({}),
  words: z.record(z.string(), z.array(z.string().min(2))).default({}),
});
export type Task = z.infer<typeof Task>;

/** What the agent points to where it cannot help by itself, beside a person. */
export const Fallback = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person') }),
  z.object({ kind: z.literal('faq'), url: z.url() }),
  z.object({ kind: z.literal('form'), url: z.url() }),
  /** Another channel, such as Telegram: its name, and where it is. */
  z.object({ kind: z.literal('channel'), name: z.string().min(2), at: z.string().min(3) }),
]);
export type Fallback = z.infer<typeof Fallback>;

/** Whom to call in an emergency, and to talk to in a crisis, as the customer dials it. */
const EmergencyNumbers = z.object({
  emergency: z.string().min(2).max(40),
  crisis: z.string().min(2).max(40).optional(),
});

/**
 * A piece of the business's knowledge with an id of its own: one question and its answer. `source`: the file,
 * page or suggestion it comes from. `questions`: other ways to ask for it; `language`: the tag of the only
 * language it is for; `url`: the page it stands on.
 */
export const KnowledgePassage = z.object({
  passageId: z.string(),
  source: z.string(),
  title: z.string(),
  body: z.string(),
  questions: z.array(z.string().min(2)).optional(),
  language: z.string().optional(),
  url: z.url().optional(),
});
export type KnowledgePassage = z.infer<typeof KnowledgePassage>;

/**
 * The published version of a business: what it is, when its people are there, and the closed list
 * of things its agent may do. Stored in the database; what counts at run time.
 */
export const Business = z.object({
  schema: z.literal(1),
  name: z.string().min(2),
  purpose: z.string().min(20).max(600),
  vertical: z.string().min(2),
  defaultCountry: z.string().length(2),
  languages: z.array(z.string()).min(1),
  currency: z.string().length(3),
  hours: OpeningHours,
  escalation: z.array(EscalationPath).min(1),
  /** By country ("US"): instead of the numbers that Ambit ships. */
  emergencyNumbers: z.record(z.string().length(2), EmergencyNumbers).default({}),
  /** For each class of message the agent does not answer: none of its business, unclear, without an answer. */
  fallbacks: z
    .object({
      offTopic: Fallback.optional(),
      unclear: Fallback.optional(),
      unanswered: Fallback.optional(),
    })
    .default({}),
  agent: z.object({
    name: z.string().min(1),
    tasks: z.array(Task).min(1).max(25),
    /** How long before the window closes an unanswered hand-off raises an alarm, in minutes. */
    alarmBeforeWindowClosesMinutes: z.number().int().positive().default(120),
    /** Wrong order details tolerated in 24 h before a person takes over. */
    guessesPerDay: z.number().int().positive().default(5),
    /** Who settles what an unclear message is about: the customer, or a model before them. */
    greyZone: z.enum(['ask-customer', 'ask-model']).default('ask-customer'),
    /** Whether a model may phrase what the knowledge answers; the extract is said if its text fails the checks. */
    knowledgeAnswers: z.enum(['extract', 'phrased']).default('extract'),
  }),
  /** Who takes hand-offs, the first where no rule says otherwise; without any, a team called "support". */
  teams: z.array(Team).max(50).default([]),
  /** Which team gets what, and how urgent it is: the first rule that fits. */
  routing: z.array(RoutingRule).max(200).default([]),
  /** Where links and files in messages may lead, beside the business's own web pages. */
  linkHosts: z.array(Host).max(50).default([]),
  /** How orders are delivered, paid, tracked and taken back; a business without it does none of that by itself. */
  orders: OrderSettings.optional(),
  /** What is kept of customers beside the usual. */
  customers: CustomerSettings.optional(),
  /** What customers may do with the plans they are subscribed to; a business without it leaves all of it to people. */
  subscriptions: SubscriptionSettings.optional(),
  /** Calendars of what can be booked. */
  calendars: z.array(ResourceCalendar).default([]),
  /** `ics`: how customers get an appointment for their own calendars. */
  appointments: z
    .strictObject({ ics: IcsSetting.default('link'), reminders: ReminderSettings.optional() })
    .optional(),
  knowledge: z.array(KnowledgePassage).default([]),
  /** Pages of the web that the agent answers from as well. */
  websites: z.array(Website).max(10).optional(),
  tools: z.array(ToolFile).default([]),
  /** What may go to customers outside the service window. */
  templates: z.array(BusinessTemplate).max(250).default([]),
  /** Without them no model takes part in any conversation. */
  models: Models.optional(),
  /** Every version that a conversation may still be in; the newest of each counts for new ones. */
  flows: z.array(Flow).default([]),
});
export type Business = z.infer<typeof Business>;
