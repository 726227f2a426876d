import { z } from 'zod';
import { Button } from './button.ts';

/** How many buttons of a kind one template may have; ten in all. */
const most: Readonly<Record<Button['type'], number>> = {
  QUICK_REPLY: 10,
  URL: 2,
  PHONE_NUMBER: 1,
  COPY_CODE: 1,
  FLOW: 1,
  CATALOG: 1,
  MPM: 1,
  SPM: 1,
  VOICE_CALL: 1,
  REQUEST_CONTACT_INFO: 1,
  ORDER_DETAILS: 1,
};

/**
 * Up to ten buttons. Quick replies stand together: before the others or after them.
 * Source: Cloud API docs, "Template components", read 2026-11-21.
 */
export const Buttons = z.strictObject({
  type: z.literal('BUTTONS'),
  buttons: z.array(Button).min(1).max(10).superRefine(checkButtons),
});
export type Buttons = z.infer<typeof Buttons>;

function checkButtons(buttons: readonly Button[], context: z.RefinementCtx): void {
  for (const type of new Set(buttons.map((button) => button.type))) {
    if (buttons.filter((button) => button.type === type).length > most[type])
      context.addIssue({ code: 'custom', message: `more than ${most[type]} of the kind ${type}` });
  }
  const isReply = buttons.map(({ type }) => type === 'QUICK_REPLY');
  const borders = isReply.filter((reply, index) => index > 0 && reply !== isReply[index - 1]).length;
  const fromEdge = isReply[0] === true || isReply.at(-1) === true;
  if (borders > 1 || (borders === 1 && !fromEdge))
    context.addIssue({ code: 'custom', message: 'quick replies must stand together' });
}
