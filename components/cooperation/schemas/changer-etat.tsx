'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/flottant/toast'
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
  const [refus, setRefus] = useState<string | null>(null)
  const [envoi, start] = useTransition()
  const gestes = GESTES[schema.etat]
  if (gestes.length === 0) return null
  return (
    <>
      {refus ? (
        <Notice tone="bad" role="alert">
          {refus}
        </Notice>
      ) : null}
      <div className="form-actions no-print">
        {gestes.map((geste) => (
          <Button
            key={geste.label}
            variant={geste.primary ? 'primary' : 'secondary'}
            busy={envoi}
            onClick={() =>
              start(async () => {
                const resultat = await geste.run({ convention: slug, schema: schema.id, version: schema.version })
                setRefus(resultat.ok ? null : resultat.message)
                if (resultat.ok) notify({ message: geste.fait })
                router.refresh()
              })
            }
          >
            {geste.label}
          </Button>
        ))}
      </div>
    </>
  )
}
