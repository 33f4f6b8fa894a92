export {
  rotation as GET,
  rotation as POST,
  rotation as PUT,
  rotation as PATCH,
  rotation as DELETE,
  rotation as OPTIONS,
} from '@/lib/http/dated/rotations'
