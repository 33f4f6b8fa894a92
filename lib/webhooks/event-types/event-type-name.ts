/** The longest name of an event type. */
export const MAX_EVENT_TYPE_NAME = 100

const PART = '[a-z][a-z0-9]*(?:_[a-z0-9]+)*'
const FORM = new RegExp(`^${PART}\\.${PART}$`)

/** Whether a text has the form of an event type's name, `object.what_happened`; whether there is such a type is another question. */
export function isEventTypeForm(name: string): boolean {
  return name.length <= MAX_EVENT_TYPE_NAME && FORM.test(name)
}
