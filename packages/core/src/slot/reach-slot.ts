import { emailSlot } from './email-slot.ts';
import { phoneSlot } from './phone-slot.ts';
import type { SlotType } from './slot-type.ts';

/** Where somebody can be written to or called: an e-mail address or a phone number. */
export const reachSlot: SlotType = {
  name: 'reach',
  findsInside: true,
  read(text, language, context) {
    const address = emailSlot.read(text, language, context);
    return address.kind === 'filled' ? address : phoneSlot.read(text, language, context);
  },
};
