'use client'

import { useRouter } from 'next/navigation'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { closeSchema, reopenSchema, validateSchema } from '@/lib/cooperation/schemas/actions/etat'
import type { SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'

type Geste = { label: string; fait: string; run: typeof closeSchema; primary?: boolean }

const VALIDER: Geste = { label: 'Valider le schéma', fait: 'Schéma validé.', run: validateSchema, primary: true }
const REPRENDRE: Geste = {
  label: 'Remettre en brouillon',
  fait: 'Le schéma est de nouveau un brouillon.',
  run: reopenSchema,
}
const CLORE: Geste = { label: 'Clore le schéma', fait: 'Schéma clos.', run: closeSchema }

const GESTES: Record<SchemaLu['etat'], Geste[]> = {
  BROUILLON: [],
  PROPOSE: [REPRENDRE, VALIDER],
  VALIDE: [CLORE],
  CLOS: [],
}

/** The next steps of a schéma that is no longer a draft. */
export function ChangerEtat({ schema, slug }: { schema: SchemaLu; slug: string }) {
  const router = useRouter()
  const envoi = useEnvoi(closeSchema, {
    titre: 'Le schéma n’a pas changé',
    conflit: 'Relisez le schéma, affiché tel qu’il est maintenant, avant de recommencer.',
  })
  const gestes = GESTES[schema.etat]
  if (gestes.length === 0) return null
  return (
    <>
      <Refus envoi={envoi} />
      <div className="form-actions no-print">
        {gestes.map((geste) => (
          <Button
            key={geste.label}
            variant={geste.primary ? 'primary' : 'secondary'}
            busy={envoi.enCours}
            onClick={() =>
              envoi.avec(
                geste.run,
                { convention: slug, schema: schema.id, version: schema.version },
                // What is refused may be so because of a state that this page does not show yet.
                { message: geste.fait, onRefus: router.refresh },
              )
            }
          >
            {geste.label}
          </Button>
        ))}
      </div>
    </>
  )
}
