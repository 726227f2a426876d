import { z } from 'zod';
import type { Call } from '../conversation/call.ts';
import type { Moment, Step } from '../conversation/turn-state.ts';
import type { FlowResult } from '../flow/flow-event.ts';
import { guessesAt, oneMoreGuess, tooManyGuesses } from './look-up-order.ts';

const NotShown = z.object({ kind: z.literal('not-shown') });

/** An order that was placed, whatever tool placed it. */
const Placed = z.object({
  kind: z.literal('placed'),
  order: z.object({ orderNumber: z.string().min(1) }),
});

/** An appointment that was booked or changed. */
const Booked = z.object({
  kind: z.enum(['booked', 'moved']),
  appointment: z.object({ reference: z.string() }),
});

/** An order that was placed and is still to be paid, whatever tool placed it. */
const PaymentToCome = z.object({
  order: z.object({ orderNumber: z.string().min(1) }),
  payment: z.object({ status: z.literal('pending') }),
});

/**
 * What a tool's answer means beyond the flow that asked. Something that is not shown counts as a guess, as
 * it does in the built-in tasks, so that starting a flow again gives no further tries. An order that was
 * placed is remembered as the one that "my order" means, and one that is to be paid so that a picture is not taken
 * for the payment. What was booked is remembered as what "it" means.
 */
export function noteToolAnswer(
  moment: Moment,
  task: string,
  result: FlowResult,
): { readonly kind: 'go'; readonly moment: Moment } | { readonly kind: 'over'; readonly step: Step } {
  if (result.kind !== 'tool-answered') return { kind: 'go', moment };
  const { conversation } = moment;
  if (NotShown.safeParse(result.output).success) {
    const known = { ...conversation, guesses: oneMoreGuess(moment) };
    if (known.guesses.count > moment.business.agent.guessesPerDay)
      return { kind: 'over', step: tooManyGuesses(moment, known, task) };
    return { kind: 'go', moment: { ...moment, conversation: known } };
  }
  const placed = Placed.safeParse(result.output);
  const unpaid = PaymentToCome.safeParse(result.output);
  const noted = (orderNumber: string) => ({ orderNumber, at: moment.at });
  return {
    kind: 'go',
    moment: {
      ...moment,
      conversation: {
        ...conversation,
        ...(placed.success ? { placedOrder: noted(placed.data.order.orderNumber) } : {}),
        ...(Booked.safeParse(result.output).success ? { booked: { task, at: moment.at } } : {}),
        ...(unpaid.success ? { payment: noted(unpaid.data.order.orderNumber) } : {}),
      },
    },
  };
}

/** Once there were too many guesses, no further proof is tried by a program. */
export function barGuess(moment: Moment, task: string, call: Call): Step | undefined {
  const { conversation, business, at } = moment;
  if (call.kind !== 'call-tool' || !Object.hasOwn(call.input, 'proof')) return undefined;
  if (guessesAt(conversation, at) <= business.agent.guessesPerDay) return undefined;
  return tooManyGuesses(moment, conversation, task);
}
