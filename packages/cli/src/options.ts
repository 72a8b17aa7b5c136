import { isDay, isInstant } from '@guatu/core/shared'
import { InvalidArgumentError } from 'commander'

/** A day as an option takes it. */
export function readDayOption(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('日期写成 2023-06-30 A day is written 2023-06-30.')
  return text
}

/** A moment as an option takes it, in UTC. */
export function readInstantOption(text: string): string {
  if (!isInstant(text))
    throw new InvalidArgumentError(
      '时刻写成世界协调时 2023-06-30T09:00:00Z A moment is written in UTC, 2023-06-30T09:00:00Z.',
    )
  return text
}
