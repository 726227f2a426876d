import { plainWords } from '../slot/plain-words.ts';

/** What people put around the things they order, in the languages Ambit speaks; nothing that asks or tells something else. */
const around = [
  'i we id ill d ll want wanna would will like have take get grab give me us my need order orders buy please pls plz for to the some just also and with hi hello hey hiya good morning evening afternoon thanks thank thx can could may let s lets ok okay yes yeah deliver delivered delivery bring send pick up pickup takeaway take away go here home now today tonight asap dear so then m re be it them',
  'quiero quisiera queria me nos gustaria pedir pido pedido ponme ponga pongame dame deme denme traeme traiga trae enviame envia mandame para llevar a domicilio por favor porfa hola buenas buenos dias tardes noches gracias y con el la los las de del un comprar compro necesito ahora hoy',
  'quero queria gostaria gostava pedir peco peço pedido me nos manda mande traz traga ve vê por favor pfv ola olá oi bom boa dia tarde noite obrigado obrigada e com o a os as de do da para pra entregar entrega levar comprar preciso agora hoje',
  'je j nous veux voudrais voudrait aimerais prends prendrai prendre vais commander commande donnez donne moi mettez mets apportez livrez livrer livre livré à a emporter domicile s il vous te plait plaît svp stp bonjour bonsoir salut merci et avec le la les l de du des d pour acheter besoin maintenant',
  'saya aku gue gw mau pesan pesen order beli minta tolong dong ya yah kak mas mbak bang pak bu deh aja saja sama dan plus juga untuk buat bungkus dibungkus antar anter diantar dianter kirim dikirim bawa pulang halo hai hi selamat pagi siang sore malam makasih terima kasih sekarang satu lagi nya ke',
  'मुझे मुझको हमें मैं हम चाहिए चाहिये चाहता चाहती हूँ हूं है ऑर्डर करना करनी करो कर दो दीजिए दे देना भेजो भेज भेजना लेना लूँगा लूंगा और भी कृपया प्लीज़ प्लीज नमस्ते धन्यवाद जी भाई के का की को लिए',
  'mujhe mujhko humein hame main hum chahiye chaiye chahta chahti hu hun hoon hai order karna karni karo kar do dijiye de dena bhejo bhej bhejna lena lunga lungi aur bhi please plz namaste hello hi bhai ji ke ka ki ko liye',
  'أريد اريد بدي عايز عايزة عاوز أبغى ابغى أبي ابي بغيت أود اود أطلب اطلب طلب لو سمحت سمحتي من فضلك رجاء مرحبا السلام عليكم شكرا و مع إلى الى ل للبيت توصيل وصلوا وصل اعطني أعطني هات جيب ممكن شراء اشتري أشتري الآن',
].flatMap((line) => line.split(' ').map(plainWords));

const words: ReadonlySet<string> = new Set(around);

const han =
  /我们|我想要|我想买|我想|想要|我要|给我|帮我|请|麻烦|谢谢|你好|您好|下单|订购|订|点|买|购买|来|要|想|再|加|和|跟|还有|以及|外卖|外送|送到|送|打包|带走|一下|吧|呢|了|哦|啊|的|份|个|我/gu;

/** How many of these words say something else than that things are ordered. */
export function otherThanOrdering(said: readonly string[]): number {
  return said.filter((word, at) => {
    if (/\p{Script=Han}/u.test(word)) return word.replace(han, '') !== '';
    return !words.has(word) && !(word === 'you' && said[at - 1] === 'thank');
  }).length;
}
