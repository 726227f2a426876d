/**
 * How a customer asks for something else than what was shown, in the order in which they are looked
 * for: "another brand" is no "another".
 */
const changes = [
  'any-price',
  'any-colour',
  'other-brand',
  'other-colour',
  'cheapest',
  'dearest',
  'lightest',
  'heaviest',
  'biggest',
  'smallest',
  'lighter',
  'heavier',
  'cheaper',
  'dearer',
  'bigger',
  'smaller',
  'in-stock',
  'others',
] as const;
export type Change = (typeof changes)[number];

/** The words for each in nine scripts and languages, folded. What is also a plain wish at first ("barato") is cheap. */
const phrases: Readonly<Record<Change, string>> = {
  'any-price':
    'any price|price does not matter|whatever the price|no budget|no limit|money is no object|cualquier precio|el precio no importa|no importa el precio|sin limite|sin presupuesto|qualquer preco|o preco nao importa|nao importa o preco|sem limite|peu importe le prix|le prix importe peu|sans limite|n importe quel prix|harga bebas|harga berapa saja|tidak masalah harga|bebas harga|कोई भी दाम|दाम की चिंता नहीं|कितने का भी|koi bhi daam|paise ki tension nahi|kitne ka bhi|اي سعر|السعر لا يهم|السعر مش مهم|بدون حد|价格不限|不限预算|多少钱都行|价钱无所谓|预算不限',
  'any-colour':
    'any colour|any color|colour does not matter|color does not matter|whatever colour|cualquier color|el color no importa|qualquer cor|a cor nao importa|n importe quelle couleur|peu importe la couleur|warna apa saja|warna bebas|कोई भी रंग|koi bhi rang|koi bhi colour|اي لون|颜色不限|什么颜色都行|颜色无所谓',
  'other-brand':
    'another brand|other brand|other brands|different brand|a different brand|otra marca|otras marcas|outra marca|outras marcas|autre marque|autres marques|une autre marque|merek lain|merk lain|brand lain|दूसरी कंपनी|दूसरा ब्रांड|दूसरे ब्रांड|doosri company|dusri company|dusra brand|doosra brand|ماركه اخري|ماركه اخرى|ماركه ثانيه|ماركه تانيه|别的牌子|其他牌子|换个牌子|别的品牌|其他品牌',
  'other-colour':
    'another colour|another color|other colour|other color|other colours|other colors|different colour|different color|otro color|otros colores|outra cor|outras cores|autre couleur|autres couleurs|une autre couleur|d autres couleurs|warna lain|दूसरा रंग|दूसरे रंग|dusra rang|doosra rang|dusre rang|doosre rang|لون اخر|لون ثاني|لون تاني|الوان اخري|الوان ثانيه|别的颜色|其他颜色|换个颜色|另一个颜色',
  cheapest:
    'cheapest|least expensive|lowest price|el mas barato|la mas barata|lo mas barato|el mas economico|o mais barato|a mais barata|le moins cher|la moins chere|paling murah|termurah|सबसे सस्ता|सबसे सस्ती|सबसे सस्ते|sabse sasta|sabse sasti|الارخص|ارخص واحد|ارخص شي|最便宜',
  dearest:
    'most expensive|priciest|el mas caro|la mas cara|o mais caro|a mais cara|le plus cher|la plus chere|paling mahal|termahal|सबसे महंगा|सबसे महंगी|sabse mehnga|sabse mehngi|الاغلي|اغلي واحد|最贵',
  lightest:
    'lightest|el mas ligero|la mas ligera|o mais leve|a mais leve|le plus leger|la plus legere|paling ringan|teringan|सबसे हल्का|सबसे हल्की|sabse halka|sabse halki|الاخف|最轻',
  heaviest:
    'heaviest|el mas pesado|la mas pesada|o mais pesado|a mais pesada|le plus lourd|la plus lourde|paling berat|सबसे भारी|sabse bhari|الاثقل|最重',
  biggest:
    'biggest|largest|el mas grande|la mas grande|o maior|a maior|le plus grand|la plus grande|paling besar|terbesar|सबसे बड़ा|सबसे बड़ी|sabse bada|sabse badi|الاكبر|اكبر واحد|最大',
  smallest:
    'smallest|el mas pequeno|la mas pequena|el mas chico|o menor|a menor|le plus petit|la plus petite|paling kecil|terkecil|सबसे छोटा|सबसे छोटी|sabse chhota|sabse chhoti|sabse chota|الاصغر|اصغر واحد|最小',
  cheaper:
    'cheaper|less expensive|more affordable|too expensive|too pricey|too much|cheap|inexpensive|affordable|lower price|mas barato|mas barata|mas baratos|mas baratas|mas economico|mas economica|muy caro|muy cara|demasiado caro|barato|barata|economico|mais barato|mais barata|mais baratos|mais baratas|mais em conta|muito caro|muito cara|em conta|moins cher|moins chere|moins chers|moins cheres|pas cher|trop cher|trop chere|plus abordable|lebih murah|yang murah|murahan|murah|terlalu mahal|kemahalan|mahal banget|सबसे सस्ता|सबसे सस्ती|सस्ता|सस्ती|सस्ते|कम दाम|कम कीमत|बहुत महंगा|बहुत महंगी|महंगा है|sabse sasta|sasta|sasti|saste|kam daam|kam price|bahut mehnga|bahut mehnge|mehnga hai|mehnge nahi|ارخص|الارخص|رخيص|رخيصه|اقل سعر|اقل سعرا|سعر اقل|غالي|غاليه|غاليين|مش غاليه|مو غالي|便宜一点|便宜点|更便宜|最便宜|便宜|太贵|有点贵|太贵了',
  dearer:
    'more expensive|pricier|higher end|premium|better quality|more premium|mas caro|mas cara|gama alta|de mejor calidad|mejor calidad|mais caro|mais cara|melhor qualidade|plus cher|plus chere|haut de gamme|meilleure qualite|lebih mahal|yang mahal|kualitas lebih bagus|lebih bagus|महंगा|महंगी|महंगे|बेहतर क्वालिटी|mehnga wala|mehnga|better quality|اغلي|الاغلي|اغلى|جوده اعلي|جوده افضل|贵一点|贵点|更贵|更好的|高端|高档',
  bigger:
    'bigger|larger|larger size|roomier|mas grande|mas grandes|mayor tamano|mais grande|maior|maiores|plus grand|plus grande|plus grands|plus grandes|lebih besar|yang besar|बड़ा|बडा|बड़ी|बडी|बड़े|बडे|bada|badi|bade|aur bada|اكبر|الاكبر|大一点|大点|更大|大号',
  smaller:
    'smaller|more compact|mas pequeno|mas pequena|mas chico|mas chica|menor|menores|mais pequeno|plus petit|plus petite|plus petits|plus compact|lebih kecil|yang kecil|छोटा|छोटी|छोटे|chhota|chhoti|chota|choti|اصغر|الاصغر|小一点|小点|更小|小号',
  lighter:
    'lighter|less heavy|mas ligero|mas ligera|menos pesado|mais leve|mais leves|plus leger|plus legere|moins lourd|lebih ringan|और हल्का|ज्यादा हल्का|हल्का वाला|aur halka|zyada halka|halka wala|اخف|الاخف|轻一点|轻点|更轻',
  heavier: 'heavier|mas pesado|mais pesado|plus lourd|lebih berat|और भारी|aur bhari|اثقل|重一点|更重',
  others:
    'others|other ones|other options|another one|anything else|something else|something different|different ones|more options|show me more|otros|otras|otro modelo|otra opcion|otras opciones|algo diferente|algo distinto|mas opciones|outros|outras|outro modelo|outras opcoes|algo diferente|mais opcoes|d autres|autre chose|un autre|une autre|autre modele|plus d options|yang lain|yg lain|lainnya|model lain|pilihan lain|कुछ और|कोई और|और दिखाओ|और ऑप्शन|दूसरे दिखाओ|दूसरा दिखाओ|kuch aur|koi aur|aur dikhao|aur options|dusra dikhao|doosra dikhao|غيره|غيرها|غير هذا|غير هذه|خيارات اخري|خيارات ثانيه|شي ثاني|حاجه تانيه|别的|其他的|换一个|换一批|还有吗|还有别的|其他款',
  'in-stock':
    'in stock|available now|on stock|en stock|disponible|disponibles|disponivel|em estoque|a pronta entrega|disponibles|ready stock|ready|tersedia|स्टॉक में|उपलब्ध|stock mein|stock me|متوفر|متوفره|متوفرين|有货|现货',
};

/** What is asked for differently, and the folded text without it. */
export function readChanges(line: string): { readonly changes: readonly Change[]; readonly rest: string } {
  let rest = line;
  const found: Change[] = [];
  for (const [change, pattern] of patterns) {
    const without = rest.replace(pattern, ' ');
    if (without === rest) continue;
    found.push(change);
    rest = without;
  }
  return { changes: found, rest };
}

const patterns: readonly (readonly [Change, RegExp])[] = changes.map((change) => {
  const longestFirst = phrases[change]
    .replace(/\u093c/gu, '')
    .split('|')
    .toSorted((a, b) => b.length - a.length);
  const han = longestFirst.filter((phrase) => /\p{Script=Han}/u.test(phrase)).join('|');
  const spaced = longestFirst.filter((phrase) => !/\p{Script=Han}/u.test(phrase)).join('|');
  return [change, new RegExp(`(?<![\\p{L}\\p{M}])(?:${spaced})(?![\\p{L}\\p{M}])|(?:${han})`, 'gu')];
});
