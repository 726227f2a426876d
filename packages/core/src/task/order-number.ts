import { comparableText } from '../message/comparable-text.ts';

/**
 * The first order number in a text, in the form the business writes it: letters in capitals, a
 * hyphen, digits ("a1042" is "A-1042"). A number without letters counts only next to "order" or
 * "#". Amounts of money are left alone.
 */
export function findOrderNumber(text: string): string | undefined {
  const comparable = withZeros(comparableText(text)).replaceAll(spelled, (run) =>
    run.replaceAll(/[ -]/gu, ''),
  );
  const alone = orderNumberAlone(comparable);
  if (alone !== undefined) return alone;
  for (const pattern of [worded, lettered]) {
    const found = [...comparable.matchAll(pattern)].map(written).find((number) => number !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** So many orders are told of in one reply. */
const mostAtOnce = 4;

/**
 * All the orders that a text names, in order: "N-1 and N-2", "order 2107 and 2108". Digits alone count only joined
 * to a number that was found, and as long as its own.
 */
export function findOrderNumbers(text: string): readonly string[] {
  const first = findOrderNumber(text);
  if (first === undefined) return [];
  const comparable = withZeros(comparableText(text));
  const digits = /\d+$/u.exec(first)?.[0] ?? '';
  const joined = [...comparable.matchAll(joinedDigits)]
    .filter(
      ({ 1: before = '', 2: after = '' }) =>
        before.length === digits.length && after.length === digits.length,
    )
    .map(({ 2: after = '' }) => after);
  const inLetters = [...comparable.matchAll(lettered)].map(written).filter((number) => number !== undefined);
  const found = [first, ...inLetters, ...joined];
  const distinct = found.filter(
    (number, place) => !found.slice(0, place).some((other) => digitsOf(other) === digitsOf(number)),
  );
  return distinct.slice(0, mostAtOnce);
}

function digitsOf(number: string): string {
  return number.replace(/^[A-Z]+-/u, '');
}

/** "1042 and 1057": a number and the next, with a word that joins them. */
const joinedDigits =
  /(\d{3,8}) ?(?:and|&|\+|y|e|et|dan|sama|aur|और|و|和|跟|及|、|还有|以及) ?(?:also |también |aussi |juga |the |el |la |o |a |l'|yang |yg )?#?(\d{3,8})(?![\p{L}\p{N}@])/gu;

/** "a 1 0 4 2": one sign after the other. */
const spelled = /(?<![\p{L}\p{N}])(?:[a-z][ -])?(?:\d[ -]){2,7}\d(?![\p{L}\p{N}])/gu;

/** The order number when the text is nothing but that, save for words such as "it's" or "my order number is". */
export function orderNumberAlone(text: string): string | undefined {
  const found = whole.exec(withZeros(comparableText(text)));
  return found === null ? undefined : written(found);
}

/** "n-4o71": a letter O among the digits after a hyphen is a zero. */
function withZeros(comparable: string): string {
  return comparable.replaceAll(
    /(?<![\p{L}\p{N}])([a-z]{1,3}-)([\do]{3,8})(?![\p{L}\p{N}])/gu,
    (all, letters: string, digits: string) =>
      /\d.*\d/u.test(digits) ? `${letters}${digits.replaceAll('o', '0')}` : all,
  );
}

const number = '([a-z]{1,3})?[- ]{0,3}(\\d{3,8})';
/** What an order is called, in the languages we speak. */
const spacedOrderWord =
  'order|pedido|orden|encomenda|commande|cde|pesanan|orderan|ऑर्डर|आर्डर|الطلبية|الطلب|طلبي|طلبية|طلب';
const chineseOrderWord = '订单|訂單|单号';
const orderWord = `${spacedOrderWord}|订单号|${chineseOrderWord}`;
/** What may stand before its number without adding to it. */
const lead = [
  "it's|its|it is|and|and for|what about|how about|my|the|this is|here it is|here you go|that's|number|no|nr|id|is|yes|ok|sure|hi|hello|i mean|i meant|it should be|sorry|oh|oops|wait|actually",
  'es|mi|el|la|y|su|número|numero|núm|num|sí|si|hola|este|o|meu|e|é|sim|oi|olá|esse|ma|mon|est|et|voici|oui|bonjour|numéro|n°|perdón|perdon|quise decir|quiero decir|desculpa|desculpe|quis dizer|não|nao|pardon|non|je voulais dire|je veux dire',
  'yg|yang|nomor|nomer|saya|ini|ya|dan|iya|halo|mera|mere|hai|aur|yeh|ye|haan|मेरा|मेरे|है|और|यह|ये|bukan|maaf|maksud saya|eh|nahi|mera matlab|नहीं|मेरा मतलब|हाँ|नंबर|لا|عفوا|أقصد|اقصد|قصدي|رقم|هو|هذا|و|نعم',
].join('|');
const chineseLead = '不是|不对|我是说|应该是|抱歉|是|我的|号|號|好的|它是|就是';
// Nothing in front of the number may be read in two ways: a few dozen such words would take minutes.
const whole = new RegExp(
  `^(?:(?:(?:${lead}|${spacedOrderWord})[ :,.،-]+)|(?:(?:${chineseLead}|${chineseOrderWord})[ :,.，：-]*)(?![a-z]{2}))*(?:${spacedOrderWord})?(?:order |number )?#? ?${number}[.,!?。！؟، ]*(?:please|pls|thanks|thank you|por favor|gracias|obrigado|obrigada|svp|merci|kak|hai|है|من فضلك|谢谢)?[.!。 ]*$`,
  'u',
);
const worded = new RegExp(
  `(?:(?<!\\p{L})(?:${orderWord})(?: (?:number|no|nr|id|número|numero|numéro|n°|nomor|नंबर|رقم))?[.:]?(?: (?:is|es|é|est|hai|है))? ?#? ?|# ?)${number}(?![\\p{Script=Latin}\\p{N}])`,
  'gu',
);
const lettered = /(?<![\p{Script=Latin}\p{N}@./_-])([a-z]{1,3})-?(\d{3,8})(?![\p{Script=Latin}\p{N}])/gu;
const notOrders: ReadonlySet<string> = new Set([
  'eur',
  'gbp',
  'usd',
  'chf',
  'mp',
  'no',
  'nr',
  'in',
  'at',
  'on',
  'is',
  'for',
  'by',
]);

/** Short words that may stand before a number, and are its letters only with a hyphen between. */
const shortWords: ReadonlySet<string> = new Set(
  'yg ke di ya si el la le les los las un une una du de os as ao do da ka ki ko wo yeh ye my the num ref of'.split(
    ' ',
  ),
);

function written(found: RegExpExecArray): string | undefined {
  const letters = found[1];
  const digits = found[2];
  if (digits === undefined) return undefined;
  if (letters === undefined) return digits;
  if (shortWords.has(letters) && !found[0].includes('-')) return undefined;
  return notOrders.has(letters) ? undefined : `${letters.toUpperCase()}-${digits}`;
}
