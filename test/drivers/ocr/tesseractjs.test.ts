/** tesseract.js passes the reader's contract. */
import { createTesseractJsReader } from '../../../drivers/ocr/tesseractjs.ts'
import { readerContract } from './contract.ts'

readerContract('tesseract.js', async options => createTesseractJsReader(options))
