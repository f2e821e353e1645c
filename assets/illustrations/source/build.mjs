// build.mjs - draws the illustrations again from their parts: node build.mjs OUT
// Writes OUT/{light,calm,hc}/NAME.svg. Reads nothing but the modules beside it; needs no packages.
// The logo, scene-welcome-*, look-*, knoppen-* and kleur-* files were composed by hand and stay as
// they are in the theme folders.
import fs from 'node:fs';
import path from 'node:path';
import { LIGHT, CALM, HC, quiet, scenes, stipSvg, feelSvg } from './illus.mjs';
import { situations } from './illus-sit.mjs';
import * as stories from './scenes2a.mjs';
import * as words from './scenes2b.mjs';
import * as rest from './scenes2c.mjs';

const STIP = [
    ['happy', 'rest'], ['happy', 'wave'], ['happy', 'open'], ['soft', 'rest'], ['soft', 'wave'],
    ['soft', 'hug'], ['joy', 'up'], ['listen', 'ear'], ['think', 'rest'], ['calm', 'rest'],
    ['talk', 'rest'], ['worried', 'rest'], ['proud', 'open'], ['confused', 'open'],
];
const SCALE = [
    ['heelslecht', 'sad', '#8FB4D6', '#2F6690'], ['nietgoed', 'worried', '#A9C3D9', '#5B85A8'],
    ['gaatwel', 'neutral', '#EBD9B4', '#C4AB78'], ['goed', 'happy', '#F3C873', '#CF9B35'],
    ['heelgoed', 'joy', '#F6C453', '#D99A1E'],
];

const FEELINGS = [
    ['blij', 'joy', '#F6C453', '#D99A1E', 'up'], ['rustig', 'calm', '#A9CDA0', '#6FA267', 'rest'],
    ['trots', 'proud', '#F5A673', '#DB7B45', 'open'],
    ['verdrietig', 'sad', '#8FB4D6', '#4F83AE', 'rest'],
    ['boos', 'angry', '#EB8E7C', '#C45A46', 'rest'],
    ['bang', 'scared', '#C3ABD0', '#8E6C9F', 'rest'],
    ['alleen', 'lonely', '#AEBFC6', '#77909B', 'rest'],
    ['moe', 'tired', '#D9C7A6', '#AE9366', 'rest'],
    ['indewar', 'confused', '#9CCFC9', '#549C95', 'open'],
];

function face(colours, mood, body, dark, arms) {
    const tone = colours === CALM ? quiet : colour => colour;
    return feelSvg(colours, mood, tone(body), tone(dark), arms);
}

function drawAll(colours, write) {
    for (const [name, svg] of Object.entries(scenes(colours))) write(name, svg);
    for (const [name, svg] of Object.entries(situations(colours))) write(name, svg);
    for (const [mood, arms] of STIP) write(`stip-${mood}-${arms}`, stipSvg(colours, mood, arms));
    for (const [name, mood, body, dark] of SCALE) {
        write(`schaal-${name}`, face(colours, mood, body, dark, 'rest'));
    }
    for (const [name, mood, body, dark, arms] of FEELINGS) {
        write(`gevoel-${name}`, face(colours, mood, body, dark, arms));
    }
    for (const module of [stories, words, rest]) {
        for (const draw of Object.values(module)) drawMirrored(draw, colours, write);
    }
}

// A scene whose question mark turns in Arabic script has a second file, NAME-rtl.
function drawMirrored(draw, colours, write) {
    const plain = draw(colours);
    const turned = draw(colours, true);
    for (const [name, svg] of Object.entries(plain)) {
        write(name, svg + '\n');
        if (turned[name] !== svg) write(name + '-rtl', turned[name] + '\n');
    }
}

const out = process.argv[2];
if (!out) throw new Error('usage: node build.mjs OUT');
for (const [theme, colours] of [['light', LIGHT], ['calm', CALM], ['hc', HC]]) {
    const folder = path.join(out, theme);
    fs.mkdirSync(folder, { recursive: true });
    drawAll(colours, (name, svg) => fs.writeFileSync(path.join(folder, name + '.svg'), svg));
}
