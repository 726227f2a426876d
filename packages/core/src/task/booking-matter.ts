import { readCalled, type CalledNames } from '../appointment/named-choices.ts';
import { readRequestWords } from '../appointment/plain-request.ts';
import {
  asksForOwn,
  asksForReference,
  changesPeople,
  intentIn,
  saysInstead,
} from '../appointment/request-words.ts';
import type { Business, Task } from '../business/business.ts';
import type { Moment } from '../conversation/turn-state.ts';
import { goesOn } from '../knowledge/goes-on.ts';
import { dayMs, hourMs } from '../schedule/instant.ts';
import type { Verdict } from '../scope/verdict.ts';
import { peopleSlot } from '../slot/people-slot.ts';
import { readWhen } from '../slot/when/read-when.ts';
import { bookingTask } from './booking-task.ts';
import { isAboutOrders } from './order-matter.ts';
import { findOrderNumber } from './order-number.ts';
import { newestFlow, topFlow } from './open-flows.ts';

/** "It" means what was booked last for so long; "my booking" for longer. */
const justMs = 2 * hourMs;
const rememberedMs = 14 * dayMs;
/** More words are about more than a booking that is there. */
const mostWords = 10;
const mostHan = 20;

/**
 * The booking task, for what the scope guard did not see as its own and is: a request of nothing but a booking's own
 * words, whatever days and names are in it; what is booked, asked for in so many words; and a change of what was
 * booked here just now ("actually Thursday", "one more person"). Undefined where the verdict shall stand.
 */
export function bookingMatter(moment: Moment, text: string, verdict: Verdict): Task | undefined {
  const task = bookingTask(moment.business);
  if (task === undefined || verdict.zone === 'person') return undefined;
  const seen = verdict.zone === 'accept' && verdict.task === task.id;
  if (seen) return undefined;
  if (asksForOwn(text) && isShort(text)) return task;
  if (isAnotherTime(moment, task, text)) return task;
  if (verdict.zone !== 'mixed' && isAboutBooked(moment, text, verdict)) return task;
  const { hours, defaultCountry: country } = moment.business;
  const context = { at: moment.at, timeZone: hours.timeZone, country, currency: '' };
  const called = calledIn(moment.business, task);
  const cut = cutFrom(text, verdict);
  if (cut !== undefined && verdict.task === task.id && readRequestWords(cut, context, called).only)
    return task;
  const words = readRequestWords(text, context, called);
  if (!words.names) return undefined;
  // Where the guard was in doubt, what is to be booked is enough, unless it goes on from a question ("and braces?");
  // against its word, a day as well.
  const byItself = goesOn(text, moment.turn.language).kind === 'by-itself';
  if (words.only && (words.when || (verdict.zone === 'clarify' && byItself))) return task;
  if (!words.when) return undefined;
  const likely = [verdict.task, ...verdict.runnersUp.map((each) => each.task)].slice(0, 2).includes(task.id);
  return verdict.zone === 'clarify' && likely && intentIn(text) === undefined ? task : undefined;
}

/** Whether a text moves what is being booked: "改到后天可以吗" to a list of times. Of an order it is another matter. */
function isAnotherTime({ conversation, business, at }: Moment, task: Task, text: string): boolean {
  const open = topFlow(conversation);
  if (open?.task !== task.id || open.state.position.kind !== 'asking' || !isShort(text)) return false;
  if (orders.test(text) || findOrderNumber(text) !== undefined) return false;
  const context = { at, timeZone: business.hours.timeZone, country: business.defaultCountry };
  const when = readWhen(text, context);
  return when !== undefined && (intentIn(text) === 'move' || saysInstead(text) || when.shift !== undefined);
}

const orders =
  /order|deliver|parcel|pedido|entrega|envío|encomenda|commande|livraison|colis|pesanan|orderan|antar|kirim|ऑर्डर|डिलीवरी|طلب|توصيل|订单|外卖|送/iu;

/** What the guard left out of a text: a name or a person to come to is a booking's own all the same. */
function cutFrom(text: string, { zone, part }: Verdict): string | undefined {
  if (zone !== 'mixed' || part === undefined || !text.includes(part)) return undefined;
  return text.replace(part, ' ');
}

/** Whether a text changes or asks for what was booked in this conversation. */
function isAboutBooked(moment: Moment, text: string, verdict: Verdict): boolean {
  const { conversation, business, at } = moment;
  const { booked, placedOrder } = conversation;
  if (booked === undefined || at - booked.at > rememberedMs || !isShort(text)) return false;
  if (verdict.zone === 'accept' && !maySeeOtherwise(text) && !meansNoOrder(moment, text, verdict))
    return false;
  // An order that was placed since is what "it" means.
  if (findOrderNumber(text) !== undefined || (placedOrder?.at ?? 0) > booked.at) return false;
  const intent = intentIn(text);
  if (intent !== undefined || asksForReference(text)) return true;
  if (at - booked.at > justMs) return false;
  const context = { at, timeZone: business.hours.timeZone, country: business.defaultCountry };
  const people = peopleSlot.read(text, '', { ...context, currency: '' });
  const other = people.kind === 'filled' && people.whole && !/^\p{N}+$/u.test(text.trim());
  const when = readWhen(text, context);
  // "The next one" alone may be of anything that was shown.
  const moved = when?.shift !== undefined && when.shift.next === undefined;
  const anew = moved || (when !== undefined && saysInstead(text));
  return changesPeople(text) || other || anew;
}

/** What another task was accepted for all the same: only where the words are those of a booking. */
function maySeeOtherwise(text: string): boolean {
  return asksForReference(text) || changesPeople(text);
}

/**
 * Whether a change that sounds like one of an order ("改成周五") can be none: nothing was ordered or shown since the
 * booking just made, and no order is named.
 */
function meansNoOrder({ conversation, business, at }: Moment, text: string, verdict: Verdict): boolean {
  const { booked, recentOrder, placedOrder } = conversation;
  const task = business.agent.tasks.find(({ id }) => id === verdict.task);
  if (booked === undefined || at - booked.at > justMs || task === undefined) return false;
  const since = Math.max(recentOrder?.at ?? 0, placedOrder?.at ?? 0);
  return since <= booked.at && isAboutOrders(business, task) && !orders.test(text);
}

function isShort(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return text.trim().split(/\s+/u).length <= mostWords && han <= mostHan;
}

/** What customers call what can be booked, in every language of the business. */
function calledIn(business: Business, task: Task): CalledNames {
  const before = known.get(task);
  if (before !== undefined) return before;
  const ready = newestFlow(business, task.flow ?? task.id);
  const lines = [...business.languages].map((language) => ready?.settings(language)['called']);
  const called = merged(lines.flatMap((each) => (typeof each === 'string' ? [readCalled(each)] : [])));
  known.set(task, called);
  return called;
}

function merged(all: readonly CalledNames[]): CalledNames {
  const names = new Map<string, { readonly title: string; readonly words: readonly string[] }>();
  for (const called of all) {
    for (const [name, { title, words }] of called) {
      const before = names.get(name);
      names.set(name, { title: before?.title ?? title, words: [...(before?.words ?? []), ...words] });
    }
  }
  return names;
}

/** Reading the names takes longer than a turn; a task is never changed, only replaced with its business. */
const known = new WeakMap<Task, CalledNames>();
