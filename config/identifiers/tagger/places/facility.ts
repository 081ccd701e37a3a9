/** Names of those who give care: hospitals, clinics, pharmacies, homes. */
import { nameOf } from './names.ts'

export const facility = nameOf('facility', 0.06)

/** How speech shortens it: `at Mercy`, `from St. Luke's`, `UMC`. */
export const shortFacility = nameOf('shortFacility', 0.02)
