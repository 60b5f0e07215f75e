/** Outlets that carry the same copy, and the agencies whose copy others carry. */
export interface Publisher {
  readonly name: string;
  /** Registrable domains, parted by blanks. */
  readonly domains: string;
  /** How a credit names it, for agencies. */
  readonly credit?: RegExp;
}

/**
 * Publishers of several domains, and agencies. What is not here is known by its registrable domain. Houses whose
 * papers share their newsrooms' copy stand together; mere owners of independent newsrooms do not.
 */
export const PUBLISHERS: readonly Publisher[] = [
  // Agencies
  { name: 'Reuters', domains: 'reuters.com reutersagency.com', credit: /reuters/i },
  { name: 'AP', domains: 'apnews.com ap.org', credit: /\bap\b|associated press/i },
  { name: 'AFP', domains: 'afp.com', credit: /\bafp\b|agence france[- ]presse/i },
  { name: 'dpa', domains: 'dpa.com dpa-international.com', credit: /\bdpa\b|deutsche presse-agentur/i },
  { name: 'PA Media', domains: 'pa.media', credit: /\bpa(?: media)?\b|press association/i },
  { name: 'UPI', domains: 'upi.com', credit: /\bupi\b|united press international/i },
  { name: 'Bloomberg', domains: 'bloomberg.com', credit: /\bbloomberg\b/i },
  { name: 'TASS', domains: 'tass.com tass.ru', credit: /\btass\b/i },
  {
    name: 'RIA Novosti',
    domains: 'ria.ru sputnikglobe.com sputniknews.com',
    credit: /\bria novosti\b|\bsputnik\b/i,
  },
  { name: 'Interfax', domains: 'interfax.com interfax.ru', credit: /\binterfax\b(?!-ukraine)/i },
  { name: 'Interfax-Ukraine', domains: 'interfax.com.ua', credit: /\binterfax-ukraine\b/i },
  { name: 'Ukrinform', domains: 'ukrinform.net ukrinform.ua', credit: /\bukrinform\b/i },
  { name: 'Xinhua', domains: 'xinhuanet.com news.cn', credit: /\bxinhua\b/i },
  { name: 'Kyodo', domains: 'kyodonews.net kyodonews.jp', credit: /\bkyodo\b/i },
  { name: 'Jiji', domains: 'jiji.com', credit: /\bjiji\b/i },
  { name: 'Yonhap', domains: 'yna.co.kr', credit: /\byonhap\b/i },
  { name: 'ANSA', domains: 'ansa.it', credit: /\bansa\b/i },
  { name: 'EFE', domains: 'efe.com', credit: /\befe\b/i },
  { name: 'Lusa', domains: 'lusa.pt', credit: /\blusa\b/i },
  { name: 'PAP', domains: 'pap.pl', credit: /\bpap\b/i },
  { name: 'APA', domains: 'apa.at', credit: /\bapa\b/i },
  { name: 'Belga', domains: 'belganewsagency.eu', credit: /\bbelga\b/i },
  { name: 'PTI', domains: 'ptinews.com', credit: /\bpti\b|press trust of india/i },
  { name: 'ANI', domains: 'aninews.in', credit: /\bani\b|asian news international/i },
  { name: 'IANS', domains: 'ians.in', credit: /\bians\b/i },
  { name: 'Anadolu', domains: 'aa.com.tr', credit: /\banadolu\b/i },
  { name: 'AAP', domains: 'aap.com.au', credit: /\baap\b|australian associated press/i },
  { name: 'The Canadian Press', domains: 'thecanadianpress.com', credit: /canadian press/i },
  { name: 'Bernama', domains: 'bernama.com', credit: /\bbernama\b/i },
  { name: 'Antara', domains: 'antaranews.com', credit: /\bantara\b/i },
  { name: 'VNA', domains: 'vnanet.vn vietnamplus.vn', credit: /\bvna\b/i },
  { name: 'SPA', domains: 'spa.gov.sa', credit: /\bspa\b/i },
  { name: 'WAM', domains: 'wam.ae', credit: /\bwam\b/i },
  { name: 'IRNA', domains: 'irna.ir', credit: /\birna\b/i },
  // Broadcasters and papers of several domains
  { name: 'BBC', domains: 'bbc.com bbc.co.uk bbci.co.uk' },
  { name: 'The Guardian', domains: 'theguardian.com guardian.co.uk' },
  { name: 'CNN', domains: 'cnn.com cnn.it' },
  { name: 'NBC', domains: 'nbcnews.com today.com msnbc.com ms.now' },
  { name: 'ABC News', domains: 'go.com abcnews.com' },
  { name: 'CBS', domains: 'cbsnews.com cbslocal.com' },
  { name: 'NPR', domains: 'npr.org kqed.org wnyc.org' },
  { name: 'The New York Times', domains: 'nytimes.com nyti.ms' },
  { name: 'Dow Jones', domains: 'wsj.com marketwatch.com barrons.com' },
  { name: 'Fox News', domains: 'foxnews.com foxbusiness.com' },
  { name: 'Politico', domains: 'politico.com politico.eu' },
  { name: 'Al Jazeera', domains: 'aljazeera.com aljazeera.net' },
  { name: 'Deutsche Welle', domains: 'dw.com p.dw.com' },
  { name: 'RFE/RL', domains: 'rferl.org svoboda.org radiosvoboda.org currenttime.tv' },
  { name: 'VOA', domains: 'voanews.com voaafrica.com' },
  { name: 'RFI', domains: 'rfi.fr france24.com' },
  { name: 'RT', domains: 'rt.com actualidad-rt.com' },
  { name: 'CGTN', domains: 'cgtn.com cctv.com' },
  { name: 'ABC Australia', domains: 'abc.net.au' },
  { name: 'CBC', domains: 'cbc.ca radio-canada.ca' },
  { name: 'NHK', domains: 'nhk.or.jp nhk.jp' },
  { name: 'Channel NewsAsia', domains: 'channelnewsasia.com cna.asia todayonline.com' },
  { name: 'The Telegraph', domains: 'telegraph.co.uk' },
  { name: 'Daily Mail', domains: 'dailymail.co.uk dailymail.com mailonsunday.co.uk thisismoney.co.uk' },
  { name: 'The Sun', domains: 'thesun.co.uk the-sun.com thesun.ie' },
  { name: 'The Independent', domains: 'independent.co.uk the-independent.com standard.co.uk' },
  // Houses whose papers share their copy
  {
    name: 'Reach',
    domains:
      'mirror.co.uk express.co.uk dailystar.co.uk dailyrecord.co.uk manchestereveningnews.co.uk liverpoolecho.co.uk birminghammail.co.uk walesonline.co.uk bristolpost.co.uk chroniclelive.co.uk mylondon.news irishmirror.ie the-mirror.com',
  },
  {
    name: 'National World',
    domains:
      'scotsman.com yorkshirepost.co.uk newsletter.co.uk nationalworld.com thestar.co.uk portsmouth.co.uk',
  },
  {
    name: 'USA Today Network',
    domains:
      'usatoday.com azcentral.com freep.com indystar.com jsonline.com tennessean.com cincinnati.com dispatch.com courier-journal.com desmoinesregister.com',
  },
  {
    name: 'McClatchy',
    domains:
      'miamiherald.com sacbee.com kansascity.com charlotteobserver.com newsobserver.com star-telegram.com',
  },
  {
    name: 'MediaNews',
    domains: 'mercurynews.com denverpost.com ocregister.com eastbaytimes.com twincities.com bostonherald.com',
  },
  {
    name: 'Tribune Publishing',
    domains: 'chicagotribune.com nydailynews.com baltimoresun.com orlandosentinel.com sun-sentinel.com',
  },
  {
    name: 'Advance Local',
    domains: 'nj.com cleveland.com oregonlive.com mlive.com al.com masslive.com syracuse.com pennlive.com',
  },
  {
    name: 'Postmedia',
    domains:
      'nationalpost.com vancouversun.com calgaryherald.com montrealgazette.com ottawacitizen.com torontosun.com',
  },
  {
    name: 'Nine',
    domains: 'smh.com.au theage.com.au brisbanetimes.com.au watoday.com.au 9news.com.au nine.com.au',
  },
  {
    name: 'News Corp Australia',
    domains:
      'news.com.au theaustralian.com.au dailytelegraph.com.au heraldsun.com.au couriermail.com.au skynews.com.au',
  },
  { name: 'NZME', domains: 'nzherald.co.nz newstalkzb.co.nz' },
  { name: 'RND', domains: 'rnd.de haz.de lvz.de kn-online.de maz-online.de' },
  { name: 'Ippen', domains: 'merkur.de fr.de hna.de tz.de kreiszeitung.de' },
  { name: 'Funke', domains: 'waz.de morgenpost.de abendblatt.de nrz.de thueringer-allgemeine.de' },
  { name: 'The Times of India', domains: 'indiatimes.com timesnownews.com' },
  { name: 'Hindustan Times', domains: 'hindustantimes.com livemint.com' },
  { name: 'Network18', domains: 'news18.com firstpost.com moneycontrol.com cnbctv18.com' },
];

/** Sites that carry others' articles under their own address: whose an item is there, it says itself. */
export const AGGREGATORS: ReadonlySet<string> = new Set(
  'google.com msn.com bing.com yahoo.com aol.com flipboard.com newsbreak.com smartnews.com feedburner.com newsnow.co.uk feedspot.com apple.news'.split(
    ' ',
  ),
);
