export {
  endpointStatistics as GET,
  endpointStatistics as POST,
  endpointStatistics as PUT,
  endpointStatistics as PATCH,
  endpointStatistics as DELETE,
} from '@/lib/http/dated/statistics'
