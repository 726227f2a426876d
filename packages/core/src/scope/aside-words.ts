import { plainWords } from '../slot/plain-words.ts';

/** Whether a whole text asks for time and says nothing else: "hmm, let me think", "one moment please". */
export function hesitates(text: string): boolean {
  return pauses.has(bare(text));
}

/** Whether a whole text asks why the agent wants to know something: "why do you need that?" */
export function asksWhy(text: string): boolean {
  return whys.has(bare(text));
}

/** Whether a whole text says that the customer cannot find the number of an order. */
export function lacksNumber(text: string): boolean {
  return lacking.has(bare(text));
}

/** What people put around it without changing it. */
const around =
  /^(?:(?:h+m+|u+h+m*|e+h+|err|ok|okay|well|oh|wait|sorry|but|and|so|no|mm+|bueno|pues|bem|então|bon|alors|euh|oke|ya|kak|अच्छा|accha|acha|طيب|嗯+|那|等等) )+|(?: (?:please|pls|actually|first|por favor|porfa|svp|s il vous plaît|dong|ya|dulu|kak|yaar|bhai|ji|जी|من فضلك|لو سمحت))+$|(?:吧|呢|啊|哦|一下)$/gu;

function bare(text: string): string {
  const written = plainWords(text);
  const stripped = written.replace(around, '').trim();
  return stripped === '' ? written : stripped;
}

function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split('|')).map((each) => bare(each)));
}

const pauses = wordSet(
  "hmm|hm|let me think|let me think about it|i'll think about it|ill think about it|i will think about it|i need to think|i have to think about it|give me a moment|give me a minute|give me a second|one moment|one minute|one sec|one second|just a moment|just a minute|just a sec|a moment|hold on|hang on|wait|wait a moment|wait a minute|wait a sec|let me check|let me see|let me look|i'll check|i'll look it up|brb|not sure yet|i'm not sure yet|not decided yet|i haven't decided yet|undecided|i'll get back to you|i'll be right back",
  'déjame pensar|dejame pensar|déjame pensarlo|dejame pensarlo|lo pienso|lo voy a pensar|tengo que pensarlo|un momento|un segundo|un minuto|un momentito|espera|espere|espera un momento|espere un momento|espera un segundo|espérame|esperame|déjame ver|dejame ver|déjame revisar|dejame revisar|todavía no sé|aún no sé|todavia no se|aun no se|a ver|ahora vuelvo',
  'deixa eu pensar|deixe me pensar|vou pensar|preciso pensar|um momento|um segundo|um minuto|um instante|só um momento|so um momento|só um minuto|espera|espera aí|espera ai|peraí|perai|deixa eu ver|deixa eu verificar|ainda não sei|ainda nao sei|já volto|ja volto',
  'laissez moi réfléchir|laisse moi réfléchir|je réfléchis|je vais réfléchir|je dois réfléchir|un moment|un instant|une seconde|une minute|attendez|attends|attendez un instant|laissez moi voir|laissez moi vérifier|je regarde|je vérifie|je ne sais pas encore|pas encore décidé|je reviens',
  'bentar|sebentar|bentar ya|sebentar ya|tunggu|tunggu sebentar|tunggu bentar|pikir pikir dulu|saya pikir dulu|aku pikir dulu|pikir dulu|mikir dulu|saya cek dulu|cek dulu|lihat dulu|belum tahu|belum tau|belum yakin|belum pasti|nanti saya kabari',
  'सोचने दो|सोचने दीजिए|मुझे सोचने दो|सोचता हूँ|सोचती हूँ|सोच कर बताता हूँ|एक मिनट|एक मिनट रुको|रुको|रुकिए|ज़रा रुको|देखता हूँ|देखती हूँ|देख कर बताता हूँ|अभी पक्का नहीं|अभी तय नहीं',
  'sochne do|mujhe sochne do|sochta hun|sochti hun|soch ke batata hun|soch ke batati hun|ek minute|ek min|ek min ruko|ek second|ruko|rukiye|zara ruko|dekhta hun|dekhti hun|check karta hun|check karti hun|abhi pakka nahi|abhi decide nahi kiya',
  'دعني أفكر|خليني افكر|خليني أفكر|سأفكر|هفكر|بفكر|افكر وارد لك|لحظة|لحظه|دقيقة|دقيقه|ثانية|استنى|انتظر|خليني اشوف|خليني أشوف|مش متأكد بعد|لسه ما قررت|لم أقرر بعد',
  '让我想想|我想想|想想|我再想想|再想想|考虑一下|我考虑一下|再考虑一下|等一下|等下|等等|稍等|稍等一下|等会|我看看|我看一下|我查一下|还没想好|还没决定|待会再说',
);

