export {
  delivery as GET,
  delivery as POST,
  delivery as PUT,
  delivery as PATCH,
  delivery as DELETE,
  delivery as OPTIONS,
} from '@/lib/http/dated/deliveries'
