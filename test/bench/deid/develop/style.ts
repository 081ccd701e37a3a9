/** Types of the drawing library that this family uses often. */
export type { FontName } from '../../../../demo/paper/font.ts'
export type { Style } from '../../../../demo/paper/page.ts'
