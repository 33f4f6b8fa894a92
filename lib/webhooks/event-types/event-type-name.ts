/** The longest name of an event type. */
export const MAX_EVENT_TYPE_NAME = 100

const PART = '[a-z][a-z0-9]*(?:_[a-z0-9]+)*'

/** The form of a name, `object.what_happened`, as a regular expression of JSON Schema. */
export const EVENT_TYPE_PATTERN = `^${PART}\\.${PART}$`
const FORM = new RegExp(EVENT_TYPE_PATTERN)

/** Whether a text has the form of an event type's name, `object.what_happened`; whether there is such a type is another question. */
export function isEventTypeForm(name: string): boolean {
  return name.length <= MAX_EVENT_TYPE_NAME && FORM.test(name)
}
