/** Cannot start: dies before a byte of the document is asked for. */
throw new Error('no library')
