import { plainWords } from '../slot/plain-words.ts';

/** Whether a whole text says that there is nothing to add: "that's all", "nothing else, thanks". */
export function saysNothingMore(text: string): boolean {
  return words.has(bare(text));
}

/** What people put around it without changing it. */
const around =
  /^(?:(?:ok|okay|k|kk|alright|right|cool|yes|no|nope|nah|fine|great|perfect|and|i think|thanks|thank you|sí|si|vale|bueno|gracias|não|nao|sim|obrigado|obrigada|oui|non|merci|bon|ya|udah|sudah|oke|makasih|haan|nahi|nahin|हाँ|नहीं|जी|جی|نعم|لا|تمام|طيب|شكرا|好|好的|嗯|那|不|谢谢|暂时|先|应该) )+|(?: (?:for now|for today|today|please|pls|thanks|thank you|thx|really|por ahora|por hoy|de momento|por el momento|por favor|gracias|muchas gracias|por enquanto|por hoje|por agora|mesmo|obrigado|obrigada|valeu|pour l instant|pour aujourd hui|pour le moment|merci|svp|kak|ya|dong|deh|dulu|untuk sekarang|untuk hari ini|makasih|terima kasih|ji|bhai|abhi|abhi ke liye|filhaal|shukriya|dhanyavaad|जी|अभी|फ़िलहाल|फिलहाल|धन्यवाद|शुक्रिया|شكرا|الآن|الان|اليوم|حاليا|لليوم|من فضلك|谢谢|谢谢你))+$|^(?:暂时|目前|先|那|嗯|好的|应该)+|(?:谢谢|多谢)+$|(?:了|吧|啦)+$/gu;

/** Takes away what stands around it until there is no more of that, but never all of it. */
function bare(text: string): string {
  let written = plainWords(text);
  for (let turns = 0; turns < 4; turns += 1) {
    const stripped = written.replace(around, '').trim();
    if (words.has(written) || stripped === '' || stripped === written) break;
    written = stripped;
  }
  return written;
}

const words: ReadonlySet<string> = new Set(
  [
    "that's all|that is all|thats all|that's it|that is it|thats it|that'll be all|that will be all|all done|nothing else|nothing more|no more|done|i'm done|im done|finished|i'm finished|that's everything|that is everything|just that|only that|just this|no nothing else|that will do|that'll do|i'm good|im good|i am good|all good|i'm fine|im fine|we're good|thats everything|nothing at all",
    'eso es todo|es todo|esto es todo|nada más|nada mas|ya está|ya esta|listo|sería todo|seria todo|solo eso|sólo eso|con eso|así está bien|asi esta bien|con eso está bien|con eso esta bien|con eso basta|ya es todo|nada',
    'é só isso|e só isso|é so isso|só isso|so isso|é tudo|isso é tudo|mais nada|nada mais|só|pronto|por enquanto é só|é só|era só isso|era so isso|só isso mesmo|tá bom assim|ta bom assim|está bom assim|assim está bom',
    "c'est tout|c est tout|ce sera tout|rien d'autre|rien de plus|ça suffit|ca suffit|j'ai fini|terminé|c'est bon|ça ira|ça ira comme ça|ca ira comme ca|ça va comme ça|ca va comme ca|rien",
    'itu saja|itu aja|itu doang|udah itu aja|sudah itu saja|udah|sudah|cukup|segitu aja|segitu saja|segitu dulu|ga ada lagi|gak ada lagi|nggak ada lagi|tidak ada lagi|itu dulu|sudah cukup|udah cukup|nggak ada|gak ada|ga ada',
    'बस|बस इतना|बस इतना ही|इतना ही|और कुछ नहीं|बस यही|हो गया|बस हो गया|बस यही चाहिए|कुछ नहीं|और कुछ नहीं चाहिए',
    'bas|bas itna|bas itna hi|itna hi|aur kuch nahi|aur kuch nahin|bas yahi|ho gaya|bas ho gaya|bas yahi chahiye|kuch nahi|kuch nahin|aur kuch nahi chahiye',
    'هذا كل شيء|هذا كل شي|كل شيء|بس|بس كده|بس كذا|بس هيك|لا شيء آخر|لا شي تاني|خلصت|يكفي|كفاية|لا شيء|شيء آخر لا|ولا شي|ولا شيء|لا شي|خلاص كذا|خلاص كده|مافي شي ثاني|ما في شي ثاني|لا مافي شي ثاني|ما فيه شي ثاني|مش عايز حاجة تانية|هذا كل شيء',
    '就这些|就这样|就这么多|没有了|没了|没别的|不要别的|够了|好了|就这个|就是这些|先这样|先这些|没有|没别的|没有别的|没有其他的|没其他的|没有其它的|不要别的|就要这些',
  ].flatMap((line) => line.split('|').map((each) => plainWords(each))),
);
