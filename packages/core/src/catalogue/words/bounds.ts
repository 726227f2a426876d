/** What is said around an amount to make it a limit, folded. "most" is a budget, "least" its other end. */
export type Bound = 'most' | 'least' | 'about';

/** Before the amount: "under $300", "menos de 100", "di bawah 2 juta". */
export const boundsBefore: readonly (readonly [Bound, RegExp])[] = bounded({
  least:
    'over|above|more than|at least|from|starting at|minimum|min|mas de|desde|a partir de|minimo|por lo menos|al menos|mais de|mais que|no minimo|pelo menos|plus de|au moins|au dessus de|di atas|diatas|lebih dari|minimal|mulai|اكثر من|فوق|على الاقل|ابتداء من|从|至少|高于|超过',
  about:
    'around|about|approximately|roughly|approx|circa|alrededor de|cerca de|aproximadamente|mas o menos|por volta de|em torno de|uns|unos|autour de|environ|dans les|vers|sekitar|kira kira|kurang lebih|karib|करीब|लगभग|kareeb|lagbhag|حوالي|بحدود|في حدود|حدود|تقريبا|大概|大约|约|差不多',
  most: 'nothing over|not over|nothing above|not above|nothing more than|no higher than|not exceeding|nothing past|dont want to spend more than|not spend more than|que no pase de|que no pasen de|q no pase de|no pase de|no pasar de|sin pasar de|que no supere|sin superar|que no exceda|que nao passe de|nao passe de|q nao passe de|sem passar de|nada acima de|nada mas de|nada por encima de|nada mais de|pas au dessus de|sans depasser|ne depasse pas|ne depassant pas|rien au dessus de|jangan lebih dari|jgn lebih dari|ga lebih dari|gak lebih dari|nggak lebih dari|tidak lebih dari|jangan sampai|ga sampai|gak sampai|ما يتعدي|لا يتعدي|ما تتعدي|ما يزيد عن|ما يزيد علي|ما يتجاوز|ما تتجاوز|مو اكثر من|مش اكثر من|ليس اكثر من|不要超过|别超过|不能超过|不高于|不大于|不多于|under|below|less than|up to|upto|no more than|not more than|at most|max|maximum|max of|within|cheaper than|budget|budget is|budget of|budget max|menos de|por debajo de|hasta|maximo|como maximo|no mas de|presupuesto|presupuesto de|menos que|ate|abaixo de|no maximo|nao mais de|orcamento|orcamento de|moins de|jusqu a|jusqu|maximum|pas plus de|budget de|en dessous de|sous|a moins de|di bawah|dibawah|kurang dari|maksimal|maks|sampai|budget|anggaran|under|बजट|अधिकतम|ज्यादा से ज्यादा|budget|zyada se zyada|اقل من|تحت|حتى|لحد|ما يفوتش|لا يتجاوز|لا يزيد عن|كحد اقصى|ميزانيه|ميزانيتي|ميزانيتي حدود|بسعر|不超过|低于|少于|最多|不到|预算|小于|少過',
});

/** Behind it: "300以内", "15000 tak", "200 max". */
export const boundsAfter: readonly (readonly [Bound, RegExp])[] = bounded({
  least:
    'or more|and up|and over|minimum|o mas|ou mais|ou plus|ke atas|ke upar|keatas|se zyada|se upar|के ऊपर|से ज्यादा|से ऊपर|以上|起|或以上|فما فوق|او اكثر',
  about: 'or so|ish|左右|上下|के आसपास|के करीब|ke aaspaas|ke aas paas|ke kareeb|تقريبا',
  most: 'se zyada nahi|se zyada nahin|se jyada nahi|se zyada na ho|se upar nahi|से ज्यादा नहीं|से ज्यादा न हो|से ऊपर नहीं|or less|max|maximum|tops|at most|o menos|maximo|como maximo|ou menos|no maximo|ou moins|maxi|au maximum|ke bawah|kebawah|maksimal|maks|tak|ke andar|ke under|ke neeche|se kam|se neeche|tk|तक|के अंदर|के अन्दर|के नीचे|से कम|से नीचे|के भीतर|以内|以下|之内|内|封顶|او اقل|فاقل|كحد اقصى|فما دون',
});

/** Between two amounts that are the ends of a range. */
export const rangeBetween =
  /^[^\p{L}\p{N}]*(?:-|~|–|to|and|till|a|y|hasta|e|ate|et|jusqu a|sampai|hingga|s d|sd|dan|se|aur|से|और|الى|و|到|至)[^\p{L}\p{N}]*$/u;

/** Behind a number that is a measure, a count or a size and no money. */
export const measureAfter =
  /^\s*(?:-?\s*(?:l|liter|litre|liters|litres|litros?|kg|kilos?|g|gr|gram|grams|gm|cm|mm|m|mtr|meter|metre|inch|inches|pulgadas?|polegadas?|pouces?|inci|gb|tb|mb|w|watts?|v|mah|hz|ton|pk|hp|x|people|persons?|persona|personas|pessoas?|personnes?|orang|log|logo|years?|yrs?|anos?|ans|saal|tahun|thn|taun|pieces?|pcs|piezas|pecas|buah|eyes?|eur(?=\p{L})|hours?|hrs?|h|days?|percent|%|"|”)(?![\p{L}\p{N}])|(?:寸|升|公斤|斤|人|岁|个|件|双|台|号|码|匹|平|米|厘米|毫米|小时|天)|(?:लीटर|किलो|लोगों|साल|इंच)|(?:لتر|كيلو|اشخاص|سنه|سنوات|بوصه|انش|متر))/u;

/** Before a number that is a size, a model or a name. */
export const sizeBefore =
  /(?:^|[^\p{L}])(?:size|sizes|sz|talla|talle|numero|tamanho|tam|taille|pointure|ukuran|nomor|no|saiz|number|model|modelo|modele|iphone|pixel|galaxy|series|gen|pro|साइज|साइज़|نمبر|नंबर|مقاس|رقم|موديل|尺码|尺寸|码|号|型号)\s*(?:a|of|is|:|#|de|du|no)?\s*$/u;

/** Chinese has no spaces; elsewhere a bound is words of its own. */
function bounded(of: Readonly<Record<Bound, string>>): readonly (readonly [Bound, RegExp])[] {
  const kinds: readonly Bound[] = ['least', 'about', 'most'];
  return kinds.map((kind) => {
    const words = of[kind].split('|');
    const han = words.filter((word) => /\p{Script=Han}/u.test(word)).join('|');
    const spaced = words.filter((word) => !/\p{Script=Han}/u.test(word)).join('|');
    return [kind, new RegExp(`(?<![\\p{L}\\p{M}])(?:${spaced})(?![\\p{L}\\p{M}])|(?:${han})`, 'gu')];
  });
}
