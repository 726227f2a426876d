import { wordsOf } from './plain-words.ts';

/**
 * Words of one meaning in what people write to businesses: a line each, a word may stand in several. A
 * question and an answer that share a meaning are alike even where they share no word. Lines of
 * different languages that begin with one name have one meaning. Written for this project.
 */
const lines = [
  'cost cost costs price prices priced pricing fee fees charge charges much expensive rate rates cheap',
  'cost precio precios cuesta cuestan cuánto cuanto vale valen costo coste tarifa tarifas preço preços custa custam quanto taxa valor',
  'cost prix coûte coute coûtent combien tarif tarifs coût frais harga harganya berapa biaya ongkir tarif ongkosnya',
  'cost कीमत दाम कितना कितने कितनी रुपये फीस शुल्क kitna kitne kitni daam keemat price fees سعر الأسعار السعر بكم تكلفة ثمن رسوم',
  'hours hours open opens opening close closes closing closed schedule',
  'hours horario horarios abren abre abierto cierran cierra cerrado horário horários abrem aberto fecham fecha fechado',
  'hours horaires horaire ouvert ouvre ouvrez ouverture ferme fermez fermé fermeture jam buka bukanya tutup tutupnya',
  'hours समय खुलता खुलते खुला बंद टाइमिंग samay khulta khulte khula band timing timings مواعيد تفتح تفتحون مفتوح تغلق تغلقون مغلق ساعات الدوام',
  'place where address located location street directions situated find where',
  'place donde quedan queda dirección direccion ubicación ubicacion ubicados onde endereço localização où adresse situé située trouve alamat alamatnya lokasi letak mana dimana',
  'place पता कहाँ कहां लोकेशन pata kahan kaha location عنوان العنوان موقع الموقع مكانكم أين وين',
  'pay pay payment payments paying paid card cards cash visa mastercard paypal checkout instalments installments',
  'pay pagar pago pagos pagan tarjeta tarjetas efectivo pagamento pagamentos cartão cartões dinheiro pix parcelar parcelas',
  'pay payer paiement paiements carte espèces bayar bayarnya pembayaran kartu tunai qris भुगतान पेमेंट कार्ड नकद payment cash upi',
  'pay الدفع ادفع دفع بطاقة بطاقات نقدا نقدي كاش',
  'ship arrive arrives ship ships shipping shipment deliver delivers delivery deliveries dispatch post postage courier',
  'ship envío envio envíos envios enviar envían entrega entregas entregan domicilio frete entregam',
  'ship livraison livrez livrer expédition expédier kirim pengiriman antar pengantaran ongkir डिलीवरी भेजते delivery bhejte التوصيل توصيل توصلون شحن الشحن',
  'return return returns returned returning back devolver devolución devolucion devoluciones devolvem devolução trocar retour retourner rendre renvoyer',
  'return kembalikan pengembalian dikembalikan retur वापस वापसी लौटाना wapas wapsi lautana إرجاع ارجاع استرجاع أرجع',
  'refund refund refunds refunded reimburse reimbursement reembolso reembolsos reembolsar remboursement rembourser remboursé refund dikembalikan रिफंड refund استرداد',
  'swap exchange swap switch trade cambiar cambio cambios troca trocar échange échanger tukar penukaran बदलना badalna badli تبديل استبدال',
  'warranty warranty guarantee guaranteed garantía garantia garantie garansi वारंटी गारंटी warranty guarantee ضمان الضمان كفالة',
  'broken broken broke damaged damage faulty defective ripped torn cracked roto rota dañado defectuoso quebrado danificado cassé abîmé défectueux rusak cacat टूटा खराब toota kharab مكسور تالف معطل',
  'stock stock available availability sold restock disponible disponibles disponibilidad disponível disponíveis estoque disponibilité tersedia stok उपलब्ध uplabdh متوفر متاح متوفرة',
  'size size sizes sizing fit fits talla tallas tamaño tamanho tamanhos taille tailles ukuran साइज साइज़ size مقاس المقاسات حجم',
  'book book booking reserve reservation appointment reservar reserva reservas reservación cita agendar marcar agendamento réserver réservation rendezvous pesan reservasi booking janji बुक बुकिंग अपॉइंटमेंट booking appointment حجز احجز موعد',
  'stop cancel cancelled canceled cancelling cancellation stop undo terminate close delete remove cancelar cancelación cancelo cancelamento annuler annulation batal batalkan pembatalan रद्द कैंसिल cancel إلغاء الغاء',
  'change change changed edit modify alter amend update correct modificar alterar mudar modifier changer ubah ganti बदल badal تعديل تغيير',
  'park parking park parked estacionamiento estacionar aparcamiento aparcar estacionamento parkir stationnement garer पार्किंग parking موقف مواقف',
  'insured insurance insured insurer seguro seguros póliza convênio convênios plano assurance assurances mutuelle asuransi bpjs बीमा bima تأمين التأمين',
  'contact contact phone telephone call reach number email teléfono telefone téléphone telepon hubungi फोन फ़ोन संपर्क phone sampark هاتف اتصال',
  'discount discount discounts coupon promo code offer deal promotion descuento descuentos oferta desconto descontos promoção réduction remise diskon promo छूट ऑफर chhoot offer خصم عرض عروض',
  'gift gift voucher vouchers giftcard certificate regalo vale presente cadeau bon hadiah voucher उपहार gift هدية قسيمة',
  'child child children kid kids baby babies minor young age old niño niños bebé criança crianças bebê enfant enfants bébé anak bayi बच्चे बच्चा bachche bachcha أطفال طفل',
  'lost lost lose losing missing misplaced gone disappeared stolen stole theft perdido perdí robado perdi roubado perdu volé hilang dicuri खो चोरी kho chori فقدت ضاع مسروق',
  'refused declined decline rejected reject refused refuse denied blocked failed fail failing unsuccessful fails',
  'arrive arrived arrives arriving arrive receive received receiving come came coming show llega llegó llegar chega chegou chegar arrive arrivé sampai tiba पहुंचा पहुँचा pahuncha وصل يصل وصول',
  'waiting pending waiting wait processing hold held stuck delayed delay late long soon fast quick tarda tarde demora demora retard lama cepat देर jaldi der متأخر',
  'proof verify verification verifying identity identification prove proof authenticate validate confirm passport document documents',
  'charged charged deducted debited taken took withdrawn billed bill invoice cobrado cobraron cobrança factura facturado fatura facturé tagihan',
  'double twice double duplicate duplicated two repeated doble duplicado duplicada deux double dua dobel',
  'forgotten forgot forgotten forget remember recover reset olvidé olvidado esqueci oublié lupa भूल bhool نسيت',
  'unknown recognize recognise unknown unfamiliar strange unauthorized fraud fraudulent suspicious',
  'add add added adding load fund top deposit topup topping',
  'wrong wrong incorrect mistake error incorrectly mistaken equivocado error errado erro erreur mauvais salah गलत galat خطأ',
  'buy buy bought purchase purchased order ordered ordering comprar compra compré acheter achat beli membeli खरीद kharid شراء',
  'start activate activated activation enable start unlock activar ativar activer aktifkan',
  'limit limit limits maximum max minimum least most many mínimo máximo minimum maksimum न्यूनतम अधिकतम',
  'able allowed possible able permitted accept accepted accepts support supported aceptan acepta aceitam acceptez terima menerima स्वीकार accept تقبلون',
  'expire expire expired expires expiring expiration renew renewal valid vence vencimiento válido validade valable expirer berlaku kedaluwarsa',
  'send transfer transferred transfers transferring send sent sending wire transferencia transferência virement transfer',
  'cause why reason explain cause because',
  'see find see view check look track tracking status',
  'another new another replace replacement second extra additional spare',
  'abroad abroad overseas international internationally foreign country countries customs duty duties import extranjero internacional internacionais étranger international luar negeri विदेश videsh الخارج دولي',
  'wash wash washing clean laundry machine detergent lavar lavadora limpiar laver nettoyer cuci mencuci धोना dhona غسل',
  'repair repair repairs fix mend reparar arreglar consertar réparer réparation perbaiki servis मरम्मत marammat تصليح إصلاح',
  'private data privacy personal gdpr information datos privacidad dados données confidentialité privasi गोपनीयता خصوصية',
  'animal pet pets dog dogs cat cats animal mascota mascotas perro perros cachorro animais chien chiens animaux hewan anjing kucing कुत्ता पालतू kutta حيوان كلب',
  'cost 多少钱 价格 价钱 收费 费用 几块 运费',
  'hours 营业 几点 开门 关门 打烊 时间',
  'place 地址 在哪 位置 怎么走',
  'pay 付款 支付 付钱 微信支付 支付宝 刷卡 现金',
  'ship 配送 外送 送货 快递 运费 发货',
  'return 退货 退回',
  'refund 退款 退钱',
  'swap 换货 调换',
  'warranty 保修 质保',
  'broken 坏了 破损 损坏 质量问题',
  'stock 有货 库存 现货',
  'money dinero plata dinheiro grana argent sous uang duit पैसे पैसा रकम paise paisa paisay فلوس الفلوس أموالي أموال المال مصاري فلوسي',
  'refund ترجع يرجع ترجعون يرجعون رجعوا أسترد استرد تسترد استرجع rembourse remboursés remboursée kembali balik wapas वापस लौट',
  'penalty multa multas penalización penalizacion penalidad recargo amende pénalité pénalités denda जुर्माना jurmana غرامة الغرامة',
  'stop baja rescindir desistir sair résilier résiliation berhenti',
  'woman woman women female lady mujer mujeres femenina mulher mulheres femme femmes monitrice monitrices wanita perempuan महिला mahila مرأة امرأة نساء مدربة مدربتان مدربات معلمة',
  'teacher instructor instructors trainer trainers coach teacher teachers monitor monitores instructora profesor profesora instrutor instrutora moniteur moniteurs monitrice monitrices pelatih guru instruktur ट्रेनर trainer مدرب مدربة مدربين مدربتان مدربات معلم معلمة أستاذ أستاذة',
  'pay الأداء أداء اداء الاداء نخلص نخلصو تخلص كنخلص ندفع تدفعون',
  'place فين كاينين جيتو كاين فينكم وين',
  'hours خدامين كتحلو كتسدو فاتحين محلول محلولين',
  'cost بشحال شحال يكلف تكلف كلفة بكام',
  'motorbike motorbike motorbikes motorcycle motorcycles moto motos motocicleta scooter motor बाइक मोटरसाइकिल موطو الموطو دراجة الدراجة',
  'instalments instalment instalments installment installments cuotas plazos meses parcelas parcelar parcelado mensualités fois cicilan cicil किस्त किस्तों kist kisto emi تقسيط التقسيط بالتقسيط دفعات',
  'pool pool pools swimming piscina piscinas pileta alberca natación natação piscine piscines kolam renang पूल स्विमिंग مسبح المسبح',
  'pool 泳池 游泳',
  'penalty 违约金 罚款',
  'money 退钱 钱款',
  'refund 退款 退钱',
  'size 尺码 大小 尺寸',
  'book 预订 预约 订位 订座',
  'stop 取消',
  'change 修改 更改 改成',
  'park 停车 车位',
  'insured 保险 医保',
  'contact 电话 联系 邮箱',
  'discount 优惠 折扣 打折 券',
  'gift 礼品卡 礼物',
  'child 儿童 孩子 宝宝 小孩',
  'animal 宠物 狗 猫',
] as const;

const ofWord = new Map<string, readonly string[]>();
for (const line of lines) {
  const [name = '', ...words] = line.split(' ');
  for (const word of words.flatMap(wordsOf)) {
    const known = ofWord.get(word) ?? [];
    if (!known.includes(name)) ofWord.set(word, [...known, name]);
  }
}

/** The Chinese words that are known here, the longest first. */
export const chineseWords: readonly string[] = [...ofWord.keys()]
  .filter((word) => /\p{Script=Han}/u.test(word))
  .toSorted((a, b) => b.length - a.length);

/** The names of the meanings that a word in lower case, or a run of Chinese, may have. */
export function meaningsOf(word: string): readonly string[] {
  if (!/^\p{Script=Han}/u.test(word)) return ofWord.get(word) ?? [];
  return chineseWords.filter((part) => word.includes(part)).flatMap((part) => ofWord.get(part) ?? []);
}

/** Whether a word, by its meanings, says only that something can be: "accept", "possible". */
export function isMere(meanings: readonly string[]): boolean {
  return meanings.length > 0 && meanings.every((meaning) => meaning === 'able');
}
