import { plainWords } from '../slot/plain-words.ts';

/**
 * Whether a whole text says "cancel it" and no more. It means a yes to "shall I cancel it?", and the end of anything
 * else that was asked.
 */
export function saysCancelIt(text: string): boolean {
  const words = plainWords(text);
  if (/\p{Script=Han}/u.test(words))
    return /^(?:那|请|就|帮我|给我|麻烦)*取消(?:它|掉|订单|预约)?(?:吧|了|啦|谢谢|一下)*$/u.test(
      words.replaceAll(' ', ''),
    );
  return cancelIt.has(words.replace(around, '').trim());
}

/** Whether a text speaks of cancelling at all, as the question before a cancellation does. */
export function speaksOfCancelling(text: string): boolean {
  return /cancel|annul|anul[ae]r|anúl|desmarc|batal|रद्द|कैंसिल|कैन्सल|إلغاء|الغاء|ألغ|الغ[ِيى]|取消|退订/iu.test(
    text,
  );
}

const around =
  /^(?:(?:ok|okay|oh|ah|no|then|please|pls|bueno|entonces|por favor|então|entao|bom|bon|alors|oke|ya|tolong|अच्छा|ओके|कृपया|acha|accha|طيب|لا|من فضلك) )+|(?: (?:please|pls|then|now|thanks|thank you|por favor|gracias|entonces|obrigado|obrigada|então|entao|svp|s il vous plaît|merci|aja|saja|deh|dong|ya|kak|makasih|terima kasih|जी|प्लीज|धन्यवाद|ji|please|من فضلك|شكرا|لو سمحت))+$/gu;

const cancelIt: ReadonlySet<string> = new Set(
  [
    'cancel|cancel it|cancel that|cancel this|cancel all|cancel everything|just cancel|just cancel it|i want to cancel|i want to cancel it',
    'cancela|cancele|cancelar|cancélalo|cancelalo|cancélelo|cancelelo|cancélala|cancelala|cancela eso|cancelar eso|anular|anúlalo|anulalo|quiero cancelar|quiero cancelarlo',
    'cancela|cancele|cancelar|cancela isso|cancele isso|cancela tudo|pode cancelar|quero cancelar',
    'annule|annulez|annuler|annule la|annulez la|annule le|annulez le|annule ça|annule ca|annulez ça|annulez ca|annulez tout|je veux annuler',
    'batal|batalkan|batalin|batalkan itu|batalkan saja|dibatalkan|cancel|cancel aja|mau batal|saya mau batal',
    'रद्द करो|रद्द करें|रद्द कर दो|रद्द कर दीजिए|कैंसिल करो|कैंसिल कर दो|कैंसिल करें|कैंसिल कर दीजिए|इसे रद्द करो|इसे कैंसिल करो|इसे रद्द करें',
    'cancel karo|cancel kar do|cancel kardo|cancel kar dijiye|ise cancel karo|isko cancel karo|radd karo|radd kar do',
    'إلغاء|الغاء|ألغ|الغ|ألغي|الغي|ألغه|الغه|ألغيه|الغيه|ألغها|الغها|ألغيها|الغيها|ألغي هذا|الغي هذا|أريد الإلغاء|اريد الالغاء',
  ].flatMap((line) => line.split('|').map(plainWords)),
);
