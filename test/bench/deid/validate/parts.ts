/** Pieces of a page: heads, bands, barcodes, photos, logos. */

import { toSVG } from 'bwip-js/node'
import { inkOf } from '../../../../demo/paper/font.ts'
import { pick } from '../../../../demo/paper/random.ts'
import type { Desk } from './desk.ts'
import type { Setting } from './ink.ts'
import { runsOf, twoLines } from './slots.ts'
import { between, chance } from './values.ts'

/** A barcode `wide` points wide. @returns its height. */
export const barcode = (
  desk: Desk,
  x: number,
  y: number,
  what: {
    readonly bcid: string
    readonly payload: string
    readonly class?: string | null
    readonly wide: number
    readonly tall?: number
  },
): number => {
  const square = /qr|matrix/.test(what.bcid)
  const svg = toSVG({
    bcid: what.bcid,
    text: what.payload,
    scale: 1,
    ...(what.bcid === 'pdf417' ? { columns: 5 } : {}),
    ...(square || what.bcid === 'pdf417' ? {} : { height: 9 }),
  })
  const [, width = 1, height = 1] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number)
  const body = svg.replace(/^<svg[^>]*>/, '<g>').replace(/<\/svg>\s*$/, '</g>')
  const scale = what.wide / width
  const stretch =
    square || what.bcid === 'pdf417' || what.tall === undefined ? 1 : what.tall / (height * scale)
  const tall = height * scale * stretch
  const drawn = `<g transform="scale(${scale} ${scale * stretch})">${body}</g>`
  desk.sheet.mark(
    x,
    y,
    drawn,
    { kind: 'barcode', class: what.class ?? 'OTHER_ID', payload: what.payload },
    { widthPt: what.wide, heightPt: tall },
  )
  return tall
}

export const title = (desk: Desk, text: string, sizePt = desk.look.sizePt * 1.5): void => {
  const form = between(desk.random, 0, 3)
  desk.y += sizePt * 0.6
  const setting: Partial<Setting> = { font: desk.look.head, sizePt }
  const shown = chance(desk.random, 0.4) ? text.toUpperCase() : text
  if (form === 0) desk.putCentre((desk.left + desk.right) / 2, desk.y, shown, setting)
  else if (form === 1) {
    desk.sheet.fill(desk.left, desk.y - sizePt, desk.right - desk.left, sizePt * 1.4, '#d4d4d4')
    desk.put(desk.left + 6, desk.y + sizePt * 0.03, shown, setting)
  } else desk.put(desk.left, desk.y, shown, setting)
  if (form === 2) desk.sheet.rule(desk.left, desk.y + sizePt * 0.4, desk.right, desk.y + sizePt * 0.4, 1.2)
  desk.y += sizePt * 0.5 + desk.linePt
}

export type BandForm = 'bold' | 'dark' | 'ruled' | 'caps' | 'boxed'

export const bandForms: readonly BandForm[] = ['bold', 'dark', 'ruled', 'caps', 'boxed']

/** A section's head at the cursor. @returns whether there was room. */
export const band = (desk: Desk, text: string, form: BandForm = 'bold'): boolean => {
  const size = desk.look.sizePt * 1.05
  if (!desk.room(size * 3)) return false
  const wide = desk.right - desk.left
  const shown = form === 'caps' ? text.toUpperCase() : text
  const setting = { font: desk.look.bold, sizePt: size }
  if (form === 'dark') desk.sheet.fill(desk.left, desk.y - size * 1.05, wide, size * 1.45, '#000')
  if (form === 'boxed') desk.sheet.box(desk.left, desk.y - size * 1.05, wide, size * 1.45, 0.7)
  if (form === 'ruled')
    desk.sheet.rule(desk.left, desk.y + size * 0.35, desk.right, desk.y + size * 0.35, 0.7)
  const inset = form === 'dark' || form === 'boxed' ? 5 : 0
  desk.put(
    desk.left + inset,
    desk.y,
    shown,
    form === 'dark' ? { ...setting, fill: '#fff' } : setting,
    wide - inset,
  )
  desk.y += size * (form === 'bold' || form === 'caps' ? 1.4 : 1.75)
  return true
}

