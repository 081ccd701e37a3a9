/** Hands the documents out to processes, one document each at a time, keeps each result, and says how far it is. */
import { fork } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Job, Result } from './box.ts'
import { isLeaked } from './tally.ts'

export type Ran = { readonly results: readonly Result[]; readonly failed: readonly Job[] }
type Answer = 'ready' | { readonly result: Result } | { readonly job: Job; readonly thrown: string }

export const runAll = async (
  jobs: readonly Job[],
  family: string,
  outFolder: string,
  processes?: string,
): Promise<Ran> => {
  const queue = [...jobs]
  const results: Result[] = []
  const failed: Job[] = []
  const started = performance.now()
  const width = processes === undefined ? availableParallelism() : Number(processes)
  const take = (answer: Answer): void => {
    if (answer === 'ready') return
    if ('thrown' in answer) {
      failed.push(answer.job)
      console.error(`failed: ${answer.job.id}\n${answer.thrown}`)
    } else {
      results.push(answer.result)
      appendFileSync(join(outFolder, 'results.jsonl'), `${JSON.stringify(answer.result)}\n`)
    }
    progress(results, jobs.length, (performance.now() - started) / 1000)
  }
  await Promise.all(Array.from({ length: width }, () => work(queue, family, outFolder, take)))
  const order = new Map(jobs.map(({ id }, i) => [id, i]))
  results.sort((one, two) => (order.get(one.job.id) ?? 0) - (order.get(two.job.id) ?? 0))
  return { results, failed }
}

const work = (
  queue: Job[],
  family: string,
  outFolder: string,
  take: (answer: Answer) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'worker.ts'), [family, outFolder])
    child.on('message', (answer: Answer) => {
      take(answer)
      child.send({ job: queue.shift() ?? null })
    })
    child.on('error', reject)
    child.on('exit', code =>
      code === 0 ? resolve() : reject(new Error('a process of the benchmark ended early')),
    )
  })

const every = 10

const progress = (results: readonly Result[], all: number, seconds: number): void => {
  if (results.length % every !== 0) return
  const leaks = results.flatMap(({ words, outcome }) =>
    outcome === 'released' ? words.filter(isLeaked) : [],
  ).length
  const left = Math.round((seconds / results.length) * (all - results.length))
  console.error(`${results.length} of ${all} documents, ${leaks} words leaked so far, about ${left} s left`)
}
