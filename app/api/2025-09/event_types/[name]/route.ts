export {
  eventTypeByName as GET,
  eventTypeByName as POST,
  eventTypeByName as PUT,
  eventTypeByName as PATCH,
  eventTypeByName as DELETE,
} from '@/lib/http/dated/event-types'