/** An ornament, or the facility's initials in a ring, which name it. */
export const logo = (desk: Desk, x: number, y: number, sizePt: number): void => {
  const half = sizePt / 2
  const shape = between(desk.random, 0, 4)
  const ornaments = [
    `<path d="M${half - 5} 2h10v${half - 7}h${half - 7}v10h-${half - 7}v${half - 7}h-10v-${half - 7}h-${half - 7}v-10h${half - 7}z" fill="#444"/>`,
    `<circle cx="${half}" cy="${half}" r="${half - 2}" fill="#777"/><path d="M4 ${half + 4} Q${half} ${half - 12} ${sizePt - 4} ${half + 4} T${sizePt - 4} ${half + 6}" stroke="#fff" stroke-width="3" fill="none"/>`,
    `<path d="M2 ${sizePt - 3} L${half} 3 L${sizePt - 2} ${sizePt - 3} Z" fill="none" stroke="#333" stroke-width="3"/>`,
    `<path d="M${half} ${sizePt - 2} C-6 ${half} ${half - 12} -4 ${half} ${half - 6} C${half + 12} -4 ${sizePt + 6} ${half} ${half} ${sizePt - 2}Z" fill="#555"/>`,
  ]
  const ornament = ornaments[shape]
  const size = { widthPt: sizePt, heightPt: sizePt }
  if (ornament !== undefined) {
    desk.sheet.mark(x, y, ornament, { kind: 'logo', class: null, payload: null }, size)
    return
  }
  const initials = desk.slots.case.facility.split(' ').map(word => word[0]).join('').slice(0, 3) // biome-ignore format: short
  const ink = inkOf(desk.fonts('oswald'), initials, 0, half * 1.3, half * 0.85)
  const shift = half - ink.advance / 2
  const letters = ink.paths.map(path => `<path d="${path}"/>`).join('')
  const ring = `<circle cx="${half}" cy="${half}" r="${half - 2}" fill="none" stroke="#222" stroke-width="2.4"/>`
  desk.sheet.mark(
    x,
    y,
    `${ring}<g transform="translate(${shift} 0)">${letters}</g>`,
    { kind: 'logo', class: 'LOCATION', payload: null },
    size,
  )
}

/** The sender's name and place at the top, in one of five forms. */
export const letterhead = (
  desk: Desk,
  facility = desk.slots.of('fac'),
  at = desk.slots.case.facilityPlace,
): void => {
  const { random, slots, look } = desk
  const [street, town] = twoLines(at)
  const form = between(random, 0, 4)
  const big = { font: look.head, sizePt: look.sizePt * (1.6 + random() * 0.5) }
  const small = { sizePt: Math.max(7, look.sizePt * 0.85) }
  const calls = runsOf(
    pick(random, [['Ph '], ['T: '], ['Phone: '], ['Tel. ']]),
    slots.of('phone2'),
    pick(random, [['   Fax '], [' | F: '], [' - Fax: ']]),
    slots.of('fax'),
  )
  const web = chance(random, 0.4) ? slots.of('url') : []
  const middle = (desk.left + desk.right) / 2
  const top = desk.y + 6
  if (form === 0) {
    desk.putCentre(middle, top, facility, big)
    desk.putCentre(middle, top + 13, runsOf(street, [' '], town), small)
    desk.putCentre(middle, top + 24, runsOf(calls, [' '], web), small)
  } else if (form === 1) {
    logo(desk, desk.left, top - 14, 38)
    desk.put(desk.left + 48, top, facility, big, 300)
    desk.put(desk.left + 48, top + 13, runsOf(street, [', '], town), small)
    desk.put(desk.left + 48, top + 24, runsOf(calls, ['  '], web), small)
  } else if (form === 2) {
    desk.sheet.fill(desk.left, top - big.sizePt - 3, desk.right - desk.left, big.sizePt * 1.35 + 4, '#111')
    desk.put(desk.left + 8, top - 1, facility, { ...big, fill: '#fff' })
    desk.put(desk.left, top + 18, runsOf(street, [' - '], town, ['  '], calls), small)
  } else if (form === 3) {
    desk.put(desk.left, top, facility, big, 280)
    ;[street, town, calls, web].forEach((line, i) => {
      desk.putRight(desk.right, top - 8 + i * 10, line, small, desk.right - desk.left - 290)
    })
  } else {
    desk.putRight(desk.right, top, facility, big, desk.right - desk.left - 200)
    desk.put(desk.left, top, street, small, 190)
    desk.put(desk.left, top + 11, town, small, 190)
    desk.put(desk.left, top + 22, calls, small)
  }
  desk.sheet.rule(desk.left, top + 30, desk.right, top + 30, pick(random, [0.6, 1.2, 2]))
  desk.y = top + 32 + look.sizePt * 1.3
}

