/** The colours a search tells apart. Shades count as the colour most people would name. */
export const colours = [
  'black',
  'white',
  'grey',
  'red',
  'blue',
  'green',
  'yellow',
  'orange',
  'pink',
  'purple',
  'brown',
  'beige',
  'gold',
  'silver',
] as const;
export type Colour = (typeof colours)[number];

/** What people call each colour in nine scripts and languages, folded: small letters, no accents. */
export const colourWords: Readonly<Record<Colour, string>> = {
  black:
    'black jet negro negra negros negras preto preta pretos pretas noir noire noirs noires hitam काला काली काले kala kaala kali kaali kale kaale اسود سوداء سودا سود 黑色 黑的 黑款',
  white:
    'white ivory blanco blanca blancos blancas branco branca brancos brancas blanc blanche blancs blanches putih सफेद सफ़ेद safed safaid ابيض بيضاء بيضا بيض 白色 白的 白款',
  grey: 'grey gray charcoal gris grises cinza cinzas cinzento anthracite abu abuabu स्लेटी ग्रे धूसर slati رمادي رماديه رصاصي 灰色 灰的',
  red: 'red crimson burgundy maroon rojo roja rojos rojas vermelho vermelha vermelhos vermelhas rouge rouges bordeaux merah लाल laal lal احمر حمراء حمرا 红色 紅色 红的 红款',
  blue: 'blue navy turquoise azul azules azuis celeste marinho bleu bleue bleus bleues biru dongker नीला नीली नीले neela neeli neele nila nili ازرق زرقاء زرقا كحلي 蓝色 藍色 蓝的 蓝款 深蓝 藏青',
  green:
    'green olive khaki verde verdes oliva vert verte verts vertes hijau हरा हरी हरे hara hari hare اخضر خضراء خضرا زيتي 绿色 綠色 绿的 军绿',
  yellow:
    'yellow mustard amarillo amarilla amarillos amarillas amarelo amarela amarelos amarelas jaune jaunes kuning पीला पीली पीले peela peeli peele pila اصفر صفراء صفرا 黄色 黃色 黄的',
  orange:
    'orange naranja naranjas anaranjado laranja laranjas oranye jingga नारंगी narangi برتقالي برتقاليه 橙色 橘色 橙的',
  pink: 'pink rosa rosas rosado rosada rose roses fuchsia fucsia गुलाबी gulabi وردي ورديه زهري زهريه 粉色 粉红 粉的',
  purple:
    'purple violet lilac morado morada morados moradas violeta lila roxo roxa roxos roxas violette violets violettes mauve ungu बैंगनी baingani jamuni بنفسجي بنفسجيه موف 紫色 紫的',
  brown:
    'brown tan camel marron marrones marrom marrons castanho brun brune bruns brunes coklat cokelat भूरा भूरी भूरे bhura bhuri bhure بني بنيه 棕色 褐色 咖啡色 棕的',
  beige: 'beige cream sand crema arena creme bege ecru krem बेज क्रीम bej بيج بيجي 米色 米白 杏色 卡其 卡其色',
  gold: 'gold golden dorado dorada dorados doradas dourado dourada dourados douradas dore doree dores dorees emas सुनहरा सुनहरी sunehra sunehri ذهبي ذهبيه 金色 金的',
  silver:
    'silver plateado plateada plateados plateadas prata prateado prateada argente argentee argentes perak चांदी रुपहला chandi فضي فضيه 银色 銀色 银的',
};
