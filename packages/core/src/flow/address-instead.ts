import { z } from 'zod';
import { addressSlot } from '../slot/address-slot.ts';
import { locationSlot } from '../slot/location-slot.ts';
import type { SlotContext, SlotValue } from '../slot/slot-type.ts';
import type { AskNode } from './flow-question.ts';
import { withPartInstead } from './part-of-address.ts';

/** What people write before the address itself: "the right address is", "地址是". */
const lead =
  /^(?:(?:(?:the |my )?(?:right |correct |new )?address (?:is|should be)|it(?:'s| is| should be)|to|send it to|(?:la |mi )?direcci[oó]n (?:correcta |nueva )?(?:es|ser[ií]a)|es|a|o (?:meu )?endere[cç]o (?:correto |certo |novo )?[ée]|[ée]|para|(?:l['’]|mon |la bonne |la nouvelle )?adresse (?:correcte |exacte )?(?:est|c['’]est)|c['’]est|alamat(?:nya)?(?: saya)?(?: yang benar)?(?: adalah|:)?|ke|(?:सही |नया |मेरा )?पता(?: है)?|(?:sahi |naya |mera )?(?:pata|address)(?: hai)?|(?:ال)?عنوان(?:ي)?(?: الصحيح| الجديد)?(?: هو)?|إلى)[\s:,]+)|^(?:(?:正确的?|新的?|我的)?(?:送货|收货)?地址)?(?:应该|是不是)?(?:是|改成|改为|改到|换成|送到|寄到|在)?[:,，、\s]*/iu;

const Given = z.object({ address: z.string() });

/** A question, however it is written; "do you deliver to …" is none of an address. */
const question = /[?？؟]|[哪吗呢嘛]|什么|怎么|多少|几点|能不能|可不可以/u;

/**
 * Another address than the one that was given ("不对,是松树路8号", "no, 8 Pine Road", "the number is 98"), as the
 * slot that asked for it holds it; undefined for a text that is none. `before`: the one that was given.
 */
export function addressInstead(
  node: AskNode,
  said: string,
  context: SlotContext,
  before: SlotValue | undefined,
): SlotValue | undefined {
  if ((node.slot.kind !== 'address' && node.slot.kind !== 'location') || question.test(said))
    return undefined;
  const part = partInstead(said, before);
  if (part !== undefined) return part;
  const bare = said.replace(lead, '').trim();
  const type = node.slot.kind === 'location' ? locationSlot : addressSlot;
  const reading = type.read(bare === '' ? said : bare, '', context);
  return reading.kind === 'filled' && /\p{N}/u.test(bare) ? reading.value : undefined;
}

/** The address that was given with the one part that a text names put right. */
export function partInstead(said: string, before: SlotValue | undefined): SlotValue | undefined {
  if (typeof before === 'string') return withPartInstead(before, said);
  const given = Given.safeParse(before);
  const address = given.success ? withPartInstead(given.data.address, said) : undefined;
  return address === undefined ? undefined : { address };
}
