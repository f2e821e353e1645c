// nl.mjs - every word of the page, in Dutch. `{name}` is filled in by fill().
// Owns: all text a colleague reads (with nl-values.mjs). Never: logic; other modules hold no Dutch.
import { VALUES } from './nl-values.mjs';

// prettier-ignore
export const T = Object.freeze({
  org: 'Ouder- en kindsteunpunt', close: 'Sluiten', cancel: 'Toch niet', copy: 'Kopieer',
  copied: 'Gekopieerd', nobody: 'nog niemand', 

  login: {
    title: 'Inloggen', morning: 'Goedemorgen', afternoon: 'Goedemiddag', evening: 'Goedenavond',
    lead: 'Twee stappen. Zo ziet niemand anders de verzoeken.',
    email: '1. Uw e-mail', passphrase: '2. Uw wachtzin', show: 'Laat de wachtzin zien',
    hide: 'Verberg de wachtzin',
    hint: 'De wachtzin blijft op deze computer. Wij kunnen hem niet opzoeken.',
    go: 'Open de verzoeken', lost: 'Wachtzin kwijt?', safe: 'Hoe veilig is dit?',
    lostText:
      'Niemand kan uw wachtzin opzoeken, ook de beheerder niet. Vraag een collega met ' +
      'beheer om u opnieuw toegang te geven. Is er geen collega meer die erin kan? Dan helpt ' +
      'alleen het herstelblad uit de kluis, samen met de beheerder van de server.',
    safeText:
      'Namen, nummers en notities worden pas in deze browser leesbaar. Op de server staan ' +
      'ze op slot. Dat beschermt niet tegen iemand die deze pagina zelf op de server kan ' +
      'veranderen. Ziet de pagina er anders uit dan anders? Typ dan niets en bel de beheerder.',
    start: 'Server vragen…', derive: 'Wachtzin omrekenen naar een sleutel…',
    open: 'Verzoeken openen…',
  },

  setup: {
    title: 'Eén keer instellen', org: 'Naam van het steunpunt', person: 'Uw naam',
    email: 'Uw e-mail', token: 'Instelcode van de server', passphrase: 'Uw wachtzin',
    suggest: 'Andere woorden', again: 'Typ uw wachtzin nog een keer',
    passphraseHint:
      'Deze zes woorden zijn net geloot. Bewaar ze in een wachtwoordkluis. Zelf ' +
      'kiezen mag ook: ten minste 15 tekens.',
    tokenHint: 'De beheerder kreeg deze code van de opdracht “oksp-hub init”.',
    step1: 'Kies uw wachtzin', step2: 'Print uw herstelblad', step3: 'Typ één blok over',
    step4: 'Leg het blad in de kluis', next: 'Verder', back: 'Terug', sheet: 'Uw herstelblad',
    sheetLead:
      'Is iedereen de wachtzin kwijt? Dan kunt u alleen met dit blad weer bij de verzoeken.',
    sheet1: 'Print het nu, twee keer. Wij tonen het maar één keer.',
    sheet2: 'Leg het in de kluis of in een dichte envelop bij uw leidinggevende.',
    sheet3: 'Maak geen foto. Mail het niet.',
    sheet4: 'Een collega met beheer kan u ook weer toegang geven.',
    print: 'Print het blad', sheetName: 'Herstelblad', sheetFor: 'Voor:',
    sheetLegend: 'Letters en cijfers zonder I, L, O en U. Een fout in één teken valt op.',
    sheetKept: 'Bewaard op:', sheetSeen: 'Gezien door:', 
    retype: 'Typ blok {n} over van het papier',
    retypeLead: 'Zo weet u zeker dat het blad te lezen is. Pas daarna gaat het steunpunt open.',

    finish: 'Klopt, ga open', working: 'Sleutels maken en het steunpunt openen…',
    safe: 'Leg het blad nu in de kluis',
    safeLead: 'Het steunpunt is open. Het herstelblad is ' + 'hierna niet meer te zien.',
    toInbox: 'Blad ligt in de kluis, naar de verzoeken', emptyField: 'Vul dit veld in.',
  },

  recover: {
    title: 'Opnieuw toegang',
    lead:
      'Met het herstelblad uit de kluis maakt u één nieuwe beheerder. ' +
      'De verzoeken blijven leesbaar. Andere accounts veranderen niet.',
    token: 'Code van de server',
    tokenHint: 'De beheerder van de server kreeg deze code van de opdracht “oksp-hub recover”.',
    code: 'Code van het herstelblad',
    codeHint: 'Zeven blokken van vier tekens. Streepjes en spaties maken niet uit.',
    go: 'Maak de nieuwe beheerder', working: 'Sleutels openen met het herstelblad…',
  },

  rail: {
    requests: 'Verzoeken', signals: 'Signalen', kiosks: 'Zuilen', lock: 'Op slot', logout: 'Uitloggen',
    label: 'Hoofdmenu',
  },

  list: {
    title: 'Terugbelverzoeken', search: 'Zoek op code, plaatjes of voornaam', who: 'Wie eerst?',
    order: 'Nu te bellen, dan uiterste datum', filters: 'Filter', open: 'Open', mine: 'Van mij',
    parents: 'Ouders', children: 'Kinderen', interpreter: 'Met tolk', closed: 'Afgerond',
    desks: 'Alle loketten', desk: 'Loket', now: 'Nu te bellen',
    nowHint: 'bereikbaar op dit moment, tolk staat klaar', later: 'Later',
    laterHint: 'op uiterste datum', closedHint: 'laatste eerst',
    private: 'Alles wordt in uw browser ontsleuteld. De server ziet geen namen of nummers.',
    empty: 'Geen open verzoeken. Mooi zo.', emptyFilter: 'Niets gevonden met dit filter.',
    loading: 'Verzoeken ophalen…', noName: 'Zonder naam', child: 'kind', appointment: 'Afspraak',
    interpreterWaits: 'tolk nog niet', interpreterReady: 'tolk klaar',
    unreadable: 'Niet te lezen',
    unreadableHint: 'Verzegeld met een sleutel die u niet heeft, of beschadigd.',
    arrivedOne: '1 nieuw verzoek', arrivedMany: '{n} nieuwe verzoeken',
    stale: 'Geen verbinding sinds {time}. De lijst is misschien niet bij.',
    pick: 'Kies links een verzoek.', more: 'Toon meer (nog {n})', back: 'Terug naar de lijst',
  },

  state: {
    new: 'Nieuw', claimed: 'Opgepakt', closed: 'Afgerond', appointment: 'Afgesproken',
    asked: 'Tolk gevraagd', missed: 'Geen gehoor {n}×',
  },

  due: {
    lateMinutes: 'net te laat', lateHour: '1 uur te laat', lateHours: '{n} uur te laat',
    lateDay: '1 dag te laat', lateDays: '{n} dagen te laat', today: 'vandaag', tomorrow: 'morgen',
    before: 'uiterlijk {when}',
  },

  value: VALUES,

  detail: {
    code: 'Code {ref}', unknownKiosk: 'onbekende zuil',
    pictures: 'Plaatjes van de bezoeker',
    veiled: 'Zichtbaar als u dit oppakt. Eén keer in het logboek.',
    claim: 'Ik pak dit op', claimed: 'U heeft dit opgepakt.', claimedBy: 'Opgepakt door {name}.',
    talk: 'In gesprek', release: 'Geef terug', takeBack: 'Haal terug in de lijst',
    reopen: 'Open opnieuw', closedOn: 'Afgerond op {when}: {outcome}.',
    before: 'Dit nummer vroeg eerder iets ({when}).',
    beforeBy: 'Dit nummer vroeg eerder iets ({when}). Toen hielp {name}.',
    samePictures: 'Een ander open verzoek heeft dezelfde plaatjes: code {ref}. Vraag naar de code.',
    family: 'Hier kwam ook een ouder of een kind. Ouder en kind: twee adviseurs.',
    odd: 'Er klopte iets niet aan dit verzoek. Vreemde tekens zijn weggelaten.',
    badPhone: 'Dit is geen gewoon telefoonnummer. Bel het niet zomaar.',
    noPhone: 'Geen nummer achtergelaten', 
    interpreter: 'Tolk {language}', asked: 'gevraagd', booked: 'geboekt', ready: 'klaar',
    appointment: 'Terugbelafspraak', missed: 'Geen gehoor', voicemail: 'Ingesproken',
    dossier: 'Naar dossier', toDesk: 'Naar {desk}-loket', note: 'Notitie',
    notePlaceholder: 'Notitie, zonder medische gegevens', saveNote: 'Bewaar notitie',
    finish: 'Afronden: waar ging het echt over?', erase: 'Wis nu',
    kept: 'Gewist {n} dagen na afronden.', log: 'Logboek',
    dossierDone: 'Tekst staat op het klembord.', dossierFail: 'Kopiëren lukte niet.',
    
  },

  field: {
    topics: 'Vraag', sector: 'School', when: 'Wanneer', how: 'Hoe', answer: 'Opnemen',
    note: 'Erbij', language: 'Taal', latin: 'In ons schrift', mail: 'E-mail', phone: 'Nummer',
    told: 'Beloofd', at: 'Achtergelaten',
    register: 'Gebruikt', name: 'Naam', code: 'Code',
  },


  child: {
    title: 'Eerst lezen: veilig contact', via: 'Bel {who}. Bel niet de ouders.',
    call: 'Bel het nummer dat het kind gaf: {who}.', sayGiven: 'Zeg alleen: “{say}”',
    sayDefault:
      'Zeg alleen: “Met {name} van het steunpunt. Mag ik u iets vragen over een afspraak?”',
    quiet: 'Zeg niet waar het over gaat. Spreek niets in.',
    about:
      'Het gaat over {topic}. Is degene die u belt daar onderdeel van? '
      + 'Overleg dan eerst met een collega.',
    anyone: 'Een ander mag opnemen.',
    only: 'Alleen het kind zelf mag opnemen. Iemand anders aan de lijn? Hang vriendelijk op.',
    read: 'Gelezen, toon hoe ik het kind bereik',
    claimFirst: 'Pak dit eerst op. Dan ziet u de voornaam en hoe u het kind bereikt.',
    meldcode: 'Stap meldcode',
    meldcodeText: 'Zorg over veiligheid? Eerst de vijf stappen.',
    noConcern: 'Geen zorg', start: 'Start meldcode', none: 'Geen zorg, vastgelegd.',
    started: 'Meldcode gestart. Overleg nu met uw aandachtsfunctionaris.',
    reach: 'Zo bereikt u het kind', keptName: 'De voornaam ziet u na oppakken.',
  },

  talk: {
    title: 'In gesprek met {name}', someone: 'de bezoeker',
    sub: 'Het scherm gaat nu niet op slot. Het nummer is afgedekt.',
    show: 'Toon nummer 10 seconden', done: 'Gesprek klaar', leave: 'Terug, concept blijft',
    note: 'Notitie', draft: 'concept bewaard, op slot',
    hint: 'Geen medische gegevens. Schrijf op wat u samen afsprak.',
    asked: 'Wat {name} vroeg', about: 'Waar ging het echt over?',
    aboutHint: 'Voor de signalen. Kies bij het afronden.', newAppointment: 'Nieuwe afspraak',
  },
  about: {
    zorgen: 'Zorgen', thuis: 'Thuis zitten', 'extra-hulp': 'Extra hulp',
    'school-zoeken': 'School zoeken', 'niet-eens': 'Niet eens',
    'zorg-vervoer-geld': 'Zorg, vervoer, geld', 'middelbaar-mbo': 'Overstap vo of mbo',
    rechten: 'Rechten', anders: 'Iets anders',
  },

  finish: {
    title: 'Afronden', outcome: 'Hoe is het afgelopen?', about: 'Waar ging het echt over?',
    aboutHint: 'Voor de signalen. Meer dan één mag.', note: 'Laatste notitie (mag leeg blijven)',
    go: 'Rond af', pick: 'Kies eerst hoe het is afgelopen.',
  },
  outcome: {
    reached: 'Gesproken', not_reached: 'Niet bereikt', withdrawn: 'Niet meer nodig',
    duplicate: 'Dubbel', spam: 'Geen echt verzoek', forwarded: 'Doorverwezen',
  },
  appointment: {
    title: 'Terugbelafspraak', day: 'Dag', time: 'Tijd', go: 'Zet de afspraak',
    past: 'Dat moment is al geweest.', bad: 'Kies een dag en een tijd.',
  },
  interpreterDialog: { title: 'Tolk geboekt', time: 'Hoe laat belt de tolk mee?', go: 'Bewaar' },
  erase: {
    title: 'Dit verzoek wissen?',
    text: 'Alles van dit verzoek verdwijnt meteen en komt nooit terug, '
      + 'ook niet uit een reservekopie.',
    reason: 'Waarom?', go: 'Wis nu', erasure: 'De bezoeker vroeg erom', spam: 'Geen echt verzoek',
    duplicate: 'Dubbel', test: 'Het was een test',
  },

  event: {
    1: 'pakte dit op', 2: 'gaf dit terug', 3: 'belde', 4: 'schreef een notitie', 5: 'rondde af',
    6: 'opende opnieuw', unknown: 'deed iets onbekends', reached: 'gesproken',
    not_reached: 'geen gehoor', voicemail: 'geen gehoor, voicemail ingesproken',
    appointment: 'sprak af: {when}', asked: 'vroeg een tolk', booked: 'boekte een tolk{at}',
    ready: 'meldde dat de tolk klaarstaat{at}', desk: 'verwees naar het {desk}-loket', none: 'legde vast: geen zorg (meldcode)',
    started: 'startte de meldcode', about: 'ging echt over: {topics}',
    unreadable: 'notitie is niet te lezen',
  },

  lock: {
    title: 'Op slot', text: 'Typ alleen uw wachtzin om verder te gaan.',
    draft: 'Uw concept bij {who} is bewaard. Typ alleen uw wachtzin om verder te gaan.',
    passphrase: 'Uw wachtzin', go: 'Verder', other: 'Ik ben iemand anders',
    ended: 'De sessie op de server is voorbij. Uw wachtzin is genoeg om verder te gaan.',
    warn: 'Over 2 minuten gaat dit op slot.', warnHint: 'Beweeg de muis of kies “In gesprek”.',
  },

  kiosks: {
    title: 'Zuilen', count: '{n} plekken', countOne: '1 plek', new: 'Nieuwe zuil',
    label: 'Waar staat de zuil?', labelHint: 'Bijvoorbeeld: Bibliotheek, begane grond',
    make: 'Maak een code', none: 'Nog geen zuilen. Maak de eerste aan.', seen: 'Laatste contact',
    waiting: 'Wacht op versturen', nothing: 'niets', yes: '{n}, veilig op slot',
    unknown: 'onbekend', never: 'nog nooit', keyring: 'Sleutels', current: 'bij',
    behind: 'loopt achter', app: 'Programma', code: 'Nieuwe code', revoke: 'Trek in',
    revokeTitle: 'Deze zuil intrekken?',
    revokeText:
      'De zuil kan niets meer versturen. Wat erop staat blijft verzegeld bewaard. '
      + 'Met een nieuwe code doet hij weer mee.',
    works: 'werkt', late: 'geen verbinding', off: 'staat uit', invited: 'nog niet gekoppeld',
    revoked: 'ingetrokken',
    clone: 'Draait op twee apparaten. Koppel er één opnieuw.',
    codeTitle: 'Koppelcode voor {label}',
    codeText:
      'Plak deze regel op de zuil of zet hem op een usb-stick. Hij werkt één keer, tot {when}.',
    lateText: 'Werkt gewoon door. Bezoekers zien na 24 uur een eerlijke zin.',
    codeUntil: 'Er staat een koppelcode open tot {when}.', errors: 'Meldingen: {list}',
    minute: '{n} min geleden', now: 'zojuist',
  },

  signals: {
    title: 'Signalen', loading: 'Openen…', fixes: 'Klopt iets niet?',
    stories: 'Ervaringen, zonder naam', counts: 'Waar lezen mensen over?',
    noFixes: 'Niemand meldde iets over een tekst.', noStories: 'Nog geen ervaringen.',
    noCounts: 'Nog geen tellingen. De eerste komt na een hele week.',
    page: 'Over de pagina: {page}', parent: 'ouder', child: 'kind', week: 'week {n}, {year}',
    period: 'Kwartaal {n}, {year}', periodUnknown: 'De zuil wist de week niet',
    few: 'minder dan 5', about: 'ongeveer {n}', other: 'Iets anders',
    tooFew: 'Met minder dan {n} zuilen laten wij geen aantallen zien. Zo blijft niemand herkenbaar.',
    unreadable: '{n} signalen gaan niet open met uw sleutels. Er is niets weg. Bel de beheerder.',
  },

  error: {
    unauthenticated: 'E-mail of wachtzin klopt niet.', passphrase: 'Deze wachtzin klopt niet.',
    'rate-limited': 'Te veel pogingen. Wacht nog {n} seconden.',
    offline: 'Geen verbinding met de server. Controleer het netwerk en probeer het opnieuw.',
    garbled:
      'De server gaf geen geldig antwoord. Er is niets veranderd. Blijft dit zo? Bel de beheerder.',
    keyring: 'De sleutels van de server kloppen niet met de uwe. Doe niets en bel de beheerder.',
    grant: 'De sleutels van de server kloppen niet met de uwe. Doe niets en bel de beheerder.',
    'kdf-weak': 'De server vroeg om een te zwakke sleutel. Doe niets en bel de beheerder.',
    'rev-conflict': 'Dit verzoek is net veranderd door een collega.',
    claimedBy: '{name} was net eerder. Dit verzoek is al opgepakt.',
    closedBy: 'Dit verzoek is net afgerond door een collega.',
    'not-found': 'Dit verzoek bestaat niet meer.', forbidden: 'Dit mag uw account niet.',
    'store-unavailable': 'De server is even bezet. Probeer het zo weer.',
    invalid: 'De server vond iets in de gegevens niet goed.',
    'already-set-up': 'Dit steunpunt is al ingesteld. Log in.',
    setupToken: 'De code van de server klopt niet, of is al gebruikt.', 'passphrase-short': 'Kies ten minste 15 tekens.',
    'recovery-code': 'De code van het herstelblad klopt niet. Kijk elk blok nog eens na.',
    differs: 'De twee wachtzinnen zijn niet gelijk.',
    retype: 'Dit blok klopt niet. Kijk nog eens op het papier.',
    size: 'De notitie is te lang. Maak er twee van.', other: 'Er ging iets mis. Er is niets veranderd.',
  },
});

/** Replaces {name} by values.name; values come from people and are only ever set as text. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** The text of an error thrown by api, keys or envelope. */
export function errorText(error) {
  const code = error?.kind ?? error?.code ?? 'other';
  const text = Object.hasOwn(T.error, code) ? T.error[code] : T.error.other;
  return fill(text, { n: error?.problem?.retryAfter || 5 });
}
