// nl-values.mjs - how what a visitor answered is called in Dutch: channels, topics, languages.
// Owns: the words behind the ids of a payload. Never: an id that the kiosk does not send.

// prettier-ignore
export const VALUES = Object.freeze({
  goodNow: 'nu goed', any: 'maakt niet uit', anyDay: 'elke dag', am: 'ochtend', pm: 'middag',
  eve: 'avond',
  how: {
    call: 'bellen', sms: 'sms', app: 'app-bericht', mail: 'e-mail',
    via: 'via een grote mens die het kind koos',
  },
  sector: {
    po: 'Basisschool (po-loket)', vo: 'Middelbare school (vo-loket)', mbo: 'Mbo',
    none: 'Nog geen school',
  },
  desk: { po: 'po', vo: 'vo', mbo: 'mbo', none: 'geen school' },
  answer: { me: 'alleen deze persoon', all: 'iedereen mag opnemen' },
  voicemail: { yes: 'inspreken mag', no: 'niet inspreken' },
  told: { offline: 'de zuil had geen verbinding en zei dat eerlijk' },
  register: { young: 'plaatjes en stem', reading: 'zelf lezen' },
  clock: {
    est: 'de klok van de zuil liep misschien niet goed', none: 'de zuil wist de tijd niet',
  },
  topic: {
    zorgen: 'Zorgen', thuis: 'Mijn kind zit thuis', 'extra-hulp': 'Extra hulp op school',
    'school-zoeken': 'Een (andere) school zoeken', 'niet-eens': 'School en ik zijn het niet eens',
    'zorg-vervoer-geld': 'Zorg, vervoer en geld',
    'middelbaar-mbo': 'Naar de middelbare school of het mbo',
    rechten: 'Rechten', thuiszitten: 'Mijn kind zit thuis', opp: 'OPP', hoorrecht: 'Hoorrecht',
    'weet-niet': 'Weet ik niet precies', gepest: 'Gepest', druk: 'Te druk', 'te-druk': 'Te druk',
    moeilijk: 'Te moeilijk of te makkelijk', 'te-moeilijk': 'Te moeilijk of te makkelijk',
    juf: 'Juf of meester', vrienden: 'Vrienden', 'ik-zit-thuis': 'Ik zit thuis',
    'andere-school': 'Andere school', anders: 'Iets anders', 'iets-anders': 'Iets anders',
  },
  mood: ['Heel slecht', 'Niet goed', 'Gaat wel', 'Goed', 'Heel goed'],
  fix: {
    wrong: 'Er klopt iets niet', missing: 'Er ontbreekt iets', unclear: 'Ik begrijp het niet',
  },
  line: {
    wachten: 'We wachten al lang.', luistert: 'School luistert naar ons.',
    'luistert-niet': 'School luistert niet naar ons.',
    'wie-helpt': 'Ik weet niet wie mij helpt.', werkt: 'De hulp werkt goed voor mijn kind.',
    thuis: 'Mijn kind zit thuis zonder hulp.',
  },
  childLine: {
    luisteren: 'Ze luisteren naar mij.', 'luisteren-niet': 'Niemand luistert naar mij.',
    druk: 'Het is te druk op school.', leuk: 'Ik ga graag naar school.',
    hulp: 'De hulp past bij mij.', thuis: 'Ik zit thuis.',
  },
  childTopic: { thuis: 'Thuis' },
  language: {
    nl: 'Nederlands', ar: 'Arabisch', en: 'Engels', tr: 'Turks', pl: 'Pools', uk: 'Oekraïens',
    ti: 'Tigrinya', am: 'Amhaars', fa: 'Farsi', prs: 'Dari', so: 'Somalisch', ku: 'Koerdisch',
    kmr: 'Koerdisch (Kurmanci)', ckb: 'Koerdisch (Sorani)', fr: 'Frans', de: 'Duits',
    es: 'Spaans', pt: 'Portugees', ro: 'Roemeens', bg: 'Bulgaars', ru: 'Russisch', zh: 'Chinees',
    ngt: 'Nederlandse Gebarentaal', rif: 'Tarifit', ps: 'Pasjtoe', ur: 'Urdu',
  },
  with: {
    juf: 'juf of meester', meester: 'juf of meester', mentor: 'mentor', mama: 'mama',
    papa: 'papa', oma: 'oma of opa', 'oma-opa': 'oma of opa', ouder: 'een ouder',
    eigen: 'eigen telefoon', own: 'eigen telefoon', self: 'eigen telefoon',
    teacher: 'juf of meester',
  },
});
