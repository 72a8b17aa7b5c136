import { accessSync, constants, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fail } from './progress.mjs'

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const pidIn = (file) => {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}

// Linking a finished file is one step: whoever sees the lock also sees whose it is.
function tryTake(file) {
  const own = `${file}.${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, file)
    return true
  } catch {
    return false
  } finally {
    rmSync(own, { force: true })
  }
}

// Moved aside before it is judged, so that two who wait never both remove it.
function clearDead(file) {
  const holder = pidIn(file)
  if (holder === 0 || isAlive(holder)) return
  const aside = `${file}.dead.${process.pid}`
  try {
    renameSync(file, aside)
    if (isAlive(pidIn(aside))) linkSync(aside, file)
  } catch {
    // Another waiter was quicker.
  }
  rmSync(aside, { force: true })
}

/** Does the work while no other run in this checkout does; a lock left by a killed run is taken over. */
export async function alone(file, work) {
  try {
    mkdirSync(dirname(file), { recursive: true })
    accessSync(dirname(file), constants.W_OK)
  } catch {
    fail(
      `不能写入 ${dirname(file)}：这份程序由另一个账号安装。请用那个账号运行一次，或自己另取一份。`,
      `${dirname(file)} cannot be written to: another account installed this copy. Run it once as that account, or take a copy of your own.`,
    )
  }
  while (!tryTake(file)) {
    clearDead(file)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
