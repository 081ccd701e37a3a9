/** The further kinds of the family: other layouts, wordings and people. */
import type { Kind } from '../../family.ts'
import * as encounters from './encounters.ts'
import * as theatre from './theatre.ts'

export const moreKinds: readonly Kind[] = [...Object.values(encounters), ...Object.values(theatre)]
