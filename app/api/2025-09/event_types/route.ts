export {
  eventTypeList as GET,
  eventTypeList as POST,
  eventTypeList as PUT,
  eventTypeList as PATCH,
  eventTypeList as DELETE,
} from '@/lib/http/dated/event-types'
