export {
  eventTypeByName as GET,
  eventTypeByName as POST,
  eventTypeByName as PUT,
  eventTypeByName as PATCH,
  eventTypeByName as DELETE,
  eventTypeByName as OPTIONS,
} from '@/lib/http/dated/event-types'
