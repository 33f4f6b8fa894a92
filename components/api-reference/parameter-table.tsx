import { CodedText } from '@/components/ui/coded-text'
import { Cell, HeadCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import type { ReferenceParameter } from '@/lib/http/openapi/reference'

/** What goes into an operation besides its body. */
export function ParameterTable({ parameters }: { parameters: readonly ReferenceParameter[] }) {
  return (
    <Table caption="Parameters">
      <TableHead>
        <TableRow>
          <HeadCell className="w-[22%]">Name</HeadCell>
          <HeadCell>In</HeadCell>
          <HeadCell className="w-[20%]">Type</HeadCell>
          <HeadCell>Required</HeadCell>
          <HeadCell>Description</HeadCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {parameters.map(({ name, place, type, isRequired, description, choices }) => (
          <TableRow key={`${place} ${name}`}>
            <RowHeader className="align-top max-sm:pr-0!">
              <code className="font-medium font-mono text-xs leading-5 wrap-anywhere">{name}</code>
            </RowHeader>
            <Cell label="In" className="align-top">
              {place}
            </Cell>
            <Cell label="Type" className="align-top">
              {type}
            </Cell>
            <Cell label="Required" className="align-top">
              {isRequired ? 'Yes' : <span className="text-faded">No</span>}
            </Cell>
            <Cell className="align-top">
              <CodedText text={description} />
              {choices.length === 0 ? null : (
                <span className="block text-faded">
                  One of <CodedText text={choices.map((choice) => `\`${choice}\``).join(', ')} />
                </span>
              )}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
