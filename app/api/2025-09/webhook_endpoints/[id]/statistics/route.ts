export {
  endpointStatistics as GET,
  endpointStatistics as POST,
  endpointStatistics as PUT,
  endpointStatistics as PATCH,
  endpointStatistics as DELETE,
  endpointStatistics as OPTIONS,
} from '@/lib/http/dated/statistics'
