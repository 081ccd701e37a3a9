/** Names of firms and of other bodies: churches, unions, courts, bases, shelters. */
import { nameOf } from './names.ts'

export const employer = nameOf('employer', 0.03)
