import { plainWords } from './plain-words.ts';

/**
 * Whether a whole text takes what was just shown without naming it: "I'll take it", "this one
 * please". Which of several it means, it does not say.
 */
export function takesThisOne(text: string): boolean {
  return words.has(plainWords(text).replace(around, '').trim());
}

/** What people put around it without changing it. */
const around =
  /^(?:(?:ok|okay|yes|yeah|yep|great|perfect|nice|si|sim|oui|ya|oke|haan|han|हाँ|हां|जी|نعم|ايوه|ايوا|تمام|好|好的|嗯|那|ah|oh|well|vale|bueno|bom|bon|alors|entonces|então|so|then)(?: |$))+|(?: (?:please|pls|thanks|thank you|por favor|porfa|gracias|obrigado|obrigada|svp|s il vous plait|s il te plaît|merci|ya|dong|deh|kak|aja|ji|जी|प्लीज़|प्लीज|من فضلك|لو سمحت|شكرا))+$|(?:吧|呗|谢谢)$/gu;

const words: ReadonlySet<string> = new Set(
  [
    "this one|that one|this|it|i'll take it|i'll have it|i will take it|ill take it|ill have it|i take it|take it|i want it|i want this|i want this one|i want that one|i'd like it|i would like it|i'd like this one|i want to order it|i want to order this|i'd like to order it|order it|let's order it|i want to buy it|i'd like to buy it|i'll buy it|buy it|i'll order it|that's the one|this is the one|i'll go with it|i'll go with this one|i'll go with that one|give me that one",
    'ese|esa|este|esta|ese mismo|esa misma|lo quiero|la quiero|me lo llevo|me la llevo|lo llevo|quiero ese|quiero esa|quiero este|quiero esta|lo compro|la compro|quiero comprarlo|quiero comprarla|quiero pedirlo|quiero pedirla|me quedo con ese|me quedo con esa|dame ese|dame esa|dame ese mismo',
    'esse|essa|este|esta|esse mesmo|essa mesmo|quero|quero esse|quero essa|quero este|quero esta|eu quero|eu quero esse|eu quero essa|vou levar|vou levar esse|vou levar essa|levo esse|levo essa|vou querer|vou querer esse|quero comprar|quero comprar esse|quero pedir|pode ser esse|pode ser essa|fico com esse|fico com esta',
    "celui ci|celui là|celle ci|celle là|celui la|celle la|je le prends|je la prends|je prends|je le veux|je la veux|je veux celui ci|je veux celui là|je prends celui ci|je prends celui là|je veux le commander|je veux la commander|je voudrais le commander|je l'achète|je veux l'acheter|je le commande|je la commande|ça|ca ira|celui là même",
    'yang ini|yang itu|ini|itu|mau|mau ini|mau itu|mau yang ini|mau yang itu|saya mau|saya mau ini|saya mau yang ini|saya ambil|saya ambil ini|ambil|ambil ini|ambil yang ini|ambil itu|saya pesan ini|pesan ini|pesan yang ini|mau pesan ini|mau pesan|saya beli|beli ini|mau beli ini|yg ini|yg itu|mau yg ini|ambil yg ini',
    'यही|यह वाला|ये वाला|यही वाला|वही|वही वाला|यही चाहिए|मुझे यही चाहिए|ये चाहिए|यह चाहिए|मुझे यह चाहिए|मुझे ये चाहिए|यही लूँगा|यही लूंगा|यही लूँगी|यही लूंगी|ले लूँगा|ले लूंगा|ये ले लूंगा|यही दे दो|यही दे दीजिए|यही भेज दो|यही ऑर्डर करना है|यह ऑर्डर करना है|इसे ऑर्डर करना है',
    'yahi|yehi|ye wala|yeh wala|yahi wala|wahi|wahi wala|yahi chahiye|yehi chahiye|mujhe yahi chahiye|mujhe yehi chahiye|ye chahiye|yeh chahiye|mujhe ye chahiye|mujhe yeh chahiye|yahi lunga|yahi lungi|le lunga|le lungi|ye le lunga|yahi de do|yahi bhej do|yahi order karna hai|ye order karna hai|isko order karna hai|isse order kar do',
    'هذا|هذه|هاد|هاي|هذا هو|أريده|اريده|أريدها|اريدها|أريد هذا|اريد هذا|أريد هذه|آخذه|اخذه|سآخذه|ساخذه|هاخده|هاخدها|هاخد ده|عايزه|عايزها|عايز ده|عاوزه|بدي ياه|بدي هاد|ابغاه|أبغاه|ابي هذا|أبي هذا|أريد شراءه|أريد طلبه|اطلبه|أطلبه|بغيت هذا',
    '这个|就这个|就要这个|我要这个|要这个|我要了|要了|就它了|就它|就它吧|我买这个|买这个|我想买这个|我想要这个|想要这个|那个|要那个|我要那个|下单|我要下单|我要订这个|這個|就這個|我要這個|要這個',
  ].flatMap((line) => line.split('|').map((word) => plainWords(word).replace(around, '').trim())),
);
