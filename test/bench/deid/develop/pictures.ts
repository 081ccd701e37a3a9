/** Drawn things: logos, portraits, pen strokes, heart tracings. SVG fragments around their own origin. */
import type { Chance } from './chance.ts'

/** A sign of 36 x 36 points. */
export const logoSvg = (chance: Chance): string => {
  const ink = chance.pick(['#000', '#222', '#444', '#666'])
  return chance.pick([
    `<rect x="1" y="1" width="34" height="34" rx="6" fill="${ink}"/><path d="M14 6h8v8h8v8h-8v8h-8v-8H6v-8h8z" fill="#fff"/>`,
    `<circle cx="18" cy="18" r="16" fill="none" stroke="${ink}" stroke-width="2.5"/><path d="M4 20l8-1 4-10 5 18 4-9 7 1" fill="none" stroke="${ink}" stroke-width="2"/>`,
    `<path d="M18 33C4 22 2 14 8 8c4-4 9-1 10 3 1-4 6-7 10-3 6 6 4 14-10 25z" fill="${ink}"/><path d="M12 18h12M18 12v12" stroke="#fff" stroke-width="3"/>`,
    `<path d="M18 2l5 10 11 2-8 8 2 12-10-6-10 6 2-12-8-8 11-2z" fill="none" stroke="${ink}" stroke-width="2"/>`,
    `<path d="M4 32V14l14-11 14 11v18z" fill="none" stroke="${ink}" stroke-width="2.5"/><path d="M15 32V22h6v10M18 10v8M14 14h8" stroke="${ink}" stroke-width="2" fill="none"/>`,
    `<path d="M2 26c8-14 24-14 32 0M6 31c7-10 17-10 24 0M18 3v12M12 9h12" fill="none" stroke="${ink}" stroke-width="2.5"/>`,
  ])
}

/** A portrait in grays, 90 x 110 points. */
export const portraitSvg = (chance: Chance): string => {
  const id = `p${chance.int(1, 1_000_000_000)}`
  const skin = chance.int(120, 215)
  const [hair, shirt] = [chance.int(20, 140), chance.int(40, 190)]
  const [wide, high] = [chance.int(19, 25), chance.int(26, 32)]
  const gray = (level: number): string => `rgb(${level},${level},${level})`
  const grain = Array.from({ length: 90 }, () => {
    const [x, y] = [chance.int(0, 88), chance.int(0, 108)]
    return `<rect x="${x}" y="${y}" width="2" height="2" fill="${gray(chance.int(0, 255))}" opacity="0.13"/>`
  }).join('')
  return `<defs><radialGradient id="${id}"><stop offset="0.45" stop-color="${gray(Math.min(245, skin + 25))}"/><stop offset="1" stop-color="${gray(skin - 35)}"/></radialGradient>
<linearGradient id="${id}b" x2="0" y2="1"><stop offset="0" stop-color="${gray(225)}"/><stop offset="1" stop-color="${gray(165)}"/></linearGradient></defs>
<rect width="90" height="110" fill="url(#${id}b)"/><path d="M4 110c2-28 20-30 41-32 21 2 39 4 41 32z" fill="${gray(shirt)}"/>
<ellipse cx="45" cy="40" rx="${wide + 5}" ry="${high + 5}" fill="${gray(hair)}"/><rect x="37" y="64" width="16" height="18" fill="${gray(skin - 15)}"/>
<ellipse cx="45" cy="47" rx="${wide}" ry="${high - 2}" fill="url(#${id})"/><path d="M${45 - wide} 36q${wide} -22 ${2 * wide} 0q-${wide} -9 -${2 * wide} 0z" fill="${gray(hair)}"/>
<ellipse cx="36" cy="45" rx="3.2" ry="1.8" fill="#222"/><ellipse cx="54" cy="45" rx="3.2" ry="1.8" fill="#222"/>
<path d="M31 40q5-3 10 0M49 40q5-3 10 0" stroke="${gray(hair)}" stroke-width="1.6" fill="none"/><path d="M45 47l-3 9q3 2 6 0" stroke="${gray(skin - 60)}" fill="none"/>
<path d="M37 63q8 ${chance.int(1, 6)} 16 0" stroke="#444" stroke-width="1.8" fill="none"/>${grain}<rect width="90" height="110" fill="none" stroke="#333"/>`
}

/** Strokes of a pen, about `widthPt` wide and up to 22 points high above the line. */
export const penPath = (chance: Chance, widthPt: number): string => {
  const strokes = chance.int(5, 9)
  const step = widthPt / strokes
  let path = `M0 ${-chance.int(4, 14)}`
  for (let i = 0; i < strokes; i++) {
    const [x, reach] = [i * step, i === 0 || chance.likely(0.2) ? 21 : 11]
    path += `C${(x + step * chance.random()).toFixed(1)} ${-reach * (0.6 + 0.4 * chance.random())} ${(x + step * (0.5 + chance.random())).toFixed(1)} ${(chance.random() * 4).toFixed(1)} ${(x + step).toFixed(1)} ${(-chance.random() * 8).toFixed(1)}`
  }
  return chance.likely(0.4)
    ? `${path}M${(widthPt * 0.1).toFixed(1)} 2L${(widthPt * 0.9).toFixed(1)} ${chance.int(-2, 3)}`
    : path
}

/** One lead of a heart tracing. */
export const tracingPath = (chance: Chance, widthPt: number): string => {
  const beat = 22 + chance.random() * 16
  const high = 8 + chance.random() * 12
  let path = 'M0 0'
  for (let x = 0; x + beat < widthPt; x += beat) {
    path += `h${(beat * 0.2).toFixed(1)}q2 -3 4 0h3l1 2l2 ${-high - 2}l2 ${high + 4}l1 -4h${(beat * 0.15).toFixed(1)}q3 -5 6 0L${(x + beat).toFixed(1)} 0`
  }
  return path
}

/** A cross or hook of the pen in a check box of `sizePt`. */
export const tickSvg = (chance: Chance, sizePt: number): string => {
  const jitter = () => (chance.random() - 0.5) * sizePt * 0.3
  const at = (x: number, y: number): string =>
    `${(x * sizePt + jitter()).toFixed(1)} ${(y * sizePt + jitter()).toFixed(1)}`
  const path = chance.likely(0.5)
    ? `M${at(0.1, 0.1)}L${at(0.95, 0.95)}M${at(0.95, 0.05)}L${at(0.05, 0.95)}`
    : `M${at(0.1, 0.5)}L${at(0.4, 0.9)}L${at(1.2, -0.2)}`
  return `<path d="${path}" fill="none" stroke="#000" stroke-width="1.2"/>`
}
