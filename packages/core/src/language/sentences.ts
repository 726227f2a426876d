import type { Unreadable } from '../conversation/settle-inputs.ts';
import type { Order } from '../tool/order-tools.ts';

/**
 * Every fixed sentence a customer can get from the agent, in one language; reviewed wording that no
 * model changes. A missing sentence is a type error. Buttons have at most 20 characters.
 */
export type Sentences = {
  readonly greeting: {
    /** Small talk: who the agent is and what it can do. `tasks`: "a, b or c". */
    readonly first: (business: string, tasks: string) => string;
    /** The same for somebody whose name the business keeps. */
    readonly known: (business: string, tasks: string, name: string) => string;
    readonly again: string;
    /** The truthful answer to "are you a bot?". Source: WA-AI-002. */
    readonly isBot: (business: string) => string;
  };
  readonly person: {
    /** What to write to get a person, as the disclosure names it. */
    readonly word: string;
    readonly button: string;
    readonly passing: string;
    /** `when`: "tomorrow at 09:00"; `zone`: "Dublin time". */
    readonly away: (when: string, zone: string) => string;
    readonly awayUnknown: string;
    readonly meanwhile: (path: string) => string;
    readonly zone: (city: string) => string;
  };
  /** The notice of WA-AI-001. Source: EU AI Act, article 50(1). */
  readonly disclosure: (business: string) => string;
  readonly scope: {
    /** `other`: another way than this agent, as a clause. */
    readonly refusal: (business: string, tasks: string, other: string) => string;
    readonly andMore: (tasks: string) => string;
    readonly personHere: string;
    readonly personOr: (path: string) => string;
    /** After the part of a message that is the business's. */
    readonly restDeclined: string;
  };
  /** Other ways to reach the business, each as the end of "you can …". */
  readonly paths: {
    readonly inChat: string;
    readonly phone: (number: string) => string;
    readonly email: (address: string) => string;
    readonly web: (url: string) => string;
    readonly inStore: (address: string) => string;
    readonly faq: (url: string) => string;
    readonly form: (url: string) => string;
    readonly channel: (name: string, at: string) => string;
  };
  readonly clarify: {
    readonly which: string;
    readonly otherWords: string;
    readonly whatAbout: string;
    readonly questionClosed: string;
    readonly notUnderstood: string;
    readonly insteadYouCan: (path: string) => string;
  };
  readonly unreadable: {
    readonly names: Readonly<Record<Unreadable, string>>;
    readonly cannotOpen: (what: string) => string;
    readonly goByText: (what: string) => string;
    /** For a picture as the question: what does it show? */
    readonly nameInstead: (what: string) => string;
    readonly writeInstead: (what: string) => string;
  };
  readonly time: {
    readonly today: (clock: string) => string;
    readonly tomorrow: (clock: string) => string;
    readonly on: (day: string, clock: string) => string;
    readonly todayDate: (date: string) => string;
    readonly tomorrowDate: (date: string) => string;
  };
  readonly emergency: {
    /** `numbers`: "112 or 999"; `phone`: the business's own. Never advice, never a promise that help comes. */
    readonly danger: (numbers: string | undefined, phone: string | undefined) => string;
    readonly selfHarm: (
      crisis: string | undefined,
      numbers: string | undefined,
      phone: string | undefined,
    ) => string;
  };
  readonly complaint: string;
  /** A request about one's own data, before the hand-off: who answers it, and that nothing has been done yet. */
  readonly privacy: string;
  /** To a card number, a password or a login code: not to send such things here. Source: WA-DATA-002. */
  readonly keepSecret: string;
  readonly boundary: (business: string) => string;
  /** The one confirmation that promotions have stopped. Source: WA-OPT-002. */
  readonly stopped: (business: string) => string;
  /** In the customer's own language: `spoken` are the names of those that the agent speaks. */
  readonly otherLanguage: (spoken: string) => string;
  readonly order: {
    readonly askNumber: string;
    readonly askProof: (order: string) => string;
    readonly askCancel: (order: string) => string;
    readonly wouldCancel: (order: string, items: string) => string;
    readonly yesCancel: string;
    readonly noKeep: string;
    readonly remindNumber: string;
    readonly remindProof: (order: string) => string;
    readonly remindCancel: (order: string) => string;
    readonly stays: (order: string) => string;
    readonly yoursStays: string;
    readonly cancelled: (order: string) => string;
    readonly cancelUncertain: (order: string) => string;
    /** Why an order in this state cannot be cancelled here, with the offer of a person. */
    readonly cannotCancel: Readonly<Record<Order['status'], (order: string) => string>>;
    readonly status: Readonly<Record<Exclude<Order['status'], 'shipped'>, (order: string) => string>> & {
      readonly shipped: (order: string, carrier: string | undefined) => string;
    };
    readonly expected: (date: string) => string;
    readonly late: (date: string) => string;
    readonly contents: (items: string) => string;
    readonly follow: (url: string) => string;
    readonly noMatch: string;
    readonly unavailable: string;
  };
  /** News of an appointment. `what`: "Check-up, Dr. Berg"; `when`, `until`: "tomorrow at 09:00". */
  readonly appointment: {
    readonly reminder: (what: string, when: string) => string;
    readonly moved: (what: string, when: string) => string;
    readonly cancelled: (what: string, when: string) => string;
    readonly offer: (what: string, when: string, until: string) => string;
  };
  readonly neverMind: string;
  readonly knowledge: {
    readonly ask: string;
    readonly noAnswer: string;
    readonly noAnswerOffer: string;
    readonly unavailable: string;
    /** Where an answer comes from. `place`: a file's name or a page's address. */
    readonly source: (title: string, place: string | undefined) => string;
  };
};
