import { placeSaid } from '../order/place-said.ts';
import { titledChoice, type ChoiceId } from '../order/choice-words.ts';
import { namedIn, choiceSlot } from './choice-slot.ts';
import { plainWords } from './plain-words.ts';
import type { SlotType } from './slot-type.ts';

/** A longer text says more than how it is to be had. */
const mostWords = 14;
const mostHan = 24;

/**
 * How something that is ordered is to be had and paid, `{ way, place, payment }`, as far as it is said: "pick up,
 * cash", "deliver to 5 Main Street 10001". Of several lines the last that says a thing counts. `whole`: it says
 * little else and asks nothing.
 */
export const checkoutSlot: SlotType = {
  name: 'checkout',
  findsInside: true,
  read(text, language, context) {
    const value: { way?: string; place?: string; payment?: string } = {};
    for (const line of text.slice(-4_000).split('\n')) {
      const said = placeSaid(line);
      const rest = said?.rest ?? line;
      const way = named(ways, rest, language, context) ?? (said === undefined ? undefined : 'delivery');
      const payment = named(payments, rest, language, context);
      if (way !== undefined) value.way = way;
      if (said !== undefined) value.place = said.place;
      if (payment !== undefined) value.payment = payment;
    }
    if (Object.keys(value).length === 0) return { kind: 'not-this' };
    const written = plainWords(text);
    const han = written.match(/\p{Script=Han}/gu)?.length ?? 0;
    const short = written.split(' ').length <= mostWords && han <= mostHan;
    return { kind: 'filled', value, shown: text.trim(), whole: short && !asks.test(text) };
  },
};

const ways: readonly ChoiceId[] = ['delivery', 'pick-up'];
const payments: readonly ChoiceId[] = ['cash', 'transfer', 'link'];

/** The one that a line says, or names among other words. */
function named(
  ids: readonly ChoiceId[],
  line: string,
  language: string,
  context: Parameters<SlotType['read']>[2],
): string | undefined {
  const choices = ids.map((id) => {
    const { title, says } = titledChoice(id, language);
    return { value: id, title, says: says.split('\n') };
  });
  // A number is a place in no list here.
  if (/^\P{L}*$/u.test(line)) return undefined;
  const exact = choiceSlot(choices).read(line, language, context);
  if (exact.kind === 'filled') return typeof exact.value === 'string' ? exact.value : undefined;
  const [one, other] = namedIn(choices, line);
  return one === undefined || other !== undefined ? undefined : one.value;
}

/** Whether something can be had so is for the knowledge to say first. */
const asks = /[?？؟]|[吗嗎么]/u;
