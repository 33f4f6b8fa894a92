export {
  rotation as GET,
  rotation as POST,
  rotation as PUT,
  rotation as PATCH,
  rotation as DELETE,
} from '@/lib/http/dated/rotations'
