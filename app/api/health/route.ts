export {
  health as GET,
  health as POST,
  health as PUT,
  health as PATCH,
  health as DELETE,
  health as OPTIONS,
} from '@/lib/http/health'
