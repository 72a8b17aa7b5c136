// What work costs by the clock and by the processor, of this process and of the database together: the latter says more on
// a machine that others use too.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Measures work beside the database in a data folder, in milliseconds. */
export function spentBeside(dataFolder) {
  const postmaster = readFileSync(join(dataFolder, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]

  /** What the processor has done for the database's processes so far. */
  function databaseMs() {
    let ns = 0
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
      try {
        const parent = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]
        if (parent === postmaster) ns += Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0])
      } catch {
        // It has just ended.
      }
    return ns / 1e6
  }

  return async (work) => {
    const database = databaseMs()
    const [before, began] = [process.cpuUsage(), performance.now()]
    await work()
    const ms = performance.now() - began
    const { user, system } = process.cpuUsage(before)
    return { ms, cpu: (user + system) / 1000 + databaseMs() - database }
  }
}
