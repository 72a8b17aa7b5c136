#!/usr/bin/env node
import { CommanderError } from 'commander'
import { endOnError } from './ending.ts'
import { usageExitCode } from './exit-code.ts'
import { guatuProgram } from './program.ts'

try {
  await guatuProgram().parseAsync()
} catch (error) {
  // Commander has already written its help or its complaint.
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : usageExitCode)
  endOnError(error)
}
