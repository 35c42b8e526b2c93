import { z } from 'zod'
import { CONTACT } from './serveur/security-txt'

/** A variable left empty is a variable left out. */
const facultatif = <T extends z.ZodType>(schema: T) =>
  z.preprocess((valeur) => (valeur === '' ? undefined : valeur), schema.optional())

/** The one reader of the environment. Nothing else in the code touches `process.env`. */
const schema = z.object({
  /** Login role of the application: a member of `copilote_app`, never the owner. */
  APP_DATABASE_URL: z.string().min(1),
  NEXTAUTH_SECRET: z.string().min(32),
  NEXTAUTH_URL: z.string().optional(),
  /** Trial mode: demonstration accounts are shown on the sign-in page. */
  COPILOTE_DEMONSTRATION: z.enum(['0', '1']).default('0'),
  /** Trial mode only: the day the application believes it is, for demonstrations and pictures. */
  COPILOTE_AUJOURDHUI: z.iso.date().optional(),
  COPILOTE_CONNEXIONS_BASE: z.coerce.number().int().min(1).max(100).default(10),
  /** Mail server, `smtp://user:password@host:587` or `smtps://…:465`; without it no message leaves. */
  SMTP_URL: facultatif(z.string().regex(/^smtps?:\/\/[^\s/]+\/?$/)),
  /** Who the messages come from: an address, or `Name <address>`. */
  SMTP_EXPEDITEUR: facultatif(
    z
      .string()
      .regex(/^[^\r\n<>]*<?[^\s<>@,;]+@[^\s<>@,;]+>?$/)
      .max(300),
  ),
  /** Hour in Paris from which the digests of an open day leave. */
  COPILOTE_VEILLE_HEURE: facultatif(z.coerce.number().int().min(0).max(23)),
  /** Whom security.txt names: an e-mail address, or a page over https; without it there is no security.txt. */
  COPILOTE_SECURITE_CONTACT: facultatif(z.string().regex(CONTACT)),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
})

export type Environnement = z.infer<typeof schema>

/**
 * Environment of the server, checked at each reading: it costs microseconds, and nothing stale is kept.
 * @throws a sentence naming the missing variable, never its value
 */
export function readEnv(): Environnement {
  const resultat = schema.safeParse(process.env)
  if (!resultat.success) {
    const noms = [...new Set(resultat.error.issues.map((issue) => issue.path.join('.')))].join(', ')
    throw new Error(`Configuration incomplète : vérifiez ${noms} (voir README.md, « Configuration »).`)
  }
  return resultat.data
}
