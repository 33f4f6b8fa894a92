export {
  deliveries as GET,
  deliveries as POST,
  deliveries as PUT,
  deliveries as PATCH,
  deliveries as DELETE,
  deliveries as OPTIONS,
} from '@/lib/http/dated/deliveries'
