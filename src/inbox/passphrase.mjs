// passphrase.mjs - a passphrase that is drawn and not thought up: six everyday Dutch words.
// Owns: the word list (ours, so that nobody else's licence or taste comes with it). Never: keeps
// what it drew.
import { random } from './keys.mjs';

export const PASSPHRASE_WORDS = 6;

const WORDS = `
aap aardbei aardig abrikoos adder akker amandel ambulance ananas andijvie anker appel arend arm
arts auto avond azijn bad bak bakken bakker baksteen bal balk balkon banaan bank basilicum bed
beek been beer beker bel beleefd bellen berg bes beschuit best bever bezem biet bijl bizon blad
blauw blij blik bliksem bloem bloempot bocht bode bodem boek boer bok bol boom boomgaard boon
boor boot bootje bord borstel bos boter bouwen braam brandweer breed breien brief bries bril
broccoli broek bromfiets bron brood brug bruikbaar bruin buik buis bureau bus buurman cacao cake
chauffeur chips citroen coach compote contact courgette croissant dadel dag dal dam dansen
danser dapper das dauw deeg deken deksel delen delta denken deur dichter dienblad diep dijk dik
dille directeur doek dokter dolfijn donder donker dooi doos dop dor dorp draad dragen drijven
dromen droog druif druk drummer duif duiker duin dun durven duur dweil echt eekhoorn eend
eenvoudig eerlijk eeuw egel eigen eik eiland ekster elleboog emmer enkel erwt eten ezel fakkel
fazant fel ferry fier fiets fietsen fijn film filter fjord fles flink fluit fluiten fontein
forel fornuis foto framboos fret friet frikadel fris gaaf gang gans garage garnaal gas gazon
geel geit gember gems gerst geven gezicht gezond gids gier gieten gieter giraf gitaar glad glas
gletsjer glijden goed golf gordijn goud gouden gracht grappig gras graven greep grijs groeien
groen grond groot grot gul haai haak haan haar haard haas hagedis hagel hak halen hamer hamster
hand handdoek handig hanger hard haring hark hart haven haver heel heet heg heide hek held
helder helpen hemd hendel hengel herder herfst hert heuvel hevig hiel hijsen hinkelen hoed hoen
hok hol hommel hond honing hoofd hoog hooi hopen horen horloge houden hout huid huis huppelen
hutspot iep ijs ijsbeer ijzel imker ingenieur inktvis jaar jager jaguar jam jas jong juf juichen
juist jurk kaal kaap kaars kaart kaas kachel kader kajak kalender kalf kalm kam kameel kamer kan
kanaal kaneel kano kapitein kapper kar karamel karnemelk kast kat katoen keizer kelder kelk kers
kersen ketchup ketel ketting keuken kever kijken kikker kip kist kiwi klaar klaver klei klein
klif klimmen klok kloppen kluis knap knie knikken knippen knoflook knoop knop koe koek koel
koets koffer koffie kok koken kokos kom komen komkommer konijn koning koningin kool koord kopen
koper kopje korst kort koud kous kraai kraan krab krachtig krant krap kreeft krekel kroket kroon
kruid kruik kruiwagen kruk kuit kussen kust kwal kwark kwast laag laars laarzen lachen ladder
lade lak laken lama lamp landen lang langzaam lantaarn lat laurier lauw leeg leer leeuw leggen
lenig lente lepel leraar leren leven lezen lezer libel licht lief lift lijm lijst limonade linde
lint linzen lip loep lolly long loods lopen los lucht luchtig luik luisteren lynx maag maan
maand maas mais maken malen mand mandarijn mango mantel map marmot mast mat matras matroos
mayonaise meel meer meester meeuw melk melkboer meloen merel mes meten meter metro metselaar
middag mier mild minuut mist modder modern moedig moeras mol molen molenaar moment mond monteur
mooi mossel mosterd mot motor muesli muis munt mus musicus muts muur naaien naald nacht nagel
nat nectar nek nest net netjes neus neushoorn nevel nietje nieuw nijlpaard nodig noemen noord
noot nuttig ober oceaan ochtend oefenen oester oever olie olifant olijf oma omelet omroeper
onweer oog oom oor oost opa open openen oranje orka orkaan otter oud oven paard paars pad pak
pakken paleis paling pan panda panter papegaai papier paprika paraplu parel park parkiet passen
patat patrijs pauw peer pelikaan pen penseel peper perzik pet piano pijp piloot pinda piraat
pizza plaat plank planten plas plat plein pleister plukken poema polder pompoen pony poort
populier postbode pot potlood prachtig praten prei prent prins prinses prisma proeven pruim
pudding put puur pyjama raaf raam raap rabarber raden radijs radio raket ram rap rapen rat recht
ree regen regenboog regenjas reiger reizen rek rekenen rem rennen reus ridder riem riet rijden
rijk rijp rijst ring rits rivier robot roeiboot roeien roepen roer rog rogge rok rol rollen rond
rood room rooster rots royaal roze rozijn rug rugzak ruiken ruim ruimte ruiter rups rustig sabel
sandaal satelliet saus schaal schaap schaar schaatsen schaatser schaduw schenken schep scherm
scherp schilder schildpad schip schipper schoen schoon schort schouder schrijven schrijver
schroef schuur scooter selderij simpel sinas sjaal sla slager slak slang slank slapen slee
sleutel slim slinger sloffen sloot slot sluiten smal smelten smid snaar sneeuw snel snoek snoer
sober soep soepel sok spade spar sparen specht spek spelen speurder spiegel spijker spin
spinazie spoel spons spoor sporter spreeuw springen spruit staan stad staf stal stamppot stap
steel steen step ster sterk stevig stier stil stoel stoer stok stokvis stolp stop storm straat
strak strand strik stroop struik struis student sturen stuur suiker taai taart tafel tak tand
tandarts tang tante tapijt tas taxi teder teen tegel tekenen telefoon tellen tent thee theepot
tijger tijm tillen timmerman toast tof tolk tomaat tonijn toren touw tovenaar toveren tractor
trainer tram trap trechter trein trekken trommel trots trouw trui tuin tuinman tulp tunnel
turkoois uil uur vaas valk vallei vangen vanille varen varken vast vat veen veer vegen veilig
veld verf verkoper vers vest veulen vijg vijver vijzel vinden vinger vink vis visser vla vlag
vlakte vleermuis vlieg vliegen vliegtuig vlinder vlo vloed vloer vlok vlot vlug voet vogel vol
volgen voorhoofd vork vorst vos vouwen vragen vriend vriendin vrij vroeg vrolijk vuist vuur waar
wachten wachter wad wafel wagen walnoot walrus walvis wand wandelen wang want warm wassen water
waterval week weg wei weide wenkbrauw wesp west weten weven wever wezel wieg wiel wijd wijs wild
wilg wimper wind winnen winter wit woestijn wolf wolk worm wortel woud yoghurt zaag zaaien zacht
zadel zagen zak zalm zand zanger zebra zee zeef zeehond zeeman zeep zeggen zeil zeilboot zeilen
zeker zeppelin zetel zien zilver zingen zitten zoeken zoet zolder zomer zon zonnig zout zuid
zuinig zuiver zuster zuurkool zwaaien zwaan zwaar zwaluw zwart zwembroek zwemmen
`
  .trim()
  .split(/\s+/);

/** Bits of surprise in one passphrase: about 60, behind an Argon2id of 64 MiB. */
export const PASSPHRASE_BITS = PASSPHRASE_WORDS * Math.log2(WORDS.length);

// Draws again instead of taking a remainder: every word is equally likely.
function drawIndex(count) {
  const limit = Math.floor(65536 / count) * count;
  for (;;) {
    const [high, low] = random(2);
    const value = high * 256 + low;
    if (value < limit) return value % count;
  }
}

export const drawPassphrase = () =>
  Array.from({ length: PASSPHRASE_WORDS }, () => WORDS[drawIndex(WORDS.length)]).join(' ');
