import { anyWord, isHan, wordEnd, wordStart } from '../../slot/any-word.ts';
import { foldedText } from './fold-words.ts';

/** What a product is like that its catalogue may say. */
export type Property =
  | 'weight'
  | 'water'
  | 'battery'
  | 'includes'
  | 'material'
  | 'measures'
  | 'works-with'
  | 'storage'
  | 'feature';

/** What customers ask about each property with: en, es, pt, fr, id, hi, hi-Latn, ar, zh; folded when they are compared. */
const asked: Readonly<Record<Property, string>> = {
  weight:
    'how heavy|heavy|weigh|weighs|weight|how light|pesa|peso|pesado|pesada|cuanto pesa|quanto pesa|pese|poids|lourd|lourde|berat|beratnya|वजन|वज़न|भारी|wazan|vajan|bhari|وزن|وزنه|وزنها|ثقيل|ثقيله|重吗|多重|重量|几克|多少克|重不重',
  water:
    'waterproof|water proof|water resistant|rainproof|in the rain|get wet|getting wet|impermeable|resistente al agua|lluvia|impermeavel|prova d agua|a prova de agua|chuva|etanche|impermeable|pluie|resiste a l eau|tahan air|anti air|kehujanan|वाटरप्रूफ|पानी|बारिश|water proof|pani|barish|مقاوم للماء|ضد الماء|ضد المويه|المطر|防水|防雨|淋雨',
  battery:
    'battery|battery life|how long does it last|how many hours|bateria|autonomia|cuanto dura la bateria|batterie|autonomie|baterai|batre|बैटरी|battery kitni|بطاريه|البطاريه|续航|电池|能用多久|用多长时间',
  includes:
    'come with|comes with|coming with|include|includes|included|in the box|charger|trae|incluye|incluido|viene con|cargador|vem com|inclui|incluso|carregador|livre avec|inclus|incluse|fourni|fournie|chargeur|dapat charger|sudah termasuk|termasuk|charger nya|chargernya|चार्जर|साथ में|charger milega|saath mein|charger bhi|شاحن|ياتي مع|يجي مع|معه|带充电器|充电器|配件|附带|包含|带不带',
  material:
    'made of|made from|what material|material|fabric|de que esta hecho|tela|do que e feito|tecido|en quoi|matiere|tissu|bahan|bahannya|कपड़ा|मटीरियल|किस चीज़ का|kapda|kis cheez|خامه|قماش|مصنوع من|材质|面料|什么料|什么材料|什么做的',
  measures:
    'how big|how large|how tall|how wide|how long is|dimensions|measurements|inches|que medidas|cuanto mide|mide|dimensiones|pulgadas|quais as medidas|quanto mede|mede|polegadas|quelles dimensions|mesure|pouces|dimensi|ukuran layar|seberapa besar|inci|इंच|कितना बड़ा|kitna bada|kitne inch|ابعاد|كم بوصه|بوصه|多大|尺寸|几寸|多长|多宽|多高',
  'works-with':
    'work with|works with|compatible|compatible with|iphone|android|funciona con|compatible con|sirve para|funciona com|compativel|serve para|marche avec|fonctionne avec|compatible avec|cocok|kompatibel|bisa untuk|bisa buat|चलेगा|के साथ चलता|chalega|ke saath chalta|متوافق|يعمل مع|يشتغل مع|兼容|能配|支持苹果|支持安卓|能用在',
  storage:
    'how many gb|gb|gigabytes|storage|memory|capacity|how many litres|almacenamiento|memoria|capacidad|armazenamento|stockage|memoire|capacite|memori|kapasitas|मेमोरी|स्टोरेज|storage kitni|ذاكره|السعه|内存|容量|存储|多少g',
  feature:
    'bluetooth|wireless|noise cancelling|noise canceling|noise cancellation|fast charging|usb c|usb|nfc|wifi|5g|hood|pockets|warm|breathable|lined|foldable|inalambrico|inalambricos|cancelacion de ruido|carga rapida|capucha|bolsillos|abriga|sem fio|cancelamento de ruido|carregamento rapido|capuz|bolsos|quente|sans fil|reduction de bruit|charge rapide|capuche|poches|chaud|chaude|nirkabel|tanpa kabel|peredam bising|tudung|saku|hangat|वायरलेस|ब्लूटूथ|गर्म|garam|لاسلكي|بلوتوث|عزل الضوضاء|شحن سريع|دافئ|蓝牙|无线|降噪|快充|帽子|口袋|保暖|透气',
};

const order: readonly Property[] = [
  'weight',
  'water',
  'battery',
  'storage',
  'material',
  'includes',
  'works-with',
  'measures',
  'feature',
];

const patterns = new Map<Property, RegExp>(
  order.map((property) => {
    const words = asked[property].split('|').map(foldedText);
    return [
      property,
      anyWord([
        { words: words.filter((word) => !isHan(word)), before: wordStart, after: wordEnd },
        { words: words.filter(isHan) },
      ]),
    ];
  }),
);

/** The property that a text is about, if any. `folded`: words with single spaces between them. */
export function propertyIn(folded: string): Property | undefined {
  return order.find((property) => patterns.get(property)?.test(folded) === true);
}
