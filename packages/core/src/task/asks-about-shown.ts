import { foldLetters } from '../scope/checks/checked-words.ts';
import { comparableText } from '../message/comparable-text.ts';

/**
 * Whether a short text asks when something comes, who brings it or how to follow it, without naming it: right after
 * an order was shown, that is meant ("when will it get here exactly", "y quién lo trae", "kapan sampenya").
 */
export function asksAboutShown(text: string): boolean {
  const words = foldLetters(comparableText(text).replaceAll("'", ' '))
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return words.length <= longest && patterns.some((pattern) => pattern.test(words));
}

/** In UTF-16 units. Who writes more says more than this. */
const longest = 60;

const patterns: readonly RegExp[] = [
  /(?:^| )(?:when|what time|what day|how long|how soon) .*(?:it|that|this|here|arrive|arriving|come|coming|delivered)(?: |$)|(?:^| )(?:will|does|is|can) (?:it|that|this) (?:be (?:here|there|delivered)|come|coming|arrive|arriving|get here)(?: |$)|^(?:and )?(?:when|how long|still not here|which carrier|who delivers|who s delivering|who is delivering|tracking(?: number| link)?)(?: (?:it|exactly|then|please|pls))?$|(?:^| )(?:which|what|who s the|who is the) (?:carrier|courier)(?: |$)/u,
  /(?:^| )(?:cuando|a que hora|que dia|para cuando) (?:me |lo |la )?(?:llega|llegara|llegaria|traen|entregan|viene|va a llegar)(?: |$)|(?:^| )quien (?:lo |la |me lo )?(?:trae|entrega|lleva|envia|reparte)(?: |$)|^(?:y )?cuando(?: mas o menos)?$|(?:^| )(?:transportista|mensajeria|paqueteria|numero de guia|numero de seguimiento)(?: |$)/u,
  /(?:^| )(?:quando|que horas|que dia) (?:e que )?(?:me |ele |ela |isso )?(?:chega|vai chegar|chegara|entregam|vem)(?: |$)|(?:^| )(?:sera que )?(?:chega|vai chegar) (?:ate|hoje|amanha|antes)(?: |$)|(?:^| )quem (?:entrega|traz|vai entregar)(?: |$)|(?:^| )(?:transportadora|codigo de rastreio|codigo de rastreamento)(?: |$)/u,
  /(?:^| )(?:quand|quel jour|a quelle heure) (?:est ce que )?(?:ca |il |elle |j |je )?(?:arrive|arrivera|va arriver|livre|sera livre|recevrai|recois)|(?:^| )(?:ca |il |elle )?(?:arrive|arrivera|livre|livree) quand(?: |$)|(?:^| )(?:c est )?(?:quoi le|quel) (?:transporteur|livreur)(?: |$)|(?:^| )(?:le )?transporteur(?: |$)|(?:^| )qui (?:livre|me livre|l apporte)(?: |$)/u,
  /(?:^| )(?:kapan|jam berapa|hari apa|berapa lama lagi|brp lama lagi) (?:ya )?(?:sampe|sampai|nyampe|datang|dateng|tiba|diantar|dikirim)|(?:^| )(?:sampe|sampai|nyampe|datang|dateng|tiba)(?:nya)? (?:kapan|jam berapa|hari apa)(?: |$)|^kapan(?:nya)?(?: ya| sih)?$|(?:^| )(?:kurirnya|ekspedisinya|pakai kurir|pake kurir|kurir apa|ekspedisi apa|nomor resi|no resi|resinya)(?: |$)/u,
  /(?:^| )(?:कब|कितने दिन|किस दिन|कल) (?:तक |में )?(?:आएगा|आयेगा|आएगी|पहुंचेगा|पहुँचेगा|मिलेगा|डिलीवर|आ जाएगा)|(?:^| )(?:कौन सा कूरियर|कौन ला रहा|कूरियर कौन)/u,
  /(?:^| )(?:kab|kitne din|kis din|kal) (?:tak |me |mein )?(?:aayega|ayega|aega|aa jayega|a jayega|pahuchega|pahunchega|milega|deliver)(?: |$)|(?:^| )(?:kaun sa courier|konsa courier|kaun la raha|courier kaun)(?: |$)/u,
  /(?:^| )(?:و)?(?:متي|امتي|ايمتي|وقتاش|كم باقي) (?:راح |رح |حي|هي|غادي )?(?:بيوصل|يوصل|توصل|بتوصل|تيجي|يجي|بيجي|حيوصل|هيوصل|يصل|ستصل|سيصل|توصلني|يوصلني)|(?:^| )(?:شركه الشحن|رقم التتبع|مين المندوب|مع مين الشحن)(?: |$)/u,
  /(?:什么时候|几时|哪天|几点|多久)(?:能|可以|会|才)?(?:到|送到|送达|收到|送来)|^(?:那)?(?:什么时候|哪天)?(?:能)?到(?:货)?(?:呢|啊)?$|(?:什么|哪家|哪个)(?:快递|物流)|快递单号|运单号/u,
];
