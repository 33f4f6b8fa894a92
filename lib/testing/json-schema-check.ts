import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { JsonSchema, OpenApiDocument } from '@/lib/http/openapi/document-form'

const DOCUMENT = 'document'

const formats = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  email: /^[^@\s]+@[^@\s]+$/,
  uri: (text: string) => URL.canParse(text),
}

/** Checks values by the schemas of a document; `isClosed` refuses members that a schema does not name, which clients must bear. */
export class JsonSchemaCheck {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true, formats })
  readonly #known = new Map<string, ValidateFunction>()

  readonly #prepare: (schema: object) => object

  constructor({ components }: Pick<OpenApiDocument, 'components'>, { isClosed = true } = {}) {
    this.#prepare = isClosed ? closed : (schema) => schema
    const { schemas } = components
    this.#ajv.addSchema({ $id: DOCUMENT, components: this.#prepare({ schemas }) })
  }

  /** What is wrong with `value`, in lines; none where it is as the schema says. */
  faults(schema: JsonSchema, value: unknown): string[] {
    const text = JSON.stringify(this.#prepare(schema)).replaceAll(
      '"#/components/',
      `"${DOCUMENT}#/components/`,
    )
    const validate = this.#known.get(text) ?? this.#ajv.compile(JSON.parse(text))
    this.#known.set(text, validate)
    if (validate(value)) return []
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
    )
  }
}

/** The schema with every object of named members closed: in a test, a member that nobody declared is a fault. */
function closed(schema: object): object {
  return JSON.parse(JSON.stringify(schema), (_, value) => {
    const isOpen = isRecord(value) && isRecord(value.properties) && value.type === 'object'
    return isOpen && !('additionalProperties' in value) ? { ...value, additionalProperties: false } : value
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
