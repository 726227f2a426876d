import { plainWords } from '../../slot/plain-words.ts';
import { takesSome } from '../../slot/takes-some.ts';
import { takesThisOne } from '../../slot/this-one-words.ts';

/** A longer text says more than that. */
const mostWords = 12;
const mostHan = 20;

/** Whether a text takes a product that was shown, or asks how to: "I'll take one", "donde lo compro", "怎么下单". */
export function asksToBuy(text: string): boolean {
  const written = plainWords(text);
  const han = written.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (written.split(' ').length > mostWords || han > mostHan) return false;
  if (spoken.some((language) => takesSome(text, language) !== undefined)) return true;
  return takesThisOne(text) || phrases.test(` ${written} `);
}

/** Whose numbers are read. */
const spoken = ['en', 'es', 'pt', 'fr', 'id', 'hi', 'hi-Latn', 'ar', 'zh'];

/** By language: en, es, pt, fr, id, hi, hi-Latn, ar, zh. */
const spaced = [
  'how (?:do|can|would) (?:i|we) (?:buy|order|get|purchase|pay)|where (?:do|can) (?:i|we) (?:buy|order|get|purchase)|how to (?:buy|order)|(?:i ll|i will|ill|i) (?:take|have|buy|get) (?:it|this|that|them)|(?:buy|purchase) (?:it|this|that|them)|(?:the|a|me the|your) link|link (?:please|pls|for|to)|checkout|check out',
  '(?:donde|dónde) (?:lo |la |los |las |se |puedo )?(?:compro|compra|comprar|comprarlo|comprarla|pido|pedir|pedirlo|consigo)|(?:como|cómo) (?:lo |la |los |las |se |puedo |hago para |le hago para )?(?:compro|compra|comprar|comprarlo|comprarla|pido|pedir|pedirlo)|me (?:lo|la|los|las) llevo|(?:lo|la) (?:compro|quiero|pido)|(?:el|un) (?:link|enlace)|link',
  '(?:onde|como) (?:eu |eu posso |posso |faço pra |faço para |faco pra |faco para |que eu |se )?(?:compro|compra|comprar|peço|pedir|encomendo|encomendar)|(?:vou|quero) (?:levar|comprar|ficar com)|fico com|(?:o|um) link|link',
  '(?:comment|où|ou) (?:je |on |puis je |peut on |faire pour |est ce que je |est ce qu on )?(?:l )?(?:achete|achète|acheter|l acheter|commande|commander|le commander|la commander|fais|fait|prends|prendre)|(?:on|je) (?:fait|fais) comment|je (?:le|la|les)? ?(?:prends|veux|l achète|l achete|commande)|(?:le|un) lien|lien',
  '(?:beli|belinya|pesan|pesannya|order|ordernya|belanja|mesennya) (?:gmn|gimana|bagaimana|dimana|di mana|dmn|lewat mana)|(?:gimana|gmn|bagaimana|dimana|di mana|dmn) (?:cara |caranya )?(?:beli|belinya|pesan|pesen|order|ordernya)|cara (?:beli|pesan|pesen|order)|(?:mau|jadi) (?:beli|ambil|pesan|yang itu|yg itu)|link|linknya|checkout',
  '(?:कैसे|कहाँ से|कहां से|कहाँ|कहां) (?:खरीद\\S*|ख़रीद\\S*|ऑर्डर|ले|लूँ|लूं|मिलेगा)|(?:लेना|खरीदना|ख़रीदना|मंगाना) है|लिंक',
  '(?:kaise|kahan se|kaha se|kahan|kaha) (?:kharid\\S*|khareed\\S*|order|le|lu|lun|lena|milega|buy)|(?:lena|kharidna|khareedna|mangana|mangwana) hai|link',
  '(?:كيف|وين|اين|أين|فين|منين|ازاي) (?:اشتري\\S*|أشتري\\S*|نشتري|اطلب\\S*|أطلب\\S*|الشراء|ادفع|رابط|الرابط|اقدر اشتري\\S*|ممكن اشتري\\S*)|(?:رابط|لينك|الرابط|الشراء)|(?:باخذ\\S*|بشتري\\S*|ابغاه|ابغاها|ابيه|ابيها|اشتريه|اشتريها)',
];
const phrases = new RegExp(
  `(?<= )(?:${spaced.join('|')})(?= )|(?:怎么|怎样|如何|在哪|在哪里|在哪儿|哪里|哪儿)(?:能|可以|去)?(?:买|下单|购买|订)|下单|链接|(?:就|我)要(?:这|那)|就买|要买这|购买`,
  'u',
);
