import type { Business, Task } from '../business/business.ts';
import { readBudget } from '../catalogue/read-budget.ts';
import { searchWords } from '../catalogue/words/terms.ts';
import type { Moment } from '../conversation/turn-state.ts';
import { findTask } from '../scope/task-button.ts';
import type { Verdict } from '../scope/verdict.ts';
import { checkoutSlot } from '../slot/checkout-slot.ts';
import { plainWords } from '../slot/plain-words.ts';
import { newestFlow } from './open-flows.ts';

/** Whether a task's flow calls a tool of this name. */
export function usesTool(business: Business, { does, id, flow = id }: Task, tool: string): boolean {
  if (does !== 'flow') return false;
  const nodes = newestFlow(business, flow)?.nodes.values() ?? [];
  return [...nodes].some((node) => node.kind === 'tool' && node.tool === tool);
}

/**
 * The task that finds products, for a text that nobody could place where that task was likely: it names a kind of
 * thing, and a budget or that somebody looks for one. Showing products changes nothing.
 */
export function looksForProduct(
  { business, turn }: Moment,
  text: string,
  verdict: Verdict,
): Task | undefined {
  const likely = [verdict.task, ...verdict.runnersUp.map(({ task }) => task)].slice(0, 3);
  const guide = likely
    .flatMap((id) => (id === undefined ? [] : (findTask(business, id) ?? [])))
    .find((task) => usesTool(business, task, 'find-products'));
  if (guide === undefined || !searchWords(text).some(({ noun }) => noun)) return undefined;
  return saysBudget(business, text, turn.language) || looks.test(` ${plainWords(text)} `) ? guide : undefined;
}

/**
 * Whether what the scope guard did not place of a text goes with what it did: a budget with the thing looked for, how
 * to get and pay it with the things ordered.
 */
export function restBelongs(
  { business, turn }: Moment,
  task: Task,
  text: string,
  part: string | undefined,
): boolean {
  if (part === undefined || !text.includes(part)) return false;
  const rest = text.replace(part, ' ').trim();
  if (rest === '' || plainWords(rest).split(' ').length > 10) return false;
  if (usesTool(business, task, 'find-products')) return saysBudget(business, rest, turn.language);
  if (!usesTool(business, task, 'add-to-cart')) return false;
  const context = { at: 0, timeZone: 'UTC', country: business.defaultCountry, currency: business.currency };
  return checkoutSlot.read(rest, turn.language, context).kind === 'filled';
}

function saysBudget({ currency }: Business, text: string, language: string): boolean {
  return readBudget(text, language, { currency, asked: false }).budget !== undefined;
}

/** That somebody looks for a thing, by language: en, es, pt, fr, id, hi, hi-Latn, ar, zh. */
const looks =
  /(?<= )(?:looking for|i need|need a|i want|do you have|got any|any good|recommend|show me|busco|buscando|necesito|quiero un|quiero una|quiero unos|quisiera|ocupo|tienen|recomiendas|recomiendan|procuro|queria|quero um|quero uma|gostaria|preciso de|voces tem|vocês têm|têm|tem algum|cherche|voudrais|il me faut|besoin d|besoin de|vous avez|avez vous|cari|nyari|butuh|mau beli|rekomendasi|चाहिए|दिखाओ|दिखाइए|बताओ|ढूँढ|chahiye|dikhao|batao|dhundh|ابحث|أبحث|ابغى|أبغى|ابغي|ابي|أبي|اريد|أريد|عايز|بدي|محتاج|عندكم|فيه عندكم)(?= )|想买|想要|有没有|推荐|求推荐|找/u;