/** A head and shoulders in gray, with grain. */
export const photo = (desk: Desk, x: number, y: number, wide: number, tall: number): void => {
  const { random } = desk
  const id = `v${Math.floor(random() * 1e9)}`
  const [skin, hair, coat] = [between(random, 110, 205), between(random, 25, 120), between(random, 40, 150)].map(v => `rgb(${v},${v},${v})`)
  const [cx, face] = [wide / 2 + between(random, -2, 2), wide * (0.23 + random() * 0.04)]
  const eyes = [-1, 1].map(side => `<ellipse cx="${cx + side * face * 0.42}" cy="${tall * 0.4}" rx="${face * 0.13}" ry="${face * 0.08}" fill="#222"/><path d="M${cx + side * face * 0.2} ${tall * 0.36}h${side * face * 0.4}" stroke="${hair}" stroke-width="1.4"/>`).join('')
  const svg = `<defs><radialGradient id="${id}" cx="45%" cy="40%"><stop offset="0" stop-color="${skin}"/><stop offset="1" stop-color="#555"/></radialGradient><linearGradient id="${id}b"><stop offset="0" stop-color="#eee"/><stop offset="1" stop-color="#aaa"/></linearGradient><filter id="${id}n"><feTurbulence baseFrequency="0.8" numOctaves="2" seed="${between(random, 1, 99)}"/><feColorMatrix type="saturate" values="0"/><feComponentTransfer><feFuncA type="linear" slope="0.18"/></feComponentTransfer></filter><clipPath id="${id}c"><rect width="${wide}" height="${tall}"/></clipPath></defs><g clip-path="url(#${id}c)"><rect width="${wide}" height="${tall}" fill="url(#${id}b)"/><path d="M${-wide * 0.05} ${tall} Q${cx} ${tall * 0.55} ${wide * 1.05} ${tall}Z" fill="${coat}"/><ellipse cx="${cx}" cy="${tall * 0.36}" rx="${face * 1.25}" ry="${face * 1.45}" fill="${hair}"/><rect x="${cx - face * 0.4}" y="${tall * 0.5}" width="${face * 0.8}" height="${tall * 0.2}" fill="${skin}"/><ellipse cx="${cx}" cy="${tall * 0.43}" rx="${face}" ry="${face * 1.3}" fill="url(#${id})"/>${eyes}<path d="M${cx} ${tall * 0.42}l${-face * 0.12} ${face * 0.4}h${face * 0.2}" stroke="#444" fill="none"/><path d="M${cx - face * 0.35} ${tall * 0.55}q${face * 0.35} ${between(random, 0, 4)} ${face * 0.7} 0" stroke="#333" stroke-width="1.5" fill="none"/><rect width="${wide}" height="${tall}" filter="url(#${id}n)"/></g>`
  desk.sheet.mark(x, y, svg, { kind: 'photo', class: 'PHOTO', payload: null }, { widthPt: wide, heightPt: tall })
} // biome-ignore format: the drawing
