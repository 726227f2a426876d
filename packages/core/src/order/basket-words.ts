import { plainWords } from '../slot/plain-words.ts';
import { phrasePattern } from './phrase-pattern.ts';

/** What customers do to a basket that is there already. */
export type BasketVerb = 'remove' | 'set' | 'more';

/** The verb of a clause and the clause without it, as `plainWords` leaves it; undefined when there is none. */
export function basketVerbIn(
  clause: string,
): { readonly verb: BasketVerb; readonly rest: string } | undefined {
  const written = plainWords(clause);
  for (const verb of order) {
    const rest = ` ${written} `.replace(patterns[verb], ' ').trim();
    if (rest !== written) return { verb, rest };
  }
  return undefined;
}

/** Whether a text asks what is in the basket, or what it comes to. */
export function asksForTotal(text: string): boolean {
  return patterns.total.test(` ${plainWords(text)} `);
}

/** Whether what shall go is everything. */
export function meansEverything(text: string): boolean {
  return patterns.everything.test(` ${plainWords(text)} `);
}

/** Taking out overrides the rest, and "add" overrides "make it". */
const order: readonly BasketVerb[] = ['remove', 'more', 'set'];

/** By language, as `plainWords` leaves them: en, es, pt, fr, id, hi, hi-Latn, ar, zh. */
const phrases = {
  remove: [
    'remove,delete,take out,take off,leave out,drop,no more,i don t want,i do not want,don t want,dont want,don t need,without the,get rid of,cancel',
    'quita,quitar,quite,quítame,quíteme,elimina,eliminar,borra,borrar,ya no quiero,no quiero,saca,sacar',
    'tira,tirar,tire,retira,retirar,remover,não quero,nao quero,não quero mais,exclui,excluir',
    'enlève,enleve,enlevez,enlever,retire,retirez,retirer,supprime,supprimez,je ne veux plus,je ne veux pas,pas besoin',
    'hapus,hapusin,hapuskan,buang,batalin,batalkan,cancelin,ga usah,gak usah,nggak usah,enggak usah,tidak usah,tidak jadi,ga jadi,gak jadi,nggak jadi,keluarkan',
    'हटा दो,हटा दीजिए,हटाओ,हटाइए,हटा दें,निकाल दो,निकाल दीजिए,नहीं चाहिए,मत भेजो,कैंसल कर दो',
    'hata do,hata dijiye,hatao,hata den,nikal do,nikaal do,nikalo,nahi chahiye,nahin chahiye,mat bhejo,cancel kar do,cancel karo',
    'احذف,احذفي,شيل,شيلي,أزل,ازل,امسح,لا أريد,لا اريد,مش عايز,مش عاوز,ما بدي,ما ابغى,ما أبغى,بلاش',
    '不要了,不要,去掉,删掉,删除,取消,不需要,减掉,拿掉',
  ],
  more: [
    'add,another,one more,more,extra,as well',
    'añade,añadir,añada,agrega,agregar,agregue,otro,otra,más,suma,sumar',
    'adiciona,adicionar,adicione,acrescenta,acrescentar,mais,coloca,põe',
    'ajoute,ajoutez,ajouter,encore,de plus,rajoute,rajoutez',
    'tambah,tambahin,tambahkan,nambah,lagi',
    'जोड़ दो,जोड़ो,जोड़ दीजिए,और,ऐड कर दो',
    'jod do,jodo,add kar do,add karo,aur',
    'أضف,اضف,ضيف,زود,زيد,كمان,زيادة',
    '再来,再加,多加,多来,还要,加上,再要,加',
  ],
  set: [
    'make it,make that,make them,make the,change it to,change that to,change to,change the,change,instead,reduce it to,set it to,only,just,should be,swap,replace',
    'que sean,que sea,cambia,cambiar,cambie,ponme,solo,sólo,solamente,en vez de,en lugar de',
    'que sejam,que seja,muda,mudar,mude,troca,trocar,troque,só,apenas,em vez de',
    'mets en,mettez en,mets,mettez,change,changez,changer,remplace,remplacez,seulement,finalement,plutôt,plutot,au lieu de',
    'jadi,jadiin,jadikan,ganti,gantiin,diganti,ubah,ubahin,cukup,cuma',
    'कर दो,कर दीजिए,कर दें,बदल दो,बदलो,सिर्फ,बस',
    'kar do,kar dijiye,karo,badal do,badlo,sirf,bas',
    'خليها,خليهم,خليه,اجعلها,اجعله,غير,غيّر,بدل,فقط',
    '改成,改为,换成,换为,变成,只要,改',
  ],
  total: [
    'how much is it all together,how much altogether,how much all together,how much in total,how much is it in total,how much is that in total,how much is everything,how much is it all,how much will it be,how much does it come to,what does it come to,how much is that,how much is it,how much so far,what s the total,what is the total,whats the total,the total,total,total price,my basket,my cart,the basket,the cart,what do i have,what have i ordered,what is in it,what did i order',
    'cuánto es,cuanto es,cuánto sería,cuanto seria,cuánto es todo,cuanto es todo,cuánto sale,cuanto sale,el total,en total,mi cesta,mi carrito,qué llevo,que llevo',
    'quanto fica,quanto dá,quanto da,quanto deu,quanto é tudo,quanto é,o total,no total,minha cesta,meu carrinho',
    'combien ça fait,combien ca fait,ça fait combien,ca fait combien,en tout,au total,le total,mon panier',
    'totalnya,total berapa,berapa total,berapa semua,semuanya berapa,jadinya berapa,jadi berapa,berapa jadinya,keranjang',
    'कुल कितना,कितना हुआ,कितने हुए,टोटल,कुल मिलाकर,टोकरी',
    'kul kitna,kitna hua,kitne hue,total kitna,kul milakar,basket',
    'كم المجموع,المجموع,كم الحساب,الحساب,كم الكل,الإجمالي,الاجمالي,السلة,سلتي',
    '一共多少,总共,一共,多少钱,合计,总价,购物车,购物篮',
  ],
  everything: [
    'everything,all of it,it all,all of them,them all,the basket,the cart,all in,both in,both,each in',
    'todo,todos,todas',
    'tudo,todos,todas',
    'tout,tous,toutes',
    'semua,semuanya',
    'सब,सब कुछ,सारा',
    'sab,sab kuch,saara',
    'كل شيء,كلها,الكل',
    '全部,都,所有',
  ],
} as const;

const patterns = {
  remove: phrasePattern(phrases.remove),
  more: phrasePattern(phrases.more),
  set: phrasePattern(phrases.set),
  total: phrasePattern(phrases.total),
  everything: phrasePattern(phrases.everything),
};
