export {
  catchUp as GET,
  catchUp as POST,
  catchUp as PUT,
  catchUp as PATCH,
  catchUp as DELETE,
  catchUp as OPTIONS,
} from '@/lib/http/dated/resends'
