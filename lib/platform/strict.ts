import { z } from 'zod'

/** True for an object schema that refuses unknown keys (`z.strictObject`), refined or not. */
export function isStrict(schema: z.ZodType): schema is z.ZodObject {
  return schema instanceof z.ZodObject && schema.def.catchall instanceof z.ZodNever
}

/** Slug of a convention, as an address carries it. */
export const slugConvention = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80)

/** Id of a row: a positive int4. */
export const identifiant = z.int().positive().max(2_147_483_647)
