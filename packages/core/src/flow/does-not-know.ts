import { plainWords } from '../slot/plain-words.ts';

/** Whether the whole text says that the customer does not know or have what is asked for. */
export function doesNotKnow(text: string): boolean {
  return unknown.has(plainWords(text));
}

const unknown: ReadonlySet<string> = new Set(
  [
    "i don't know, i dont know, don't know, dont know, no idea, not sure, i'm not sure, idk, dunno, i don't have it, i dont have it, i don't have one, i can't remember, i don't remember, i forgot",
    'no sé, no se, no lo sé, no lo se, ni idea, no tengo idea, no la tengo, no lo tengo, no tengo, no me acuerdo, no recuerdo, no lo recuerdo, no la recuerdo, se me olvidó',
    'não sei, nao sei, sei lá, não faço ideia, não tenho, nao tenho, não lembro, nao lembro, não me lembro, esqueci',
    "je ne sais pas, je sais pas, sais pas, jsp, aucune idée, je ne l'ai pas, je l'ai pas, je n'en ai pas, je ne me souviens pas, je me souviens plus, je ne m'en souviens plus, j'ai oublié",
    'tidak tahu, tidak tau, gak tahu, gak tau, ga tau, nggak tahu, kurang tahu, tidak punya, gak punya, lupa, saya lupa, tidak ingat',
    'पता नहीं, नहीं पता, मुझे नहीं पता, मालूम नहीं, याद नहीं, मेरे पास नहीं है, भूल गया, भूल गई',
    'pata nahi, pata nahin, nahi pata, mujhe nahi pata, maloom nahi, yaad nahi, mere paas nahi hai, bhool gaya, bhool gayi',
    'لا أعرف, لا اعرف, ما اعرف, ما أعرف, لا أدري, لا ادري, ما ادري, مش عارف, معرفتش, ما عرفتش, ما عنديش, معنديش, ليس لدي, ما عندي, نسيت, لا أتذكر, لا اتذكر',
    '不知道, 不清楚, 我不知道, 忘了, 不记得, 不记得了, 我没有',
  ].flatMap((line) => line.split(',').map(plainWords)),
);
