/** Words that are usually written in lower case, so that a capital in a headline makes no name of them (SUBTLEX-US, count of 100 or more). */
export const ORDINARY_WORDS = `
abandon abandoned abdomen abdominal abducted abduction abide abilities ability able abnormal aboard
abortion about above abroad absence absent absolute absolutely absorb abstract absurd abuse abused
academic accent accept acceptable acceptance accepted accepting accepts access accessory accident
accidental accidentally accidents accommodate accompanied accompany accomplice accomplish accomplished
account accountant accounted accounting accounts accurate accusation accusations accuse accused accusing
accustomed aces ache achieve achieved achievement aching acid acknowledge acknowledged acquaintance
acquainted acquire acquired acres across act acted acting action actions activate activated active
activities activity actor actors actress actresses acts actual actually acute ad adapt add added addict
addicted addiction addicts adding addition additional address addressed addresses addressing adds
adequate adjourned adjust adjusting adjustment administration admirable admiration admire admired admirer
admiring admission admissions admit admits admitted admitting adopt adopted adoption adorable adore
adored adrenaline ads adult adults advance advanced advances advantage advantages adventure adventures
advertising advice advise advised advisor advocate aerial affair affairs affect affected affecting
affection affectionate affects affidavit afford afraid aft after afternoon afternoons afterward
afterwards again against age aged agencies agency agenda agents ages aggression aggressive aging agitated
ago agony agree agreed agreeing agreement agrees ahead ahold aid aide aim aiming ain air airborne
aircraft airfield airline airplane airplanes airport aisle alarm alarmed alarms album albums alcohol
alcoholic ale alert alias alibi alien aliens alike alimony alive all allegations alleged allegedly
allegiance allergic allergies alley allies alligator allow allowance allowed allowing allows almost alone
along alongside alphabet already also altar alter altered alternate alternative altitude altogether
aluminum always am amateur amateurs amazed amazing ambition ambitious ambulance ambush ambushed amigo
amigos ammo ammunition amnesia among amongst amount amounts amulet amuse amused amusement amusing an anal
analysis analyst analyze analyzed anarchy anatomy ancestors anchor ancient and anesthesia aneurysm angels
anger angle angles angry anguish animal animals ankle ankles anniversary announce announced announcement
announcing annoy annoyed annoying annual anonymous another answer answered answering answers ant ante
antenna antibiotics anticipate anticipated anticipation antidote antique antiques ants anxiety anxious
any anybody anyhow anymore anyone anyplace anything anytime anyway anyways anywhere apart apartment
apartments ape apes apiece apocalypse apologies apologise apologize apologized apologizing apology
apparent appeal appealing appeals appear appearance appearances appeared appearing appears appendix
appetite applaud applause apple apples application applications applied applies apply applying appoint
appointed appointment appointments appreciate appreciated appreciates appreciation apprehended approach
approached approaches approaching appropriate approval approve approved approximately apron aquarium ar
arcade arch architect architecture archives are area areas aren arena argue argued arguing argument
arguments arise arm armed armies armor armored arms army around aroused arrange arranged arrangement
arrangements array arrest arrested arresting arrests arrival arrive arrived arrives arriving arrogance
arrogant arrow arrows arse arsenal arson art artery article articles artificial artillery artist artistic
artists arts as ashamed ashes ashore ashtray aside ask asked asking asks asleep aspect aspects aspirin
ass assassin assassinated assassination assassins assault assaulted assemble assembled assembly asses
assessment asset assets asshole assholes assign assigned assignment assignments assist assistance
assistant assistants associate associated associates assume assumed assuming assumption assurance assure
assured asthma astronaut astronauts asylum at ate athlete athletes athletic atmosphere atom atomic attach
attached attack attacked attacking attacks attempt attempted attempting attempts attend attendance
attendant attended attending attention attic attitude attorney attorneys attract attracted attraction
attractive auction audience audio audition auditions authentic author authorities authority authorization
authorize authorized auto autograph autographs automatic automatically automobile autopsy autumn
auxiliary available avenge average avoid avoided avoiding await awaiting awaits awake awaken awakened
award awarded awards aware awareness away awe awesome awful awfully awhile awkward ax axe ba babbling
babe babes babies baby babysit babysitter babysitting bachelor back backed background backing backpack
backs backseat backstage backup backward backwards backyard bacon bacteria bad badge badges badly bag
bagel baggage bags bail bailed bait bake baked bakery baking balance balanced balcony bald bale ball
ballerina ballet ballistics balloon balloons ballroom balls baloney bam ban banana bananas band bandage
bandages bandit bandits bands bang banged banging banished bank banker bankers banking bankrupt
bankruptcy banks banned banquet baptized bar barbecue barber barbershop bare barefoot barely barf bargain
bargaining barge bark barking barks barn barracks barrel barrels barrier bars bartender base baseball
based basement bases bash basic basically basics basis basket basketball bass bastard bastards bat batch
bath bathe bathing bathroom bathrooms baths bathtub bats battalion batter batteries battery batting
battle battlefield battles battling be beach beaches beacon beads beak beam beams bean beans bear beard
bearing bears beast beasts beat beaten beating beats beauties beautiful beautifully beauty became because
become becomes becoming bed bedroom bedrooms beds bedtime bee beef been beep beeper beeping beeps beer
beers bees beetle before beg began beggar begged begging begin beginning begins begun behalf behave
behaved behaving behavior behaviour behind bein being beings belief beliefs believe believed believer
believes believing bell bells belly belong belonged belonging belongings belongs beloved below belt belts
bench bend bending beneath benefit benefits bent berries beside best bet betcha betray betrayal betrayed
betraying bets better betting between beverage beyond biblical bicycle bid bidding bien big bigger
biggest biggie bike bikes bikini billing billion billions bills bimbo bin bind binding biological biology
bird birds birth birthday birthdays biscuits bit bitch bitches bite bites biting bits bitten bitter
bizarre black blacked blackjack blackmail blackmailing blackout blacks blacksmith bladder blade blades
blah blame blamed blames blaming blank blanket blankets blanks blast blasted blaze bleach bled bleed
bleeding bleep blend bless blessed blessing blessings blew blind blinded blinds blink blinking bliss
block blocked blocking blocks bloke blond blonde blood bloodshed bloody bloom blossom blouse blow blowing
blown blows blue blueberry blueprints blues bluff bluffing blunt blur blush blushing boar board boarded
boarding boards boat boats bodies bodily body bodyguard bodyguards bogus boil boiled boiler boiling boils
bold bollocks bolt bolts bomb bombed bomber bombers bombing bombs bonding bonds bone boner bones bong
bono bonus boob boobs booby boogie book booked bookie booking books bookstore boom boost booster boot
booth boots booty booze border borders bore bored boredom boring born borrow borrowed borrowing bosom
boss bosses both bother bothered bothering bothers bottle bottled bottles bottom bottoms bought bounce
bounced bouncing bound boundaries bounds bounty bouquet bourbon bout bow bowel bowl bowling bowls box
boxer boxers boxes boxing boy boyfriend boyfriends boys bozo bra bracelet braces brag bragging brain
brains brake brakes branch branches brand brandy brass brat brave bravery brawl breach bread break
breakdown breaker breakfast breaking breaks breakthrough breakup breast breasts breath breathe breathing
breaths bred breed breeding breeze brew bribe brick bricks bridal bride bridesmaid bridge bridges brief
briefcase briefing briefly brig brigade bright brighter brightest brilliant bring bringing brings brink
bro broad broadcast broadcasting broads broccoli broke broken broker bronze brook broom brother
brotherhood brothers brought brownies bruise bruised bruises brunch brunette brush brushed brushing
brutal brutality brute bubble bubbles bucket buckets buckle bucks buddies buddy budge budget buff buffet
bug bugged bugger bugging buggy bugs build building buildings builds built bulb bull bullet bulletin
bulletproof bullets bulls bullshit bully bum bummed bummer bump bumped bumper bumps bums bun bunch bundle
bunk bunker buns burden burger burgers burglar burglars burglary burial buried burn burned burning burnt
burst bursting bury burying bus buses bush bushes business businesses businessman businessmen bust busted
busting busy but butcher butler butt butter butterflies butterfly button buttons butts buy buyer buyers
buying buys buzzer buzzing by bygones bypass cab cabaret cabbage cabin cabinet cable cables cabs cactus
caddy cadet cafe cafeteria caffeine cage cages cake cakes calculate calculated calculations calendar calf
caliber call called caller calling calls calm calmly came camel camera cameraman cameras camp campaign
camping camps campus can canal canary cancel canceled cancelled cancer candid candidate candidates candle
candles candy cane canned cannon cannot canoe cans cant canvas cap capabilities capable capacity capital
cappuccino caps capsule captains captive capture captured car carbon card cardboard cardiac cards care
cared career careers careful carefully careless cares caretaker cargo caring carnival carpet carriage
carried carrier carriers carries carrot carrots carry carrying cars cart cartoon cartoons carve carved
carving casa case cases cash cashed cashier casino casinos casket cast casting castle casual casualties
casualty cat catalog catalogue catastrophe catch catcher catches catching catchy category caterer
catering cathedral cats cattle caught cause caused causes causing caution cautious cavalry cave caves
caviar cavity cc cease ceiling celebrate celebrated celebrating celebration celebrities celebrity cell
cellar cellphone cells cellular cement cemetery cent center centers centre cents centuries century cereal
cerebral ceremony certain certainly certainty certificate certified cetera chain chained chains chair
chairs chalk challenge challenged challenges challenging chamber chambers champ champagne champion
champions championship chance chances change changed changes changing channel channels chant chanting
chaos chap chapel chaperone chaplain chaps chapter chapters character characteristics characters charade
charge charged charges charging chariot charitable charity charm charming charms chart charter charts
chase chased chasing chat chateau chatter chatting chauffeur cheap cheaper cheat cheated cheater cheating
cheats check checkbook checked checking checks checkup cheek cheeks cheer cheerful cheering cheerleader
cheerleaders cheerleading cheese cheeseburger cheesecake cheesy chef chemical chemicals chemistry cheque
cherish cherries cherry chess chest chew chewed chewing chic chick chicken chickens chicks child
childhood childish children chili chill chilly chimney chimp chin chip chipped chips chocolate chocolates
choice choices choir choke choked choking choose chooses choosing chop chopped chopper choppers chopping
chops chores chorus chose chosen chow chronic chuckles chuckling chum chump chunk church churches chute
cigar cigarette cigarettes cigars cinch cinema cinnamon circle circles circling circuit circuits
circulation circumstance circumstances circus cities citizen citizens city civic civil civilian civilians
civilisation civilization civilized claim claimed claiming claims clam clamp clams clan clap clapping
clarify clarity class classes classic classical classics classified classmates classroom classy clause
claw claws clean cleaned cleaner cleaners cleaning cleans cleanup clear clearance cleared clearer
clearing clearly clears clerk clever click clicking clicks client clients cliffs climate climb climbed
climbing cling clinic clinical clip clipped clips cloak clock clocks clone close closed closely closer
closes closest closet closets closing closure cloth clothes clothing cloud clouds cloudy clown clowns
club clubs clue clues clumsy clutch coach coaching coal coast coaster coat coats cobbler cocaine cock
cockpit cockroach cockroaches cocksucker cocktail cocktails cocky cocoa coconut code codes coffee coffin
cognac coin coincidence coins cold colder collapse collapsed collar collateral colleague colleagues
collect collected collecting collection collective collector college colleges collision cologne colon
colonial colony color colored colorful colors colour colours column columns com coma comb combat
combination combine combined combo comeback comedian comedy comes comet comfort comfortable comforting
comfy comic comics coming comm command commanding commands commence comment commentator comments commerce
commercial commercials commission commit commitment committed committee committing common commotion
communicate communicating communication communications communion communism communists community companies
companion companions company compare compared comparing comparison compartment compass compassion
compatible compelled compensate compensation compete competent competing competition competitive
competitors complain complained complaining complaint complaints complete completed completely complex
complicated complications compliment compliments comply composer composition compound compromise
compromised computer computers comrades con conceal concealed conceive conceived concentrate
concentrating concentration concept conception concern concerned concerning concerns concert conclude
concluded concludes conclusion conclusions concrete concussion condemn condemned condition conditioner
conditioning conditions condo condolences condom condoms conduct conducted conducting conductor cone
conference confess confessed confession confidence confident confidential confined confirm confirmation
confirmed confirms confiscated conflict confront confronted confuse confused confusing confusion
congratulate congregation connect connected connecting connection connections conquer conquered cons
conscience conscious consciousness consent consequence consequences conservative consider considerable
considerate consideration considered considering considers consistent consolation console conspiracy
constable constant constantly constitutional construction constructive consul consulate consult
consultant consulting consume consumed consumer contact contacted contacts contagious contain contained
container containing containment contains contaminated contempt content contents contest contestant
contestants context continent continue continued continues continuing contract contractor contracts
contrary contrast contribute contribution contributions control controlled controlling controls
controversial convenience convenient convent convention conventional conversation conversations convert
converted convertible convey convict convicted conviction convictions convince convinced convincing
convoy cook cooked cookie cookies cooking cooks cool cooler coolest cooling cooperate cooperating
cooperation cooperative coordinate coordinates cop cope copied copies copper cops copy cord core cork
corn corner cornered corners corny coronary coronation coroner corporate corporation corporations corpse
corpses corral correct corrected correctly correspondence correspondent corridor corrupt corruption cos
cosmic cost costing costs costume costumes cosy cot cottage cotton couch cough coughing coughs could
couldn council counsel counseling counsellor counselor count countdown counted counter counterfeit
counting countless countries country countryside counts coup couple couples coupon coupons courage
courageous courier course courses court courtesy courthouse courtroom courts courtyard cousin cousins
cover coverage covered covering covers covert cow coward cowardly cowards cowboy cowboys cows coyote
coyotes cozy crab crabs crack cracked cracker crackers cracking cracks cradle craft cramp crank cranky
crap crappy craps crash crashed crashes crashing crate crater crave craving crawl crawled crawling crazed
crazier craziest crazy creaking cream create created creates creating creation creative creator creature
creatures credentials credibility credit credits creep creeping creeps creepy crest crew crews crib
cricket cried cries crime crimes criminal criminals cripple crippled crisis crisp crispy critic critical
criticism criticize critics crock crocodile crook crooked crooks crop crops cross crossed crosses
crossing crossroads crotch crow crowd crowded crowds crown crows crucial crucify crude cruel cruelty
cruise cruiser cruising crumbs crummy crunch crusade crush crushed crushing crust cry crying crystal
crystals cube cubicle cuckoo cucumber cuddle cue cuff cuffs cult cultural culture cultures cum cunning
cunt cup cupboard cupcake cups curb cure cured curfew curiosity curious curl currency current currently
curry curse cursed curtain curtains curve cushion custody custom customary customer customers customs cut
cute cutest cutie cuts cutting cycle cynical dads dagger daily dairy dam damage damaged damages dame
dames damn damned damp dance danced dancer dancers dances dancing dandy danger dangerous dangers dare
dared dares daring dark darker darkest darkness darling darlings darn darned darts dash dashing data
database date dated dates dating daughter daughters dawn day daylight days daytime dd de dead deadline
deadly deaf deal dealer dealers dealing deals dealt dear dearest dearly death deaths debate debris debt
debts debut decade decades decaf decay deceased deceive deceived decency decent deception decide decided
decides deciding decision decisions deck decks declaration declare declared decline decorate decorated
decorating decorations decorator decoy dedicate dedicated dedication deed deeds deep deeper deepest
deeply deer defeat defeated defect defective defence defend defendant defendants defended defender
defending defense defenses defensive define definite definitely definition defy degree degrees delay
delayed deli deliberate deliberately delicate delicious delight delighted delightful delirious deliver
delivered deliveries delivering delivers delivery delusion delusional delusions demand demanded demanding
demands demo democracy demolition demon demonic demons demonstrate demonstration den denial denied dense
dent dental dentist deny denying depart departed department departure depend dependent depending depends
deploy deported deposit deposition deposits depot depressed depressing depression depth depths deputies
deputy der deranged descent describe described describing description desert deserted deserve deserved
deserves design designated designed designer designs desire desired desires desk despair desperate
desperately desperation despicable despise despite dessert destination destined destiny destroy destroyed
destroyer destroying destroys destruction destructive detail detailed details detained detect detected
detectives detector detention determination determine determined detonate detonator detour deuce
devastated devastating develop developed developing development device devices devil devils devote
devoted devotion dew di diabetes diabetic diagnosed diagnosis dial dialogue diamond diamonds diaper
diapers diaphragm diarrhea diary dibs dice dick dickhead dicks dictator dictionary did didn die died dies
diesel diet differ difference differences different differently difficult difficulties difficulty dig
digest digging digital dignified dignity digs dilemma dim dime dimension dimensions dine diner dining
dinner dinners dinosaur dinosaurs dip diploma diplomat diplomatic dire direct directed directing
direction directions directly director directors dirt dirty disability disabled disagree disappear
disappearance disappeared disappearing disappears disappoint disappointed disappointing disappointment
disarm disaster disc discharge discharged discipline disco disconnected discount discover discovered
discovering discovery discreet discretion discrimination discuss discussed discussing discussion disease
diseases disgrace disguise disguised disgust disgusting dish dishes dishonest dishwasher disk dislike
dismiss dismissed disorder dispatch display disposal dispose disposition dispute disregard disrespect
disrespectful distance distant distinct distinction distinguished distorted distract distracted
distracting distraction distress distribution district disturb disturbance disturbed disturbing ditch
ditched dive diver diversion divert divide divided divine diving division divisions divorce divorced
dizzy do dock docking docks doctor doctors document documentary documents does doesn dog doggie doggy
dogs doing doll dollar dollars dolls dolphin dolphins domain dome domestic don donate donated donation
done donkey donor dont donuts doo doodle doom doomed door doorbell doorman doors doorstep doorway dope
dork dorm dosage dose dot doth dots double doubled doubles doubt doubted doubts douche dough doughnut
doughnuts dove down downhill download downright downstairs downtown dozen dozens draft drafted drag
dragged dragging drain drained drama dramatic drank drapes drastic draw drawer drawers drawing drawings
drawn draws dread dreadful dream dreamed dreamer dreaming dreams dreamt dress dressed dresser dresses
dressing dried drift drifting drill drilling drink drinking drinks drip dripping drive driven driver
drivers drives driveway driving drone drool drooling drop dropped dropping drops drove drown drowned
drowning drug drugged drugs drugstore drum drummer drums drunk drunken drunks dry dryer du duck ducks
ducky duct dude dudes due duel dues dug dull dum dumb dumbest dummy dump dumped dumping dumps dumpster
dungeon dunk dunno duplicate during dust duties duty dwarf dwell dye dying dyke dynamic dynamite each
eager ear earlier earliest early earn earned earning earring earrings ears earth earthquake ease easier
easiest easily easy eat eaten eating eats eccentric echoing eclipse economic economics economy ecstasy
edge edges edgy editing edition editor editorial educate educated education educational ee effect
effective effectively effects efficiency efficient effort efforts egg eggs ego eh eight eighth either
elaborate elbow elbows elderly elected election elections electric electrical electricity electronic
electronics elegant element elementary elements elephant elephants elevated elevator elevators eleven elf
eligible eliminate eliminated elite else elsewhere elves em email embarrass embarrassed embarrassing
embarrassment embassy embrace emergencies emergency emotion emotional emotionally emotions emperor empire
employ employed employee employees employer employment empty en enchanted enchanting encore encounter
encountered encourage encouraged encouragement encouraging end endangered ended ending endings endless
ends endure enemies enemy energy enforcement engage engaged engagement engine engineer engineering
engineers engines enhance enjoy enjoyed enjoying enjoys enlighten enlisted enormous enough ensure enter
entered entering enters entertain entertained entertaining entertainment enthusiasm enthusiastic entire
entirely entitled entrance entry envelope environment environmental envy epi epic epidemic episode
episodes equal equally equals equation equipment equipped equivalent era erase erased ere erection erotic
errand errands error es escape escaped escapes escaping escort especially espresso essay essence
essential essentially est establish established establishment estate estimate estimated et etc eternal
eternity ether ethical ethics evacuate evacuated evacuation evaluation even evening evenings event events
eventually ever everlasting every everybody everyday everyone everything everywhere evidence evil
evolution evolved ex exact exactly exaggerating exam examination examine examined examiner example exams
excellence excellent except exception exceptional exceptions excess excessive exchange exchanged excite
excited excitement exciting exclusive excused excuses execute executed execution executive executives
exercise exercises exhaust exhausted exhausting exhibit exhibition exist existed existence exists exit
exits exotic expand expanding expect expectations expected expecting expects expedition expelled expense
expenses expensive experience experienced experiences experiencing experiment experimental experimenting
experiments expert expertise experts expired explain explained explaining explains explanation explode
exploded explodes exploding exploit explore exploring explosion explosions explosive explosives expose
exposed exposure express expressed expressing expression exquisite extend extended extension extensive
extent exterior exterminator external extinct extortion extra extract extraction extraordinary extras
extraterrestrial extreme extremely eye eyeballs eyebrows eyes eyewitness fabric fabulous face faced faces
facial facilities facility facing fact factor factories factors factory facts faculty fade faded fading
fag faggot fail failed failing fails failure faint fainted fair fairies fairly fairness fairy faith
faithful fake faked faking fall fallen falling fallout falls fame familiar families family famous fan
fancy fans fantasies fantastic fantasy far fare farewell farm farmer farmers farms fart farther
fascinated fascinating fascist fashion fast fasten faster fastest fat fatal fate father fathers fault
faults favor favorite favorites favors favour favourite fax fear feared fearful fearless fears feast
feather feathers feature features fed federal feds fee feed feedback feeding feeds feel feeling feelings
feels fees feet fell fella fellas fellow fellows fellowship felon felony felt female females feminine
fence fences fender ferry fertilizer festival fetch fetish fever few fewer fiance fiancee fiber fibers
fiction fiddle fidelity field fields fiend fierce fiery fifth fifty fight fighter fighters fighting
fights figure figured figures figuring file filed files filing fill filled filling fills film filmed
filming filmmaker films filter filth filthy fin final finale finally finals finance financial financially
find finding findings finds fine finer finest finger fingernails fingerprint fingerprints fingers finish
finished finishes finishing fire firearms fired fireman firemen fireplace fires fireworks firing firm
firmly first fish fisherman fishermen fishes fishing fishy fist fists fit fits fitting five fix fixed
fixing flag flags flair flame flames flaming flank flap flare flash flashes flashing flashlight flat
flatter flattered flattering flavor flaw flea fleas fled flee fleeing fleet flesh flew flexible flick
flier flies flight flights fling flip flipped flipping flirt flirting float floating floats flock flood
flooded floor floors flop florist floss flour flow flower flowers flowing flown flows flu fluid fluids
flush flushed flute fly flyer flyers flying foam focus focused focusing fog fold folded folding folk
folks follow followed followers following follows fond food foods fool fooled fooling foolish foolishness
fools foot footage football footprints footsteps for forbid forbidden force forced forces forcing fore
forehead foreign foreigner foreigners foreman forensic forensics foreplay forest forever forfeit forgave
forged forgery forget forgets forgetting forgive forgiven forgiveness forgiving forgot forgotten fork
forks form formal formality formally formation formed former formerly forming forms formula forth
fortress fortunate fortune fortunes forum forward fought foul found founded founder fountain four fours
fourth fr fraction fracture fractured fractures fragile fragments frame framed frames franchise francs
frankly frantic frat fraternity fraud freak freaked freaking freaks freaky freckles free freed freedom
freelance freely freeway freezer freezing freight freighter frenzy frequency frequent frequently fresh
freshen freshman fridge fried friend friendly friends friendship fries frigging fright frighten
frightened frightening frightens frog frogs from front frontier frown froze frozen fruit fruitcake fruits
frustrated frustrating frustration fry frying fuck fucked fucker fuckers fucking fucks fudge fuel
fugitive fulfill fulfilled full fully fumes fun function functional functioning functions fund
fundamental funding funds funeral funerals fungus funk funky funnier funniest funny fur furious furnace
furniture furry further fury fuse fusion fuss future fuzzy gadget gag gain gained gaining gal galaxy gall
gallant gallery gallon gallons gals gamble gambler gambling game games gaming gang gangs gangster
gangsters gap garage garbage garden gardener gardening gardens garlic gas gasoline gasping gasps gate
gates gateway gather gathered gathering gator gauge gave gay gaze gear geek geeks geisha gem gender
generally generals generate generation generations generator generosity generous genes genetic genie
genius geniuses gentle gentleman gentlemen gently gents genuine geography germs gesture get getaway gets
getting ghastly ghetto ghost ghosts giant gift gifted gifts gig gigantic giggles giggling gin ginger girl
girlfriend girlfriends girlie girls git give given gives givin giving glad gladly glamorous glamour
glance glass glasses glide glimpse glitch glitter global globe gloomy glorious glory glove gloves glow
glowing glue glued go goal goals goat goats gobble goddam goddamn goddamned goddess gods goes goggles
going gold golden goldfish golf gone gonna goo good goodness goods goodwill goody goof goofy goon goons
goose gorgeous gorilla gorillas gosh gospel gossip got gotta gotten gourmet government governments
governor gown grab grabbed grabbing grabs graceful gracious grad grade grades gradually graduate
graduated graduating graduation graffiti grain gram grammar grand grandchildren granddad granddaddy
granddaughter grandfather grandmother grandparents grandson granted grape grapefruit grapes graphic grasp
grass grateful gratitude grave graves graveyard gravity gravy gray grease greasy great greater greatest
greatly greatness greed greedy green greenhouse greens greet greeting grenade grenades grew grid grief
grieve grieving grill grilled grim grin grind grinding grip groaning groans groceries grocery groom
groove groovy gross ground grounded grounds group groups grow growing growling growls grown grows growth
grub grudge gruesome grumpy grunt grunting grunts guarantee guaranteed guarantees guard guarded guardian
guarding guards guess guessed guessing guest guests guidance guide guided guiding guilt guilty guinea
guitar gum gun gunfire gunman guns gunshot gunshots gurney gut guts gutter guy guys gym gypsies ha habit
habitat habits hack hacked hacker had hair haircut hairdresser hairs hairy half halfway hall hallowed
halls hallucinations hallway ham hamburger hamburgers hammer hamster hand handbag handcuffs handed
handful handicap handicapped handing handkerchief handle handled handler handles handling hands handshake
handsome handwriting handy hang hangar hanged hanging hangover hangs happen happened happening happens
happier happiest happily happiness happy harassing harassment harbour hard hardcore harder hardest hardly
hardware harm harmed harmless harness harp harsh harvest has hash hasn hassle haste hasty hat hatch
hatchet hate hated hateful hates hath hating hatred hats haul hauling haunt haunted haunting have haven
having hay hazard he head headache headaches headed heading headline headlines headmaster headquarters
heads heal healed healing health healthy heap hear heard hearing hears heart heartbeat heartbreak
heartless hearts heat heated heater heating heaven heavenly heavens heavier heavily heavy heavyweight
heck hee heel heels height heights heir heist held helicopter helicopters hell helmet helmets help helped
helper helpful helping helpless helps hen her herbs herd here hereby heritage hero heroes heroic heroin
herring hers herself hesitate hick hid hidden hide hideous hides hiding high higher highest highly
highway hijacked hike hiking hilarious hill hillbilly hills him himself hind hint hip hippie hips hire
hired hiring his historic historical history hit hitch hitched hits hitting ho hoax hobbies hobby hock
hockey hog hogs hoist hold holding holds holdup hole holes holiday holidays holler holster home homeboy
homecoming homeland homeless homemade homes homesick hometown homework homey homicidal homicide homo
homosexual hon honest honestly honesty honey honeymoon honk honking honor honorable honored honors honour
honourable honoured hoo hood hook hooked hooker hookers hooking hooks hoop hoops hoot hooters hop hope
hoped hopeful hopeless hopes hoping hopping horizon hormones horn horns horny horrible horribly horrid
horror hors horse horses horseshit hose hospital hospitality hospitals host hostage hostages hostess
hostile hostility hosting hot hotel hotels hotshot hotter hottest hottie hound hour hours house household
housekeeper housekeeping houses housewife housing hovering howl howling huddle hug huge hugging huh hula
hull hum human humanity humans humble humiliate humiliated humiliating humiliation humility humming humor
humour hump humping hums hunch hundred hundreds hung hunger hungry hunk hunt hunted hunters hunting
hurricane hurt hurting hurts husband husbands hustle hustler hut hybrid hydrogen hygiene hypnosis
hypocrite hypothetical hypothetically hysteria hysterical ice icebox iced icy idea ideal ideals ideas
identical identification identified identify identity idiot idiotic idiots idle idol if ignition
ignorance ignorant ignore ignored ignoring ill illegal illegally illness illusion illusions im image
images imaginary imagination imagine imagined imagining imbecile imitation immature immediate immediately
immigration imminent immoral immortal immortality immune immunity impact impatient imperative imperial
implant implants implied imply implying import importance important importantly imported impose
impossible impostor impotent impress impressed impression impressions impressive imprisoned improve
improved improvement improving improvise impulse impulses impulsive in inappropriate incapable incentive
inch inches incident incidents incision inclined include included includes including income incompetent
incomplete inconvenience incorrect increase increased increasing incredible incredibly indeed
indefinitely independence independent index indicate indicated indicates indication indictment individual
individuals indoors indulge industrial industry inevitable infamous infant infantry infected infection
inferior infinite infirmary influence influenced info inform informant information informed infrared
ingenious ingredient ingredients inhale inherit inheritance inherited initial initially initials initiate
initiated initiative inject injected injection injured injuries injury injustice ink inmate inmates inn
inner inning innocence innocent input inquiry insane insanity insect insects insecure insensitive insert
inside insides insight insignificant insist insisted insists inspect inspection inspiration inspire
inspired inspiring install installed instance instant instantly instead instinct instincts institute
institution instructed instruction instructions instructor instrument instruments insulin insult insulted
insulting insults insurance insured intact integrity intel intellect intellectual intelligence
intelligent intend intended intends intense intensity intensive intent intention intentionally intentions
intercept intercepted intercom intercourse interest interested interesting interests interfere
interference interfering interior intern internal international internet internship interpret
interpretation interrogation interrupt interrupted interrupting intersection interstate intervention
interview interviewed interviewing interviews intimacy intimate intimidated into intriguing intro
introduce introduced introducing introduction intrude intruder intrusion intuition invade invaded
invasion invent invented invention inventor inventory invest invested investigate investigated
investigating investigation investigations investigator investigators investment investments investors
invincible invisible invitation invitations invite invited invites inviting involve involved involvement
involves involving iron ironic irony irrational irregular irrelevant irresistible irresponsible
irritating is island islands isn isolate isolated isolation issue issued issues it itch itching itchy
item items its itself jab jackass jacked jacket jackets jackpot jacks jail jam jammed janitor jar jaw
jaws jazz jealous jealousy jeans jeep jelly jeopardize jeopardy jerk jerking jerks jerky jester jet jets
jewel jewellery jewelry jewels jingle jinx job jobs jockey jog jogging join joined joining joint joints
joke joker jokes joking jolly journal journalism journalist journey joy judge judged judgement judges
judging judgment jug juice juicy jukebox jumbo jump jumped jumper jumping jumps jumpy jungle junk junkie
junkies junkyard jurisdiction juror jurors jury just justice justified justify juvenile kangaroo karaoke
karate karma keen keep keeper keeping keeps keg kept ketchup kettle key keys kick kicked kicking kicks
kid kidding kiddo kidnap kidnapped kidnapper kidnappers kidnapping kidney kidneys kids kill killed killer
killers killing killings kills kilometers kin kind kinda kindergarten kindly kindness kinds king kingdom
kings kinky kiss kissed kisser kisses kissing kit kitchen kite kitten knack knee kneel knees knew knife
knitting knives knob knock knocked knocking knockout knocks knot knots know knowing knowledge known knows
knuckles kosher kung la lab label labor laboratory labour labs lace lack lacking lacks lad ladder ladies
lads lady laid lair lake lakes lamb lame lamp lamps lan land landed landing landlady landlord lands
landscape language languages lantern lap laps laptop larceny large larger largest lasagna laser lass last
lasted lasting lasts late lately later latest latrine latte laugh laughed laughing laughs laughter launch
launched launching laundry lava lavender law lawful lawn laws lawsuit lawyer lawyers lay layer layers
laying layout lays lazy lead leader leaders leadership leading leads leaf league leagues leak leaking
leaks lean leaning leap learn learned learning learns learnt lease leash least leather leave leaves
leaving lecture lectures led ledge left leftovers leg legacy legal legally legend legendary legends legit
legitimate legs leisure lemon lemonade lend length lengths lens lenses lent leopard lesbian lesbians less
lesser lesson lessons lest lethal lets letter letters letting lettuce level levels lever leverage
liability liable liaison liar liars liberal liberation liberty librarian library lice licence license
licensed lick licked licking lid lie lied lies life lifestyle lifetime lift lifted lifting lifts light
lighten lighter lighthouse lighting lightly lightning lights like liked likely likes liking limb limbo
limbs lime limit limitations limited limits limo limousine limp line lined linen lines lineup lingerie
lining link linked links lion lions lip lips lipstick liquid liquor list listed listened listening
listens lists lit literally literary literature liters litter little live lived lively liver lives
livestock living lizard ll ln load loaded loading loads loaf loan loaned loans loathe lobby lobster
lobsters local locals locate located location locations lock locked locker locking locks loco lodge
lodged loft log logged logic logical logs lone loneliness lonely loner lonesome long longer longest
longing loo look looked looking lookout looks loony loop loose loosen loot lords lose loser losers loses
losing loss losses lost lot lotion lots lottery loud louder loudly lounge lousy love lovebirds loved
lovely lover lovers loves loving low lowa lower lowest lowlife loyal loyalty ls luck luckiest lucky lug
luggage lumber lump lunar lunatic lunch luncheon lunches lunchtime lung lungs lure lurking lust luxury
lying lyrics ma macaroni machine machinery machines macho mackerel mad madam made madly madman madness
magazine magazines maggots magic magical magician magnet magnetic magnificent maid maiden maids mail
mailbox mailed mailman main mainframe mainland mainly maintain maintained maintenance majority majors
make maker makes makeup making male males malfunction mall mambo man manage managed management manager
managers managing mandatory maneuver manhood maniac manicure manifest manipulate mankind manly manner
manners manor manpower mansion manslaughter mantle manual manufacture manure manuscript many map maple
maps marathon marble marbles march marched marching mare margin marijuana marital marked marker markers
market marketing markets marks marriage marriages married marries marrow marry marrying martial martini
martinis martyr marvellous marvelous mas masculine mashed mask masked masks mass massacre massage masses
massive master masterpiece masters mat match matched matches matching mate material materials maternity
mates math mathematics mating matrimony matter mattered matters mattress mature maturity maximum may
mayhem mayonnaise mayor maze me meadow meal meals mean meaning meaningful meaningless means meant
meantime measles measure measured measurements measures measuring meat meatball meatballs meatloaf
mechanic mechanical mechanics mechanism med medal medals media medic medical medication medicine medieval
medium meds meet meeting meetings meets melancholy mellow melody melon melt meltdown melted melting mem
member members membership memo memorable memories memorize memorized memory men menace mend mental
mentality mentally mention mentioned mentioning mentor menu menus merchandise merchant merciful mercy
mere merely merger merit mermaid merrily mess message messages messed messenger messes messin messing
messy met metal metaphor meteor meter meters meth method methods mi mice microphone microscope microwave
middle midget midgets midnight midst midterm might mighty mil milady mild mile mileage miles military
militia milk mill millennium milligrams million millionaire millions milord mind minding minds mine
mineral miners mines mingle mini miniature minimal minimum mining minister mink minor minority mint minus
minute minutes miracle miracles miraculous mirror mirrors mischief miserable misery misfortune misplaced
missed misses missile missiles missing mission missionary missions missus mist mistake mistaken mistakes
mister mistress misunderstand misunderstanding misunderstood mitzvah mix mixed mixing mixture moaning
moans mob mobile mock mocking mode model modeling models modern modest modified module moi mojo mold mole
molecular molecules moment moments moms mon monastery money monitor monitoring monitors monk monkey
monkeys monks monster monsters monstrous month monthly months monument mood moods moody moon moonlight
moons moor moose mop moral morale morality morally morals morbid more morgue morning mornings moron
morons morphine mortal mortals mortar mortgage most mostly motel moth mother motherfucker motherfuckers
motherfucking mothers motion motivated motivation motive motives motor motorcycle motto mountain
mountains mounted mourn mourning mouse moustache mouth mouths move moved movement movements moves movie
movies moving mow much mud muddy muffin muffins muffled mug mugged mugs mule mules multiple mumbling
murder murdered murderer murderers murdering murders muscle muscles museum museums mush mushroom
mushrooms music musical musician musicians must mustache mustard mutant mutants mute mutiny mutt mutual
my myself mysteries mysterious mystery mystical myth mythology na nag nagging nail nailed nails naive
naked name named names naming nanny nap napkin napkins narcotics narrow nasal nasty nation national
nations native natives natural naturally nature naughty nausea nauseous naval navigator nd ne near nearby
nearer nearest nearly neat necessarily necessary necessity neck necklace necks need needed needing needle
needles needn needs needy negative neglected negotiate negotiating negotiation negotiations neighbor
neighborhood neighbors neighbour neighbourhood neighbours neither neon nephew nerd nerds nerve nerves
nervous nest net network networks neural neurotic neutral never new newborn newest newly news newspaper
newspapers next nice nicely nicer nicest nickel nickels nickname niece nigga niggas nigger niggers night
nightclub nightfall nightgown nightmare nightmares nights nighttime nine ninja ninth nip nipple nipples
noble nod noise noises noisy nominated nomination non none nonetheless nonsense noodle noodles noon noose
nor normal normally northeast northwest nose noses nosy not notch note notebook noted notes nothing
notice noticed notices noticing notified notify notion notorious novel novels now nowadays nowhere
nuclear nude nuisance nuke nukes numb number numbers numerous nun nuns nurse nursery nurses nursing nut
nuts nutty oak oath oatmeal oats obedient obey object objections objective objects obligated obligation
obligations oblige obliged oblivion obnoxious obscene obscure observation observe observed observer
observing obsessed obsession obstacle obstacles obstruction obtain obtained obvious obviously occasion
occasional occasionally occasions occupation occupied occupy occur occurred occurs ocean odd oddly odds
odor of off offence offend offended offender offenders offense offensive offer offered offering offers
office officer officers offices official officially officials offshore offspring often oil ol old older
oldest olives omelet on onboard once one ones oneself ongoing onion onions online only onstage onto op
open opened opener opening openly opens opera operate operated operating operation operational operations
operative operator opinion opinions opium opponent opportunities opportunity oppose opposed opposing
opposite opposition ops optimistic option options or ora oral orange oranges orb orbit orchestra orchid
orchids ordeal order ordered ordering orderly orders ordinary organ organic organisation organism
organization organize organized organizing organs orgasm orientation origin original originally orphan
orphanage orphans ot other others ought ounce ounces our ours ourselves out outcome outdoors outer outfit
outfits outlaw outlet outline outlook outnumbered outrage outrageous outside outsider outstanding outta
oven over overall overboard overcome overdose overdue overhead overheard overlook overlooked overly
overnight overrated overreacting override overseas overtime overwhelmed overwhelming owe owed owes owl
owls own owned owner owners ownership owning owns ox oxygen oyster oysters ozone pace pack package
packages packed packet packing packs pact pad paddle paddles pads page pageant paged pager pages paid
pain painful pains paint painted painter painting paintings paints pair pairs pajamas pal palace pale
palm palms pals pan pancake pancakes panda panel panic panicked pans panties panting pants paper papers
paperwork par parachute parade paradise paragraph parallel paralysis paralyzed paramedic paramedics
paranoia paranoid parasite pardon parent parental parenting parents parish park parked parking parks
parlor parole parrot part partial partially participate participation particles particular particularly
parties parting partly partner partners partnership parts party partying pas pass passage passed
passenger passengers passes passing passion passionate passive passport passports password past pasta
patch patent path pathetic paths patience patient patients patio patriot patriotic patrol patrols patron
pattern patterns pause pavement paw pawn paws pay payback paycheck payday paying payment payments payoff
payroll pays pea peace peaceful peacefully peach peaches peak peanut peanuts pearls peas peasant peasants
peck peculiar pedal pee peed peeing peek peeking peel peeled peep peeping pegged pelvis pen penalty
pencil pencils pending penetrate penguin penicillin penis penitentiary pennies penny pens pension
penthouse people peoples pep pepper pepperoni peppers per percent percentage perception perceptive
perfect perfection perfectly perform performance performed performer performing perfume perimeter period
periods perish perjury permanent permanently permission permit permits permitted perp persistent person
personal personalities personality personally personnel persons perspective persuade persuaded persuasion
persuasive pervert pest pet petition pets petty pharmaceutical pharmacy phase phenomenal phenomenon
philosopher philosophy phone phoned phones phoney phony photo photograph photographed photographer
photographers photographs photography photos phrase phrases physical physically physician physics pi
piano pick picked picket pickin picking pickle pickles picks pickup picky picnic picture pictured
pictures pie piece pieces pier pierced pies pig pigeon pigeons piggy pigs pile pilgrim pill pillow
pillows pills pilot pilots pimp pin pinch pinched pine pineapple pink pinned pins pint pioneer pipe
pipeline pipes pirate pirates piss pissed pisses pissing pistol pit pitch pitched pitcher pitching
pitiful pits pity pizza pizzas place placed places placing plague plain plains plaintiff plan plane
planes planet planets plank planned planning plans plant plantation planted planting plants plaque plasma
plaster plastic plate plates platform platinum platoon platter play played player players playground
playing plays plea plead pleading pleasant please pleased pleases pleasure pleasures pledge plenty plot
pluck plug plugged plugs plum plumber plumbing plunge plutonium pm pneumonia pocket pockets pod pods poem
poems poet poetic poetry poets point pointed pointing pointless points pointy poison poisoned poisoning
poisonous poke poker poking polar pole poles police policeman policemen policies policy polish polished
polite political politically politician politicians politics polka poll polls polo pompous pond ponies
pony poo poodle poof pool pools poop poor poorly popcorn popped popping pops popular popularity
population por porch pork porn porno pornography port portable portal portfolio portion portrait pose
posed posing position positions positive positively posse possess possessed possession possessions
possibilities possibility possible possibly possum post postcard postcards posted poster posters postman
postpone postponed posts pot potato potatoes potential potentially potion pots pound pounding pounds pour
poured pouring poverty powder powdered power powerful powerless powers practical practically practice
practiced practices practicing practise practising prairie prank pray prayed prayer prayers praying
preach preacher preaching precaution precautions precedent precinct precious precise precisely precision
predator predicament predict predictable predicted prefer preference preferred prefers pregnancy pregnant
prejudice preliminary premature premier premiere premises premonition preoccupied prep preparation
preparations prepare prepared preparing preposterous prescribed prescription presence present
presentation presented presenting presently presents preserve presidency presidential presidents press
pressed pressing pressure presume pretend pretended pretending pretends prettier prettiest pretty pretzel
pretzels prevail prevent prevented previous prey price priceless prices prick pride priest priests
primarily primary prime primitive princes princess principal principle principles print printed printer
printing prints prior priorities priority prison prisoner prisoners prisons privacy private privately
privilege privileged privileges prize prizes pro probability probable probably probation probe problem
problems procedure procedures proceed proceeding proceedings process processed processing produce
produced producer producers produces producing product production productive products profession
professional professionally professionals profile profit profitable profits profound program programme
programmed programming programs progress project projection projects prom prominent promise promised
promises promising promote promoted promotion promptly pronounce pronounced pronto proof prop propaganda
proper properly properties property prophecy proportion proposal propose proposed proposing proposition
props pros prosecute prosecution prosecutor prospect prospects prosperity prostitute prostitutes
prostitution protect protected protecting protection protective protector protects protein protest
protesting protocol protocols prototype proud proudly prove proved proven proves provide provided
provides providing province proving provoke pry psych psyche psyched psychiatric psychiatrist psychiatry
psychic psycho psychological psychologist psychology psychopath psychotic pub puberty public publicity
publicly publish published publisher publishing puck pudding puff puffs puke pull pulled pulling pulls
pulse pump pumped pumping pumpkin pumps punch punched punches punching punish punished punishing
punishment punk punks pup pupil pupils puppet puppies puppy purchase purchased pure purely purity purple
purpose purposes purse pursue pursued pursuing pursuit push pushed pushes pushing pushy puss pussies
pussy pussycat put puts putting putz puzzle puzzles pyramid quack quadrant quaint qualifications
qualified qualify qualities quality quantum quarantine quarrel quart quarter quarterback quarters que
queen queer quest question questionable questioned questioning questions quick quicker quickly quid quiet
quietly quit quite quits quitting quiz quote quoting rabbi rabbit rabbits rabies race racer racers races
racial racing racist rack racket radiant radiation radiator radical radio radioactive radios radius raft
rag rage raging rags raid rail railroad rain rainbow rained raining rains rainy raise raised raising
raisins rake rally ram ramp ran ranch random rang range rank ranks ransom rap rape raped rapid rapidly
rapist rare rarely rascal rash rat rate rates rather rating ratings ratio rational rats rattle rattling
rave raving raw rays razor rd re reach reached reaches reaching react reaction reactions reactor read
reader readers reading readings reads ready real realise realised realistic reality realize realized
realizes realizing really realm reap reaper rear reason reasonable reasonably reasons rebel rebellion
rebels reborn rebound rebuild recall receipt receipts receive received receiver receiving recent recently
reception recess recipe recipes recital recite reckless reckon recognise recognised recognition recognize
recognized recognizes recommend recommendation recommended recon reconsider record recorded recorder
recording records recover recovered recovering recovery recruit recruited recruiting red redemption
redhead reduce reduced reef reel ref refer referee reference references referred referring refill refined
reflect reflection reflex reflexes reform refrain refresh refreshing refrigerator refuge refugees refund
refuse refused refuses refusing regain regard regarded regarding regardless regards regime regiment
region regional register registered registration regret regrets regular regularly regulation regulations
rehab rehearsal rehearsals rehearse rehearsing reign reindeer reinforcements reject rejected rejection
relate related relation relations relationship relationships relative relatively relatives relax relaxed
relaxing relay release released releasing relevant reliable relief relieve relieved religion religious
reluctant rely remain remained remaining remains remark remarkable remarkably remarks remedy remember
remembered remembering remembers remind reminded reminder reminding reminds remorse remote remotely
removal remove removed removing render rendered rendezvous renew rent rental rented renting rep repair
repaired repairs repay repeat repeated repeatedly repeating repent replace replaced replacement replacing
reply report reported reporter reporters reporting reports represent representation representative
representatives represented representing represents repulsive reputation request requested requesting
requests require required requires reschedule rescue rescued rescuing research resemblance resent
reservation reservations reserve reserved reset residence resident residents residue resign resignation
resigned resist resistance resisting resolution resolve resolved resort resources respect respectable
respected respects respiratory respond responded responding response responsibilities responsibility
responsible rest restaurant restaurants rested resting restless restore restored restraining restraint
restricted restroom rests result results resume resurrection retail retain retainer retard retarded
retire retired retirement retiring retreat retrieve return returned returning returns reunion reveal
revealed revealing revelation revenge revenue reverse reversed review reviewed reviewing reviews revoir
revolution revolutionary revolver reward rewarded rewards rewrite rhino rhyme rhymes rhythm rib ribbon
ribbons ribs rice rich richer riches richest rid ridden riddle ride rider riders rides ridge ridicule
ridiculous riding rifle rifles rig rigged right righteous rightful rights righty rim ring ringing rings
rink rinse riot riots rip ripe ripped ripping rise rises rising risk risked risking risks risky ritual
rituals rival river roach roaches road roadblock roads roam roar roaring roast rob robbed robber
robberies robbers robbery robbing robe robes robot robots rock rocked rocket rockets rocking rocks rod
rode rodeo rogue role roles roll rolled roller rolling rolls rom romance romantic roof rookie room
roommate roommates rooms rooster root rooting roots rope ropes roses roster rot rotation rotten rotting
rough roughly roulette round rounds route routes routine row royal royalty rub rubbed rubber rubbing
rubbish rudder rude rug rugged ruin ruined ruining ruins rule ruled ruler rules ruling rum rumble
rumbling rumor rumors rumour rumours run runaway runner runners running runs runt runway rush rushed
rushing rust rustling ruthless rye sabotage sack sacks sacred sacrifice sacrificed sacrifices sad saddle
sadly sadness safari safe safely safer safest safety said sail sailed sailing sailor sailors sails saints
sake sakes salad salads salami salary sale sales salesman saline saliva salmon salon saloon salsa salt
salty salute salvage salvation same sample samples samurai sanctuary sand sandwich sandwiches sane sang
sanitarium sanity sank sap sarcasm sarcastic sardines sat satellite satellites satin satisfaction
satisfactory satisfied satisfy satisfying sauce saucer sausage sausages savage savages save saved saves
saving savings savior saw say saying says scale scales scalp scalpel scam scan scandal scanner scanners
scanning scar scare scared scares scarf scaring scars scary scatter scattered scenario scene scenery
scenes scent schedule scheduled schedules scheme schizophrenic schmuck scholar scholarship school schools
schoolteacher science scientific scientist scientists scissors scoop scoot scooter scope score scored
scores scorpion scoundrel scout scouts scram scramble scrambled scrap scrape scraping scraps scratch
scratched scratches scratching scream screamed screaming screams screeching screen screening screenplay
screw screwdriver screwed screwing screws script scripts scroll scrolls scrub sculpture scum scumbag se
sea seafood seal sealed seals search searched searching seas season seasons seat seated seating seats sec
second secondary seconds secrecy secret secretary secretly secrets section sections sector secure secured
security sedative seduce see seed seeds seeing seek seeking seeks seem seemed seemingly seems seen sees
segment seize seized seizure seldom select selected selection self selfish sell seller selling sells
semen semester semi seminar senators send sending sends senior seniors sensation sensational sense sensed
senseless senses sensible sensitive sensitivity sensor sensors sent sentence sentenced sentences
sentiment sentimental separate separated separately separation sequence sera serial series serious
seriously sermon serum servant servants serve served server serves service services serving session
sessions set sets setting settle settled settlement settles settling setup seven seventh seventy several
severe severed severely sew sewer sewing sex sexual sexuality sexually sexy shack shade shades shadow
shadows shady shaft shake shaken shakes shaking shaky shall shallow shalt shaman shame shampoo shan shape
shaped share shared shares sharing shark sharks sharp shattered shave shaved shaving she shed sheep sheer
sheet sheets shelf shell shells shelter shelves shield shields shift shifts shine shines shining shiny
ship shipment shipped shipping ships shirt shirts shit shithead shits shitting shitty shock shocked
shocking shoe shoes shook shoot shooter shooters shooting shoots shop shopping shops shores short
shortage shortcut shorter shortly shorts shot shotgun shots should shoulder shoulders shouldn shout
shouted shouting shouts shove shoved shovel shoving show showed shower showers showing shown shows
showtime shrapnel shred shrimp shrine shrink shuffle shush shuts shutting shuttle shy siblings sick
sickness side sidekick sides sidewalk sideways siege sigh sighing sighs sight sighted sights sign signal
signals signature signatures signed significance significant signing signs silence silent silk silly
silver silverware similar simple simpler simply simulation simultaneously sin since sincere sincerely
sincerity sing singer singers singing single singles sings sinister sink sinking sinned sinner sinners
sins sip sir sire siren sirens sirs sis sister sisters sit site sites sits sitting situation situations
six sixth size sizes skate skates skating skeleton sketch sketches ski skid skies skiing skill skilled
skills skin skinny skins skip skipped skipping skirt skirts skull skulls skunk sky slack slam slammed
slams slap slapped slash slate slaughter slaughtered slave slavery slaves slay slayer sleazy sled sleep
sleeper sleeping sleeps sleepy sleeve sleeves sleigh slept slice sliced slick slide slides sliding slight
slightest slightly slime slimy sling slip slipped slipper slippers slippery slipping slips slipstream
slit slob slogan slope sloppy slot slow slowed slower slowing slowly slug slumber slut slutty sly smack
small smaller smallest smart smarter smartest smash smashed smashing smear smell smelled smelling smells
smelly smile smiled smiles smiling smoke smoked smoker smokes smoking smooth smoothly smug smuggle
smuggling snack snacks snails snake snakes snap snapped snappy snaps snatch snatched sneak sneakers
sneaking sneaky sneeze sniff sniffing snip sniper snipers snitch snob snoop snooping snoring snot snow
snowboarding snowing snuck snuff so soak soaked soaking soap sobbing sober sobs soccer social socially
society sock socks soda sodium sofa soft softball softly software soil solar sold soldier soldiers sole
solemn solid solitary solitude solo solution solve solved solving some somebody someday somehow someone
someplace something sometime sometimes somewhat somewhere son sonar song songs sons soon sooner soothing
sophisticated sophomore sordid sore sorrow sorry sort sorta sorted sorts sought soul souls sound sounded
sounding sounds soup sour source sources southeast southwest souvenir souvenirs sovereign soy spa space
spacecraft spaces spaceship spades spaghetti span spank spare spared spark sparkling speak speaker
speakers speaking speaks spear special specialist specially specials specialty species specific
specifically specimen specs spectacle spectacular spectrum speculation speech speeches speed speeding
speedy spell spelled spelling spells spend spending spends spent sperm sphere spice spices spicy spider
spiders spies spill spilled spilling spin spinach spinal spine spinning spirit spirits spiritual spit
spite spitting splash spleen splendid split splitting spoil spoiled spoils spoke spoken sponge sponsor
spontaneous spook spooked spooky spoon spoons sport sporting sports spot spotlight spots spotted spray
spread spreading spreads spree spring sprung spy spying squad squadron squads square squared squares
squash squat squeak squeaky squeal squealing squeeze squeezed squeezing squid squirrel squirrels squirt
stab stabbed stabbing stable stables stack stacked stadium staff stage staged stages stain stains stairs
stairwell stake stakeout stakes stale stalker stalking stall stalling stallion stamp stamps stand
standard standards standby standing stands star starboard stare stared staring starring stars starship
start started starter starters starting startled starts starve starved starving stash stashed stat state
stated statement statements static station stationed stations statistics statue status stay stayed
staying stays steady steak steaks steal stealing steals stealth steam steamed steaming steel steep steer
steering stem stench step stepfather stepmother stepped stepping steps stereo sterile steroids stew
steward stewardess stick sticker sticking sticks sticky stiff still stimulating sting stink stinker
stinking stinks stinky stir stirred stirring stitches stock stockholders stocking stockings stocks stole
stolen stomach stomp stone stoned stones stood stool stoop stop stopped stopping stops storage store
stored stores stories storm storms story stove straight straighten straightened straightforward strain
stranded strange strangely stranger strangers strangest strangle strangled strap strapped strategic
strategy straw strawberries strawberry straws stray streak stream street streets strength stress stressed
stressful stretch stretched stretcher stretching strict strictly stride strike strikes striking string
strings strip stripes stripped stripper strippers stroke strokes stroll strong stronger strongest
strongly struck structure struggle struggled struggling strung stubborn stuck stud student students
studied studies studio studios study studying stuff stuffed stuffing stuffy stumble stumbled stump
stunned stunning stunt stupid stupidest stupidity style styles stylish sub subconscious subject subjects
submarine submit submitted subpoena subs substance substantial substitute subtle suburban suburbs subway
succeed succeeded success successful successfully such suck sucked sucker suckers sucking sucks suction
sudden suddenly sued suffer suffered suffering suffers sufficient sugar suggest suggested suggesting
suggestion suggestions suggests suicidal suicide suing suit suitable suitcase suite suited suits sultan
sum summer summers summit summon summoned sun sundown sung sunglasses sunk sunlight sunny sunrise sunset
sunshine super superb superficial superhero superintendent superior superiors supermarket supernatural
superstar superstition superstitious supervision supervisor supper supplied supplies supply support
supported supporting supportive supports suppose supposed supposedly sure surely surf surface surfing
surgeon surgeons surgery surgical surplus surprise surprised surprises surprising surprisingly surrender
surrendered surround surrounded surrounding surroundings surveillance survey survival survive survived
surviving survivor survivors sushi suspect suspected suspects suspend suspended suspense suspension
suspicion suspicions suspicious sustain suture swab swallow swallowed swam swamp swap sway swear swearing
swears sweat sweater sweaters sweating sweatshirt sweaty sweep sweeping sweeps sweet sweeter sweetest
sweetheart sweethearts sweetie sweetness sweets swell swelling swept swift swim swimmer swimming swimsuit
swine swing swinging swings switch switched switches switching swollen sword swords swore sworn swung
symbol symbols sympathetic sympathy symphony symptoms sync syndicate syndrome synthetic syrup system
systems tab table tables tabs tack tackle tacky taco tacos tactical tactics tad tag tags tail tailor
tails take taken takeoff takes takin taking tale talent talented talents tales talk talked talking talks
tall taller tame tan tangled tango tank tanker tanks tap tape taped tapes taping tapped tapping taps tar
target targeted targeting targets tart task taste tasted tastes tasty tattoo tattooed tattoos taught
tavern tax taxes taxi te tea teach teacher teachers teaches teaching team teams teamwork tear tearing
tears tease teasing tech technical technically technician technique techniques technology tee teen
teenage teenager teenagers teeny teeth telegram telegraph telephone telephoned telescope television tell
teller tellin telling tells temp temper temperature temperatures temple temporarily temporary tempt
temptation tempted tempting ten tenant tenants tend tendency tender tenderness tends tennis tens tense
tension tent tenth tequila term terminal terminate terminated terms terrace terrain terrible terribly
terrific terrified terrifying territory terror terrorism terrorist terrorists test testament tested
testicles testified testify testifying testimony testing tests text textbook th than thanked thankful
thanking that the theater theatre theatrical thee theft their theirs them theme themselves then theories
theory therapist therapy there therefore thermal thermometer these thesis they thick thicker thief
thieves thigh thighs thin thine thing things thingy think thinking thinks thinner third thirst thirsty
this thong thorough thoroughly those thou though thought thoughtful thoughts thousand thousands thread
threat threaten threatened threatening threatens threats three threesome threshold threw thrill thrilled
thrilling throat throats throne throttle through throughout throw throwing thrown throws thrust thug
thugs thumb thumbs thunder thus thy tick ticket tickets ticking tickle tickled tickles tide tidy tie tied
ties tiger tight tighten tighter tights til tile till tilt timber time timer times timing tin tiny tip
tipped tips tire tired tires tissue tissues tit title titles tits titties titty to toad toast toaster
tobacco today toe toes tofu together toilet toilets token told tolerance tolerate toll tomato tomatoes
tomb tomorrow ton tone tones tongue tongues tonic tonight tons too took tool tools tooth toothbrush
toothpaste top topic topless tops tor torch tore torment torn tornado torpedo torpedoes torture tortured
torturing toss tossed tossing total totally touch touched touches touching touchy tough tougher toughest
tour tourist tourists tournament tours tov tow toward towards towel towels tower towers town towns tox
toxic toy toys trace traced traces track tracked tracking tracks tractor trade traded trading tradition
traditional traditions traffic tragedy tragic trail trailer trails train trained trainer training trains
traitor traitors tramp transaction transfer transferred transferring transform transformation transformed
transit transition translate translated translation translator transmission transmit transmitted
transmitter transplant transport transportation transported trap trapped traps trash trashed trauma
traumatic travel traveled traveler traveling travelling travels tray treacherous tread treason treasure
treasures treat treated treating treatment treatments treats treaty tree trees tremble trembling
tremendous trench trenches trend trespassing triad trial trials triangle tribe tribute trick tricked
tricks tricky tried tries trifle trigger triggered trim trip triple tripped tripping trips triumph troll
troop trooper troops trophies trophy tropical trouble troubled troublemaker troubles troubling trousers
trout truce truck trucks true truly trumpet trunk trunks trust trusted trusting trusts truth truthful
truthfully try trying tu tub tube tubes tuck tucked tug tuition tummy tumor tuna tune tuned tunes tunnel
tunnels turd turf turkey turn turned turning turns turtles tutor tutoring tux tuxedo twice twilight twin
twinkle twins twist twisted twisting twitch two tying type types typewriter typical typically typing tyre
tyres ugly uh ulcer ultimate ultimately ultrasound umbrella unable unacceptable unanimous unarmed
unauthorized unavailable unaware unbearable unbelievable unbelievably unborn uncertain uncles
uncomfortable uncommon unconscious uncovered undead undefeated under underage undercover underestimate
underestimated underground underneath underpants understand understandable understanding understands
understood underwater underway underwear underworld undo undone undoubtedly undress undressed uneasy
unemployed unemployment unexpected unfair unfaithful unfinished unforgivable unfortunate ungrateful
unhappy unicorn unidentified uniform uniforms unimportant union unique unit unite units unity universal
universe unknown unless unlike unlikely unlimited unload unlock unlocked unlucky unmarried unnatural
unnecessary unpack unpleasant unpredictable unreal unreasonable unseen unsolved unstable untie until unto
unusual up update upgrade uphold upon upper upright ups upset upsetting upside upstairs upstate uptight
uptown uranium urban urge urgent urine us use used useful useless uses usher using ust usual usually
utility utmost utter utterly vacant vacation vacuum vagina vague vaguely vain valet valid valuable value
values valve vampire vampires vanilla vanish vanished vanity vanquish vanquished variety various vase
vast vault veal vegetable vegetables vegetarian vehicle vehicles veil vein veins velocity velvet vending
vengeance venom vent ventilation venture verbal verdict verge verified verify vermin verse version versus
vertical very vessel vessels vest vested vet veteran via viable vibe vibrations vice vicinity vicious
victim victims victory video videos videotape vie view viewers viewing views vile villa village villagers
villages villain vine vineyard vintage violate violated violating violation violations violence violent
violin virgin virginity virgins virtual virtually virtue virus visa visible vision visions visit visited
visiting visitor visitors visits visual vital vitals vitamin vitamins vivid vocabulary vocal vodka voice
voices void volcano volume voluntarily voluntary volunteer volunteered volunteers vomit vomiting von
voodoo vote voted voters votes voting vouch vow vows voyage vs vulgar vulnerable vultures wacko wacky
waffle waffles wage wager wages wagon wagons wailing waist wait waited waiter waiters waiting waitress
waits wake wakes waking walk walked walking walks wall wallet wallpaper walls walnut waltz wand wander
wandered wandering wanker wanna want wanted wanting wants war ward warden wardrobe warehouse warfare
warhead warlock warm warmed warmer warming warmth warn warned warning warp warrant warrants warrior
warriors wars was wash washed washer washing wasn waste wasted wasting watch watched watches watching
watchman water watering watermelon waters wave waved waves waving wax way ways we weak weaker weakness
weaknesses wealth wealthy weapon weapons wear wearing wears weary weasel weather weatherman weave web
website wed wedded wedding weddings wedge wee weed weeds week weekend weekends weekly weeks weenie weep
weeping weigh weighed weighing weighs weight weights weird weirdest weirdo welcome welcomed welcoming
welfare went were weren werewolf wet whack whacked whale whales whatever whatnot whatsoever wheat wheel
wheelchair wheels when whenever whereabouts wherever whether which whichever whiff while whim whimpering
whining whip whipped whipping whirring whiskers whiskey whisky whisper whispered whispering whispers
whistle whistles whistling white whites whiz who whoever whole whom whooping whore whores whose wicked
wide wider widow wiener wife wig wiggle wild wilderness wildest will willing willingly wills wimp win
wind winding window windows winds windshield windy wine wing wings wink winner winners winning wins
winter wipe wiped wiping wire wired wireless wires wiring wisdom wise wiser wish wished wishes wishing
wit witch witchcraft witches with withdraw withdrawal withdrawn within without witness witnessed
witnesses wits witty wives wizard woe woke wolf wolves woman womb women won wonder wondered wonderful
wonderfully wondering wonders wood wooden woods wool word words wore work worked worker workers working
workout workplace works workshop world worlds worldwide worm worms worn worried worries worry worrying
worse worship worst worth worthless worthwhile worthy would wouldn wound wounded wounds wrap wrapped
wrapping wraps wrath wreck wreckage wrecked wrecking wrench wrestle wrestling wretched wrinkles wrist
wrists write writer writers writes writing written wrong wrote ya yacht yard yards ye year yearbook years
yell yelled yelling yellow yells yen yesterday yet yi yield yoga yogurt yonder you young younger youngest
your yours yourself yourselves youse youth yum yummy zap zebra zero zip zipper zombie zombies zone zoo
zoom
`;
