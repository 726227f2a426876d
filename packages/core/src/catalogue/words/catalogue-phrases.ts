import type { Language } from '../../language/language.ts';
import type { Colour } from './colours.ts';

/** What is said of a search and its finds, in one language. `#` is the amount or the name. */
type Phrases = {
  readonly upTo: string;
  readonly from: string;
  readonly between: readonly [string, string, string];
  readonly cheaper: string;
  readonly dearer: string;
  readonly bigger: string;
  readonly smaller: string;
  readonly lighter: string;
  readonly heavier: string;
  readonly size: string;
  readonly otherThan: string;
  readonly inStock: string;
  readonly left: string;
  readonly soldOut: string;
  readonly colours: Readonly<Record<Colour, string>>;
};

function named(words: string): Readonly<Record<Colour, string>> {
  const [
    black = '',
    white = '',
    grey = '',
    red = '',
    blue = '',
    green = '',
    yellow = '',
    orange = '',
    pink = '',
    purple = '',
    brown = '',
    beige = '',
    gold = '',
    silver = '',
  ] = words.split(' ');
  return { black, white, grey, red, blue, green, yellow, orange, pink, purple, brown, beige, gold, silver };
}

export const cataloguePhrases: Readonly<Record<Language, Phrases>> = {
  en: {
    upTo: 'up to #',
    from: 'from #',
    between: ['', ' to ', ''],
    cheaper: 'below #',
    dearer: 'above #',
    bigger: 'bigger',
    smaller: 'smaller',
    lighter: 'lighter',
    heavier: 'heavier',
    size: 'size #',
    otherThan: 'not #',
    inStock: 'in stock',
    left: 'only # left',
    soldOut: 'sold out',
    colours: named('black white grey red blue green yellow orange pink purple brown beige gold silver'),
  },
  es: {
    upTo: 'hasta #',
    from: 'desde #',
    between: ['de ', ' a ', ''],
    cheaper: 'por menos de #',
    dearer: 'por más de #',
    bigger: 'más grande',
    smaller: 'más pequeño',
    lighter: 'más ligero',
    heavier: 'más pesado',
    size: 'talla #',
    otherThan: 'que no sea #',
    inStock: 'disponible',
    left: 'quedan #',
    soldOut: 'agotado',
    colours: named(
      'negro blanco gris rojo azul verde amarillo naranja rosa morado marrón beige dorado plateado',
    ),
  },
  pt: {
    upTo: 'até #',
    from: 'a partir de #',
    between: ['de ', ' a ', ''],
    cheaper: 'por menos de #',
    dearer: 'por mais de #',
    bigger: 'maior',
    smaller: 'menor',
    lighter: 'mais leve',
    heavier: 'mais pesado',
    size: 'tamanho #',
    otherThan: 'que não seja #',
    inStock: 'em estoque',
    left: 'restam #',
    soldOut: 'esgotado',
    colours: named(
      'preto branco cinza vermelho azul verde amarelo laranja rosa roxo marrom bege dourado prata',
    ),
  },
  fr: {
    upTo: 'jusqu’à #',
    from: 'à partir de #',
    between: ['de ', ' à ', ''],
    cheaper: 'à moins de #',
    dearer: 'à plus de #',
    bigger: 'plus grand',
    smaller: 'plus petit',
    lighter: 'plus léger',
    heavier: 'plus lourd',
    size: 'taille #',
    otherThan: 'autre que #',
    inStock: 'en stock',
    left: 'plus que #',
    soldOut: 'épuisé',
    colours: named('noir blanc gris rouge bleu vert jaune orange rose violet marron beige doré argenté'),
  },
  id: {
    upTo: 'sampai #',
    from: 'mulai #',
    between: ['', ' sampai ', ''],
    cheaper: 'di bawah #',
    dearer: 'di atas #',
    bigger: 'lebih besar',
    smaller: 'lebih kecil',
    lighter: 'lebih ringan',
    heavier: 'lebih berat',
    size: 'ukuran #',
    otherThan: 'selain #',
    inStock: 'tersedia',
    left: 'sisa #',
    soldOut: 'habis',
    colours: named('hitam putih abu-abu merah biru hijau kuning oranye pink ungu cokelat krem emas perak'),
  },
  hi: {
    upTo: '# तक',
    from: '# से ऊपर',
    between: ['', ' से ', ' तक'],
    cheaper: '# से कम',
    dearer: '# से ज़्यादा',
    bigger: 'और बड़ा',
    smaller: 'और छोटा',
    lighter: 'और हल्का',
    heavier: 'और भारी',
    size: 'साइज़ #',
    otherThan: '# के अलावा',
    inStock: 'स्टॉक में है',
    left: 'सिर्फ़ # बचे हैं',
    soldOut: 'ख़त्म हो गया',
    colours: named('काला सफ़ेद स्लेटी लाल नीला हरा पीला नारंगी गुलाबी बैंगनी भूरा बेज सुनहरा रुपहला'),
  },
  'hi-Latn': {
    upTo: '# tak',
    from: '# se upar',
    between: ['', ' se ', ' tak'],
    cheaper: '# se kam',
    dearer: '# se zyada',
    bigger: 'aur bada',
    smaller: 'aur chhota',
    lighter: 'aur halka',
    heavier: 'aur bhari',
    size: 'size #',
    otherThan: '# ke alawa',
    inStock: 'stock mein hai',
    left: 'sirf # bache hain',
    soldOut: 'khatam ho gaya',
    colours: named(
      'kala safed grey laal neela hara peela narangi gulabi baingani bhura beige sunehra silver',
    ),
  },
  ar: {
    upTo: 'حتى #',
    from: 'ابتداءً من #',
    between: ['من ', ' إلى ', ''],
    cheaper: 'أقل من #',
    dearer: 'أكثر من #',
    bigger: 'أكبر',
    smaller: 'أصغر',
    lighter: 'أخف',
    heavier: 'أثقل',
    size: 'مقاس #',
    otherThan: 'غير #',
    inStock: 'متوفر',
    left: 'متبقٍّ #',
    soldOut: 'نفد',
    colours: named('أسود أبيض رمادي أحمر أزرق أخضر أصفر برتقالي وردي بنفسجي بني بيج ذهبي فضي'),
  },
  zh: {
    upTo: '#以内',
    from: '#以上',
    between: ['', '到', ''],
    cheaper: '低于#',
    dearer: '高于#',
    bigger: '更大',
    smaller: '更小',
    lighter: '更轻',
    heavier: '更重',
    size: '#码',
    otherThan: '除#外',
    inStock: '有货',
    left: '仅剩#件',
    soldOut: '已售罄',
    colours: named('黑色 白色 灰色 红色 蓝色 绿色 黄色 橙色 粉色 紫色 棕色 米色 金色 银色'),
  },
};
