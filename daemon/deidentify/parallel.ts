/**
 * Runs `work` on the items of `source`, at most `width` at a time, and gives the results in the order of the items.
 * An error ends it: running work is awaited, nothing new is started.
 */
export async function* parallel<T, R>(
  source: AsyncIterable<T> | Iterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = []
  try {
    for await (const item of source) {
      const result = work(item)
      result.catch(() => {})
      running.push(result)
      if (running.length >= width) yield await (running.shift() as Promise<R>)
    }
    while (running.length > 0) yield await (running.shift() as Promise<R>)
  } finally {
    await Promise.allSettled(running)
  }
}
