export {
  cronDeliveries as GET,
  cronDeliveries as POST,
  cronDeliveries as PUT,
  cronDeliveries as PATCH,
  cronDeliveries as DELETE,
} from '@/lib/http/cron'
