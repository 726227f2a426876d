import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ungroundedFacts } from './ungrounded-facts.ts';

/** A Sunday. */
const today = { year: 2026, month: 11, day: 22 };
const order =
  '{"orderNumber":"A-1042","status":"shipped","expectedDelivery":"2026-11-27","total":1299.5,"items":[{"quantity":2}],"trackingUrl":"https://track.example/A1042"}';
const hours =
  'We are open Monday to Friday from 9:00 to 18:00. Returns are free within 30 days. Write to help@shop.example.';

describe('what stands in the evidence', () => {
  test.each([
    ['en', 'Your order A-1042 is on its way and should arrive on 27 November.'],
    ['en', 'It arrives on Friday, November 27th.'],
    ['en', 'The total was $1,299.50 for two items.'],
    ['es', 'Tu pedido A-1042 llega el 27 de noviembre. Total: 1.299,50 €.'],
    ['es', 'Llega el viernes.'],
    ['pt', 'Chega na sexta-feira, 27 de novembro.'],
    ['fr', 'Votre commande arrive vendredi 27 novembre, total 1 299,50 €.'],
    ['id', 'Pesanan A-1042 tiba hari Jumat, 27 November.'],
    ['hi', 'आपका ऑर्डर A-1042 शुक्रवार, 27 नवंबर को आएगा।'],
    ['hi', 'आपका ऑर्डर २७ नवंबर को आएगा।'],
    ['ar', 'سيصل طلبك A-1042 يوم الجمعة ٢٧ نوفمبر.'],
    ['zh', '您的订单A-1042将于11月27日星期五送达，共两件。'],
    ['en', 'Follow it at https://track.example/A1042.'],
    ['en', 'We are open on Wednesday until 6 pm.'],
    ['en', 'You can return it within 30 days, free of charge; write to help@shop.example'],
    ['en', 'How can I help you today?'],
    ['en', '1. Open the link.\n2. Follow your parcel.'],
    ['en', 'I am sorry, I do not know that.'],
  ])('%s: %s', (language, answer) => {
    expect(ungroundedFacts(answer, { texts: [order, hours], today }, language)).toEqual([]);
  });
});

describe('what was made up', () => {
  test.each([
    ['en', 'It will arrive tomorrow.', ['tomorrow']],
    ['en', 'It arrives on 28 November.', ['28 November']],
    ['en', 'Your order A-1057 has shipped.', ['A-1057']],
    ['en', 'That is $1,199.', ['1,199']],
    ['en', 'It takes five days.', ['five']],
    ['es', 'Llega mañana.', ['mañana']],
    ['pt', 'Chega em três dias.', ['três']],
    ['fr', 'Elle arrive demain, le 23/11.', ['demain', '23/11']],
    ['id', 'Barang tiba lusa.', ['lusa']],
    ['hi', 'ऑर्डर कल आएगा।', ['कल']],
    ['hi-Latn', 'order kal aayega', ['kal']],
    ['ar', 'سيصل الطلب غدا', ['غدا']],
    ['zh', '订单明天到，三天内退款', ['明天', '三']],
    ['en', 'See https://evil.example/refund', ['https://evil.example/refund']],
    ['en', 'Write to boss@evil.example', ['boss@evil.example']],
    ['en', 'We are open on Sunday.', ['Sunday']],
    ['en', 'We close at 9 pm.', ['9 pm']],
    ['en', 'You get 50% off.', ['50']],
  ])('%s: %s', (language, answer, made) => {
    expect(ungroundedFacts(answer, { texts: [order, hours], today }, language).toSorted()).toEqual(
      made.toSorted(),
    );
  });
});

test('a text rests on itself', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'A-1042',
          '27 November',
          'tomorrow',
          '$1,299.50',
          '9:30',
          'Friday',
          'two',
          'a.example/x',
          '03/04',
          '٣',
          'at',
          ',',
        ),
      ),
      (words) => {
        const text = words.join(' ');
        expect(ungroundedFacts(text, { texts: [text], today })).toEqual([]);
      },
    ),
  );
});
