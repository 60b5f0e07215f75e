/** In how many of 1,657 news items a stem stands, `stem:count`, from 5 upwards (counted in the FNC-1 headlines and openings of 2014 and 2015). */
export const NEWS_FREQUENCIES = `
the:1596 of:1261 in:1253 to:1253 and:1001 on:925 that:822 is:739 wa:662 for:635 ha:629 it:605 with:571
report:540 by:523 be:511 an:455 from:453 have:449 at:442 been:413 who:406 as:405 hi:399 new:397 after:387
not:338 he:331 said:308 year:296 thi:292 but:290 claim:287 state:286 had:278 sai:274 ar:268 islam:254
accord:244 isi:233 us:224 man:218 video:216 up:206 about:193 will:190 appl:182 thei:181 group:177
which:176 when:175 no:169 milit:169 were:168 offici:167 old:166 out:165 there:151 all:150 media:150
watch:148 post:147 over:145 time:144 confirm:141 show:141 their:138 mai:136 citi:136 now:134 into:133
you:132 kill:132 told:132 more:131 reportedli:131 first:128 releas:127 leader:125 just:124 woman:122
week:122 rumor:121 found:121 off:118 than:117 could:117 dai:116 sourc:116 north:115 some:115 last:114
she:114 what:114 al:110 or:110 syria:109 world:106 like:106 american:105 would:105 her:104 death:103
month:103 polic:102 we:102 while:102 stori:100 iraq:100 appear:99 him:99 believ:97 make:97 fighter:97
name:97 miss:95 tuesdai:94 made:94 peopl:93 two:93 get:92 if:87 captur:87 call:87 come:86 govern:85
mondai:85 dead:84 attack:84 behead:83 dure:82 so:81 recent:80 also:80 forc:80 reveal:79 di:79 michael:79
shot:79 went:78 known:78 hospit:78 secur:78 shoot:78 near:77 hoax:76 set:76 befor:76 british:75
journalist:75 launch:75 war:75 compani:75 websit:74 internet:73 even:73 fridai:72 fire:72 public:72
offic:72 three:71 other:71 live:71 girl:70 go:70 start:69 allegedli:69 folei:68 million:68 can:68
where:68 around:67 york:67 work:67 local:67 social:67 todai:67 kim:67 jame:66 un:66 look:66 onlin:65
kidnap:65 earlier:65 member:65 take:65 record:65 then:65 jong:65 ebola:65 job:64 under:64 onli:64 them:63
alleg:63 against:63 suspect:62 plai:62 air:62 sever:61 wednesdai:61 announc:61 former:61 includ:61
case:61 servic:61 life:61 fake:60 appar:60 how:60 home:59 through:59 thursdai:59 soldier:59 did:59
becaus:58 iraqi:58 plan:58 build:58 health:58 end:58 real:57 photo:57 down:57 see:57 try:57 night:57
site:57 most:56 issu:56 actor:56 turn:56 right:56 star:56 hand:56 follow:56 nation:56 airport:56 do:56
least:56 open:55 took:55 twitter:55 small:55 sinc:55 anoth:54 capit:54 street:54 london:54 your:53
identifi:53 ago:53 cnn:53 back:53 airstrik:53 boi:53 countri:53 canadian:53 wai:53 deni:52 break:52
film:52 washington:52 john:51 youtub:51 terrorist:51 own:51 left:51 morn:50 caught:50 got:50 big:50
next:50 shock:50 across:50 want:50 ani:50 five:50 fear:49 well:49 seen:49 late:49 bodi:48 head:48
student:48 ag:48 decid:48 himself:47 saturdai:47 statement:47 know:47 updat:47 school:47 korean:47
sundai:46 facebook:46 terror:46 caus:46 share:46 weekend:46 insid:46 border:45 viral:45 arrest:45
still:45 baghdadi:45 true:45 militari:45 born:45 much:45 hous:45 high:45 six:44 jihadist:44 featur:44
intern:44 texa:44 sister:43 held:43 islamist:43 re:43 steve:43 leav:43 heard:43 presid:43 part:43 mani:43
tv:43 town:43 fight:43 wife:42 kurdish:42 give:42 unit:42 howev:42 messag:41 parliament:41 hostag:41
earli:41 author:40 abu:40 medic:40 base:40 famili:40 user:40 edit:40 iphon:40 store:40 test:40 face:40
circul:40 might:39 stop:39 boko:39 haram:39 fals:39 execut:39 femal:39 christian:39 bale:39 taken:39
press:39 stolen:39 place:39 weapon:39 investig:39 korea:39 tell:38 talk:38 yet:38 dog:38 brown:38
audio:38 attempt:38 imag:38 syrian:38 problem:38 both:38 spend:38 discov:38 oper:38 son:38 person:38
actual:38 bakr:37 extremist:37 young:37 mysteri:37 devic:37 peni:37 expect:37 latest:37 mexico:37
organ:37 thing:37 again:37 seem:36 ve:36 strike:36 custom:36 ottawa:36 detail:36 pictur:36 move:36
happen:36 awai:36 between:36 moham:36 find:36 later:36 obama:36 victim:36 com:35 rapper:35 lead:35
long:35 suggest:35 describ:35 wood:35 area:35 our:35 drop:35 parent:35 upcom:35 mark:35 viru:35 gold:35
inform:35 babi:35 origin:34 don:34 hold:34 mosul:34 via:34 sell:34 depart:34 cut:34 run:34 reuter:34
number:33 didn:33 wright:33 deal:33 god:33 girlfriend:33 model:33 teenag:33 order:33 due:33 hit:33
train:33 put:33 control:33 isn:33 price:33 probabl:33 stomach:32 trip:32 nigeria:32 contract:32
america:32 biopic:32 despit:32 aid:32 moment:32 articl:32 friend:32 chief:32 save:32 remain:32 past:32
those:32 power:32 photojournalist:31 minut:31 founder:31 develop:31 final:31 male:31 pass:31 newspap:31
thought:31 intellig:31 jihadi:31 outsid:31 hour:31 surpris:31 realli:31 among:30 possibl:30 daili:30
isil:30 nigerian:30 senior:30 question:30 veri:30 join:30 fly:30 fox:30 reach:30 ever:30 few:30 secret:30
expert:30 west:30 offer:30 outlet:30 pregnant:30 gener:29 publish:29 schoolgirl:29 co:29 never:29
whether:29 becom:29 app:29 camera:29 close:29 holidai:29 love:29 david:29 good:29 gone:29 septemb:29
keep:29 contain:29 rais:28 cite:28 role:28 memori:28 gunman:28 complet:28 meteorit:28 arm:28 purport:28
creat:28 gave:28 batman:28 china:28 child:28 came:28 birth:28 fact:28 walk:28 th:28 food:28 ceasefir:27
resid:27 receiv:27 phone:27 worker:27 doe:27 nearli:27 along:27 agent:27 travel:27 white:27 isra:26
spider:26 such:26 met:26 heart:26 given:26 date:26 agenc:26 disappear:26 crater:26 nicaragua:26 nbc:26
spread:26 thoma:26 magazin:26 warn:26 pilot:26 account:26 deadli:26 abl:26 complain:26 mexican:26
restaur:26 think:26 men:26 product:26 battl:26 burrow:25 same:25 father:25 mask:25 hope:25 movi:25
aaron:25 sorkin:25 agre:25 authent:25 western:25 eat:25 skin:25 respons:25 south:25 hollywood:25
unconfirm:25 yesterdai:25 trade:25 target:25 help:25 mass:25 entir:25 support:25 murder:25 doubt:24
bomb:24 led:24 figur:24 best:24 incid:24 current:24 meat:24 ask:24 managua:24 russian:24 televis:24
duncan:24 need:24 doctor:24 reason:24 detroit:24 hear:24 uk:24 wide:24 front:24 chang:24 instead:24
full:24 station:24 dictat:24 bali:23 decemb:23 banksi:23 whose:23 tweet:23 varieti:23 page:23 previous:23
dozen:23 verifi:23 carri:23 meet:23 april:23 multipl:23 chop:23 wall:23 surgeri:23 direct:23 sign:23
here:23 idea:23 far:23 march:23 unveil:23 center:23 consid:23 chines:23 dump:23 safe:23 contact:23
wearabl:23 hundr:22 experi:22 ad:22 pentagon:22 everyon:22 southern:22 behind:22 size:22 sex:22 surfac:22
event:22 spot:22 lot:22 monei:22 centr:22 ankl:22 serv:22 someth:22 red:22 jet:22 superman:22 batmobil:22
emwazi:22 onc:22 network:22 gun:22 kurd:22 line:22 fail:22 fall:22 northern:22 belong:22 cost:22 these:22
smartwatch:22 vallei:21 earth:21 thousand:21 detain:21 violenc:21 rush:21 arriv:21 return:21 guard:21
provinc:21 immedi:21 artist:21 taliban:21 middl:21 kobani:21 rat:21 prime:21 pai:21 ey:21 soni:21
alreadi:21 spent:21 season:21 game:21 commerci:21 bui:21 armi:21 gill:21 rosenberg:21 owner:21 free:21
charg:21 ident:20 killer:20 soon:20 marijuana:20 possess:20 cathol:20 bbc:20 hasn:20 ministri:20
canada:20 zehaf:20 bibeau:20 vogu:20 employe:20 raid:20 william:20 box:20 profil:20 word:20 australian:20
remov:20 smith:20 blog:20 steel:20 version:20 deliv:20 blast:20 scotland:20 seven:20 christma:20 anti:20
wear:20 rule:20 paul:20 polici:19 truce:19 tour:19 emerg:19 heaven:19 anim:19 littl:19 plane:19 fbi:19
ferguson:19 provid:19 wit:19 paid:19 aircraft:19 shop:19 satir:19 perform:19 upload:19 rep:19 homeless:19
la:19 my:19 document:19 anyon:19 option:19 celebr:19 retail:19 shooter:19 hill:19 grave:19 almost:19
editor:19 saudi:19 second:19 manag:19 aliv:19 mother:19 noth:19 busi:19 nasa:18 lebanon:18 fan:18
learn:18 abduct:18 januari:18 major:18 st:18 tiger:18 hunt:18 india:18 gunfir:18 main:18 sure:18 sound:18
east:18 airdrop:18 cross:18 hunter:18 enter:18 snow:18 specul:18 children:18 human:18 began:18 top:18
gui:18 dylan:18 market:18 treat:18 continu:18 kid:18 grow:18 associ:18 someon:18 import:18 suffer:18
round:18 link:18 afternoon:18 mac:18 saw:18 too:18 brother:18 seiz:18 begin:18 stainless:18 french:18
though:18 batteri:18 goe:17 worri:17 abdel:17 maje:17 bari:17 lebanes:17 law:17 rip:17 purportedli:17
priest:17 land:17 itali:17 displai:17 comment:17 lover:17 creatur:17 central:17 tape:17 august:17
rumour:17 rape:17 director:17 quickli:17 piec:17 footag:17 infest:17 mike:17 cover:17 catch:17 car:17
gang:17 initi:17 justic:17 mr:17 comcast:17 africa:17 familiar:17 nicaraguan:17 qaeda:17 tonight:17
blame:17 cook:17 libya:17 anniversari:17 drug:17 popular:17 king:17 conduct:17 enough:17 produc:17
confer:17 women:17 analyst:17 cast:16 total:16 anonym:16 address:16 declar:16 novemb:16 attornei:16
paus:16 inch:16 indic:16 conflict:16 black:16 brian:16 nightli:16 quit:16 letter:16 mile:16 tropic:16
pull:16 stock:16 rang:16 recov:16 cancer:16 vega:16 homeland:16 infect:16 until:16 won:16 monitor:16
feel:16 famou:16 block:16 bad:16 pumpkin:16 spice:16 condom:16 wasn:16 wrote:16 without:16 critic:16
tri:16 suppli:16 larg:16 per:16 danni:16 boyl:16 electr:16 ahead:16 apart:16 exclus:16 ill:16 accus:16
boston:16 design:16 special:16 locat:16 storm:15 level:15 marri:15 neal:15 stone:15 colleg:15 burn:15
macaulai:15 culkin:15 seri:15 crimin:15 channel:15 spark:15 concern:15 dawn:15 differ:15 testicl:15
sept:15 thank:15 push:15 bed:15 threaten:15 broken:15 injuri:15 chees:15 specif:15 interview:15 threat:15
bendgat:15 patient:15 symptom:15 daughter:15 independ:15 graffiti:15 seek:15 phelp:15 taylor:15 liann:15
chandler:15 feb:15 exchang:15 stand:15 why:15 allow:15 journal:15 barack:15 ten:15 scottish:15 giant:15
feet:15 discuss:15 seth:15 rogen:15 read:15 broadcast:15 everi:15 privat:15 mcdonald:15 quarter:15
parti:15 ceo:15 stronghold:15 amazon:15 israel:14 feed:14 ceas:14 comfort:14 debunk:14 campu:14
spokesman:14 pop:14 engin:14 ran:14 toi:14 pretti:14 baghdad:14 vice:14 region:14 below:14 mob:14
castrat:14 ganganagar:14 afghanistan:14 drone:14 california:14 oct:14 minist:14 seidel:14 strong:14
becam:14 itself:14 scar:14 twin:14 bank:14 hank:14 sugarhil:14 bloomberg:14 english:14 strang:14 aren:14
sick:14 ap:14 anchor:14 impact:14 italian:14 ship:14 absenc:14 win:14 stream:14 anticip:14 longer:14
wozniak:14 tip:14 anna:14 wintour:14 univers:14 view:14 hair:14 kfc:14 comput:14 rescu:14 yemen:14
singl:14 should:14 kevin:14 point:14 touch:14 teen:14 wonder:14 bleed:14 meant:14 fenc:14 jumper:14
pain:14 bill:13 de:13 accident:13 activist:13 ex:13 civil:13 potenti:13 newli:13 husband:13 macbook:13
bring:13 tripoli:13 staff:13 let:13 quot:13 drink:13 kind:13 complaint:13 write:13 reddit:13 josh:13
lin:13 weigh:13 henri:13 jackson:13 respond:13 violent:13 web:13 although:13 consum:13 rest:13 fractur:13
delet:13 drive:13 prison:13 graphic:13 somalia:13 ahm:13 abdi:13 godan:13 sun:13 nun:13 written:13
shown:13 mid:13 februari:13 rock:13 space:13 posit:13 titl:13 palac:13 me:13 hairgat:13 boyfriend:13
luke:13 somer:13 file:13 chain:13 sergeant:13 commun:13 citizen:13 doesn:13 stai:13 bird:13 room:13
pick:13 jetlin:13 bought:13 chanc:13 ti:13 mean:13 door:13 bogu:13 june:13 list:13 quarantin:13
scientist:12 global:12 dark:12 mirror:12 cleric:12 micheal:12 warm:12 style:12 patrol:12 roll:12
insurg:12 militia:12 unverifi:12 sport:12 pet:12 island:12 indian:12 career:12 everyth:12 screen:12 ga:12
angri:12 amid:12 marin:12 helmet:12 boom:12 asteroid:12 moscow:12 approach:12 religi:12 speak:12
weather:12 truck:12 fidel:12 castro:12 park:12 hop:12 vehicl:12 pyongyang:12 voic:12 check:12 trail:12
broke:12 toward:12 technolog:12 condit:12 els:12 further:12 foot:12 ye:12 meteorologist:12 repres:12
liter:12 suspens:12 fell:12 ground:12 treatment:12 abandon:12 hurt:12 metro:12 matter:12 tim:12
massachusett:12 massiv:12 ban:12 attend:12 side:12 huge:12 protest:12 ladi:12 abdullah:12 program:12
rare:12 note:12 alongsid:12 troubl:12 vicker:12 putin:12 icon:12 fill:12 chemic:12 jordanian:12 plu:12
pound:12 fish:12 excit:12 unearth:12 joi:12 nelson:12 expens:12 visit:12 dalla:12 exactli:12 igen:12
firm:12 flood:11 chest:11 manhattan:11 ticket:11 convert:11 spring:11 extra:11 silicon:11 success:11
summer:11 po:11 explos:11 exampl:11 alon:11 luxuri:11 golfer:11 sale:11 strip:11 chlorin:11 gunshot:11
abram:11 sniper:11 worldwid:11 light:11 republican:11 readi:11 act:11 paler:11 hain:11 partner:11 nake:11
weight:11 rap:11 dinner:11 hard:11 secretari:11 extrem:11 captiv:11 kansa:11 durex:11 dna:11 intersex:11
swimmer:11 diseas:11 kei:11 mum:11 reserv:11 sent:11 oscar:11 proof:11 amount:11 activ:11 bear:11
floor:11 teletubbi:11 herself:11 jess:11 episod:11 queen:11 done:11 brand:11 sit:11 relat:11 am:11
bergdahl:11 aug:11 afp:11 oliv:11 ilic:11 notic:11 controversi:11 four:11 search:11 involv:11 eyewit:11
genit:11 research:11 must:11 fit:11 polit:11 ayr:11 suitcas:11 book:11 reaction:11 boost:11 plumber:11
bit:11 present:11 admit:11 yo:11 improv:11 low:10 agreement:10 struck:10 decis:10 pope:10 franci:10
paradis:10 collect:10 winner:10 sack:10 desk:10 estim:10 mail:10 predict:10 crime:10 chat:10 libyan:10
rapist:10 cleaver:10 upon:10 awaken:10 cours:10 district:10 freelanc:10 pro:10 form:10 bar:10 attract:10
ram:10 closer:10 raqqa:10 intend:10 coalit:10 rodent:10 better:10 clip:10 half:10 secretli:10 dollar:10
appendix:10 complic:10 johnson:10 kept:10 step:10 vs:10 prove:10 higher:10 physic:10 io:10 surround:10
confus:10 genitalia:10 nov:10 debut:10 band:10 brought:10 garden:10 pga:10 turkei:10 self:10 mi:10 san:10
brief:10 execution:10 felt:10 cb:10 fabric:10 russia:10 photograph:10 highli:10 futur:10 award:10 bin:10
magneto:10 angel:10 outrag:10 bosnia:10 wing:10 subject:10 metal:10 credit:10 mo:10 defens:10 beirut:10
project:10 threw:10 hero:10 bow:10 roi:10 fitch:10 vladimir:10 affili:10 googl:10 slap:10 separ:10
tale:10 espn:10 domest:10 certain:10 ll:10 fallen:10 studio:10 sgt:10 heavili:10 rail:10 contest:10
teacher:10 charli:10 airlin:10 fed:10 zack:10 snyder:10 jump:10 exist:10 deliveri:10 macerata:10 happi:10
speed:10 wound:10 earn:10 banja:10 luka:10 limit:10 jordan:10 wine:10 snowmen:10 signific:9 rather:9
net:9 motherli:9 forthcom:9 catfish:9 dino:9 ferrari:9 fashion:9 coupl:9 bang:9 theori:9 assist:9
missouri:9 rebel:9 scene:9 suresh:9 kumar:9 rajasthan:9 presum:9 clear:9 determin:9 unidentifi:9 predat:9
surviv:9 lego:9 urg:9 cuba:9 cuban:9 stuyves:9 mobil:9 heavi:9 hip:9 shane:9 fellow:9 hire:9 rank:9
negoti:9 britain:9 flavor:9 oh:9 fatal:9 bugatti:9 veyron:9 vandal:9 duti:9 breach:9 explain:9 radio:9
suspend:9 field:9 grenad:9 suit:9 loud:9 email:9 nine:9 often:9 glass:9 illustr:9 disclos:9 darren:9
wilson:9 chicken:9 leak:9 properti:9 shopper:9 less:9 frontman:9 probe:9 arabia:9 worth:9 knock:9 vow:9
track:9 sometim:9 largest:9 histori:9 sneez:9 unarm:9 relationship:9 panel:9 pounder:9 dec:9 gift:9 lo:9
jan:9 railwai:9 dan:9 tear:9 assault:9 poop:9 term:9 blood:9 farther:9 shar:9 pei:9 short:9 within:9
shower:9 promin:9 arabian:9 practic:9 paint:9 seattl:9 cupertino:9 winter:8 bunburi:8 headlin:8 expos:8
abubakar:8 shekau:8 robert:8 plant:8 zeppelin:8 reunion:8 robot:8 microsoft:8 biggest:8 express:8 squar:8
boast:8 golf:8 particip:8 verma:8 interest:8 condemn:8 background:8 drag:8 butcher:8 helmand:8 studi:8
fair:8 wors:8 somali:8 equal:8 lynch:8 vigilant:8 lunch:8 result:8 action:8 delight:8 jeh:8 politician:8
horrif:8 send:8 situat:8 intervent:8 tech:8 woke:8 overnight:8 bug:8 icloud:8 unfortun:8 basic:8
instagram:8 extens:8 freed:8 choos:8 nyc:8 shabab:8 contrari:8 distraught:8 jose:8 canseco:8 prepar:8
measur:8 occur:8 nikolai:8 kryaglyachenko:8 miracul:8 revel:8 trend:8 sarajevo:8 song:8 ft:8 magic:8
mushroom:8 iguala:8 accessori:8 singer:8 blur:8 michel:8 lost:8 chengdu:8 bid:8 detaine:8 swap:8 rose:8
axl:8 manhood:8 swirl:8 guantanamo:8 bai:8 system:8 simpli:8 injur:8 great:8 stage:8 inc:8 ypg:8
carlisl:8 percent:8 anyth:8 lester:8 holt:8 natur:8 rememb:8 helicopt:8 legal:8 footbal:8 burger:8
similar:8 pricei:8 cool:8 senat:8 spca:8 pillow:8 bowl:8 serious:8 capsul:8 assum:8 mourn:8 mere:8 lack:8
demand:8 judd:8 koban:8 alan:8 overpow:8 writer:8 chariti:8 anywai:8 eastern:8 meal:8 cub:8 martyr:8
bend:8 encount:8 connect:8 truth:8 item:8 everywher:8 supposedli:8 administr:8 replac:8 mortgag:8
seriou:8 christ:8 fine:8 suprem:8 wait:8 leadership:8 care:8 forward:8 palestinian:7 wake:7 dupe:7
enforc:7 nypd:7 clinic:7 knightscop:7 fisherman:7 wel:7 length:7 hall:7 gai:7 whom:7 omar:7 decad:7
unclear:7 creator:7 scream:7 buzz:7 alex:7 defenc:7 host:7 danger:7 kevlar:7 ongo:7 blond:7 regist:7
dera:7 gurmeet:7 rahim:7 bizarr:7 variou:7 defend:7 cond:7 nast:7 gender:7 hashtag:7 fuel:7 retali:7
annual:7 cheat:7 twenti:7 credibl:7 aleppo:7 vacat:7 tor:7 browser:7 olymp:7 sky:7 fallujah:7 urin:7
brutal:7 desper:7 focus:7 accept:7 lockdown:7 neighbor:7 accent:7 aussi:7 organis:7 foreign:7 schedul:7
throughout:7 tini:7 prankster:7 horrifi:7 hotel:7 directli:7 hbo:7 slain:7 spoke:7 increas:7 redesign:7
port:7 requir:7 pleas:7 addit:7 select:7 gunmen:7 scare:7 pizza:7 attribut:7 unusu:7 object:7 legendari:7
music:7 couldn:7 depress:7 tan:7 shen:7 estat:7 road:7 dress:7 ridicul:7 bundl:7 mutil:7 razor:7 court:7
quebec:7 publicli:7 radar:7 reset:7 ipad:7 leg:7 monument:7 struggl:7 northwest:7 england:7 definit:7
answer:7 prank:7 bullet:7 joint:7 consist:7 oldest:7 foxnew:7 olsen:7 cabl:7 voicemail:7 virgin:7 hebdo:7
tribut:7 whole:7 speech:7 barn:7 refer:7 headquart:7 stunt:7 pack:7 radic:7 buckingham:7 communist:7
observatori:7 kai:7 amaz:7 youngest:7 combat:7 younger:7 villag:7 lucita:7 sandov:7 menu:7 team:7 haven:7
shabaab:7 furiou:7 forget:7 infam:7 brick:7 mention:7 qatar:7 sweep:7 storag:7 load:7 samsung:7 tom:7
ritual:7 attent:7 europ:7 topic:7 jacket:7 mind:7 rudd:7 tackl:7 homophob:7 levant:7 gain:7 protect:7
forbid:7 scorpion:7 fr:7 trace:7 legend:7 common:7 octob:7 suppos:7 qaida:7 gaza:6 dam:6 sensat:6 pair:6
embassi:6 promis:6 mayor:6 blasio:6 effort:6 laugh:6 sorri:6 walter:6 isaacson:6 biographi:6 delta:6
monster:6 peter:6 lake:6 interior:6 servant:6 eleven:6 richest:6 disnei:6 highest:6 retina:6 rise:6
badeh:6 spokeswoman:6 nikolaev:6 cbi:6 conspiraci:6 guru:6 singh:6 ammunit:6 grand:6 reliev:6 apolog:6
imagin:6 heartwarm:6 alcohol:6 pin:6 propaganda:6 reveng:6 shouldn:6 calif:6 prefer:6 untru:6 manipul:6
macrumor:6 eras:6 chri:6 draw:6 defi:6 chunk:6 mashabl:6 introduc:6 exagger:6 understand:6 cold:6 cach:6
strategi:6 access:6 basebal:6 player:6 guess:6 meter:6 pressur:6 throne:6 entertain:6 buzzfe:6
schoolboi:6 lamp:6 superpow:6 briefli:6 faulti:6 wire:6 pavement:6 guerrero:6 sexual:6 educ:6 card:6
wtc:6 invest:6 assert:6 hidden:6 evid:6 underw:6 salman:6 superhero:6 veteran:6 chose:6 downtown:6
nearbi:6 fri:6 grew:6 civilian:6 screenwrit:6 perfectli:6 church:6 packag:6 macedonian:6 blade:6
delicaci:6 branch:6 asia:6 mp:6 themselv:6 fame:6 deep:6 languag:6 malli:6 stun:6 buri:6 weatherman:6
societi:6 kayla:6 mueller:6 smack:6 throw:6 globe:6 greet:6 frame:6 sensor:6 billion:6 casei:6 dean:6
board:6 utah:6 upi:6 exact:6 elderli:6 cat:6 juli:6 beaten:6 wrong:6 refus:6 flown:6 mix:6 statu:6 mad:6
plenti:6 string:6 stan:6 beaton:6 overrun:6 distribut:6 content:6 constip:6 goldfish:6 norfolk:6 toll:6
tmz:6 royal:6 titchmarsh:6 telegraph:6 jean:6 crossbre:6 stretch:6 ann:6 arbor:6 driver:6 michigan:6 le:6
abort:6 feminist:6 donat:6 carolina:6 richard:6 hail:6 librari:6 unnam:6 experienc:6 luci:6 peac:6
sight:6 appeal:6 jim:6 depict:6 crash:6 proclaim:6 promot:6 primari:6 herzegovina:6 avail:6 envelop:6
fat:6 crazi:6 mortar:6 brokaw:6 convent:6 elus:6 kingdom:6 ansar:6 deen:6 third:6 tweed:6 cumbria:6
shape:6 hadn:6 certainli:6 colorado:6 farm:6 fuck:6 whip:6 tower:6 detect:6 rever:6 fatwa:6 bottl:6
panic:6 fun:6 passeng:6 glove:6 purdon:6 metropolitan:6 alwai:6 counti:6 translat:6 pocket:6 each:6
tank:6 karat:6 profit:6 spiderman:5 forecast:5 dash:5 leonardo:5 dicaprio:5 wildli:5 propos:5 laren:5
acr:5 sweden:5 propel:5 clue:5 quick:5 adult:5 thinner:5 togeth:5 saqlawiyah:5 advanc:5 mount:5 captor:5
troop:5 mission:5 murillo:5 committe:5 sauna:5 millionair:5 cannot:5 headshot:5 zad:5 skill:5 wast:5
pioneer:5 steakhous:5 surgic:5 effect:5 australia:5 paper:5 degre:5 rate:5 fix:5 focu:5 crawl:5 unknown:5
damag:5 skip:5 absent:5 sanction:5 lengthi:5 astronom:5 urgent:5 pee:5 lesson:5 shift:5 cbc:5 severino:5
enjoi:5 crowd:5 apprehend:5 reviv:5 matt:5 horror:5 yeti:5 nathan:5 cirillo:5 corpor:5 data:5 knowledg:5
magnet:5 massachussett:5 clash:5 woz:5 mechan:5 council:5 behaviour:5 exec:5 blackjack:5 moor:5 type:5
affect:5 slip:5 congressman:5 undergo:5 understood:5 lose:5 graduat:5 abov:5 reader:5 dismiss:5 kneel:5
orang:5 destroi:5 jilt:5 hack:5 sacha:5 sauda:5 soup:5 absolut:5 solv:5 reunit:5 addict:5 kidnei:5
redwood:5 jj:5 sought:5 thu:5 mountain:5 repeat:5 sprai:5 sam:5 softwar:5 illeg:5 mig:5 beacon:5 text:5
abus:5 reclus:5 evalu:5 fought:5 mate:5 eduard:5 chug:5 eggnog:5 lie:5 stick:5 employ:5 outskirt:5
plagu:5 circl:5 athlet:5 mtv:5 prize:5 holi:5 cameron:5 forev:5 rival:5 heartbroken:5 wsj:5 thrown:5
useless:5 feder:5 breakfast:5 club:5 professor:5 purpos:5 oberholtz:5 gonzalez:5 welfar:5 resign:5
cloister:5 arab:5 blogger:5 bibl:5 ei:5 seinfeld:5 previou:5 ce:5 sham:5 individu:5 pupil:5 bellagio:5
rice:5 bosnian:5 li:5 convinc:5 click:5 modern:5 starbuck:5 zero:5 mayb:5 fast:5 tall:5 jinni:5
freshman:5 knew:5 eight:5 excurs:5 technic:5 compon:5 joe:5 riquelm:5 centuri:5 overweight:5 besieg:5
add:5 normal:5 function:5 assur:5 marriag:5 obvious:5 danc:5 prompt:5 drawn:5 marvel:5 rich:5 ben:5
correct:5 reliabl:5 beard:5 task:5 dmitri:5 cloth:5 footprint:5 subscript:5 snake:5 cobra:5 canist:5
ebai:5 hallucinogen:5 hazmat:5 empir:5 weekli:5 whisper:5 cesar:5 millan:5 ly:5 supplier:5 flight:5
horner:5 art:5 sharia:5 somehow:5 spec:5 planetari:5 align:5 decreas:5 graviti:5 partial:5 seal:5
extend:5 piper:5 jaffrai:5 seoul:5 tradit:5 plumb:5 water:5 wrist:5 frisco:5 eric:5 facil:5 veterinari:5
licens:5 toronto:5 finish:5 gene:5 grip:5
`;
