/** The further kinds of the family: other layouts, wordings and people. */
import type { Kind } from '../../family.ts'
import * as ambulance from './ambulance.ts'
import * as charts from './charts.ts'
import * as disability from './disability.ts'
import * as encounters from './encounters.ts'
import * as insurers from './insurers.ts'
import * as margin from './margin.ts'
import * as messages from './messages.ts'
import * as orders from './orders.ts'
import * as requisition from './requisition.ts'
import * as school from './school.ts'
import * as small from './small.ts'
import * as state from './state.ts'
import * as theatre from './theatre.ts'
import * as urgent from './urgent.ts'
import * as visits from './visits.ts'

const files = [
  ambulance,
  charts,
  disability,
  encounters,
  insurers,
  margin,
  messages,
  orders,
  requisition,
  school,
  small,
  state,
  theatre,
  urgent,
  visits,
]

export const moreKinds: readonly Kind[] = files.flatMap(kinds => Object.values(kinds))
