export {
  eventById as DELETE,
  eventById as OPTIONS,
  eventById as GET,
  eventById as PATCH,
  eventById as POST,
  eventById as PUT,
} from '@/lib/http/dated/events'
