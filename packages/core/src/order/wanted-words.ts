/** What stands between two things of an order, in the languages Ambit speaks. */
export const joiningWords: ReadonlySet<string> = new Set(
  'and plus also with y e et dan sama plus juga terus aur और و مع con com avec 和 跟 还有'.split(' '),
);

/** What stands between a number and a thing and counts nothing by itself. */
export const measureWords: ReadonlySet<string> = new Set(
  (
    'x of de d pcs pc pieces piece portions portion orders plates plate boxes box cups cup bottles bottle glasses pack packs ' +
    'porciones porcion platos plato cajas caja piezas porcoes porcao pratos caixas unidades unidad unidade portions plats boites ' +
    'porsi bungkus kotak gelas botol piring buah biji pcs plate packet 份 个 杯 盒 瓶 प्लेट पीस पैकेट قطع قطعة علبة كوب طبق'
  ).split(' '),
);

/** Money beside a number: what somebody would pay counts nothing. */
export const moneyWords: ReadonlySet<string> = new Set(
  (
    'dollar dollars bucks cents euro euros eur usd sgd idr pounds quid rupiah ribu perak pesos soles reais real rupees rupaye rupee rs ' +
    'रुपये रुपए रुपया دولار ريال درهم جنيه دينار 元 块 块钱 美元 新币 人民币'
  ).split(' '),
);
