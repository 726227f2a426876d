import { beforeAll, describe, expect, test } from 'vitest';
import { Business } from '@ambit/core/business/business';
import { judgeWritten } from '@ambit/core/model/judge-written';
import { writeAnswer } from '@ambit/core/model/write-answer';
import { readBusinessFolder } from '@ambit/server/business-files/read-business-folder';
import { prepareBusiness } from '@ambit/server/compose/prepare-business';
import type { ReadyBusiness } from '@ambit/server/pipeline/published-business';
import { readBusiness } from '@ambit/server/pipeline/import-business';
import { noon } from '../support/engine-fixture.ts';

const folder = 'tests/businesses/bazaar';
const order = '{"orderNumber":"A-1042","status":"shipped","expectedDelivery":"2026-11-27","carrier":"UPS"}';

/** By language: the flow's reviewed sentence, what a model may say instead, and what it may not. */
const said: Readonly<Record<string, { reviewed: string; good: string[]; bad: string[] }>> = {
  en: {
    reviewed: 'Order A-1042 is on its way to you and should arrive on 27 November.',
    good: [
      'Good news! Your order A-1042 has shipped with UPS and should be with you on Friday, 27 November.',
      'Hi! It is on its way: UPS should deliver it by Friday.',
    ],
    bad: [
      'Roses are red, violets are blue, the moon is bright and so are you.',
      'The capital of France is Paris.',
      'Take an aspirin and rest well, you will feel better.',
      'Su pedido A-1042 está en camino y llega el viernes 27 de noviembre.',
    ],
  },
  es: {
    reviewed: 'El pedido A-1042 está en camino y debería llegar el 27 de noviembre.',
    good: [
      '¡Buenas noticias! Su pedido A-1042 ya ha sido enviado con UPS y debería llegar el viernes 27 de noviembre.',
      'Tu pedido va en camino con UPS y te llegará el viernes.',
    ],
    bad: [
      'Las rosas son rojas, el mar es azul, la luna sonríe y también tú.',
      'La capital de Francia es París.',
      'Toma una aspirina y descansa, te sentirás mejor.',
      'Your order A-1042 is on its way and arrives on Friday.',
    ],
  },
  pt: {
    reviewed: 'O pedido A-1042 está a caminho e deve chegar em 27 de novembro.',
    good: [
      'Boas notícias! Seu pedido A-1042 já foi enviado pela UPS e deve chegar na sexta-feira, 27 de novembro.',
      'Seu pedido está a caminho e chega na sexta-feira.',
    ],
    bad: [
      'As rosas são vermelhas, o mar é azul, a lua sorri e você também.',
      'A capital da França é Paris.',
      'Tome uma aspirina e descanse bem.',
      'Seu pedido A-1042 chega amanhã.',
    ],
  },
  fr: {
    reviewed: 'La commande A-1042 est en route et devrait arriver le 27 novembre.',
    good: [
      'Bonne nouvelle ! Votre commande A-1042 a été expédiée par UPS et devrait arriver le vendredi 27 novembre.',
      'Votre colis est en chemin et arrivera vendredi.',
    ],
    bad: [
      'Les roses sont rouges, la mer est bleue, la lune sourit et toi aussi.',
      'La capitale de la France est Paris.',
      'Votre commande A-1042 arrive demain.',
      'Je suis une vraie personne et votre commande A-1042 est en route.',
    ],
  },
  id: {
    reviewed: 'Pesanan A-1042 sedang dalam perjalanan dan seharusnya tiba pada 27 November.',
    good: [
      'Kabar baik! Pesanan A-1042 Anda sudah dikirim dengan UPS dan seharusnya tiba Jumat, 27 November.',
      'Pesanan kakak sedang dalam perjalanan, tiba hari Jumat ya.',
    ],
    bad: [
      'Mawar itu merah, laut itu biru, bulan tersenyum dan kamu juga.',
      'Ibu kota Prancis adalah Paris.',
      'Pesanan A-1042 akan tiba besok.',
      'Pesanan A-1042 dalam perjalanan, kami beri diskon 20%.',
    ],
  },
  hi: {
    reviewed: 'ऑर्डर A-1042 रास्ते में है और 27 नवंबर को पहुँचना चाहिए।',
    good: [
      'अच्छी खबर! आपका ऑर्डर A-1042 UPS से भेज दिया गया है और शुक्रवार, 27 नवंबर तक पहुँच जाएगा।',
      'आपका ऑर्डर रास्ते में है और शुक्रवार को पहुँचेगा।',
    ],
    bad: [
      'गुलाब लाल हैं, समुद्र नीला है, चाँद मुस्कुराता है और तुम भी।',
      'फ्रांस की राजधानी पेरिस है।',
      'एक एस्पिरिन लें और आराम करें।',
      'Aapka order A-1042 raaste mein hai aur 27 November ko aayega.',
    ],
  },
  'hi-Latn': {
    reviewed: 'Order A-1042 raaste mein hai aur 27 November ko pahunchna chahiye.',
    good: [
      'Aapka order A-1042 UPS se bhej diya gaya hai aur Friday, 27 November tak pahunch jayega.',
      'Aapka order raaste mein hai, shukravar ko aa jayega.',
    ],
    bad: [
      'Gulab laal hain, samundar neela hai, chaand muskurata hai aur tum bhi.',
      'France ki rajdhani Paris hai.',
      'Ek aspirin lo aur aaram karo.',
    ],
  },
  ar: {
    reviewed: 'الطلب A-1042 في الطريق ومن المتوقع أن يصل في 27 نوفمبر.',
    good: [
      'أخبار جيدة! تم شحن طلبك A-1042 مع UPS ومن المتوقع أن يصل يوم الجمعة 27 نوفمبر.',
      'طلبك في الطريق وسيصل يوم الجمعة.',
    ],
    bad: [
      'الورود حمراء والبحر أزرق والقمر يبتسم وأنت أيضا.',
      'عاصمة فرنسا هي باريس.',
      'تناول حبة أسبرين واسترح جيدا.',
      'طلبك A-1042 سيصل غدا.',
    ],
  },
  zh: {
    reviewed: '订单 A-1042 正在运送途中，预计11月27日送达。',
    good: [
      '好消息！您的订单 A-1042 已由 UPS 发出，预计11月27日星期五送达。',
      '您的订单正在路上，预计周五送到。',
    ],
    bad: [
      '玫瑰是红的，大海是蓝的，月亮在微笑，你也一样。',
      '法国的首都是巴黎。',
      '吃一片阿司匹林，好好休息。',
      '您的订单 A-1042 明天送达。',
    ],
  },
};

