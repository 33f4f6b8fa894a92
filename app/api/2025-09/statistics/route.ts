export {
  statistics as DELETE,
  statistics as OPTIONS,
  statistics as GET,
  statistics as PATCH,
  statistics as POST,
  statistics as PUT,
} from '@/lib/http/dated/statistics'
