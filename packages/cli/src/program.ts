import { Command, CommanderError } from 'commander'
import { auditArchiveCommand } from './commands/audit-archive.ts'
import { backupCommand } from './commands/backup.ts'
import { explainCommand } from './commands/explain.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { loadCommand } from './commands/load.ts'
import { officeCommand } from './commands/office.ts'
import { readCommand } from './commands/read.ts'
import { recountCommand } from './commands/recount.ts'
import { restoreCommand } from './commands/restore.ts'
import { sampleCommand } from './commands/sample.ts'
import { searchIndexCommand } from './commands/search-index.ts'
import { simulateCommand } from './commands/simulate.ts'
import { startCommand } from './commands/start.ts'
import { tlsCommand } from './commands/tls.ts'
import { verifyCommand } from './commands/verify.ts'
import { verifyEntriesCommand } from './commands/verify-entries.ts'
import { witnessCommand } from './commands/witness.ts'
import { exitCodesHelp, sayError } from './ending.ts'
import { usageExitCode } from './exit-code.ts'
import { version } from './version.ts'

/** Every command of `guatu`: a file of its own in commands/, which adds itself to the program. */
const commands = [
  startCommand,
  readCommand,
  importCommand,
  loadCommand,
  verifyEntriesCommand,
  explainCommand,
  officeCommand,
  sampleCommand,
  simulateCommand,
  verifyCommand,
  auditArchiveCommand,
  backupCommand,
  restoreCommand,
  exportCommand,
  tlsCommand,
  witnessCommand,
  recountCommand,
  searchIndexCommand,
]

/** `guatu` with all its commands: it throws what commander ends with, and leaves ending to whoever runs it. */
export function guatuProgram(): Command {
  const program = new Command('guatu')
    .description(
      '挂图：把街道年度工作报告变成自己会更新的作战图\nGuatu: a yearly work report as a wall chart that keeps itself',
    )
    .version(version)
    .showHelpAfterError('(npx guatu --help)')
    .addHelpText('after', exitCodesHelp)
    .exitOverride()

  for (const add of commands) add(program)
  return program
}

/** Runs one command as it is typed behind `guatu`, and gives the exit code. */
export async function runGuatu(typed: readonly string[]): Promise<number> {
  try {
    await guatuProgram().parseAsync(typed, { from: 'user' })
    return 0
  } catch (error) {
    // Commander has already written its help or its complaint.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageExitCode
    return sayError(error)
  }
}
