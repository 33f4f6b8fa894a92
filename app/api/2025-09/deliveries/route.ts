export {
  deliveries as GET,
  deliveries as POST,
  deliveries as PUT,
  deliveries as PATCH,
  deliveries as DELETE,
} from '@/lib/http/dated/deliveries'
