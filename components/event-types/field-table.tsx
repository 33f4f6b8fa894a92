import { Badge } from '@/components/ui/badge'
import { CodedText } from '@/components/ui/coded-text'
import { Cell, HeadCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import type { SchemaField } from '@/lib/webhooks/event-types/schema-fields'
import { FieldKind } from './field-kind'
import { FieldPath } from './field-path'
import { FieldRules } from './field-rules'

/** The fields of an object, those inside of others indented. */
export function FieldTable({ caption, fields }: { caption: string; fields: readonly SchemaField[] }) {
  return (
    <Table caption={caption}>
      <TableHead>
        <TableRow>
          <HeadCell className="w-[28%]">Field</HeadCell>
          <HeadCell className="w-[24%]">Type</HeadCell>
          <HeadCell>Description</HeadCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {fields.map((field) => (
          <TableRow key={field.path}>
            <RowHeader className="align-top max-sm:pr-0!">
              <FieldPath path={field.path} depth={field.depth} />
            </RowHeader>
            <Cell label="Type" className="align-top">
              <FieldKind type={field.type} isRequired={field.isRequired} />
            </Cell>
            <Cell className="align-top">
              <FieldDescription field={field} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

function FieldDescription({ field }: { field: SchemaField }) {
  const { description, limits, choices, pattern, isPersonal } = field
  return (
    <>
      <CodedText text={description} />
      {isPersonal ? (
        <>
          {' '}
          <Badge className="align-text-bottom">Personal data</Badge>
        </>
      ) : null}
      <FieldRules {...{ limits, choices, pattern }} />
    </>
  )
}
