import { z } from 'zod'

/** True for an object schema that refuses unknown keys (`z.strictObject`), refined or not. */
export function isStrict(schema: z.ZodType): schema is z.ZodObject {
  return schema instanceof z.ZodObject && schema.def.catchall instanceof z.ZodNever
}
