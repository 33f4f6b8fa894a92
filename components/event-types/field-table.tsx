import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { CodedText } from '@/components/ui/coded-text'
import { Cell, HeadCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import type { SchemaField } from '@/lib/webhooks/event-types/schema-fields'
import { FieldPath } from './field-path'

/** The fields of an object, those inside of others indented. */
export function FieldTable({ caption, fields }: { caption: string; fields: readonly SchemaField[] }) {
  return (
    <Table caption={caption}>
      <TableHead>
        <TableRow>
          <HeadCell className="w-[34%]">Field</HeadCell>
          <HeadCell className="w-[18%]">Type</HeadCell>
          <HeadCell>Required</HeadCell>
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
              <span>
                {field.type}{' '}
                {field.format === null ? null : (
                  <code className="block font-mono text-faded text-xs leading-5 wrap-anywhere">
                    {field.format}
                  </code>
                )}
              </span>
            </Cell>
            <Cell label="Required" className={cn('align-top', !field.isRequired && 'max-sm:hidden')}>
              {field.isRequired ? 'Yes' : <span className="text-faded">No</span>}
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

function FieldDescription({ field: { description, choices, isPersonal } }: { field: SchemaField }) {
  return (
    <>
      <CodedText text={description} />
      {choices.length === 0 ? null : (
        <span className="block text-faded">
          One of{' '}
          {choices.map((choice, index) => (
            <span key={choice}>
              {index === 0 ? '' : ', '}
              <code className="font-mono text-ink text-xs">{choice}</code>
            </span>
          ))}
        </span>
      )}
      {isPersonal ? (
        <>
          {' '}
          <Badge className="align-text-bottom">Personal data</Badge>
        </>
      ) : null}
    </>
  )
}
