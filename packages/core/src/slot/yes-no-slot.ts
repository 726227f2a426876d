import { plainWords } from './plain-words.ts';
import { languages } from '../language/language.ts';
import { yesOrNo } from '../scope/yes-no.ts';
import type { SlotType } from './slot-type.ts';

/** A plain yes or no, in any of the languages Ambit speaks; `true` for yes. A text that says more is neither. */
export const yesNoSlot: SlotType = {
  name: 'yes-no',
  findsInside: false,
  read(text, language) {
    const said = plainIn(text, language);
    const words = plainWords(text);
    if (said === 'yes' || yes.has(words))
      return { kind: 'filled', value: true, shown: text.trim(), whole: true };
    if (said === 'no' || no.has(words))
      return { kind: 'filled', value: false, shown: text.trim(), whole: true };
    return { kind: 'not-this' };
  },
};

/** Whether a text is a plain yes or no and nothing else. `language`: the conversation's. */
export function saysYesOrNo(text: string, language: string): boolean {
  return yes.has(plainWords(text)) || no.has(plainWords(text)) || plainIn(text, language) !== 'neither';
}

/** A flow may speak a language of its own, in which nobody has taught us yes and no. */
function plainIn(text: string, language: string): 'yes' | 'no' | 'neither' {
  return yesOrNo(
    text,
    languages.find((each) => each === language),
  );
}

/** Whole messages, as `plainWords` leaves them. */
const yes = wordSet(
  'si, sí, claro, vale, dale, de acuerdo, por supuesto, confirmo, así es, sí por favor, si por favor, sí gracias',
  'sim, claro que sim, com certeza, pode ser, isso, confirmo, sim por favor',
  'oui, ouais, d accord, daccord, ok, bien sûr, bien sur, volontiers, oui merci, je confirme, oui s il vous plaît',
  'ya, iya, ya betul, betul, benar, boleh, setuju, oke, ya tolong, iya benar, lanjut, ya boleh',
  'हाँ, हां, जी, जी हाँ, जी हां, ठीक है, सही है, हाँ जी, बिल्कुल, ज़रूर, जरूर',
  'haan, han, ha, ji, ji haan, haan ji, thik hai, theek hai, sahi hai, bilkul, zaroor, jarur',
  'نعم, ايوه, أيوه, ايوا, أيوا, اجل, أجل, تمام, اكيد, أكيد, موافق, اوكي, طبعا, نعم من فضلك',
  '是, 是的, 好, 好的, 对, 对的, 可以, 行, 确认, 没问题, 嗯, 要',
);
const no = wordSet(
  'no gracias, mejor no, para nada, ahora no, déjalo, dejalo, olvídalo, olvidalo',
  'não, nao, não obrigado, não obrigada, nao obrigado, melhor não, deixa, esquece, agora não',
  'non, non merci, pas maintenant, laissez tomber, laisse tomber',
  'tidak, nggak, enggak, gak, ga, tidak jadi, tidak terima kasih, jangan, tidak usah, nanti saja',
  'नहीं, नही, ना, जी नहीं, नहीं धन्यवाद, मत करो, रहने दो',
  'nahi, nahin, na, ji nahi, nahi shukriya, rehne do, mat karo',
  'لا, لا شكرا, كلا, لأ, مش الان, لا اريد, لا أريد, خلاص لا',
  '不, 不是, 不要, 不用, 不用了, 不行, 不了, 算了, 不需要, 没有',
);

function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(', ').map(plainWords)));
}
