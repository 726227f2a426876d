import type { Business, Task } from '../business/business.ts';
import type { CallResult } from '../conversation/call.ts';
import type { Moment, ReadOrderWaiting, Step } from '../conversation/turn-state.ts';
import { shownTaken, withoutCounts } from '../order/shown-taken.ts';
import { withAsciiDigits } from '../slot/digits.ts';
import { plainWords } from '../slot/plain-words.ts';
import { quantityWords } from '../slot/quantity-words.ts';
import { takesSome } from '../slot/takes-some.ts';
import { findTask } from '../scope/task-button.ts';
import type { Verdict } from '../scope/verdict.ts';
import { ReadOrderOutput, readOrderTool } from '../tool/read-order.ts';
import { topFlow } from './open-flows.ts';
import { beginFlow } from './run-flow.ts';
import { usesTool } from './shopping-said.ts';

/**
 * Asks whether a text names so many of what is sold: that is the business's whatever the guard makes of it,
 * who knows examples and not the catalogue. Undefined where no number stands in the text, where nothing is
 * sold in the chat, or where the guard was sure of another task.
 */
export function askIfOrder(moment: Moment, text: string, verdict: Verdict): Step | undefined {
  const { business, turn, conversation } = moment;
  if (!isUnsure(business, verdict) || !counts(text, turn.language)) return undefined;
  const open = topFlow(conversation);
  const asking = open === undefined ? undefined : findTask(business, open.task);
  // Whatever else asks gets its answer; who was looking for a product may well order it.
  if (open !== undefined && (asking === undefined || !usesTool(business, asking, 'find-products')))
    return undefined;
  if (orderTask(business) === undefined) return undefined;
  return {
    kind: 'call',
    turn,
    call: {
      kind: 'call-tool',
      tool: readOrderTool,
      input: { said: text, language: turn.language },
      effect: false,
    },
    waiting: { kind: 'read-order', text, verdict },
    conversation,
  };
}

/**
 * Takes down the product that was shown last ("I'll take 2 of them in blue"), where the customer was looking
 * for one; undefined for a text that means something else, or that the guard was sure is another's.
 */
export function takeShown(moment: Moment, text: string, { zone, task }: Verdict): Step | undefined {
  const { business, turn, conversation } = moment;
  const open = topFlow(conversation);
  const looking = open === undefined ? undefined : findTask(business, open.task);
  const order = orderTask(business);
  if (looking === undefined || order === undefined || !usesTool(business, looking, 'find-products'))
    return undefined;
  const product = open?.state.variables['about'];
  const quantity = shownTaken(text, turn.language);
  if (typeof product !== 'string' || product === '' || quantity === undefined) return undefined;
  const sure = takesSome(text, turn.language) !== undefined;
  const others = zone === 'accept' && task !== order.id && task !== looking.id;
  if (zone === 'person' || (others && !sure)) return undefined;
  const said = withoutCounts(text, turn.language);
  return beginFlow(moment, order, text, { basket: [{ quantity, product: `${product} ${said}` }] });
}

/** Takes the order down, if it is one; undefined leaves the text to its verdict. */
export function afterReadOrder(
  moment: Moment,
  { text, verdict }: ReadOrderWaiting,
  result: CallResult,
): Step | undefined {
  const task = orderTask(moment.business);
  const read = result.kind === 'tool-answered' ? ReadOrderOutput.safeParse(result.output).data : undefined;
  if (task === undefined || read?.kind !== 'order') return undefined;
  return read.other > othersAllowed(verdict) ? undefined : beginFlow(moment, task, text);
}

/** A word that nobody knows is let pass where the guard was not sure that the text is off topic. */
function othersAllowed({ zone }: Verdict): number {
  return zone === 'clarify' ? 1 : 0;
}

function isUnsure(business: Business, { zone, task }: Verdict): boolean {
  // What names so many of what is sold from end to end has no part that is somebody else's.
  if (zone === 'clarify' || zone === 'refuse' || zone === 'mixed') return true;
  // Looking for a product and ordering it sound alike.
  const accepted = task === undefined ? undefined : findTask(business, task);
  return zone === 'accept' && accepted !== undefined && usesTool(business, accepted, 'find-products');
}

/** The task whose flow fills a basket. */
function orderTask(business: Business): Task | undefined {
  return business.agent.tasks.find((task) => usesTool(business, task, 'add-to-cart'));
}

const hanNumber = /[一二两三四五六七八九十]/u;

function counts(text: string, language: string): boolean {
  if (/\d/u.test(withAsciiDigits(text)) || hanNumber.test(text)) return true;
  const [base = ''] = language.split('-');
  const known = [quantityWords[language], quantityWords[base], quantityWords['en']];
  return plainWords(text)
    .split(' ')
    .some((word) => known.some((words) => words?.[word] !== undefined));
}