const whys = wordSet(
  'why|why is that|why that|what for|why do you need that|why do you need it|why do you need this|why do you need to know|why do you ask|why do you want that|why do you want to know|why do you need my email|why do you need my address|why do you need my number|why do you need my phone number|why do you need my postcode|why do you need my name|why should i tell you|why should i|what do you need it for|what do you need that for|is that necessary|is this necessary|do i have to',
  'por qué|por que|porqué|para qué|para que|por qué lo necesitas|para qué lo necesitas|para qué lo quiere|para qué lo quieres|por qué preguntas|para qué quieres saber|para qué necesitas eso|es necesario',
  'por quê|porque|pra quê|para quê|pra que|por que você precisa disso|por que precisa disso|pra que você quer saber|por que pergunta|é necessário|precisa mesmo',
  "pourquoi|pour quoi faire|pourquoi vous demandez|pourquoi demandez vous ça|pourquoi vous avez besoin de ça|pourquoi avez vous besoin de ça|c'est nécessaire|c'est obligatoire",
  'kenapa|mengapa|buat apa|untuk apa|kenapa perlu itu|buat apa ya|kok perlu|kenapa tanya|harus ya|wajib ya|kenapa harus',
  'क्यों|क्यूँ|किस लिए|किसलिए|क्यों चाहिए|ये क्यों चाहिए|यह क्यों चाहिए|ज़रूरी है क्या',
  'kyun|kyon|kyu|kis liye|kyun chahiye|kyu chahiye|ye kyun chahiye|zaroori hai kya|kyun puch rahe ho',
  'لماذا|ليش|ليه|لشو|لأيش|عشان ايش|ليش تحتاج هذا|ليه محتاج ده|لماذا تحتاج هذا|هل هذا ضروري|ضروري',
  '为什么|为啥|干嘛|为什么需要这个|要这个干嘛|要这个做什么|为什么要这个|一定要吗|必须吗|为什么问这个',
);

const lacking = wordSet(
  "i don't have the number|i dont have the number|i don't have the order number|i don't have my order number|i don't have a number|i have no number|i have no order number|i lost the number|i lost it|i can't find it|i cant find it|i can't find the number|i cannot find it|i don't know the number|i don't know the order number|i don't know my order number|i deleted the email|i deleted it|i never got a number|i didn't get a number|i don't have an order number|no number|where do i find it|where is the number|where can i find it|where do i find the number|where can i find the order number|where do i find the order number",
  'no tengo el número|no tengo el numero|no tengo número|no tengo numero de pedido|no sé el número|no se el numero|no lo encuentro|no encuentro el número|lo perdí|perdí el número|borré el correo|dónde lo encuentro|donde lo encuentro|dónde está el número',
  'não tenho o número|nao tenho o numero|não sei o número|nao sei o numero|não encontro|não acho|não achei o número|perdi o número|perdi|apaguei o e mail|onde encontro|onde acho o número|onde fica o número',
  "je n'ai pas le numéro|j'ai pas le numéro|je n'ai pas de numéro|je ne connais pas le numéro|je ne trouve pas|je ne le trouve pas|je l'ai perdu|j'ai perdu le numéro|où le trouver|où est ce que je le trouve|où se trouve le numéro",
  'ga punya nomornya|gak punya nomornya|nggak punya nomornya|tidak punya nomornya|nomornya hilang|nomornya ga ada|nomornya gak ada|tidak tahu nomornya|ga tau nomornya|gak tau nomornya|lupa nomornya|ga ketemu|gak ketemu|nomornya di mana|nomornya dimana|lihat di mana',
  'नंबर नहीं है|मेरे पास नंबर नहीं है|नंबर नहीं पता|नंबर नहीं मिल रहा|नहीं मिल रहा|नंबर खो गया|नंबर कहाँ मिलेगा|कहाँ मिलेगा',
  'number nahi hai|mere paas number nahi hai|number nahi pata|number nahi mil raha|nahi mil raha|number kho gaya|number kahan milega|kahan milega|order number nahi hai',
  'ما عندي الرقم|ما عندي رقم|ليس لدي الرقم|ليس عندي الرقم|مش معايا الرقم|معرفش الرقم|لا أعرف الرقم|ما لقيته|لا أجده|ضاع الرقم|وين ألقاه|فين الرقم|أين أجده|أين الرقم',
  '我没有订单号|没有订单号|没有号码|不知道订单号|找不到|找不到订单号|找不到了|订单号丢了|订单号在哪|订单号在哪里|在哪里看|在哪看|哪里看订单号',
);
