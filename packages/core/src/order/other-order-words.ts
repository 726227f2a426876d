import { plainWords } from '../slot/plain-words.ts';

/** Whether a short text asks for the other order, after one was shown: "thx! and the other one?". */
export function asksForOtherOrder(text: string): boolean {
  const written = plainWords(text);
  const short = written.split(' ').length <= 8 && (written.match(/\p{Script=Han}/gu)?.length ?? 0) <= 14;
  return short && meansOther.test(` ${written} `);
}

const meansOther = new RegExp(
  [
    '(?<= )(?:the other(?: one| order| parcel| package)?|my other(?: one| order| parcel| package)|other order|second order)(?= (?:please|pls|too|as well|then|now)? ?$| ?$)',
    '(?<= )(?:y )?(?:el otro|la otra|el otro pedido|mi otro pedido|mi otra orden)(?= )',
    '(?<= )(?:e )?(?:o outro|a outra|o outro pedido|meu outro pedido)(?= )',
    '(?<= )(?:et )?(?:l autre|l autre commande|mon autre commande)(?= )',
    '(?<= )(?:yang satu lagi|yang satunya|yang lain|pesanan yang lain|pesanan satu lagi|satunya lagi)(?= )',
    '(?<= )(?:दूसरा|दूसरा वाला|दूसरा ऑर्डर|दूसरे का|दूसरे वाले का)(?= )',
    '(?<= )(?:dusra|doosra|dusra wala|doosra wala|dusra order|doosra order|dusre ka|dusre wale ka)(?= )',
    '(?<= )(?:و?الآخر|و?الثاني|و?الاخر|طلبي الآخر|و?الطلب الآخر|و?الطلب الثاني)(?= )',
    '另一个|另外一个|另一单|另外那个|另一笔|还有一个呢|那个呢',
  ].join('|'),
  'u',
);
