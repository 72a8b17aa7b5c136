import type { Problem } from '@guatu/core/shared'
import { exitCodeOf } from './exit-code.ts'

export const exitCodesHelp = `
退出码 Exit codes
  0  完成 done
  1  程序自身的错误 a fault of the program
  2  命令用法不对 wrong usage
  3  输入不对 bad input
  4  找不到 not found
  5  被占用或有冲突 taken, or in conflict
  6  无权 not allowed
  7  不能启动或不可用 cannot start, unavailable`

const problemOf = (error: unknown): Problem | null =>
  error instanceof Error && 'problem' in error ? (error.problem as Problem) : null

/** A problem's words may end with a cause that somebody else worded, without a stop. */
const closed = (words: string, stop: string): string => (/[。！？.!?]$/.test(words) ? words : words + stop)

/** Says what was thrown, a problem on one line with its next step, anything else as our own fault, and gives the exit code. */
export function sayError(error: unknown): number {
  const problem = problemOf(error)
  if (problem) {
    const { says, next, code, kind } = problem
    process.stderr.write(`${closed(says.zh, '。')}${next.zh} ${closed(says.en, '.')} ${next.en} [${code}]\n`)
    return exitCodeOf[kind]
  }
  process.stderr.write(`程序出错 A fault of the program: ${error instanceof Error ? error.stack : String(error)}\n`)
  return 1
}
