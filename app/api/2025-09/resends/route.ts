export {
  resends as GET,
  resends as POST,
  resends as PUT,
  resends as PATCH,
  resends as DELETE,
  resends as OPTIONS,
} from '@/lib/http/dated/resends'
