import { plainWords } from '../slot/plain-words.ts';

/** Whether a whole text says that there is nothing to add: "that's all", "nothing else, thanks". */
export function saysNothingMore(text: string): boolean {
  return words.has(bare(text));
}

/** What people put around it without changing it. */
const around =
  /^(?:(?:ok|okay|yes|no|nope|fine|great|perfect|and|i think|sí|si|vale|não|nao|sim|oui|non|ya|udah|sudah|oke|haan|nahi|हाँ|नहीं|جی|نعم|لا|تمام|好|好的|嗯|那) )+|(?: (?:for now|please|pls|thanks|thank you|thx|por favor|gracias|obrigado|obrigada|merci|svp|kak|ya|dong|deh|dulu|makasih|terima kasih|ji|bhai|shukriya|जी|धन्यवाद|شكرا|من فضلك|谢谢))+$|(?:了|吧|谢谢)$/gu;

function bare(text: string): string {
  const written = plainWords(text);
  const stripped = written.replace(around, '').trim();
  return stripped === '' ? written : stripped;
}

const words: ReadonlySet<string> = new Set(
  [
    "that's all|that is all|thats all|that's it|that is it|thats it|that'll be all|that will be all|all done|nothing else|nothing more|no more|done|i'm done|im done|finished|i'm finished|that's everything|that is everything|just that|only that|just this|no nothing else",
    'eso es todo|es todo|esto es todo|nada más|nada mas|ya está|ya esta|listo|sería todo|seria todo|solo eso|sólo eso|con eso|así está bien|asi esta bien',
    'é só isso|e só isso|é so isso|só isso|so isso|é tudo|isso é tudo|mais nada|nada mais|só|pronto|por enquanto é só|é só',
    "c'est tout|c est tout|ce sera tout|rien d'autre|rien de plus|ça suffit|ca suffit|j'ai fini|terminé|c'est bon",
    'itu saja|itu aja|itu doang|udah itu aja|sudah itu saja|udah|sudah|cukup|segitu aja|segitu saja|segitu dulu|ga ada lagi|gak ada lagi|nggak ada lagi|tidak ada lagi|itu dulu',
    'बस|बस इतना|बस इतना ही|इतना ही|और कुछ नहीं|बस यही|हो गया',
    'bas|bas itna|bas itna hi|itna hi|aur kuch nahi|aur kuch nahin|bas yahi|ho gaya|bas ho gaya',
    'هذا كل شيء|هذا كل شي|كل شيء|بس|بس كده|بس كذا|بس هيك|لا شيء آخر|لا شي تاني|خلصت|يكفي|كفاية',
    '就这些|就这样|就这么多|没有了|没了|没别的|不要别的|够了|好了|就这个|就是这些|先这样|先这些',
  ].flatMap((line) => line.split('|').map((each) => plainWords(each))),
);
