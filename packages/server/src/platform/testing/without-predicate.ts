import {
  BinaryOperationNode,
  type Kysely,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  OperatorNode,
  RawNode,
  ValueNode,
} from 'kysely'
import type { Database, Tx } from '../db.ts'

const isOffice = (node: OperationNode): boolean =>
  node.kind === 'ReferenceNode' && /"name":"(officeId|office_id)"/.test(JSON.stringify(node))

const isEqual = (node: OperationNode): boolean => OperatorNode.is(node) && node.operator === '='

const always = BinaryOperationNode.create(
  ValueNode.createImmediate(1),
  OperatorNode.create('='),
  ValueNode.createImmediate(1),
)

// In SQL written out, the office stands behind the text: whatever it is, it is no null.
const unnamed = (text: string) =>
  text.replace(/office_id =\s*$/, 'office_id is not null and null::text is distinct from ')

class Forgetful extends OperationNodeTransformer {
  forgotten = 0

  protected override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    const names = isOffice(node.leftOperand) && isEqual(node.operator) && ValueNode.is(node.rightOperand)
    if (!names) return super.transformBinaryOperation(node)
    this.forgotten += 1
    return always
  }

  protected override transformRaw(node: RawNode): RawNode {
    const fragments = node.sqlFragments.map(unnamed)
    this.forgotten += fragments.filter((text, i) => text !== node.sqlFragments[i]).length
    const parameters = node.parameters.map((parameter) => this.transformNode(parameter))
    return RawNode.create(fragments, parameters)
  }
}

/** A database whose every query has lost its own `office_id = …`, and how often one was lost. */
export interface Careless {
  readonly db: Database
  forgotten(): number
}

/** Takes the first line of defence away, as a careless query would: only the row policies stand between the offices. */
export function withoutPredicate(db: Database): Careless {
  const transformer = new Forgetful()
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => transformer.transformNode(node),
    transformResult: async ({ result }) => result,
  }
  const careless = <K extends Kysely<never> | Tx | Database['reference']>(k: K) => k.withPlugin(plugin) as K
  return {
    forgotten: () => transformer.forgotten,
    db: {
      ...db,
      reference: careless(db.reference),
      inOffice: (officeId, work) => db.inOffice(officeId, (tx) => work(careless(tx))),
    },
  }
}
