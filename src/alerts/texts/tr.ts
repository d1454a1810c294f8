import type { AlertTexts } from './alert-texts.ts';

export const TURKISH: AlertTexts = {
  subject: { one: '{n} yeni haber: {name}', other: '{n} yeni haber: {name}' },
  intro: 'Bu aramaya uyan yeni haberler:',
  more: { one: 've {n} haber daha', other: 've {n} haber daha' },
  all: 'Tüm sonuçları arşivde göster',
  copies: { one: 've neredeyse aynı {n} kopya', other: 've neredeyse aynı {n} kopya' },
  undated: 'Tarihsiz',
  why: 'Bu iletiyi, bu adresle yukarıdaki arama takip edildiği için alıyorsunuz.',
  end: 'Bu iletileri durdur',
  test: {
    subject: 'Deneme: {name}',
    text: 'Bu bir deneme iletisidir. Yeni haberler size bu yolla bildirilecek.',
  },
  confirm: {
    subject: 'Arama takibini onaylayın',
    intro: 'Biri, büyük olasılıkla siz, şu aramaya uyan yeni haberleri takip etmek için bu adresi girdi:',
    noWords: 'yalnızca filtrelerle yapılan bir arama',
    ask: 'Haberleri almak için bu bağlantıyı açıp onaylayın:',
    until: 'Bağlantı {date} tarihine kadar geçerlidir.',
    ignore: 'Bu siz değilseniz iletiyi dikkate almayın; başka bir ileti gönderilmeyecek.',
  },
  page: {
    confirmTitle: 'Bu arama takip edilsin mi?',
    confirmText: 'Bu aramaya uyan yeni haberler adresinize gönderilecek.',
    confirmButton: 'Evet, yeni haberleri gönder',
    confirmed: 'Tamam. Yeni haberler size gönderilecek; her iletiden takibi bırakabilirsiniz.',
    endTitle: 'Bu iletiler durdurulsun mu?',
    endText: 'Bu aramaya uyan yeni haberler artık size gönderilmeyecek.',
    endButton: 'İletileri durdur',
    ended: 'Tamam. Bu aramayla ilgili başka ileti almayacaksınız.',
    expired: 'Bu bağlantının süresi dolmuş. Aramayı yeniden takip edin.',
    wrong: 'Bu bağlantı geçersiz. Eksik kopyalanmış olabilir.',
    toSearch: 'Aramaya git',
  },
};
