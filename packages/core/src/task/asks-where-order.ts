import { foldLetters } from '../scope/checks/checked-words.ts';
import { comparableText } from '../message/comparable-text.ts';

/**
 * Whether a text asks in so many words where an order is, in any language we speak: plain enough to be understood
 * from a customer whose language the scope guard has not learned here, or in the middle of something else.
 */
export function asksWhereOrder(text: string): boolean {
  const words = foldLetters(comparableText(text).replaceAll("'", ' '))
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return words.length <= longest && patterns.some((pattern) => pattern.test(words));
}

/** In UTF-16 units. Who writes more says more than this. */
const longest = 120;

const patterns: readonly RegExp[] = [
  /(?:^| )(?:where(?: s| is| are|s)?|wheres|when (?:will|does|do|is)|track|status of|any news (?:on|of|about)) (?:is )?(?:my|our|the) (?:last |latest )?(?:order|parcel|package|delivery|shipment|stuff|things)(?: |$)/u,
  /(?:^| )(?:donde (?:esta|anda|va|quedo)|cuando (?:llega|llegara|me llega)|como va|estado de|rastrear|que paso con) (?:mi|el) (?:pedido|paquete|orden|envio|compra)(?: |$)/u,
  /(?:^| )(?:onde (?:esta|ta|anda|foi)|cade|quando chega|como esta|status do|rastrear) (?:o |a )?(?:meu|minha) (?:pedido|pacote|encomenda|compra|entrega)(?: |$)/u,
  /(?:^| )(?:ou (?:est|en est)|elle est ou|quand (?:arrive|arrivera|recevrai je)|suivre|suivi de|statut de) (?:passee )?(?:ma|mon|la) (?:commande|colis|livraison)(?: |$)/u,
  /(?:^| )(?:ma commande|mon colis) (?:est|elle est|il est|en est)? ?ou(?: |$)/u,
  /(?:^| )(?:di ?mana|mana|kapan (?:sampai|datang|tiba)|sampai (?:di )?mana|lacak|cek|status) (?:sih )?(?:pesanan|paket|orderan|kiriman|order)(?:ku| saya| aku| gue| gw)(?: |$)/u,
  /(?:^| )(?:pesanan|paket|orderan|kiriman)(?:ku| saya| aku| gue| gw) (?:ada )?(?:sudah )?(?:sampai )?(?:di ?mana|mana)(?: |$)/u,
  /(?:^| )(?:मेरा|हमारा) (?:ऑर्डर|आर्डर|पार्सल|सामान|पैकेट) (?:अभी )?(?:कहां|कहाँ|कब)|कहा[ंँ] (?:है|पहुंचा|पहुँचा) मेरा (?:ऑर्डर|आर्डर|पार्सल|सामान)/u,
  /(?:^| )(?:mera|hamara) (?:order|parcel|saman|samaan|packet|package) (?:abhi )?(?:kaha|kahan|kidhar|kab)(?: |$)|(?:kaha|kahan) (?:hai|pahucha|pahuncha) mera (?:order|parcel|saman)(?: |$)/u,
  /(?:^| )(?:اين|وين|فين|متي|امتي|ايمتي|فينها) (?:هو |هي |وصل |يوصل |توصل |بيوصل |هيوصل )?(?:طلبي|طلبيتي|طلبيه|طرد|طردي|شحنتي|اوردر|اوردري|طلب ديالي|كوموند ديالي)(?: |$)/u,
  /(?:我的)?(?:订单|訂單|包裹|快递|快遞|货|外卖)(?:现在)?(?:到哪|在哪|到了没|到了吗|什么时候到|怎么还没到|还没到|物流)|(?:查|查询|追踪)(?:一下)?(?:我的)?(?:订单|物流|快递|包裹)/u,
];
