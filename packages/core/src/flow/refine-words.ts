import { plainWords } from '../slot/plain-words.ts';

/** More words say more than how the list should be different; the scope guard looks at them first. */
const mostWords = 4;
const mostHan = 8;

/**
 * Whether a short text asks for another choice of the same kind: "cheaper", "in black", "another
 * brand", "bigger please". `says`: words of this search, in any language.
 */
export function asksToRefine(text: string, says: readonly string[]): boolean {
  const written = plainWords(text);
  const han = written.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (written === '' || written.split(' ').length > mostWords || han > mostHan) return false;
  const own = says.map(plainWords).filter((word) => word !== '');
  return [...words, ...own].some((word) =>
    /\p{Script=Han}/u.test(word) ? written.includes(word) : ` ${written} `.includes(` ${word} `),
  );
}

/** Comparisons, colours and sizes, as `plainWords` leaves them. */
const words: readonly string[] = [
  'cheaper,less expensive,more expensive,pricier,too expensive,too pricey,bigger,larger,smaller,lighter,heavier,faster,better,newer,older,longer,shorter,different,another brand,other brand,another one,other ones,other colour,other color,another colour,another color,black,white,red,blue,green,yellow,grey,gray,pink,silver,gold,brown,purple,orange,wireless,in stock,cheapest,most expensive,lightest,heaviest,biggest,largest,smallest,something else,anything else,others,other options,more options,show me more,something different,compare,comparison,difference,differences',
  'más barato,mas barato,más barata,mas barata,más económico,mas economico,muy caro,más caro,mas caro,más grande,mas grande,más pequeño,mas pequeño,otro color,otra marca,otros modelos,otro modelo,negro,negra,blanco,blanca,rojo,roja,azul,verde,amarillo,gris,rosa,plateado,dorado,marrón,morado,naranja,el más barato,lo más barato,otra cosa,algo más,otros,otras,otras opciones,más opciones,algo diferente,algo distinto,más ligero,mas ligero,compara,comparar,diferencia,diferencias',
  'mais barato,mais barata,mais em conta,muito caro,mais caro,maior,menor,outra cor,outra marca,outro modelo,outros modelos,preto,preta,branco,branca,vermelho,vermelha,azul,verde,amarelo,cinza,rosa,prata,dourado,marrom,roxo,laranja,outra coisa,algo mais,outros,outras,outras opções,mais opções,algo diferente,mais leve,compara,comparar,diferença,diferenças',
  'moins cher,moins chère,moins chere,trop cher,plus cher,plus grand,plus grande,plus petit,plus petite,autre couleur,autre marque,autre modèle,autre modele,d autres modèles,noir,noire,blanc,blanche,rouge,bleu,bleue,vert,verte,jaune,gris,rose,argent,doré,marron,violet,orange,autre chose,d autres,d autres options,plus d options,plus léger,plus légère,compare,comparez,comparer,différence,différences',
  'lebih murah,yang murah,murahan,terlalu mahal,kemahalan,lebih mahal,lebih besar,lebih kecil,warna lain,merek lain,model lain,yang lain,hitam,putih,merah,biru,hijau,kuning,abu abu,pink,perak,emas,coklat,ungu,oranye,paling murah,termurah,paling mahal,paling ringan,paling besar,paling kecil,lainnya,pilihan lain,yg lain,ada lagi,lebih ringan,bandingkan,bandingin,beda,bedanya,perbedaan',
  'सस्ता,सस्ती,सस्ते,कम दाम,बहुत महंगा,महंगा,बड़ा,बड़ी,छोटा,छोटी,दूसरा रंग,दूसरे रंग,दूसरी कंपनी,कोई और,काला,काली,काले,सफेद,सफ़ेद,लाल,नीला,नीली,नीले,हरा,हरी,पीला,पीली,गुलाबी,भूरा,सबसे सस्ता,सबसे हल्का,सबसे बड़ा,कुछ और,दूसरे दिखाओ,तुलना,फर्क,फ़र्क,अंतर',
  'sasta,sasti,saste,sasta wala,kam daam,bahut mehnga,mehnga,bada,badi,chhota,chhoti,dusra rang,doosra rang,dusre rang,koi aur,kala,kali,kaale,safed,laal,neela,neeli,hara,hari,peela,gulabi,sabse sasta,sabse halka,sabse bada,kuch aur,aur dikhao,dusra dikhao,compare,farak,fark',
  'أرخص,ارخص,اقل سعر,أقل سعرا,غالي,غالية,أغلى,اغلى,أكبر,اكبر,أصغر,اصغر,لون آخر,لون اخر,لون ثاني,ماركة أخرى,ماركة ثانية,غيرها,غيره,أسود,اسود,سوداء,أبيض,ابيض,بيضاء,أحمر,احمر,أزرق,ازرق,أخضر,اخضر,أصفر,رمادي,وردي,فضي,ذهبي,بني,الأرخص,الارخص,شي ثاني,شيء آخر,حاجة تانية,خيارات أخرى,أخف,اخف,قارن,مقارنة,الفرق',
  '便宜,太贵,贵一点,更贵,大一点,小一点,更大,更小,别的颜色,其他颜色,换个颜色,别的牌子,其他牌子,别的,其他的,换一个,黑色,白色,红色,蓝色,绿色,黄色,灰色,粉色,银色,金色,棕色,紫色,最便宜,最贵,最轻,最大,最小,轻一点,还有吗,还有别的,其他款,对比,比较一下,区别,差别',
].flatMap((line) => line.split(',').map(plainWords));
