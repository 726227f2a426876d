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
  // "Leave it", "don't change it": what is asked about stays as it is.
  "don't, dont, do not, please don't, please dont, don't do it, dont do it, do not do it, don't do that, dont do that, don't change it, dont change it, do not change it, don't change anything, leave it, leave it as it is, leave it as is, leave it be, leave it like that, leave it alone, keep it, keep it as it is, keep it as is, keep it that way, rather not, better not",
  'no lo cambie, no lo cambies, no la cambie, no la cambies, no cambie nada, no cambies nada, no lo haga, no lo hagas, déjelo, dejelo, déjala, dejala, déjelo como está, dejelo como esta, déjalo como está, dejalo como esta, déjelo así, dejelo asi, déjalo así, dejalo asi, mejor déjelo así',
  'não mude, nao mude, não muda, nao muda, não mude nada, não altere, nao altere, não faça isso, nao faca isso, deixa como está, deixa como esta, deixe como está, deixe como esta, deixa assim, deixe assim, deixa estar, melhor não mudar',
  'ne changez rien, ne change rien, ne la changez pas, ne le changez pas, ne la change pas, ne le change pas, ne le faites pas, ne fais rien, ne faites rien, laissez, laisse, laissez comme ça, laisse comme ça, laissez comme c est, laissez comme ca, laisse comme ca, gardez comme ça, plutôt pas',
  'jangan diubah, jangan ubah, jangan diganti, biarkan, biarkan saja, biarin, biarin aja, biar saja, biar gitu aja, tetap seperti semula, tetap saja, gak usah diubah, tidak usah diubah, ga usah, gak usah, nggak usah',
  'मत बदलो, मत बदलिए, मत बदलें, बदलो मत, मत कीजिए, वैसे ही रहने दो, वैसा ही रहने दो, ऐसे ही रहने दो, वैसे ही रहने दीजिए, रहने दें, रहने दीजिए, रहने दीजिये, छोड़ो, छोड़ दो',
  'mat badlo, mat badliye, badlo mat, mat kijiye, waise hi rehne do, vaise hi rehne do, aise hi rehne do, rehne dein, rehne dijiye, chhodo, chodo, chhod do, chod do',
  'لا تغيره, لا تغيريه, لا تغير شيئا, لا تغير شيء, لا تفعل, اتركه, اتركها, اتركه كما هو, اتركها كما هي, خليه, خليه كما هو, خليه زي ما هو, خليها زي ما هي, لا تعمل شي, ما تغيره, بلاش',
  '别, 不要改, 别改, 别改了, 不改了, 不改, 不用改, 不用改了, 别动, 先别改, 保持原样, 保持原样吧, 就这样别改, 还是不改了, 别弄了, 不要动',
);

function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(', ').map(plainWords)));
}
