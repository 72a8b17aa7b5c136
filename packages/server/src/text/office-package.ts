import { posix } from 'node:path'
import { textProblems, type XmlNode } from '@guatu/core/text'
import { Refusal } from './refusal.ts'
import { rootOf } from './xml-stream.ts'
import { openPackage, type Package } from './zip.ts'

export interface Relation {
  readonly id: string
  /** The last word of its type: `footnotes`, `worksheet`, `image`. */
  readonly type: string
  readonly target: string
  readonly isExternal: boolean
}

/** An office file: its parts, its main part, and how parts name each other. */
export interface OfficePackage {
  readonly kind: '.docx' | '.xlsx'
  readonly mainPart: string
  readonly parts: Package
  relationsOf(part: string): Promise<Relation[]>
}

const nodesNamed = (root: XmlNode, name: string): XmlNode[] =>
  root.children.filter((each): each is XmlNode => typeof each !== 'string' && each.name === name)

const relationsPart = (part: string): string => posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)

const isMacro = (contentType: string): boolean => /macroEnabled|vbaProject/i.test(contentType)

async function contentTypesOf(parts: Package): Promise<Map<string, string>> {
  const root = await rootOf(parts.read('[Content_Types].xml'), '[Content_Types].xml')
  const overrides = nodesNamed(root, 'ct:Override')
  return new Map(
    overrides.map((node) => [(node.attributes.PartName ?? '').slice(1), node.attributes.ContentType ?? '']),
  )
}

const kinds: readonly (readonly [OfficePackage['kind'], string])[] = [
  ['.docx', 'wordprocessingml'],
  ['.xlsx', 'spreadsheetml'],
]

/** Opens an office file and finds its main part. Refuses macros, and packages of any other kind. */
export async function openOffice(bytes: Buffer): Promise<OfficePackage> {
  const parts = await openPackage(bytes)
  if (!parts.names.has('[Content_Types].xml')) throw new Refusal(textProblems('text.unknown_kind', {}))
  const types = await contentTypesOf(parts)
  const carriesMacro = [...parts.names].some((name) => /vbaProject\.bin$/i.test(name))
  if (carriesMacro || [...types.values()].some(isMacro)) throw new Refusal(textProblems('text.macro', {}))

  async function relationsOf(part: string): Promise<Relation[]> {
    const name = relationsPart(part)
    if (!parts.names.has(name)) return []
    const root = await rootOf(parts.read(name), name)
    return nodesNamed(root, 'rel:Relationship').map(({ attributes }) => {
      const isExternal = attributes.TargetMode === 'External'
      const target = attributes.Target ?? ''
      return {
        id: attributes.Id ?? '',
        type: (attributes.Type ?? '').split('/').at(-1) ?? '',
        // A name from the root or beside the part that names it; it cannot lead out of the package.
        target: isExternal ? '' : posix.resolve('/', posix.dirname(part), target).slice(1),
        isExternal,
      }
    })
  }

  const main = (await relationsOf('')).find((relation) => relation.type === 'officeDocument' && !relation.isExternal)
  const mainPart = main?.target ?? ''
  const kind = kinds.find(([, family]) => types.get(mainPart)?.includes(family))?.[0]
  if (!kind || !parts.names.has(mainPart)) throw new Refusal(textProblems('text.unknown_kind', {}))
  return { kind, mainPart, parts, relationsOf }
}
