export {
  resendCancel as GET,
  resendCancel as POST,
  resendCancel as PUT,
  resendCancel as PATCH,
  resendCancel as DELETE,
  resendCancel as OPTIONS,
} from '@/lib/http/dated/resends'
