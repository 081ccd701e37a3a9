/**
 * What a family of clinic paper is: kinds of documents, each drawn anew from a seed. There are two families, with layouts,
 * wordings and values of their own: `develop` to work on, and `validate`, which nobody tunes on.
 */
import type { Font, FontName } from '../../../demo/paper/font.ts'
import type { DrawnPage } from '../../../demo/paper/page.ts'
import type { Random } from '../../../demo/paper/random.ts'

/**
 * Class of a word that counts neither as an identifier nor as an ordinary word: a title or credential beside a name, the state in
 * an address, what Safe Harbor lets stay and a careful box may mask all the same.
 */
export const either = 'EITHER'

export type Fonts = (name: FontName) => Font

export type Kind = {
  /** One of the document's kinds in the table: `referral`, `lab-table`… */
  readonly name: string
  /** One to three pages of equal size, upright. The same random numbers draw the same pages. */
  readonly draw: (random: Random, fonts: Fonts) => readonly DrawnPage[]
  /** How the paper lay in the scanner, clockwise; 0 where it is left out. */
  readonly turnDegrees?: (random: Random) => 0 | 90 | 180 | 270
}

export type Family = {
  readonly name: 'develop' | 'validate'
  readonly kinds: readonly Kind[]
  /** Words that look like names, dates or numbers of somebody and are none, in lower case: they must survive. */
  readonly hardNegatives: ReadonlySet<string>
}
