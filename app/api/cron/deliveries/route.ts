export {
  cronDeliveries as GET,
  cronDeliveries as POST,
  cronDeliveries as PUT,
  cronDeliveries as PATCH,
  cronDeliveries as DELETE,
  cronDeliveries as OPTIONS,
} from '@/lib/http/cron'
