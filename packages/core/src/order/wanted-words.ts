/** What stands between two things of an order, in the languages Ambit speaks. */
export const joiningWords: ReadonlySet<string> = new Set(
  'and plus also with y e et dan sama plus juga terus aur और و مع con com avec 和 跟 还有'.split(' '),
);

/** What stands between a number and a thing and counts nothing by itself. */
export const measureWords: ReadonlySet<string> = new Set(
  (
    'kak min gan bang mas mbak ya dong please pls plz thanks porfa favor svp merci ji bhai yaar ' +
    'x of de d pcs pc pieces piece portions portion orders plates plate boxes box cups cup bottles bottle glasses pack packs ' +
    'porciones porcion platos plato cajas caja piezas porcoes porcao pratos caixas unidades unidad unidade portions plats boites ' +
    'porsi bungkus kotak gelas botol piring buah biji pcs plate packet 份 个 杯 盒 瓶 来 也来 要 也要 我要 给我 给我来 帮我来 点 先来 प्लेट पीस पैकेट قطع قطعة علبة كوب طبق'
  ).split(' '),
);

/** Money beside a number: what somebody would pay counts nothing. */
export const moneyWords: ReadonlySet<string> = new Set(
  (
    'dollar dollars bucks cents euro euros eur usd sgd idr pounds quid rupiah ribu perak pesos soles reais real rupees rupaye rupee rs ' +
    'रुपये रुपए रुपया دولار ريال درهم جنيه دينار 元 块 块钱 美元 新币 人民币'
  ).split(' '),
);

/** What stands beside a size or a colour and names nothing that is sold: "two blue ones", "une autre en noir". */
export const variantFillers: ReadonlySet<string> = new Set(
  (
    'ones one other another the size sizes color colour colors colours for me him her them piece ' +
    'talla tallas color colores otra otro otras otros para mi el ella los las del ' +
    'tamanho tamanhos cor cores outra outro outras outros mim ele ela ' +
    'taille tailles couleur autre autres pour moi lui elle les une des ' +
    'ukuran warna yang lagi untuk saya satunya lainnya ' +
    'साइज साइज़ रंग में का की के वाला वाली वाले दूसरा दूसरी लिए mein wala wali wale rang doosra doosri liye ' +
    'مقاس قياس لون بلون باللون اللون الاخر الاخرى اخر اخرى لي 码 色 的 要 尺码 颜色 件 件要'
  ).split(' '),
);
