/**
 * Short words that tell languages apart even in a text of three words, by language. Written for
 * this project; Dutch, German, Italian and Turkish are there so that they are not taken for others.
 */
export const languageWords: Readonly<Record<string, string>> = {
  en: 'the is my where what how when can you please i want need do have for and to of your with order it me this not dont are will get help there has be on in pls was just from about still would could should hi hello thanks u ur im ive whats wheres',
  es: 'el la los las un una mi mis donde dónde está esta qué que cómo como cuándo cuando quiero necesito puedo para por favor con del al hola gracias me le su sus es no pero más mas ya muy tengo tienen hay cuánto cuanto pedido buenas porfa quisiera puede puedes soy hacer todavía aún',
  pt: 'o a os as um uma meu minha meus onde está tá que quê como quando quero preciso posso para pra por favor com do da dos no na oi olá obrigado obrigada não nao mas mais já ja muito tenho vocês voces vc vcs tem quanto pedido bom dia boa eu é ainda gostaria pode fazer cadê to tô',
  fr: "le la les un une des mon ma mes où ou est que quoi comment quand je veux voudrais peux pouvez pour svp avec du au aux bonjour merci ne pas mais plus déjà très j'ai ai vous votre vos avez combien commande c'est c quel quelle salut tu moi sur dans est-ce toujours encore",
  id: 'saya aku mau ingin bisa apa di mana dimana kapan berapa tolong pesanan dengan untuk dari yang yg sudah udah belum tidak gak ga nggak ada kak min mas mbak ini itu dan ke kalau kalo gimana bagaimana terima kasih makasih dong ya nih kok aja lagi barang kirim beli punya kamu',
  'hi-Latn':
    'hai hain kya kab kaha kahan kaise mera meri mere mujhe aap tum ho hu hoon nahi nhi karo karna kar do de dijiye chahiye ka ki ke ko se me mein aur bhi toh bhai ji raha rahi hua abhi kitna kitne kitni batao bata karwana lena paisa wapas wala gaya gayi aaya sakta sakte haan bolo kyu kyun yaar pe par',
  'ar-Latn':
    'ana enta enti 3ayez 3ayza 3andi 3ala fen feen wein kam emta leh lesa law mesh mish el bel fel bta3 bta3i de da eh ezay izay kayf shu shou badi momken mumkin 7aga ba3d 2abl w wala ma3 min meen shukran salam ya3ni keda bokra delwa2ti inta inti lw sam7t fadlak aywa la2',
  de: 'der die das ein eine mein meine wo ist was wie wann ich möchte brauche kann für bitte mit und nicht aber noch schon sehr habe haben sie du wir hallo danke guten mir mich auf den dem von zu im am heute morgen bestellung',
  nl: 'de het een mijn waar is wat hoe wanneer ik wil kan voor alstublieft met en niet maar nog al heel heb hebben u jij je wij hallo bedankt mij op van naar in voor vandaag morgen bestelling',
  it: "il lo la i gli le un una mio mia dove è che cosa come quando voglio vorrei posso per favore con e non ma più già molto ho ha avete ciao grazie mi di del della da in su oggi domani ordine c'è",
  tr: 'bir bu ne nerede nasıl zaman istiyorum var mı mi lütfen ile ve için değil ama daha çok ben siz sen merhaba teşekkürler siparişim bana yarın bugün',
};
