import type { Threshold, Words } from '../../shared/index.ts'
import type { Bounds } from './bounds.ts'
import type { Condition } from './condition.ts'

/** What has to hold between the columns of one row. Empty columns are passed over, unless the rule is about them. */
export type Rule =
  /** Days, months and moments one after another, or figures none below the one before. */
  | { readonly kind: 'inOrder'; readonly columns: readonly string[] }
  | { readonly kind: 'oneNeeded'; readonly columns: readonly string[]; readonly when?: Condition }
  | { readonly kind: 'allOrNone'; readonly columns: readonly string[] }
  | { readonly kind: 'sameDay'; readonly from: string; readonly to: string; readonly when?: Condition }
  /** Between two moments, in minutes. */
  | {
      readonly kind: 'lasts'
      readonly from: string
      readonly to: string
      readonly least?: Threshold
      readonly most?: Threshold
    }
  /** A figure within what it can be, by what another column says that it is of; of what is not listed, all goes. */
  | {
      readonly kind: 'plausible'
      readonly column: string
      /** Says what the figure is of. */
      readonly by: string
      /** Says the unit of the figure. */
      readonly unitIn: string
      readonly bounds: Readonly<Record<string, Bounds>>
    }
  /** Whatever else the paper asks for, said in its own words; shown at `column`. */
  | {
      readonly kind: 'must'
      readonly column: string
      readonly when?: Condition
      readonly holds: Condition
      readonly says: Words
    }

/** The columns that a rule reads, apart from its conditions. */
export function columnsOfRule(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'sameDay':
    case 'lasts':
      return [rule.from, rule.to]
    case 'plausible':
      return [rule.column, rule.by, rule.unitIn]
    case 'must':
      return [rule.column]
    default:
      return rule.columns
  }
}

/** The conditions that a rule asks. */
export function conditionsOfRule(rule: Rule): readonly Condition[] {
  const when = 'when' in rule && rule.when ? [rule.when] : []
  return rule.kind === 'must' ? [...when, rule.holds] : when
}
