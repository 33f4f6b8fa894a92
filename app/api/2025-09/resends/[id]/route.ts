export {
  resend as GET,
  resend as POST,
  resend as PUT,
  resend as PATCH,
  resend as DELETE,
  resend as OPTIONS,
} from '@/lib/http/dated/resends'
