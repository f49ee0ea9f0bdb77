import type { ComponentChild, ComponentChildren } from 'preact'

interface TableProps {
  readonly label: string
  /** A text, one of numbers, or a head that does more. */
  readonly columns: readonly (
    string | { readonly number: string } | { readonly head: ComponentChild }
  )[]
  readonly children: ComponentChildren
  readonly class?: string
}

/** Wide ones scroll by themselves, by the keys too. */
export function Table({ label, columns, children, ...rest }: TableProps) {
  return (
    <div class={`scroll ${rest.class ?? ''}`} tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>{columns.map(headOf)}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

function headOf(column: TableProps['columns'][number]): ComponentChild {
  if (typeof column === 'object' && 'head' in column) return column.head
  const isNumber = typeof column === 'object'
  const text = isNumber ? column.number : column
  return (
    <th key={text} scope="col" class={isNumber ? 'number' : undefined}>
      {text}
    </th>
  )
}
