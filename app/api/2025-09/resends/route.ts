export {
  resends as GET,
  resends as POST,
  resends as PUT,
  resends as PATCH,
  resends as DELETE,
} from '@/lib/http/dated/resends'
