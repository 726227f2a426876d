import { addressSlot } from '../slot/address-slot.ts';
import { withAsciiDigits } from '../slot/digits.ts';
import { findOrderNumber } from '../task/order-number.ts';

/**
 * Where something is to go, in a text that may say more: behind words that lead to an address ("deliver to …",
 * "送到…"), or where all of it is an address, a postcode or a pin. `rest`: what else was said. Undefined without a
 * number in it: "to my home" says nothing of where.
 */
export function placeSaid(text: string): { readonly place: string; readonly rest: string } | undefined {
  const written = withAsciiDigits(text).trim();
  const whole = isPlace(written) ? { place: written, rest: '' } : undefined;
  const led = lead.exec(written);
  if (led === null || opening.test(written)) return whole;
  const from = led.index + led[0].length;
  const [line = ''] = written.slice(from).split(/[\n?؟？]/u, 1);
  const place = line.replace(/^[\s,،，:：.]+|[\s,،，.。!！]+$/gu, '');
  const letters = place.match(/\p{L}/gu)?.length ?? 0;
  if (!isPostcode(place) && (letters < 3 || !/\d/u.test(place) || place.length > 200)) return whole;
  const ofOrder = findOrderNumber(place) !== undefined && addressSlot.read(place).kind !== 'filled';
  if ((ofOrder && !isPostcode(place)) || ofSomething.test(place)) return whole;
  const rest = `${written.slice(0, led.index)} ${written.slice(from + line.length)}`.trim();
  return { place, rest };
}

/** "The address of my order M-3001" tells whose address it is. */
const ofSomething =
  /^(?:(?:of|for|on|in)\s|(?:del?|do|da|d['’]|de la|para|pour|pada|untuk|dari)\s*(?:(?:el|la|le|o|a|mi|meu|minha|ma|mon|my|the|this|este|esta)\s+)?(?:order|pedido|encomenda|commande|pesanan|n[º°.]|\p{L}-?\d)|(?:order|pedido|commande|pesanan|ऑर्डर|طلب|الطلب|订单))/iu;

/** Whether a text is a postcode and nothing else: five digits or more, "1100-060", "SW1A 1AA". */
function isPostcode(text: string): boolean {
  return /^(?:\d{5,7}|\d{5}-?\d{3}|\d{4}-\d{3}|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})$/iu.test(text.trim());
}

/** Whether all of a text is a place. A number and a word of an address alone may be things and how many of them. */
function isPlace(text: string): boolean {
  if (isPostcode(text) || numberedStreet.test(text) || /^-?\d{1,2}\.\d+\s*,\s*-?\d{1,3}\.\d+$/u.test(text))
    return true;
  if (!/\d/u.test(text) || /[?？؟]/u.test(text)) return false;
  const read = addressSlot.read(text);
  if (read.kind !== 'filled' && !/\p{L}{3}/u.test(text)) return false;
  if (opening.test(text)) return true;
  return read.kind === 'filled' && postcodeAtEnd.test(text) && text.split(/\s+/u).length <= 14;
}

/** "14 जनपथ, 110001": however short the street's name. */
const numberedStreet =
  /^\d{1,5}[a-z]?(?:[/-]\d{1,4}[a-z]?)?,? \p{L}[\p{L}\p{M}'’.]{2,}(?: [\p{L}\p{M}'’.]+){0,3} ?[,،，] ?(?:\p{L}[\p{L}\p{M} ]{2,30}[,،， -]+)?(?:\d{5,6}|\d{3} \d{3}|\d{4}-\d{3}|\d{5}-\d{3})$/u;

const postcodeAtEnd = /(?<![\p{L}\d])(?:\d{5,6}|\d{4}-\d{3}|\d{5}-\d{3})(?!\d)[^\d]{0,30}$/u;

/** How addresses begin. */
const opening =
  /^(?:calle|c\/|cll|carrera|cra|av|avda|avenida|colonia|rua|travessa|pra[cç]a|rue|avenue|boulevard|bd|chemin|jl|jln|jalan|komplek|perum|gedung|apartemen|apt|flat|house|h\.? ?no|plot|sector|gali|मकान|गली|फ्लैट|سكن|شارع|حي)(?![\p{L}\p{M}])|^\d+[a-z]?(?: bis| ter)?,? (?:(?:rue|avenue|av|boulevard|bd|chemin|place|rua|calle|jalan|jl)(?![\p{L}])|(?:[\p{L}'’.]+ ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|court|place|square|blvd|boulevard)(?![\p{L}]))/iu;

/** What leads to an address, by language: en, es, pt, fr, id, hi, hi-Latn, ar, zh. */
const leads = [
  "(?:deliver(?:ed)?|send|sent|bring|ship)(?: (?:it|them|this|that|everything|all))?(?: over)? to|delivery to|(?:my |the )?address(?: is|'s|:)?|i(?:'m| am) at|i live (?:at|in|on)",
  '(?:a domicilio|env[ií](?:a|e|en|ar|o)(?:lo|la|los|las|me|melo)?|m[aá]nd(?:a|e|en|ar)(?:lo|la|los|las|me|melo|melos|melas)?|entreg(?:a|ue|uen|ar)(?:lo|la|los|las)?|ll[eé]v(?:a|e|en|ar)(?:lo|la|los|las|me|melo)?)(?: a domicilio)?,? (?:a|al|en|para)|vivo en|(?:mi |la )?direcci[oó]n(?: es|:)?',
  '(?:entreg(?:a|ar|ue|uem)|mand(?:a|ar|e|em)|envi(?:a|ar|e|em)|lev(?:a|ar|e|em))(?: em casa)?,? (?:em|na|no|para|pra|pro)|moro (?:na|no|em)|(?:o )?(?:meu )?endere[cç]o(?: [ée]|:)?|(?:a )?(?:minha )?morada(?: [ée]|:)?',
  "livr(?:er|ez|aison)(?: [aà] domicile)?(?: au| [aà]| chez)?|j['’]habite(?: au| [aà])?|(?:mon |l['’])?adresse(?: est| c['’]est| ?:)?|envoyez(?:[- ]l[ea]s?)? (?:au|[aà])",
  '(?:di)?(?:antar|anter|kirim)(?:kan|in|inn)?(?: aja| saja| dong)? ke|(?:ke )?alamat(?:nya|ku| saya)?(?: di|:)?|rumah(?:nya|ku| saya)? di',
  '(?:मेरा |घर का )?पता(?: है|:)?|(?:मेरा )?एड्रेस(?: है|:)?',
  '(?:mera |ghar ka |mere ghar ka )?(?:pata|address)(?: hai|:)?|(?:ghar (?:pe|par) )?(?:deliver|delivery) (?:karo|kar do|kardo)|(?:ghar (?:pe|par) )bhej do',
  '(?:وصل|ارسل|أرسل|ابعث|ابعت|توصيل|التوصيل)\\S*(?: (?:إلى|الى|على|ل))?|(?:العنوان|عنواني)(?: هو|:)?',
];
const lead = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${leads.join('|')})(?![\\p{L}\\p{M}])|(?:送到|送去|送往|寄到|发到|配送到|外送到)|(?:我的|收货|送货)?地址(?:是|:|：)?`,
  'iu',
);
