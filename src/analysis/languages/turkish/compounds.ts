/** Turkish words that are written apart or as one (Yazım Kılavuzu 2012; news write both). */
import type { Compounds } from '../../language.ts';

export const compounds: Compounds = {
  pairs: `hava liman|hava alan|hava yol|kara yol|demir yol|deniz yol|deniz alt|iç işleri|dış işleri|orta doğu|yurt dışı|yurt içi|göz altı
    |baş bakan|baş savcı|baş komutan|baş kent|baş müzakereci|baş örtü|ateş kes|ön seçim|ön görü|ön söz|ön yargı|ilk okul|orta okul
    |açık hava|kara deniz|ak deniz|hoş geldin|hoş bulduk|hoş görü|sınır ötesi|sosyo ekonomi|e posta|doğal gaz|gece kondu|alt yapı|alış veriş
    |iş birliği|iş veren|iş gücü|iş yeri|bilgi sayar|buz dolabı|ham madde|insan oğlu|kamu oyu|kuru yemiş|milletler arası|uluslar arası
    |şehirler arası|kıtalar arası|öz geçmiş|öz eleştiri|sağ duyu|ana yasa|ana okul|ana dil|ana kara|ana vatan|büyük elçi|büyük şehir
    |cumhur başkan|deniz aşırı|dış satım|dış alım|düz yazı|gök delen|gök yüzü|yer yüzü|yer altı|su altı|bilinç altı|kuzey batı|kuzey doğu
    |güney batı|güney doğu|ara seçim|ara bulucu|yarı final|yarı yıl|yıl dönümü|yıl başı|zaman aşımı|genel kurmay|baş hekim|baş rol|başı boş
    |bel kemiği|güven oyu|hafta sonu|iş adam|kovid 19`,
};