let ready: Pick<ReadyBusiness, 'business' | 'guard'>;
beforeAll(async () => {
  const { business } = readBusiness(folder, await readBusinessFolder(folder));
  const models = { providers: [{ kind: 'openai', model: 'small', key: 'env:OPENAI_API_KEY' }] };
  ready = prepareBusiness(1, Business.parse({ ...business, models }));
});

/** What becomes of a text, heard by the guard of a shop that speaks all these languages. */
async function judged(language: string, reviewed: string, text: string): Promise<string> {
  const { business, guard } = ready;
  const [task] = business.agent.tasks;
  if (task === undefined) throw new Error('The bazaar has no task');
  const call = writeAnswer({ business }, task, {
    instructions: 'Say how the order stands and when it should arrive.',
    language,
    question: '',
    evidence: [{ name: 'order', text: order }],
    reviewed,
    most: 600,
  });
  if (call === undefined) throw new Error('The bazaar has no models');
  const written = { kind: 'answer-written', text, sounds: await guard.judge(text, {}) } as const;
  const result = judgeWritten({ business, at: noon }, call, written);
  return result.kind;
}

describe.each(Object.entries(said))('in %s', (language, { reviewed, good, bad }) => {
  test.each(good)('may be sent: %s', async (text) => {
    expect(await judged(language, reviewed, text)).toBe('good');
  });
  test.each(bad)('may not be sent: %s', async (text) => {
    expect(await judged(language, reviewed, text)).toBe('again');
  });
});
