import { FieldKind } from '@/components/event-types/field-kind'
import { FieldRules } from '@/components/event-types/field-rules'
import { CodedText } from '@/components/ui/coded-text'
import { Cell, HeadCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import type { ReferenceParameter } from '@/lib/http/openapi/reference'

/** What goes into an operation besides its body. */
export function ParameterTable({ parameters }: { parameters: readonly ReferenceParameter[] }) {
  return (
    <Table caption="Parameters">
      <TableHead>
        <TableRow>
          <HeadCell className="w-[28%]">Name</HeadCell>
          <HeadCell className="w-[24%]">Type</HeadCell>
          <HeadCell>Description</HeadCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {parameters.map(({ name, place, type, limits, isRequired, description, choices }) => (
          <TableRow key={`${place} ${name}`}>
            <RowHeader className="align-top max-sm:pr-0!">
              <code className="font-medium font-mono text-xs leading-5 max-sm:wrap-anywhere sm:whitespace-nowrap">
                {name}
              </code>{' '}
              <span className="text-faded text-xs sm:block">in {place}</span>
            </RowHeader>
            <Cell label="Type" className="align-top">
              <FieldKind type={type} isRequired={isRequired} />
            </Cell>
            <Cell className="align-top">
              <CodedText text={description} />
              <FieldRules {...{ limits, choices }} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
