/** Names of schools, from the nursery to the university. */
import { nameOf } from './names.ts'

export const school = nameOf('school', 0.03)
