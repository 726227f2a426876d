import type { Sentences } from './sentences.ts';
import { where } from './where.ts';

const offer = 'Mau bicara dengan petugas kami soal ini?';

export const indonesian: Sentences = {
  greeting: {
    first: (business, tasks) =>
      `Halo dari ${business}! Saya bisa bantu soal ${tasks}. Ada yang bisa saya bantu?`,
    known: (business, tasks, name) =>
      `Halo ${name}, ini ${business}! Saya bisa bantu soal ${tasks}. Ada yang bisa saya bantu?`,
    again: 'Saya di sini. Ada yang bisa saya bantu?',
    isBot: (business) =>
      `Saya asisten AI ${business}, sebuah program. Kalau lebih suka bicara dengan orang, saya bisa sambungkan.`,
  },
  person: {
    word: 'ADMIN',
    button: 'Bicara dengan orang',
    passing: 'Saya teruskan ke tim kami; petugas kami akan membalas di sini.',
    away: (when, zone) =>
      `Sudah saya teruskan ke tim kami. Mereka sedang tidak ada dan kembali ${when} (${zone}); petugas kami akan membalas di sini.`,
    awayUnknown:
      'Sudah saya teruskan ke tim kami. Mereka sedang tidak ada, dan saya belum tahu kapan mereka kembali.',
    meanwhile: (path) => `Sementara itu Anda bisa ${path}.`,
    zone: (city) => `waktu ${city}`,
  },
  disclosure: (business) =>
    `Anda sedang chat dengan asisten AI ${business}. Ketik ADMIN untuk bicara dengan orang.`,
  scope: {
    refusal: (business, tasks, other) =>
      `Maaf, saya hanya bisa bantu soal ${business}: ${tasks}. Untuk hal lain, ${other}.`,
    andMore: (tasks) => `${tasks}, dan lainnya`,
    personHere: 'saya bisa sambungkan ke orang di sini',
    personOr: (path) => `saya bisa sambungkan ke orang, atau Anda bisa ${path}`,
    restDeclined: 'Saya hanya bisa bantu sebagian dari pesan Anda; sisanya saya lewati.',
  },
  paths: {
    inChat: 'minta bicara dengan orang di sini',
    phone: (number) => `telepon ${number}`,
    email: (address) => `kirim email ke ${address}`,
    web: (url) => `buka ${url}`,
    inStore: (address) => `datang ke ${address}`,
    faq: (url) => `lihat ${url}`,
    form: (url) => `isi formulir di ${url}`,
    channel: (name, at) => `hubungi kami lewat ${name}: ${at}`,
  },
  clarify: {
    which: 'Saya kurang yakin maksudnya. Apakah salah satu dari ini?',
    otherWords: 'Baik. Bisa dijelaskan dengan kata lain, atau mau bicara dengan orang?',
    whatAbout: 'Siap, saya bantu. Soal apa ya?',
    questionClosed: 'Pertanyaan itu sudah tidak berlaku. Ada yang bisa saya bantu?',
    notUnderstood: 'Maaf saya tidak mengerti.',
    insteadYouCan: (path) => `Anda juga bisa ${path}.`,
  },
  unreadable: {
    names: {
      image: 'gambar',
      video: 'video',
      audio: 'pesan suara',
      'long-audio': 'pesan suara sepanjang itu',
      document: 'dokumen',
      sticker: 'stiker',
      location: 'lokasi',
      contacts: 'kontak',
      unsupported: 'pesan jenis ini',
    },
    cannotOpen: (what) => `Di sini saya tidak bisa membuka ${what}.`,
    goByText: (what) => `Di sini saya tidak bisa membuka ${what}, jadi saya ikuti tulisan Anda.`,
    nameInstead: (what) =>
      `Maaf, di sini saya tidak bisa membuka ${what}. Bisa tuliskan nama produknya atau masalahnya? Atau saya teruskan ini ke orang.`,
    writeInstead: (what) =>
      `Maaf, di sini saya tidak bisa membuka ${what}. Bisa ditulis saja, atau mau bicara dengan orang?`,
  },
  time: {
    today: (clock) => `hari ini pukul ${clock}`,
    tomorrow: (clock) => `besok pukul ${clock}`,
    on: (day, clock) => `${day} pukul ${clock}`,
    todayDate: (date) => `hari ini, ${date}`,
    tomorrowDate: (date) => `besok, ${date}`,
  },
  emergency: {
    danger: (numbers, phone) =>
      `Kalau Anda atau orang lain dalam bahaya, segera telepon ${numbers ?? 'nomor darurat setempat'}; saya hanya program dan tidak bisa memanggil bantuan dari sini. Tim kami sudah saya beri tahu.${phone === undefined ? '' : ` Telepon kami: ${phone}.`}`,
    selfHarm: (crisis, numbers, phone) =>
      `Terima kasih sudah menuliskannya. Saya hanya program; tolong bicara sekarang dengan orang yang bisa menemani Anda: ${crisis === undefined ? '' : `layanan krisis ${crisis} atau `}nomor darurat${numbers === undefined ? ' setempat' : ` ${numbers}`}. Tim kami sudah saya beri tahu.${phone === undefined ? '' : ` Telepon kami: ${phone}.`}`,
  },
  complaint: 'Mohon maaf atas kejadian ini. Sekarang juga saya teruskan ke petugas kami.',
  privacy:
    'Permintaan tentang data pribadi Anda ditangani oleh tim kami, dan sudah saya tandai sebagai prioritas. Saya sendiri tidak bisa menampilkan, mengubah, atau menghapus data, jadi belum ada yang berubah.',
  keepSecret:
    'Mohon jangan kirim nomor kartu, CVV, PIN, kata sandi, atau kode OTP di chat ini; kami tidak pernah memintanya di sini. Yang Anda kirim tidak akan saya gunakan.',
  boundary: (business) =>
    `Saya asisten ${business} dan senang membantu soal itu, tapi mohon tetap sopan. Saya tidak membalas hinaan.`,
  stopped: (business) =>
    `Baik: Anda tidak akan menerima promo dari ${business} lagi. Kalau Anda menulis, kami tetap membalas. Untuk bicara dengan orang, ketik ADMIN.`,
  otherLanguage: (spoken) => `Maaf, di sini saya hanya bisa menulis dalam bahasa ${spoken}.`,
  order: {
    askNumber: 'Boleh minta nomor pesanannya? Ada di konfirmasi pesanan Anda.',
    askProof: (order) =>
      `Dengan data yang ada saya tidak bisa menampilkan pesanan ${order}. Tolong cek nomornya, atau kirim email atau kode pos yang dipakai saat memesan.`,
    askCancel: (order) => `Batalkan pesanan ${order}?`,
    wouldCancel: (order, items) => `Ini akan membatalkan pesanan ${order}${items}. Lanjutkan?`,
    yesCancel: 'Ya, batalkan',
    noKeep: 'Tidak jadi',
    remindNumber: 'Untuk melanjutkan pesanan Anda, tolong kirim nomornya.',
    remindProof: (order) =>
      `Untuk melanjutkan pesanan ${order}, tolong kirim email atau kode pos yang dipakai saat memesan.`,
    remindCancel: (order) => `Masih mau membatalkan pesanan ${order}?`,
    stays: (order) => `Baik, pesanan ${order} tetap seperti semula.`,
    yoursStays: 'Baik, pesanan Anda tetap seperti semula.',
    cancelled: (order) => `Selesai: pesanan ${order} sudah dibatalkan.`,
    cancelUncertain: (order) =>
      `Maaf, belum ada kepastian bahwa pesanan ${order} sudah dibatalkan, jadi jangan anggap selesai dulu. Petugas kami akan mengecek.`,
    cannotCancel: {
      processing: (order) => `Sudah terlambat membatalkan pesanan ${order} di sini. ${offer}`,
      packed: (order) => `Pesanan ${order} sudah dikemas, jadi tidak bisa saya batalkan lagi. ${offer}`,
      shipped: (order) =>
        `Pesanan ${order} sudah dalam perjalanan, jadi tidak bisa saya batalkan lagi. ${offer}`,
      delivered: (order) => `Pesanan ${order} sudah diterima, jadi tidak bisa saya batalkan lagi. ${offer}`,
      cancelled: (order) =>
        `Pesanan ${order} sudah dibatalkan, tidak ada lagi yang perlu dilakukan. Kalau ini di luar dugaan, saya bisa sambungkan ke petugas.`,
      returned: (order) =>
        `Pesanan ${order} sudah kembali ke kami sebagai retur, jadi tidak ada yang dibatalkan. ${offer}`,
    },
    status: {
      processing: (order) => `Pesanan ${order} sedang disiapkan.`,
      packed: (order) => `Pesanan ${order} sudah dikemas dan menunggu kurir.`,
      shipped: (order, carrier) =>
        `Pesanan ${order} sedang dikirim${carrier === undefined ? '' : ` dengan ${carrier}`}.`,
      delivered: (order) => `Pesanan ${order} sudah sampai.`,
      cancelled: (order) => `Pesanan ${order} sudah dibatalkan.`,
      returned: (order) => `Pesanan ${order} sudah kembali ke kami sebagai retur.`,
    },
    expected: (date) => `Perkiraan tiba: ${date}.`,
    late: (date) => `Perkiraannya ${date}, jadi terlambat; mohon maaf.`,
    contents: (items) => `Isinya: ${items}.`,
    follow: (url) => `Lacak di sini: ${url}`,
    noMatch: 'Saya tidak menemukan pesanan dengan data itu.',
    unavailable: 'Maaf, saat ini saya tidak bisa melihat data pesanan.',
  },
  appointment: {
    reminder: (what, when) => `Pengingat janji Anda: ${what}, ${when}.`,
    moved: (what, when) =>
      `Janji Anda dipindahkan: ${what}, sekarang ${when}. Kalau tidak cocok, silakan tulis ke saya.`,
    cancelled: (what, when) =>
      `Maaf, kami harus membatalkan janji Anda: ${what}, ${when}. Tulis ke saya kalau ingin waktu lain.`,
    offer: (what, when, until) =>
      `Ada waktu kosong yang Anda tunggu: ${what}, ${when}. Kami simpan untuk Anda sampai ${until}.`,
  },
  neverMind: 'Baik, tidak apa-apa. Tulis saja kapan pun perlu.',
  knowledge: {
    ask: 'Tentu. Mau tanya apa?',
    noAnswer: 'Saya tidak punya jawaban untuk itu.',
    noAnswerOffer:
      'Saya tidak punya jawaban untuk itu. Bisa ditanyakan dengan cara lain, atau mau bicara dengan orang?',
    unavailable: 'Maaf, saat ini saya tidak bisa mencarinya.',
    source: (title, place) => `Sumber: ${where(title, place)}`,
  },
};
