'use client'

import { useId } from 'react'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { RadioGroup } from '@/components/ui/radio-group'
import { Textarea } from '@/components/ui/textarea'
import { JsonField } from './json-field'
import { MakeSample } from './make-sample'
import { fieldId, type useEventTypeForm } from './use-event-type-form'
import { VALIDATION_HINT, validationOptions } from './validation-words'

type Props = {
  form: ReturnType<typeof useEventTypeForm>
  /** Labels of those there are, to choose from. */
  categories: readonly string[]
  isNew: boolean
}

/** The fields of an event type of one's own. */
export function EventTypeFields({ form, categories, isNew }: Props) {
  const listId = useId()
  const { draft, change } = form
  const { faults } = form.refusal

  return (
    <>
      <Card title="Event type">
        <div className="flex max-w-2xl flex-col gap-5">
          {isNew ? (
            <Field
              id={fieldId('name')}
              label="Name"
              required
              error={faults.name}
              hint="object.what_happened, like parcel.lost. It cannot be changed later."
            >
              <Input
                mono
                value={draft.name}
                maxLength={100}
                onChange={(event) => change({ name: event.target.value })}
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
              />
            </Field>
          ) : null}
          <Field
            id={fieldId('category')}
            label="Category"
            required
            error={faults.category}
            hint="One there is, or a new one: the heading under which it is listed."
          >
            <Input
              value={draft.category}
              maxLength={60}
              list={listId}
              onChange={(event) => change({ category: event.target.value })}
              autoComplete="off"
            />
          </Field>
          <datalist id={listId}>
            {categories.map((label) => (
              <option key={label} value={label} />
            ))}
          </datalist>
          <Field
            id={fieldId('description')}
            label="Description"
            required
            error={faults.description}
            hint="When it happens, in a sentence. Endpoints’ operators read it."
          >
            <Textarea
              rows={2}
              value={draft.description}
              maxLength={300}
              onChange={(event) => change({ description: event.target.value })}
            />
          </Field>
        </div>
      </Card>
      <Card
        title="Data"
        description="What data.object holds. Give each field a description, and “x-personal-data”: true where it identifies a person."
      >
        <div className="flex max-w-3xl flex-col gap-5">
          <JsonField
            id={fieldId('schema')}
            label="JSON Schema"
            required
            error={faults.schema}
            hint="Draft 2020-12, of an object. References lead to “$defs” of the same schema; at most 32 KiB."
            rows={16}
            value={draft.schema}
            onChange={(schema) => change({ schema })}
          />
          <JsonField
            id={fieldId('sample')}
            label="Sample"
            error={faults.sample}
            hint="An object that matches the schema, for test sends and previews. Left empty, one is made from the schema."
            rows={8}
            value={draft.sample}
            onChange={(sample) => change({ sample })}
          />
          <MakeSample form={form} />
        </div>
      </Card>
      <Card title="Check of events">
        <RadioGroup
          id={fieldId('validation')}
          legend="When an event does not match the schema"
          error={faults.validation}
          hint={VALIDATION_HINT}
          value={draft.validation}
          onChange={(validation) => change({ validation })}
          options={validationOptions}
        />
      </Card>
    </>
  )
}
