/** The further kinds of the family: other layouts, wordings and people. */
import type { Kind } from '../../family.ts'
import * as encounters from './encounters.ts'
import * as insurers from './insurers.ts'
import * as messages from './messages.ts'
import * as orders from './orders.ts'
import * as school from './school.ts'
import * as small from './small.ts'
import * as state from './state.ts'
import * as theatre from './theatre.ts'

export const moreKinds: readonly Kind[] = [encounters, theatre, messages, insurers, state, orders, school, small].flatMap(kinds => Object.values(kinds))
