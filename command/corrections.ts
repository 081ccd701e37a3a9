/** How a reviewer writes corrections on the command line: `--mask page:x,y,w,h[:CLASS]` and `--wrongly-masked page:region`. */
import { InvalidArgumentError } from 'commander'
import { quadOf } from '../daemon/model/geometry.ts'
import type { AddedMask, WronglyMasked } from '../daemon/model/held.ts'
import { type IdentifierClass, identifierClasses } from '../daemon/model/identifier.ts'

/** `OTHER` is short for the class of what has no class of its own. */
const classOf = (text: string): IdentifierClass | null => {
  const name = text.toUpperCase()
  if (name === 'OTHER') return 'OTHER_ID'
  return identifierClasses.find(known => known === name) ?? null
}

export const parseMask = (text: string, before: readonly AddedMask[] = []): readonly AddedMask[] => {
  const [, page, x, y, w, h, label = 'OTHER'] =
    /^([1-9]\d{0,5}):(\d{1,6}),(\d{1,6}),([1-9]\d{0,5}),([1-9]\d{0,5})(?::([A-Za-z_0-9]{2,20}))?$/.exec(
      text,
    ) ?? []
  if (page === undefined)
    throw new InvalidArgumentError('Write it as page:x,y,width,height or page:x,y,width,height:CLASS')
  const identifierClass = classOf(label)
  if (identifierClass === null)
    throw new InvalidArgumentError(`The class must be OTHER or one of ${identifierClasses.join(', ')}`)
  const [left, top] = [Number(x), Number(y)]
  const quad = quadOf({ left, top, right: left + Number(w), bottom: top + Number(h) })
  return [...before, { page: Number(page), quad, class: identifierClass }]
}

export const parseWronglyMasked = (
  text: string,
  before: readonly WronglyMasked[] = [],
): readonly WronglyMasked[] => {
  const [, page, region] = /^([1-9]\d{0,5}):([1-9]\d{0,5})$/.exec(text) ?? []
  if (page === undefined || region === undefined)
    throw new InvalidArgumentError('Write it as page:region, with the number that "show --regions" gives')
  return [...before, { page: Number(page), region: Number(region) }]
}
