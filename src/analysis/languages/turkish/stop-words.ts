/** The closed classes of Göksel & Kerslake 2005: pronouns, postpositions, conjunctions, question words, copulas. */
export const STOP_WORDS: readonly string[] =
  `ve ile bir bu şu o da de ki mi mı mu mü için gibi kadar daha çok en ama fakat ancak lakin çünkü eğer ise veya ya yahut hem ne
    nasıl neden niçin niye hangi hangisi hangileri kim kimler kimin kime kimi kimdir kimdi kaç kaçtır kaçıncı nerede nereye nereden neresi neresidir
    nedir nelerdir neyi neye neler neydi hangisidir nerededir şey şeyler şeyi zaman olarak göre sonra önce diye her hiç hep bazı tüm bütün değil
    var yok vardır yoktur vardı yoktu ben sen biz siz onlar beni seni bizi sizi onu onun ona onda
    ondan bunun buna bunu bunda bundan şunu şunun bunlar şunlar kendi kendisi üzere karşı doğru rağmen dolayı beri itibaren arasında içinde
    üzerinde tarafından hakkında ilgili iken böyle şöyle öyle yani zaten sadece yalnız bile artık henüz şimdi burada orada
    nin nın nun nün dan den dır dir dur dür`.split(/\s+/);
