import type { Sentences } from './sentences.ts';
import { where } from './where.ts';

const offer = '需要转人工处理吗？';

export const chinese: Sentences = {
  greeting: {
    first: (business, tasks) => `您好，这里是${business}！我可以帮您：${tasks}。请问需要什么帮助？`,
    known: (business, tasks, name) =>
      `${name}，您好，这里是${business}！我可以帮您：${tasks}。请问需要什么帮助？`,
    again: '我在的，请问需要什么帮助？',
    isBot: (business) => `我是${business}的AI助手，是一个程序。如果您想找真人，我可以为您转接。`,
  },
  person: {
    word: '人工',
    button: '转人工',
    passing: '正在为您转接我们的团队，会有真人在这里回复您。',
    away: (when, zone) =>
      `已转给我们的团队。他们现在不在，${when}（${zone}）回来，届时会有真人在这里回复您。`,
    awayUnknown: '已转给我们的团队。他们现在不在，我还不知道什么时候回来。',
    meanwhile: (path) => `在此期间，您可以${path}。`,
    zone: (city) => `${city}时间`,
  },
  disclosure: (business) => `您正在与${business}的AI助手对话。回复“人工”转接真人。`,
  scope: {
    refusal: (business, tasks, other) => `抱歉，我只能协助${business}的：${tasks}。其他问题，${other}。`,
    andMore: (tasks) => `${tasks}等`,
    personHere: '我可以在这里为您转人工',
    personOr: (path) => `我可以为您转人工，您也可以${path}`,
    restDeclined: '您的消息我只能帮忙处理一部分，其余的我无法协助。',
  },
  paths: {
    inChat: '在这里要求转人工',
    phone: (number) => `拨打${number}`,
    email: (address) => `发邮件至${address}`,
    web: (url) => `访问 ${url}`,
    inStore: (address) => `到店：${address}`,
    faq: (url) => `查看 ${url}`,
    form: (url) => `填写表单 ${url}`,
    channel: (name, at) => `通过${name}联系我们：${at}`,
  },
  clarify: {
    which: '我不太确定您的意思，是下面这些吗？',
    otherWords: '好的。您可以换个说法吗，还是需要转人工？',
    whatAbout: '很乐意帮忙。请问是关于什么的？',
    questionClosed: '那个问题已经结束了。请问还需要什么帮助？',
    notUnderstood: '抱歉，我没有听懂。',
    insteadYouCan: (path) => `您也可以${path}。`,
  },
  unreadable: {
    names: {
      image: '图片',
      video: '视频',
      audio: '语音消息',
      'long-audio': '这么长的语音消息',
      document: '文件',
      sticker: '表情贴纸',
      location: '位置',
      contacts: '名片',
      unsupported: '这类消息',
    },
    cannotOpen: (what) => `我在这里无法打开${what}。`,
    goByText: (what) => `我在这里无法打开${what}，我按您写的文字来处理。`,
    nameInstead: (what) =>
      `抱歉，我在这里无法打开${what}。您可以打字告诉我产品的名称或遇到的问题吗？或者我可以转给人工处理。`,
    writeInstead: (what) => `抱歉，我在这里无法打开${what}。您可以打字告诉我吗，还是需要转人工？`,
  },
  time: {
    today: (clock) => `今天${clock}`,
    tomorrow: (clock) => `明天${clock}`,
    on: (day, clock) => `${day}${clock}`,
    todayDate: (date) => `今天，${date}`,
    tomorrowDate: (date) => `明天，${date}`,
  },
  emergency: {
    danger: (numbers, phone) =>
      `如果您或其他人有危险，请立即拨打${numbers ?? '当地的急救或报警电话'}；我只是一个程序，无法从这里呼救。我已通知我们的团队。${phone === undefined ? '' : `我们的电话：${phone}。`}`,
    selfHarm: (crisis, numbers, phone) =>
      `谢谢您说出来。我只是一个程序，请现在就联系能陪伴您的人：${crisis === undefined ? '' : `心理援助热线${crisis}，或`}紧急电话${numbers ?? '（当地）'}。我已通知我们的团队。${phone === undefined ? '' : `我们的电话：${phone}。`}`,
  },
  complaint: '非常抱歉给您带来这样的经历，我马上转给人工处理。',
  privacy:
    '关于您个人数据的请求由工作人员处理,我已标为优先。我自己不能查看、更改或删除数据,所以目前还没有任何改动。',
  keepSecret:
    '请不要在聊天中发送银行卡号、CVV、密码、PIN 或验证码;我们绝不会在这里索要这些信息。您发来的内容我不会使用。',
  boundary: (business) => `我是${business}的助手，很乐意帮您处理相关问题，但请保持礼貌。对辱骂我不会回复。`,
  stopped: (business) =>
    `已办理：您不会再收到${business}的推广消息。您来信我们仍会回复。需要真人请回复“人工”。`,
  otherLanguage: (spoken) => `抱歉，我在这里只能使用${spoken}。`,
  order: {
    askNumber: '请问您的订单号是多少？在订单确认信息里可以找到。',
    askProof: (order) =>
      `根据现有信息，我无法为您显示订单${order}。请核对订单号，或发送下单时使用的邮箱或邮编。`,
    askCancel: (order) => `要取消订单${order}吗？`,
    wouldCancel: (order, items) => `这将取消订单${order}${items}。确认吗？`,
    yesCancel: '是，取消',
    noKeep: '不，保留',
    remindNumber: '要继续处理您的订单，请发送订单号。',
    remindProof: (order) => `要继续处理订单${order}，请发送下单时使用的邮箱或邮编。`,
    remindCancel: (order) => `您还要取消订单${order}吗？`,
    stays: (order) => `好的，订单${order}保持不变。`,
    yoursStays: '好的，您的订单保持不变。',
    cancelled: (order) => `已完成：订单${order}已取消。`,
    cancelUncertain: (order) =>
      `抱歉，订单${order}是否已取消还没有得到确认，请先不要当作已取消。会有真人核实。`,
    cannotCancel: {
      processing: (order) => `订单${order}在这里已经来不及取消了。${offer}`,
      packed: (order) => `订单${order}已打包，无法取消。${offer}`,
      shipped: (order) => `订单${order}已在配送途中，无法取消。${offer}`,
      delivered: (order) => `订单${order}已送达，无法取消。${offer}`,
      cancelled: (order) => `订单${order}已经取消，无需再处理。如果这不是您的意思，我可以为您转人工。`,
      returned: (order) => `订单${order}已退回，没有可取消的内容。${offer}`,
    },
    status: {
      processing: (order) => `订单${order}正在备货。`,
      packed: (order) => `订单${order}已打包，等待快递取件。`,
      shipped: (order, carrier) =>
        `订单${order}已在配送途中${carrier === undefined ? '' : `（${carrier}）`}。`,
      delivered: (order) => `订单${order}已送达。`,
      cancelled: (order) => `订单${order}已取消。`,
      returned: (order) => `订单${order}已退回。`,
    },
    expected: (date) => `预计送达：${date}。`,
    late: (date) => `原定${date}送达，已经延误，非常抱歉。`,
    contents: (items) => `内含：${items}。`,
    follow: (url) => `物流查询：${url}`,
    noMatch: '没有找到与这些信息相符的订单。',
    unavailable: '抱歉，暂时无法查询订单。',
  },
  appointment: {
    reminder: (what, when) => `预约提醒：${what}，${when}。`,
    moved: (what, when) => `您的预约已改期：${what}，现为${when}。如果不方便，请告诉我。`,
    cancelled: (what, when) => `抱歉，我们不得不取消您的预约：${what}，${when}。如需改约，请告诉我。`,
    offer: (what, when, until) => `您等候的时间空出来了：${what}，${when}。我们为您保留到${until}。`,
  },
  neverMind: '好的，没关系。需要时随时联系我。',
  knowledge: {
    ask: '当然，请问您想了解什么？',
    noAnswer: '这个问题我没有答案。',
    noAnswerOffer: '这个问题我没有答案。您可以换个问法吗，还是需要转人工？',
    unavailable: '抱歉，暂时无法查询。',
    source: (title, place) => `来源：${where(title, place)}`,
  },
};
