export {
  eventTypeList as GET,
  eventTypeList as POST,
  eventTypeList as PUT,
  eventTypeList as PATCH,
  eventTypeList as DELETE,
  eventTypeList as OPTIONS,
} from '@/lib/http/dated/event-types'
