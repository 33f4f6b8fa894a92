export {
  events as GET,
  events as POST,
  events as PUT,
  events as PATCH,
  events as DELETE,
  events as OPTIONS,
} from '@/lib/http/dated/events'
